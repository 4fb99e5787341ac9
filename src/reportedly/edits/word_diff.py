"""Which words of one text another has in their place.

Words that stand exactly once in both texts tie them together, as in patience diff (Bram Cohen); what lies between two
ties is compared in the same way, and short stretches by ``difflib``. So the work grows about as the length of the
texts, where a plain comparison of all words grows with its square.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from reportedly.edits.tokens import Token
from reportedly.records import Rewording
from reportedly.text import Span

SHORT = 40_000  # words of one side times words of the other: below it difflib takes some milliseconds
DEEPEST = 40  # ties within ties; no text that people wrote needs a tenth of it
# Two changes are shown as one where few words between them are the same, and both changes are many times as long.
SHARED_WORDS = 2
TIMES_AS_LONG = 4


class _Run(NamedTuple):
    """The tokens from ``i`` of one text are those from ``j`` of the other, ``n`` of them."""

    i: int
    j: int
    n: int


class Gap(NamedTuple):
    """The tokens ``[i, i_end)`` of one text have become ``[j, j_end)`` of the other."""

    i: int
    i_end: int
    j: int
    j_end: int

    @property
    def size(self) -> int:
        """How many tokens of both sides lie in it."""
        return self.i_end - self.i + self.j_end - self.j


def rewordings(before: Sequence[Token], after: Sequence[Token]) -> tuple[Rewording, ...]:
    """What was struck and what was added for it, in the order of the texts, as spans of both.

    Between two rewordings both texts have the same words. An empty span stands right behind the word before it.
    """
    joined = _joined(gaps(before, after))
    return tuple(Rewording(_span(before, gap.i, gap.i_end), _span(after, gap.j, gap.j_end)) for gap in joined)


def gaps(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Gap]:
    """Where the two differ, by the indexes of their tokens, in order."""
    a, b = ([token.same for token in side] for side in (before, after))
    return _gaps(_runs(a, b), len(a), len(b))


def _span(side: Sequence[Token], start: int, end: int) -> Span:
    if start == end:
        offset = side[start - 1].span.end if start else 0
        return Span(offset, offset)
    return Span(side[start].span.start, side[end - 1].span.end)


def _gaps(runs: Sequence[_Run], a_end: int, b_end: int) -> Iterator[Gap]:
    i = j = 0
    for run in (*runs, _Run(a_end, b_end, 0)):
        if run.i > i or run.j > j:
            yield Gap(i, run.i, j, run.j)
        i, j = run.i + run.n, run.j + run.n


def _joined(gaps: Iterator[Gap]) -> list[Gap]:
    """A word or two that two long changes happen to share are no firm ground: the changes are shown as one."""
    joined: list[Gap] = []
    for gap in gaps:
        between = gap.i - joined[-1].i_end if joined else 0
        if joined and between <= SHARED_WORDS and min(joined[-1].size, gap.size) >= TIMES_AS_LONG * between:
            joined[-1] = Gap(joined[-1].i, gap.i_end, joined[-1].j, gap.j_end)
        else:
            joined.append(gap)
    return joined


def _runs(a: Sequence[str], b: Sequence[str]) -> list[_Run]:
    """Where the two agree, ascending in both."""
    runs: list[_Run] = []
    waiting = [(Gap(0, len(a), 0, len(b)), 0)]
    while waiting:
        gap, depth = waiting.pop()
        gap, ends = _trimmed(a, b, gap)
        runs += ends
        if gap.i == gap.i_end or gap.j == gap.j_end:
            continue
        if (gap.i_end - gap.i) * (gap.j_end - gap.j) <= SHORT:
            runs += _plainly(a, b, gap)
        elif depth < DEEPEST and (ties := _ties(a, b, gap)):
            waiting += [(between, depth + 1) for between in _between(ties, gap)]
            runs += ties
    return sorted(runs)


def _trimmed(a: Sequence[str], b: Sequence[str], gap: Gap) -> tuple[Gap, list[_Run]]:
    """The gap without the words that both sides begin and end with, and these words."""
    i, i_end, j, j_end = gap
    while i < i_end and j < j_end and a[i] == b[j]:
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    ends = (_Run(gap.i, gap.j, i - gap.i), _Run(i_end, j_end, gap.i_end - i_end))
    return Gap(i, i_end, j, j_end), [run for run in ends if run.n]


def _plainly(a: Sequence[str], b: Sequence[str], gap: Gap) -> Iterator[_Run]:
    matcher = SequenceMatcher(None, a[gap.i : gap.i_end], b[gap.j : gap.j_end], autojunk=False)
    for i, j, n in matcher.get_matching_blocks():
        if n:
            yield _Run(gap.i + i, gap.j + j, n)


def _ties(a: Sequence[str], b: Sequence[str], gap: Gap) -> list[_Run]:
    """Words that stand once on either side, as many as keep their order: the longest ascending row of places."""
    ours, theirs = a[gap.i : gap.i_end], b[gap.j : gap.j_end]
    once = {word for word, n in Counter(ours).items() if n == 1} & {
        word for word, n in Counter(theirs).items() if n == 1
    }
    places = {word: gap.j + n for n, word in enumerate(theirs) if word in once}
    pairs = [(gap.i + n, places[word]) for n, word in enumerate(ours) if word in once]
    return [_Run(i, j, 1) for i, j in _ascending(pairs)]


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``pairs``, ascending by their first, that ascends by their second too (patience sorting)."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_, j) in enumerate(pairs):
        pile = bisect_left(ends, j)
        before.append(last[pile - 1] if pile else None)
        ends[pile : pile + 1], last[pile : pile + 1] = [j], [number]
    row: list[tuple[int, int]] = []
    at_last = last[-1] if last else None
    while at_last is not None:
        row.append(pairs[at_last])
        at_last = before[at_last]
    return row[::-1]


def _between(ties: Sequence[_Run], gap: Gap) -> Iterator[Gap]:
    i, j = gap.i, gap.j
    for tie in (*ties, _Run(gap.i_end, gap.j_end, 0)):
        yield Gap(i, tie.i, j, tie.j)
        i, j = tie.i + tie.n, tie.j + tie.n
