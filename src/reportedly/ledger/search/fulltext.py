"""The full-text index over headlines and texts of articles: SQLite's FTS5, or a ``tsvector`` of PostgreSQL.

The index holds the words that ``reportedly.search`` gives; its rows are the places of articles, so it is read newest
first. Both databases find the same articles for the same question, and rank them alike.
"""

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, tuples
from reportedly.ledger.schema import article_vocabulary
from reportedly.ledger.search import fts5, tsvector
from reportedly.ledger.search.asked import Either, Query, Spelt, Way
from reportedly.search import Beginning, Question, Sought, terms, vocabulary

BEGINNINGS: Final = 200
"""Words that a beginning may stand for. On 200,000 articles the index answers for 100 in 3 ms, for 300 in 29 ms."""
LONGEST: Final = 40
"""Letters of a word that others can be the beginning of."""

_AT_ONCE: Final = 100  # texts in memory


class Words(NamedTuple):
    """What an article is found by, and its place."""

    place: int
    headline: str
    text: str


class Indexed(NamedTuple):
    """What is found by its words now: each article's place with the terms of its headline and text, and all words."""

    articles: list[tuple[int, list[str], list[str]]]
    vocabulary: dict[str, str]


def index(connection: Connection, given: Iterable[Words]) -> Indexed:
    """Make the words of articles findable; quickest in the order of their places."""
    done = Indexed([], {})
    for some in batches.of(given, _AT_ONCE):
        rows = [(own.place, terms(own.headline), terms(own.text)) for own in some]
        _kept_by(connection).put(connection, rows)
        known = {word: term for own in some for word, term in vocabulary(f"{own.headline}\n{own.text}")}
        words = [(word, term) for word, term in sorted(known.items()) if len(word) <= LONGEST]
        tuples.insert_new(connection, article_vocabulary, ("word", "term"), words)
        done.articles.extend(rows)
        done.vocabulary.update(words)
    return done


def drop(connection: Connection, given: Iterable[Words]) -> None:
    """Let articles not be found any more; their words as they were given before."""
    for some in batches.of(given, _AT_ONCE):
        rows = [(own.place, terms(own.headline), terms(own.text)) for own in some]
        _kept_by(connection).take_out(connection, rows)


def _kept_by(connection: Connection) -> ModuleType:
    """What keeps the words in this database."""
    return fts5 if connection.dialect.name == "sqlite" else tsvector


def spelt(connection: Connection, asked: Question) -> Spelt | None:
    """The question as an index takes it; None where nothing can answer it, for no word begins so."""
    cut: list[str] = []
    wanted = tuple(_either(connection, sought, cut) for sought in asked.wanted)
    unwanted = (_either(connection, sought, cut) for sought in asked.unwanted)
    return Spelt(wanted, tuple(filter(None, unwanted)), tuple(cut)) if all(wanted) else None


def query(connection: Connection, asked: Question) -> Query | None:
    """The question for the index of this database; None where nothing can answer it."""
    known = spelt(connection, asked)
    made: Query | None = _kept_by(connection).query(known) if known else None
    return made


def ranked(connection: Connection, asked: Question, places: Sequence[int]) -> list[int]:
    """The places of articles that match, given newest first, with those first that match best."""
    known = spelt(connection, asked)
    found: list[int] = _kept_by(connection).ranked(connection, known, places)
    return found


def _either(connection: Connection, sought: Sought, cut: list[str]) -> Either:
    if not sought.begins:
        return tuple(Way(way, sought.near) for way in sought.ways)
    begin = sought.ways[0][0]
    held = begun(connection, begin)
    if held.cut:
        cut.append(begin)
    return tuple(Way((term,)) for term in sorted(held.terms))


def begun(connection: Connection, begin: str) -> Beginning:
    """The terms of the words that begin so."""
    own = article_vocabulary.c
    after = begin[:-1] + chr(ord(begin[-1]) + 1)
    length = sa.func.min(sa.func.length(own.word))
    query = sa.select(own.term, length).where(own.word >= begin, own.word < after).group_by(own.term)
    found = connection.execute(query.order_by(length, own.term).limit(BEGINNINGS + 1)).all()
    cut, held = len(found) > BEGINNINGS, found[:BEGINNINGS]
    return Beginning(frozenset(term for term, _ in held), held[-1][1] if cut else LONGEST, cut)


def counted(connection: Connection, term: str, most: int) -> int:
    """How many articles have a word, ``most`` at most."""
    many: int = _kept_by(connection).counted(connection, term, most)
    return many


def is_elsewhere(connection: Connection, term: str, but: set[int]) -> bool:
    """Whether an article in another place than these has a word."""
    held = _kept_by(connection).some_with(connection, term, len(but) + 1)
    return any(place not in but for place in held)
