"""Towns at the head of a paragraph, by the gazetteer: “Quetta: Six people have died in ...” says where, not who.

They are skipped as what else opens a paragraph; the first of an article is its dateline.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from reportedly import languages
from reportedly.read.multilingual.keys import key
from reportedly.read.names import gazetteer
from reportedly.text import Span

MOST: Final = 40  # words of a line without a mark at its end that may still be a headline
LOOKED: Final = 600  # characters of the line that are looked at for it
_TOWN: Final = re.compile(r"([^\W\d_]{2,20}(?:[ \u200c][^\W\d_]{2,20}){0,2})(?:\s?:|\s[-–—ـ])\s{1,3}")
_WORDS: Final = re.compile(r"[^\W\d_]{2,20}(?:[ \u200c][^\W\d_]{2,20}){0,2}")
_BEFORE: Final = re.compile(r"[\W_]*")


def town(text: str, opening: Span, language: str) -> Span | None:
    """The town with which words begin that open a paragraph; None where they begin with none."""
    marks = _BEFORE.match(text, *opening)
    start = marks.end() if marks else opening.start
    match = _WORDS.match(text, start, opening.end)
    while match is not None:
        if _is_town(match[0], language):
            return Span(*match.span())
        shorter = max(match[0].rfind(" "), match[0].rfind("\u200c"))
        match = _WORDS.match(text, start, start + shorter) if shorter > 0 else None
    return None


def first(text: str, openings: Iterable[Span], language: str) -> tuple[Span, Span] | None:
    """The first of the words that open paragraphs which begin with a town, and that town."""
    found = ((opening, town(text, opening, language)) for opening in openings)
    return next(((opening, place) for opening, place in found if place), None)


def end(text: str, start: int, language: str) -> int | None:
    """Where the paragraph begins behind its town; None where it begins with none, or is a headline."""
    match = _TOWN.match(text, start)
    if (
        match is None
        or "\n" in match[0]
        or not _is_town(match[1], language)
        or not _is_told(text, match.end(), language)
    ):
        return None
    return match.end()


def _is_town(words: str, language: str) -> bool:
    """Whether a town is spelled so, and no country: that may speak."""
    places = gazetteer.named(" ".join(map(key, words.split(" "))))
    return any(place.kind == "town" for place in places) and tuple(map(key, words.split(" "))) not in _nations(language)


def _is_told(text: str, start: int, language: str) -> bool:
    """Whether sentences stand in the rest of the line."""
    line = text[start : start + LOOKED].partition("\n")[0]
    return any(mark in line for mark in languages.table(language, "text")["ends"]) or line.count(" ") >= MOST


@cache
def _nations(language: str) -> frozenset[tuple[str, ...]]:
    names = languages.table(language, "nations")["names"].values()
    return frozenset(tuple(map(key, name.split(" "))) for spellings in names for name in spellings)
