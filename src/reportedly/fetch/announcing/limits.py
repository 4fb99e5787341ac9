"""How much of a feed is read: long texts in it not at all, and of its items the first ones.

A parser in Python takes about a second for three million characters; what is cut off is told.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

MOST_CHARACTERS = 3_000_000  # of a feed without its texts
MOST_ITEMS = 2_000
MOST_MARKUP = 150_000  # tags and entities
MOST_UNCLOSED = 10_000  # the time of the parser grows with the square of the depth
READ = """rss rdf feed channel item entry title link guid id origlink language source image textinput url
pubdate published updated modified issued created date available valid lastbuilddate dublincoredate"""
"""The elements that are read, by their names in small letters without prefix; all others may be left out."""
LONG = 200  # characters of a text that is worth leaving out
LONGEST_TAG = 300
_ITEM_ENDS = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
_OPENS = re.compile(r"<[A-Za-z]")
_IS_READ = rf"(?:\w{{1,20}}:)?(?:{'|'.join(READ.split())})\b"
_LONG_TEXT = re.compile(rf"(<(?!{_IS_READ})[A-Za-z][^<>]{{0,{LONGEST_TAG}}}>)[^<>]{{{LONG},}}+(?=</)", re.IGNORECASE)
_READ_OPENS = re.compile(rf"<{_IS_READ}[^<>]*>\s*$", re.IGNORECASE)
_CDATA, _CDATA_ENDS = "<![CDATA[", "]]>"


class Taken(NamedTuple):
    """The text of a feed as far as it is read; ``note`` says what is not, None where nothing is left out."""

    text: str
    note: str | None


def within(text: str) -> Taken | str:
    """The feed within the limits; words on why it is not read where not even one item is within them."""
    text = _without_long_texts(text)
    ends = [item.end() for item in _ITEM_ENDS.finditer(text)]
    kept = ends[: _affordable(text, ends)]
    is_whole = len(kept) == len(ends) and _is_small(text)
    taken = text if is_whole else text[: kept[-1]] if kept else text[:MOST_CHARACTERS]
    if _markup(taken, 0, len(taken)) > MOST_MARKUP:
        return f"the feed has more than {MOST_MARKUP:,} tags and entities: not read"
    if _unclosed(taken) > MOST_UNCLOSED:
        return f"the feed leaves more than {MOST_UNCLOSED:,} tags open: not read"
    return Taken(taken, None if is_whole else _note(len(kept), len(ends)))


def _note(kept: int, there: int) -> str:
    some = f"the first {kept:,} of its {there:,} items" if kept < there else "its beginning"
    return f"only {some} read: the feed is too long to be read whole"


def _is_small(text: str) -> bool:
    return len(text) <= MOST_CHARACTERS and _markup(text, 0, len(text)) <= MOST_MARKUP


def _affordable(text: str, ends: list[int]) -> int:
    """How many of the items, which end there, are within the limits."""
    markup, start = 0, 0
    for many, end in enumerate(islice(ends, MOST_ITEMS)):
        markup += _markup(text, start, end)
        if end > MOST_CHARACTERS or markup > MOST_MARKUP:
            return many
        start = end
    return min(len(ends), MOST_ITEMS)


def _markup(text: str, start: int, end: int) -> int:
    return text.count("<", start, end) + text.count("&", start, end)


def _without_long_texts(text: str) -> str:
    """The feed without the articles within it: what is announced are titles, addresses and dates."""
    return _LONG_TEXT.sub(r"\1", "".join(_without_long_cdata(text)))


def _without_long_cdata(text: str) -> Iterator[str]:
    at = 0
    while (start := text.find(_CDATA, at)) >= 0 and (end := text.find(_CDATA_ENDS, start)) >= 0:
        yield text[at:start]
        at = end + len(_CDATA_ENDS)
        if at - start < LONG or _READ_OPENS.search(text, max(0, start - LONGEST_TAG), start):
            yield text[start:at]
    yield text[at:]


def _unclosed(text: str) -> int:
    return sum(1 for _ in _OPENS.finditer(text)) - text.count("</") - text.count("/>")
