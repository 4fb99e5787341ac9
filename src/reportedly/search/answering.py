"""Whether one text answers a question, without any index: the same answer as the index gives.

A text has a headline and a body. A row of words stands in one of them, never across both.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, Self

from reportedly.search.question import Question, Sought
from reportedly.search.words import terms


class Beginning(NamedTuple):
    """What the words that begin so are found by; of the shortest words where there are too many (``cut``).

    No word of more than ``longest`` letters counts.
    """

    terms: frozenset[str]
    longest: int
    cut: bool = False


Begun = Mapping[str, Beginning]
"""What beginnings stand for."""

_NOWHERE: Final = -1


class Held:
    """What an article is found by: the terms of its headline and of its text."""

    def __init__(self, headline: list[str], text: list[str]) -> None:
        self._parts = headline, text
        self.terms = frozenset(headline).union(text)

    @classmethod
    def of(cls, headline: str, text: str) -> Self:
        """What an article with these is found by."""
        return cls(terms(headline), terms(text))

    def answers(self, asked: Question, begun: Begun) -> bool:
        """Whether all that is wanted stands here and nothing that is not."""
        return all(self._has(one, begun) for one in asked.wanted) and not any(
            self._has(one, begun) for one in asked.unwanted
        )

    def _has(self, sought: Sought, begun: Begun) -> bool:
        if sought.begins:
            return not begun[sought.ways[0][0]].terms.isdisjoint(self.terms)
        if sought.near is not None:
            return self._near(sought.ways[0], sought.near)
        return any(self._in_a_row(way) for way in sought.ways)

    def _in_a_row(self, way: tuple[str, ...]) -> bool:
        if not self.terms.issuperset(way):
            return False
        return len(way) == 1 or any(_is_row(part, way) for part in self._parts)

    def _near(self, way: tuple[str, ...], near: int) -> bool:
        if not self.terms.issuperset(way):
            return False
        return any(_are_near(part, set(way), near + len(way)) for part in self._parts)


def beginnings(asked: Question) -> tuple[str, ...]:
    """The beginnings that a question asks for."""
    some = (one.ways[0][0] for one in (*asked.wanted, *asked.unwanted) if one.begins)
    return tuple(dict.fromkeys(some))


def _is_row(part: list[str], way: tuple[str, ...]) -> bool:
    """Whether these words stand one after another."""
    row, many = list(way), len(way)
    return any(part[at : at + many] == row for at in _places(part, way[0]))


def _places(part: list[str], term: str) -> Iterator[int]:
    at = _NOWHERE
    for _ in range(part.count(term)):
        at = part.index(term, at + 1)
        yield at


def _are_near(part: list[str], wanted: set[str], width: int) -> bool:
    """Whether so many words on end hold all that are wanted."""
    last: dict[str, int] = {}
    for at, term in enumerate(part):
        if term in wanted:
            last[term] = at
            if len(last) == len(wanted) and at - min(last.values()) < width:
                return True
    return False
