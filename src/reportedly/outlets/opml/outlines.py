"""The outlines of an OPML file, however broken its XML is.

A list of feeds is worth more than its syntax: a bare ``&``, a quotation mark too many, a file cut off in the middle
cost at most the outline they stand in. Nothing is expanded and nothing is loaded, so no file can blow up. The text is
gone through once, from its beginning to its end.
"""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

OURS: Final = "https://opml.org/ext/reportedly"
DEEPEST: Final = 20  # folders within folders that are told apart
_TAG: Final = re.compile(r"<!--|<(/?)(?:[\w.-]{1,50}:)?outline(?=[\s/>])", re.IGNORECASE)
_PREFIX: Final = re.compile(rf"""xmlns:([\w.-]{{1,50}})\s{{0,9}}=\s{{0,9}}["']{re.escape(OURS)}["']""")
_PART: Final = re.compile(
    r"""[\s/]*(?:(>)|(?=<)|([^\s"'<>/=]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?|["'=]+)"""
)
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")


class Outline(NamedTuple):
    """An outline: its attributes by names in small letters (ours begin with ``desk:``), the names of its folders.

    ``holds`` tells one that may have others within.
    """

    attributes: dict[str, str]
    folders: tuple[str, ...]
    holds: bool

    def first(self, *names: str) -> str:
        """The first of these attributes that is not empty; an empty string where all are."""
        return next((value for name in names if (value := self.attributes.get(name, "").strip())), "")


def outlines(text: str) -> Iterator[Outline]:
    """The outlines of a file in their order; those in comments are none."""
    ours = {f"{prefix.lower()}:" for prefix in _PREFIX.findall(text)}
    around: list[str] = []
    place, commented = 0, True
    while tag := _TAG.search(text, place):
        place = tag.end()
        if tag[0] == "<!--":
            end = text.find("-->", place) if commented else -1
            commented, place = end >= 0, max(end, place)
        elif tag[1]:
            del around[-1:]
        else:
            attributes, place = _attributes(text, place, ours)
            holds = "/" not in text[place - 2 : place]
            yield Outline(attributes, _named(around), holds)
            if holds:
                around.append(_folder(attributes))


def _named(around: list[str]) -> tuple[str, ...]:
    """The names of the folders around an outline, the outermost first; looked for no deeper than anybody files."""
    return tuple(name for name in around[: 5 * DEEPEST] if name)[:DEEPEST]


def _folder(attributes: dict[str, str]) -> str:
    """What the outlines within lie in; a feed is no folder."""
    return "" if "xmlurl" in attributes else attributes.get("text") or attributes.get("title") or ""


def _attributes(text: str, place: int, ours: set[str]) -> tuple[dict[str, str], int]:
    """The attributes of a tag from behind its name on, the first of each name, and where the tag ends."""
    found: dict[str, str] = {}
    while part := _PART.match(text, place):
        place = part.end()
        if part[1] or text[place : place + 1] == "<":
            break
        if part[2]:
            name, value = part[2].lower(), next((value for value in part.groups()[2:] if value is not None), "")
            prefix, colon, bare = name.partition(":")
            found.setdefault(f"desk:{bare}" if prefix + colon in ours else name, _plain(value))
    return found, place


def _plain(value: str) -> str:
    """A value without references, HTML's included; a bare ``&`` stays what it is."""
    return _REFERENCE.sub(lambda reference: html.unescape(reference[0]), value) if "&" in value else value
