"""Whether words stand in a page, however it marks them up.

Blanks and invisible characters are left out on both sides, and letters with several spellings take one, because tags
may stand anywhere between two letters. What a page says in its attributes (titles for other sites) counts as said.
"""

import contextlib
import re
import unicodedata
from typing import Final

import lxml.html

from reportedly.errors import NotText
from reportedly.letters import decode
from reportedly.parsing import Told, parsing

MOST: Final = 20_000_000  # bytes of a page
_INVISIBLE: Final = re.compile(
    "[\\s\\x00-\\x1f\\x7f-\\xa0\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\ufeff\\ufff9-\\ufffb]+"
)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


class PageWords:
    """The words of a page, by which its content type and bytes are all that is known of it."""

    def __init__(self, body: bytes, content_type: str) -> None:
        self._texts = [bare(text) for text in _texts(body[:MOST], content_type)]

    def hold(self, words: str) -> bool:
        """Whether each line of ``words`` stands in the page."""
        return all(any(bare(line) in text for text in self._texts) for line in words.splitlines())


def bare(text: str) -> str:
    """The letters and marks of a text in one spelling."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def _texts(body: bytes, content_type: str) -> list[str]:
    named = _CHARSET.search(content_type) or _CHARSET.search(body[:4096].decode("latin-1"))
    try:
        source = decode.text(body, named.group(1) if named else None)
    except NotText:
        return []
    return [source, *_shown(source)]


def _shown(source: str) -> list[str]:
    """The page's text, and what stands in attributes; nothing where it cannot be parsed."""
    with contextlib.suppress(Told), parsing("the page"):
        tree = lxml.html.document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), parser=_parser())
        attributes = "\n".join(value for tag in tree.iter() for value in getattr(tag, "attrib", {}).values())
        return ["".join(tree.itertext()), attributes]
    return []


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", recover=True)
