"""The saved searches as they are looked up when an article is filed: by one word or mark that each of them requires.

So an article is held only against searches whose rarest word it has, however many there are. The index is made once and
kept with the connection until a search is saved, changed or removed.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.schema import saved_searches, search_beginnings
from reportedly.ledger.search import marks
from reportedly.ledger.search.places import between
from reportedly.search import Beginning, Held, Question, beginnings, question

WORD: Final = "word:"
"""What stands before a word as a key, and ``BEGIN`` before a beginning; other keys are marks."""
BEGIN: Final = "begin:"
_READ: Final = ("entity:", "event:", "claim:")
_KEPT: Final = "saved searches"
_MET: Final = 200_000  # words that need not be looked at again, some 20 MB


class Watched(NamedTuple):
    """A saved search, ready to be answered: its question, the marks it asks for (one of each), between which places."""

    id: str
    asked: Question
    marks: tuple[marks.Either, ...]
    low: int
    high: int

    @property
    def of_reading(self) -> str | None:
        """A mark it asks for that hangs on what is read in an article; None where none does."""
        return min((own for own, *_ in self.marks if own.startswith(_READ)), default=None)

    def passes(self, place: int, held: set[str]) -> bool:
        """Whether an article in this place and with these marks passes the filters."""
        return self.low <= place < self.high and all(not held.isdisjoint(either) for either in self.marks)


class Index:
    """Saved searches by what they require."""

    def __init__(self, begun: dict[str, Beginning]) -> None:
        self.begun = begun
        self.of_reading: set[str] = set()
        self.asking: dict[str, list[Watched]] = {}
        self._lengths = sorted({len(begin) for begin in begun})
        self._met: set[str] = set()
        self._by_word: dict[str, list[Watched]] = {}
        self._by_begin: dict[str, list[Watched]] = {}
        self._by_mark: dict[str, list[Watched]] = {}
        self._by_reading: dict[str, list[Watched]] = {}

    def add(self, watched: Watched, keys: Iterable[str]) -> None:
        """Enter a search."""
        for key in keys:
            if key.startswith(WORD):
                self._by_word.setdefault(key.removeprefix(WORD), []).append(watched)
            elif key.startswith(BEGIN):
                begin = key.removeprefix(BEGIN)
                self._by_begin.setdefault(begin, []).append(watched)
                self._enter(watched, self.begun[begin].terms)
            else:
                self._by_mark.setdefault(key, []).append(watched)
        if watched.of_reading is not None:
            self.of_reading.add(watched.id)
            self._by_reading.setdefault(watched.of_reading, []).append(watched)
        for begin in beginnings(watched.asked):
            self.asking.setdefault(begin, []).append(watched)

    def grow(self, begin: str, now: Beginning) -> None:
        """Let a beginning stand for this from now on."""
        added = now.terms - self.begun[begin].terms
        self.begun[begin] = now
        for watched in self._by_begin.get(begin, ()):
            self._enter(watched, added)

    def grown(self, vocabulary: Mapping[str, str]) -> dict[str, set[str]]:
        """What beginnings would stand for beside what they do, by the words of articles."""
        grown: dict[str, set[str]] = {}
        if not self.begun:
            return grown
        fresh = vocabulary.keys() - self._met
        self._met = set(fresh) if len(self._met) > _MET else self._met.union(fresh)
        for word in fresh:
            for begin in (word[:length] for length in self._lengths):
                begun = self.begun.get(begin)
                if begun and len(word) <= begun.longest and vocabulary[word] not in begun.terms:
                    grown.setdefault(begin, set()).add(vocabulary[word])
        return grown

    def found(self, place: int, held: Held, own: set[str]) -> set[str]:
        """The searches that an article matches, by its words and marks."""
        perhaps = (*self._listed(self._by_word, held.terms), *self._listed(self._by_mark, own))
        return {one.id for one in perhaps if one.passes(place, own) and held.answers(one.asked, self.begun)}

    def passing(self, place: int, own: set[str]) -> list[Watched]:
        """The searches that hang on what was read in an article and whose filters it passes."""
        return [one for one in self._listed(self._by_reading, own) if one.passes(place, own)]

    def _enter(self, watched: Watched, terms: Iterable[str]) -> None:
        for term in terms:
            self._by_word.setdefault(term, []).append(watched)

    @staticmethod
    def _listed(by: dict[str, list[Watched]], held: set[str] | frozenset[str]) -> Iterator[Watched]:
        for key in by.keys() & held:
            yield from by[key]


def index_of(connection: Connection) -> Index | None:
    """The saved searches; None where there are none."""
    version = _newest_version(connection)
    if version == 0:
        return None
    kept = connection.info.get(_KEPT)
    if kept is None or kept[0] != version:
        kept = connection.info[_KEPT] = version, _made(connection)
    index: Index = kept[1]
    return index


def next_version(connection: Connection) -> int:
    """A number for a change: higher than all before, and no other's, even where this transaction is undone."""
    return _newest_version(connection) + _step()


def _step() -> int:
    return 1 + secrets.randbelow(2**31)


def keep(connection: Connection, index: Index, search: str) -> None:
    """Let the index as it is now be that of the ledger, which was changed alike in this transaction."""
    version = connection.info[_KEPT][0] + _step()
    own = saved_searches.c
    connection.execute(sa.update(saved_searches).where(own.id == search).values(version=version))
    connection.info[_KEPT] = version, index


def _newest_version(connection: Connection) -> int:
    return connection.scalar(_NEWEST) or 0


_NEWEST: Final = sa.select(sa.func.max(saved_searches.c.version))


def _made(connection: Connection) -> Index:
    begun = {row.begin: row.stands_for for row in connection.execute(sa.select(search_beginnings))}
    own, needed = saved_searches.c, list[tuple[Watched, tuple[str, ...]]]()
    query = sa.select(own.id, own.words, own.filters, own.required).where(own.removed.is_(None))
    for search, words, filters, required in connection.execute(query):
        low, high = between(filters.since, filters.until)
        needed.append((Watched(search, question(words), tuple(marks.asked(filters)), low, high), required))
    asked = {begin for watched, _ in needed for begin in beginnings(watched.asked)}
    index = Index({begin: begun[begin] for begin in asked})
    for watched, required in needed:
        index.add(watched, required)
    return index
