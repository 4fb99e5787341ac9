"""Which way the clause of a time looks, back or ahead, by the words of its language that say so: verbs, and plans.

The nearest such word decides, first on the side where the language has its verbs; words that begin another clause and
marks end the search, and only then the rest of the sentence is asked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.times.table import Tense

_LETTERS = re.compile(r"[^\W\d_a-z]+")
_MARKS = r"[.;:!?\"«»“”()\[\]\n]"
_LINES = 64  # sentences of which the words that tell are remembered


def pattern(patterns: list[str]) -> re.Pattern[str]:
    """Patterns of a table as one, that finds whole words of a folded text."""
    return re.compile(rf"(?<!\w)(?:{any_of(patterns)})(?!\w)")


def any_of(patterns: list[str]) -> str:
    """Patterns of the table, with their letters folded, as one; one that never matches where there are none."""
    return "|".join(_LETTERS.sub(lambda run: key(run[0]), pattern) for pattern in patterns) or "(?!)"


class _Line(NamedTuple):
    """Of one line: where words stand that tell the tense, and what they tell; where clauses begin and end."""

    starts: Sequence[int]
    ends: Sequence[int]
    ways: Sequence[int]
    stops: Sequence[int]
    openings: Sequence[int]

    def before(self, left: int, right: int) -> int:
        """What the last word between two places tells."""
        last = bisect_right(self.ends, right) - 1
        return self.ways[last] if last >= 0 and self.ends[last] > left else 0

    def behind(self, left: int, right: int) -> int:
        """What the first word between two places tells."""
        first = bisect_left(self.starts, left)
        return self.ways[first] if first < len(self.starts) and self.starts[first] < right else 0

    def clause(self, start: int, end: int, length: int) -> tuple[int, int]:
        """The clause around two places."""
        opened, stopped = bisect_right(self.openings, start), bisect_left(self.stops, end)
        left = self.openings[opened - 1] if opened else 0
        return left, self.stops[stopped] if stopped < len(self.stops) else length


class Direction:
    """The tense of a language."""

    def __init__(self, tense: Tense) -> None:
        """From its table."""
        self._first = tense.first
        self._tense = tense
        self._line = lru_cache(maxsize=_LINES)(self._of_line)

    @cached_property
    def _telling(self) -> re.Pattern[str]:
        told = self._tense
        return re.compile(
            rf"(?<!\w)(?:(?P<none>{any_of(told.neither)})|(?P<ahead>{any_of(told.ahead)})|(?P<back>{any_of(told.back)}))(?!\w)"
        )

    @cached_property
    def _stop(self) -> re.Pattern[str]:
        return re.compile(f"{_MARKS}|{pattern(self._tense.stops).pattern}")

    def looks_back(self, word: str) -> bool:
        """Whether a word by itself tells that its clause looks back."""
        found = self._telling.fullmatch(word)
        return found is not None and _way(found) < 0

    def of(self, low: str, start: int, end: int) -> int:
        """1 where the clause of the words there looks ahead, -1 where it looks back, 0 where nothing says."""
        line = self._line(low)
        left, right = line.clause(start, end, len(low))
        near = (line.before(left, start), line.behind(end, right))
        far = (line.before(0, left), line.behind(right, len(low)))
        order = (1, 0) if self._first == "behind" else (0, 1)
        return next((way for ways in (near, far) for side in order if (way := ways[side])), 0)

    def _of_line(self, low: str) -> _Line:
        told = [(match, way) for match in self._telling.finditer(low) if (way := _way(match))]
        stops = [stop.span() for stop in self._stop.finditer(low)]
        return _Line(
            starts=[match.start() for match, _ in told],
            ends=[match.end() for match, _ in told],
            ways=[way for _, way in told],
            stops=[start for start, _ in stops],
            openings=[end for _, end in stops],
        )


def _way(match: re.Match[str]) -> int:
    return 1 if match["ahead"] is not None else -1 if match["back"] is not None else 0
