"""What two parts of an article share: the words as far as both of them reach.

A teaser breaks off after so many letters, often within a word. Where words before that are changed it breaks off
elsewhere: what one of the two lacks at its end was not struck, and what it has more there was not added.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.edits.tokens import Token
from reportedly.edits.word_diff import Gap, gaps
from reportedly.records import Claim, StatementChange

POINTER = 16  # words and marks that may stand behind the dots of a teaser: "Continue reading ..."
DOTS = "…"


class Shared(NamedTuple):
    """The tokens of two parts as far as both reach; ``apart`` says whether one of them goes on from there."""

    before: Sequence[Token]
    after: Sequence[Token]
    apart: bool

    def holds(self, change: StatementChange) -> bool:
        """Whether the statement ends before one of the two breaks off: what is cut short is not put differently."""
        return not self.apart or (_ends_within(change.before, self.before) and _ends_within(change.after, self.after))


def shared(before: Sequence[Token], after: Sequence[Token]) -> Shared:
    """Both parts up to where one of them breaks off, each without the dots and pointers at its end."""
    before, after = _body(before), _body(after)
    i, j = _reach(before, after)
    return Shared(before[:i], after[:j], apart=(i, j) != (len(before), len(after)))


def _ends_within(claim: Claim | None, side: Sequence[Token]) -> bool:
    return claim is None or (bool(side) and claim.span.end < side[-1].span.end)


def _body(side: Sequence[Token]) -> Sequence[Token]:
    """The tokens before the dots that a teaser ends with, up to the last word."""
    end = next((i for i in range(len(side) - 1, max(-1, len(side) - POINTER - 1), -1) if _is_dots(side, i)), len(side))
    while end and not side[end - 1].is_word:
        end -= 1
    return side[:end]


def _is_dots(side: Sequence[Token], i: int) -> bool:
    return side[i].same == DOTS or [token.same for token in side[i : i + 3]] == ["."] * 3


def _reach(before: Sequence[Token], after: Sequence[Token]) -> tuple[int, int]:
    """How many tokens of either stand before the place where one of them breaks off."""
    last = next(reversed(list(gaps(before, after))), None)
    last = _at_the_end(last, before, after) if last else None
    if last is None:
        return len(before), len(after)
    common = min(last.i_end - last.i, last.j_end - last.j)
    if common and _is_one_cut(before[last.i + common - 1].same, after[last.j + common - 1].same):
        common -= 1
    return last.i + common, last.j + common


def _is_one_cut(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)


def _at_the_end(last: Gap, before: Sequence[Token], after: Sequence[Token]) -> Gap | None:
    """The last gap where nothing follows it; None where both go on together behind it.

    One part may by chance break off with the very words that the other goes on and ends with: "ten died in the" and
    "ten died in the harbour of the". Then the gap before these words is moved behind them.
    """
    more = len(before) - last.i_end
    if not more:
        return last
    if last.j == last.j_end and _repeats(before, last.i, last.i_end):
        return Gap(last.i + more, len(before), len(after), len(after))
    if last.i == last.i_end and _repeats(after, last.j, last.j_end):
        return Gap(len(before), len(before), last.j + more, len(after))
    return None


def _repeats(side: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words from ``end`` to the very end stand from ``start`` on too."""
    return all(side[start + n].same == token.same for n, token in enumerate(side[end:]))
