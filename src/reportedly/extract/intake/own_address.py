"""The address a saved page carries: what the program that saved it wrote down, else what the page says of itself."""

import re
from html import unescape

HEAD = 200_000  # bytes within which a page names itself
_TAG = re.compile(rb"<(?:link|meta|html)\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_COMMENT = re.compile(rb"<!--(.{0,3000}?)-->", re.DOTALL)
_SAVED = re.compile(
    r"saved from url=\(\d{1,6}\)\s*(https?://\S+)"  # browsers
    r"|^\s*url:\s*(https?://\S+)"  # SingleFile
    r"|mirrored from\s+((?:https?://)?[\w.-]+\.\w+/\S*)\s+by httrack",
    re.IGNORECASE | re.MULTILINE,
)
# An address of a web archive, with a moment and the page's own behind it.
_ARCHIVED = re.compile(r"https?://[^/\s]+/(?:[\w-]+/){0,3}\d{14}(?:[a-z]{2}_)?/(https?://\S+)")


def own_address(data: bytes) -> str | None:
    """The address in a saved page: where it was saved from, its canonical link, or that for sharing; None without."""
    head = data[:HEAD]
    held: dict[str, str] = {}
    for tag in _TAG.findall(head):
        pairs = _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))
        attributes = {name.casefold(): unescape(double or single or bare) for name, double, single, bare in pairs}
        if "canonical" in attributes.get("rel", "").casefold().split():
            held.setdefault("canonical", attributes.get("href", "").strip())
        if attributes.get("property", "").casefold() == "og:url":
            held.setdefault("shared", attributes.get("content", "").strip())
        if attributes.get("name", "").casefold() == "savepage-url":
            held.setdefault("saved", attributes.get("content", "").strip())
        if "data-scrapbook-source" in attributes:
            held.setdefault("saved", attributes["data-scrapbook-source"].strip())
    good = (_saved_from(head), *(held.get(name, "") for name in ("saved", "canonical", "shared")))
    pages = (_ARCHIVED.sub(r"\1", url) for url in good)
    return next((url for url in pages if url.startswith(("http://", "https://")) and not re.search(r"\s", url)), None)


def _saved_from(head: bytes) -> str:
    """The address in the comment of the program that saved the page."""
    for comment in _COMMENT.findall(head[:20_000]):
        if found := _SAVED.search(comment.decode("utf-8", "replace")):
            url = next(filter(None, found.groups()))
            return unescape(url if url.startswith(("http://", "https://")) else f"http://{url}")
    return ""
