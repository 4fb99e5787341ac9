"""Which way the clause of a time looks, back or ahead, by the words of its language that say so: verbs, and plans.

The nearest such word decides, first on the side where the language has its verbs; words that begin another clause and
marks end the search, and only then the rest of the sentence is asked.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.times.table import Tense

_LETTERS = re.compile(r"[^\W\d_a-z]+")
_MARKS = r"[.;:!?\"«»“”()\[\]\n]"


def pattern(patterns: list[str]) -> re.Pattern[str]:
    """Patterns of a table as one, that finds whole words of a folded text."""
    return re.compile(rf"(?<!\w)(?:{_any(patterns)})(?!\w)")


def _any(patterns: list[str]) -> str:
    """Patterns of the table, with their letters folded, as one; one that never matches where there are none."""
    return "|".join(_LETTERS.sub(lambda run: key(run[0]), pattern) for pattern in patterns) or "(?!)"


@dataclass(frozen=True)
class Direction:
    """The tense of a language."""

    tense: Tense

    @cached_property
    def _telling(self) -> re.Pattern[str]:
        told = self.tense
        return re.compile(
            rf"(?<!\w)(?:(?P<none>{_any(told.neither)})|(?P<ahead>{_any(told.ahead)})|(?P<back>{_any(told.back)}))(?!\w)"
        )

    @cached_property
    def _stop(self) -> re.Pattern[str]:
        return re.compile(f"{_MARKS}|{pattern(self.tense.stops).pattern}")

    def looks_back(self, word: str) -> bool:
        """Whether a word by itself tells that its clause looks back."""
        found = self._telling.fullmatch(word)
        return found is not None and _way(found) < 0

    def of(self, low: str, start: int, end: int) -> int:
        """1 where the clause of the words there looks ahead, -1 where it looks back, 0 where nothing says."""
        left = max((stop.end() for stop in self._stop.finditer(low, 0, start)), default=0)
        stop = self._stop.search(low, end)
        right = stop.start() if stop else len(low)
        near = (self._before(low, left, start), self._behind(low, end, right))
        far = (self._before(low, 0, left), self._behind(low, right, len(low)))
        order = (1, 0) if self.tense.first == "behind" else (0, 1)
        return next((way for ways in (near, far) for side in order if (way := ways[side])), 0)

    def _behind(self, low: str, start: int, end: int) -> int:
        return next((way for m in self._telling.finditer(low, start, end) if (way := _way(m))), 0)

    def _before(self, low: str, start: int, end: int) -> int:
        ways = [way for m in self._telling.finditer(low, start, end) if (way := _way(m))]
        return ways[-1] if ways else 0


def _way(match: re.Match[str]) -> int:
    return 1 if match["ahead"] is not None else -1 if match["back"] is not None else 0
