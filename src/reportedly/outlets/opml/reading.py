"""A list of feeds, as outlets; and what of it was passed over, so that nothing is lost without a word."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reportedly.errors import BadInput
from reportedly.outlets.opml import joining
from reportedly.outlets.opml.decoding import decoded
from reportedly.outlets.opml.entries import Entry, Passed, Why, entry
from reportedly.outlets.opml.lines import lines
from reportedly.outlets.opml.outlines import Outline, outlines
from reportedly.records import Outlet

_FIRST = re.compile(r"\s*<(?:\?xml[^>]{0,300}>\s*)?(?:!doctype[^>]{0,300}>\s*<)?\s*<?([^\s<>/!?]{1,40})", re.IGNORECASE)


class PassedOver(NamedTuple):
    """How many outlines were passed over for one reason, and what the first of them is called."""

    many: int
    why: str
    first: str


class Listing(NamedTuple):
    """The outlets of a list, in its order, and what was passed over, the most frequent first."""

    outlets: tuple[Outlet, ...]
    passed_over: tuple[PassedOver, ...]


def read(data: bytes) -> tuple[Outlet, ...]:
    """The outlets of an OPML file, in its order; raises ``BadInput`` as ``listing`` does."""
    return listing(data).outlets


def listing(data: bytes) -> Listing:
    """The outlets of an OPML file or a plain list of addresses, and what of it was passed over.

    Broken XML is mended. Raises ``BadInput`` where the file is neither, or lists no feed.
    """
    text = decoded(data)
    found = list(outlines(text)) or list(lines(text))
    if not found and not re.search(r"<(?:\w+:)?opml\b", text, re.IGNORECASE):
        first = _FIRST.match(text)
        held = f"its outermost element is <{first[1]}>" if first else f"it begins {text.strip()[:20]!r}"
        raise BadInput(f"not an OPML file: {held}; wanted the <opml> that feed readers export, or an address a line")
    entries, passed = _sorted(found)
    if not entries:
        told = "".join(f"; {one.many:,} {one.why}" for one in passed)
        raise BadInput(f"the OPML file lists no feed: wanted outlines with an xmlUrl{told}")
    return Listing(joining.joined(entries), passed)


def _sorted(found: Iterable[Outline]) -> tuple[list[Entry], tuple[PassedOver, ...]]:
    entries: dict[tuple[str, str], Entry] = {}
    passed: dict[Why, list[str]] = {}
    for asked in map(entry, found):
        if isinstance(asked, Passed):
            passed.setdefault(asked.why, []).append(asked.called)
        elif asked:
            key = (asked.address, asked.outlet.id)
            if asked.address and key in entries:
                passed.setdefault(Why.twice, []).append(asked.address)
            entries[key] = _once(entries.get(key), asked)
    told = [PassedOver(len(called), str(why), called[0]) for why, called in passed.items()]
    return list(entries.values()), tuple(sorted(told, key=lambda one: -one.many))


def _once(known: Entry | None, more: Entry) -> Entry:
    """A feed listed twice, once in a folder: it lies there."""
    return Entry(known.address, joining.with_more(known.outlet, more.outlet)) if known else more
