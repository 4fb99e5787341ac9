"""What a line of somebody's list asks for: a feed, a sitemap or a page to watch; or in a word why it is passed over."""

import html
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

import msgspec

from reportedly.outlets.check import COUNTRY, ID, LANGUAGE, is_web_address
from reportedly.outlets.opml.outlines import Outline
from reportedly.records import Outlet, Selector
from reportedly.text import squeezed

LONGEST_NAME: Final = 200  # characters
_SCHEME: Final = re.compile(r"(?:feed|itpc|pcast|podcast|rss):(?://)?(?=\S)", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z][a-z0-9+-]*:", re.IGNORECASE)
_BARE: Final = re.compile(r"(?://)?(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?(?:[/?].*)?")
_GAP: Final = re.compile(r"\s")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_LISTS: Final = (".opml", ".opml.xml")
_NO_FEED: Final = frozenset({"link", "include", "folder", "vfolder", "newsbin", "unread", "search", "query", "note"})


class Why(StrEnum):
    """Why an outline is passed over, as it is told of one or of many."""

    nothing = "without a web address"
    odd = "with an address that is none of the web"
    list = "with another list in place of a feed: fetch and import that too"
    link = "with a link and no feed: `reportedly outlets add URL` looks for one"
    program = "of a type that only the program which wrote the list can read"
    twice = "with a feed listed before"


class Passed(NamedTuple):
    """An outline that is passed over: why, and what it is called."""

    why: Why
    called: str


class Entry(NamedTuple):
    """One address of an outlet that somebody listed; all it says of the outlet stands in ``outlet``.

    ``outlet`` has no id where none is given, and an empty home where none is known.
    """

    address: str
    outlet: Outlet


def entry(outline: Outline) -> Entry | Passed | None:
    """What an outline asks for; None for a folder."""
    kind = outline.first("type").lower()
    given = outline.first("desk:id")
    written = outline.first("xmlurl", "feedurl", "url")
    if not written and not given:
        return _without_feed(outline, kind)
    address = web_address(written)
    if written and not address:
        return Passed(Why.odd, _called(outline, written))
    if not given and (passed := _no_feed(outline, kind, address)):
        return passed
    return _entry(outline, address, outline.first("desk:kind") or ("page" if "html" in kind else ""))


def _without_feed(outline: Outline, kind: str) -> Passed | None:
    """An outline without a feed: a folder, whose list may lie elsewhere; else a link or a note."""
    if elsewhere := outline.first("frss:opmlurl"):
        return Passed(Why.list, _called(outline, elsewhere))
    if outline.holds:
        return None
    home = web_address(outline.first("htmlurl", "href"))
    return Passed(Why.link if home else Why.nothing, _called(outline, home or kind))


def _no_feed(outline: Outline, kind: str, address: str) -> Passed | None:
    """Where the type says that the address is no feed; "HTML+XPath" is a page whose links can be watched."""
    called = _called(outline, address)
    if kind == "include" or address.lower().endswith(_LISTS):
        return Passed(Why.list, called)
    if kind in _NO_FEED:
        return Passed(Why.link, called)
    return Passed(Why.program, f"{called}, {kind}") if "+" in kind and not kind.startswith("html") else None


def _called(outline: Outline, address: str) -> str:
    name = plain(outline.first("text", "title"))[:60]
    if not name and not address:
        name = plain(next(filter(None, outline.attributes.values()), "an empty one"))[:60]
    return f"{name} {address[:120]}".strip()


def _entry(outline: Outline, address: str, kind: str) -> Entry:
    home = web_address(outline.first("htmlurl"))
    country, given = outline.first("desk:country"), outline.first("desk:id")
    languages = (outline.first("desk:languages") or outline.first("language").replace("_", "-")).split()
    return Entry(
        address,
        Outlet(
            id=given if ID.fullmatch(given) else "",
            name=_name(outline),
            home=home if home != address or given else "",
            feeds=(address,) if address and kind not in {"sitemap", "page"} else (),
            country=country if COUNTRY.fullmatch(country) else None,
            languages=tuple(_languages(languages)),
            owner=outline.first("desk:owner") or None,
            sitemaps=(address,) if address and kind == "sitemap" else (),
            pages=(address,) if address and kind == "page" else (),
            folder=_folder(outline),
            selectors=_selectors(outline.first("desk:selectors")),
        ),
    )


def _name(outline: Outline) -> str:
    """The title; markup in it is meant to be shown only where we wrote it ourselves."""
    name = outline.first("title", "text")
    return name if outline.first("desk:id") else plain(name)[:LONGEST_NAME]


def _languages(codes: list[str]) -> Iterator[str]:
    for code in codes:
        language, _, rest = code.partition("-")
        known = f"{language.lower()}-{rest}" if rest else language.lower()
        if LANGUAGE.fullmatch(known):
            yield known


def _folder(outline: Outline) -> str | None:
    """The folders around an outline as a path; else the first of the categories it gives itself."""
    names = [plain(name).replace("/", "-") for name in outline.folders]
    given = outline.first("category").split(",")[0]
    return "/".join(filter(None, names or [plain(part) for part in given.split("/")])) or None


def _selectors(written: str) -> tuple[Selector, ...]:
    try:
        return msgspec.json.decode(written, type=tuple[Selector, ...]) if written else ()
    except msgspec.DecodeError:
        return ()


def plain(name: str) -> str:
    """A name without the markup and references that some programs leave in it."""
    return squeezed(_TAG.sub("", html.unescape(name))).replace("\ufffd", "") if name else ""


def web_address(written: str) -> str:
    """The web address that somebody wrote; empty where it is none.

    ``feed:`` and its like are taken off, what lacks its scheme gets one, gaps are encoded.
    """
    address = "".join(_GAP.sub("%20", part) for part in written.strip().splitlines()).replace("&amp;", "&")
    address = _SCHEME.sub("", address)
    if not _WORD.match(address) or _BARE.fullmatch(address):
        scheme = "http" if _SCHEME.match(written.strip()) else "https"
        address = f"{scheme}://{address.removeprefix('//')}" if _BARE.fullmatch(address) else ""
    scheme, colon, rest = address.partition(":")
    address = f"{scheme.lower()}{colon}{rest}"
    return address if is_web_address(address) else ""
