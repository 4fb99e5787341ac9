"""A question as an index of words takes it: what is sought in the ways that its words are kept."""

from typing import Any, NamedTuple


class Way(NamedTuple):
    """Terms that stand in a row; with ``near`` within so many others of each other, in any order."""

    terms: tuple[str, ...]
    near: int | None = None

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The words that count for how well it matches, each as a row; those near each other by themselves."""
        return (self.terms,) if self.near is None else tuple((term,) for term in self.terms)


Either = tuple[Way, ...]
"""One of these ways; none where no word begins as it was asked."""


class Spelt(NamedTuple):
    """A question with its beginnings spelt out, and the beginnings that stand for too many words."""

    wanted: tuple[Either, ...]
    unwanted: tuple[Either, ...]
    cut: tuple[str, ...]

    @property
    def terms(self) -> int:
        """How many terms are looked up."""
        return sum(len(way.terms) for either in (*self.wanted, *self.unwanted) for way in either)


class Query(NamedTuple):
    """A question for the index of words: a condition on its rows, and the values in it. ``place`` is a row's place."""

    place: str
    condition: str
    values: dict[str, Any]
    terms: int
    cut: tuple[str, ...]
