"""A text as its words, each as it is found and where it stands.

Invariant: what is indexed and what is asked for both go through ``words``, so that a word is found by itself in any of
its spellings. Words of scripts that part none (Chinese, Japanese) are taken letter by letter.
"""

import re
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple

from reportedly.search.folding import SIGNS, WITHIN, folded
from reportedly.search.stem import stem

_UNPARTED: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER: Final = rf"[^\W_{_UNPARTED}]"
_RUN: Final = re.compile(rf"[\w{WITHIN}]+(?:['’][sS](?!\w))?")  # one class: four times as fast as telling words apart
_WORD: Final = re.compile(rf"(?<!['’])(?:[{_UNPARTED}]|{_LETTER}(?:[{WITHIN}]*{_LETTER})*[{SIGNS}]*)")
_PIECE: Final = re.compile(rf"(?:[^\W_]|[{WITHIN}])+")
_MOST: Final = 50_000  # runs of letters kept in memory, some 30 MB; by Zipf's law most words of a text are among them


class Word(NamedTuple):
    """A word: the ``term`` it is found by, its ``form`` with its ending, and where it stands in the text."""

    term: str
    form: str
    start: int
    end: int


class _Known(dict[str, tuple[Word, ...]]):
    """The words in each run of letters that was met, with their places in it."""

    def __missing__(self, run: str) -> tuple[Word, ...]:
        if len(self) >= _MOST:
            self.clear()
        held = self[run] = tuple(_parted(run))
        return held


class _Each(dict[str, tuple[str, ...]]):
    """What the words of each run of letters that was met have in one of their fields."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self._of = attrgetter(field)

    def __missing__(self, run: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        held = self[run] = tuple(map(self._of, _known[run]))
        return held


_known: Final = _Known()
_terms: Final = _Each("term")
_forms: Final = _Each("form")


def words(text: str, first: int = 0) -> Iterator[Word]:
    """The words of a text in their order; a sign that stands for several gives all of them in its place.

    With ``first`` those before that number are left out.
    """
    passed = 0
    for match in _RUN.finditer(text):
        held = _known[match[0]]
        passed += len(held)
        if passed > first:
            place = match.start()
            for term, form, start, end in held[max(0, first - passed + len(held)) :]:
                yield Word(term, form, place + start, place + end)


def terms(text: str, until: int | None = None) -> list[str]:
    """What the words of a text are found by; ``until`` bounds the characters that are looked at."""
    return _each(_terms, text, until)


def forms(text: str, until: int | None = None) -> list[str]:
    """The words of a text with their endings; ``until`` as for ``terms``."""
    return _each(_forms, text, until)


def _each(known: _Each, text: str, until: int | None) -> list[str]:
    runs = _RUN.findall(text, 0, len(text) if until is None else until)
    return list(chain.from_iterable(map(known.__getitem__, runs)))


def vocabulary(text: str) -> set[tuple[str, str]]:
    """The words of a text, each once: its form and what it is found by."""
    return {(word.form, word.term) for run in set(_RUN.findall(text)) for word in _known[run]}


def _parted(run: str) -> Iterator[Word]:
    for match in _WORD.finditer(run):
        plain = folded(match[0])
        for form in _PIECE.findall(plain):
            yield Word(stem(form), form, *match.span())
