"""The words of walls, by their kinds, in many languages (``data/walls.toml``): each word with all it is a sign of."""

import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.extract.page.headline import key

PREFIX = 4  # letters from which the beginning of a word stands for it
LONGEST = 14  # letters of a beginning
REMEMBERED = 50_000  # words
READER, REPORTS, SMALL = 1, 2, 4  # speaks to the reader; tells what somebody says; says nothing of what the title is of

_ARTICLES = ("وال", "ال", "لل", "و", "ب", "ل")


class Kind(NamedTuple):
    """One kind of wall: in plain words ``what`` it is, and the signs of words in its titles and in its text."""

    what: str
    in_titles: int
    in_text: int


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds of walls."""
    told = [lists["what"] for name, lists in _lists().items() if "what" in lists]
    return tuple(Kind(what, 8 << (2 * n), 16 << (2 * n)) for n, what in enumerate(told))


@lru_cache(REMEMBERED)
def signs(word: str) -> int:
    """What a word, as ``key`` leaves it, is a sign of: bits of ``READER`` and its like, and those of each kind."""
    found = _begun(word)
    for article in _ARTICLES:  # Arabic hangs articles, "and" and "in" onto the front of a word
        if word.startswith(article) and len(word) - len(article) >= PREFIX:
            found |= _begun(word[len(article) :])
    return found


def _begun(word: str) -> int:
    whole, beginnings = _stems()
    found = whole.get(word, 0)
    for end in range(PREFIX, min(len(word), LONGEST) + 1):
        found |= beginnings.get(word[:end], 0)
    return found


@cache
def _stems() -> tuple[dict[str, int], dict[str, int]]:
    """The signs of whole words, and of beginnings of words."""
    whole: dict[str, int] = defaultdict(int)
    beginnings: dict[str, int] = defaultdict(int)
    lists = _lists()
    for words, sign in (
        (lists["reader"]["words"], READER | SMALL),
        (lists["reader"]["small"], SMALL),
        (lists["reports"]["words"], REPORTS),
    ):
        for stem in key(words).split():
            whole[stem] |= sign
    told = [found for found in lists.values() if "what" in found]
    for kind, found in zip(kinds(), told, strict=True):
        for words, sign in ((found["titles"], kind.in_titles), (found["words"], kind.in_text)):
            for stem in key(words).split():
                (whole if len(stem) < PREFIX else beginnings)[stem[:LONGEST]] |= sign
    return dict(whole), dict(beginnings)


@cache
def _lists() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("reportedly.extract.page") / "data" / "walls.toml").read_text("utf-8"))
