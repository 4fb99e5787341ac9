"""The full-text index over headlines and texts of articles, and all that is particular to SQLite's FTS5.

The index holds the words that ``reportedly.search`` gives and no text; its rows are the places of articles, so it is
read newest first. A row is taken out by the same words once more. On PostgreSQL the words would stand in a ``tsvector``
with a GIN index, put together of the same terms and their numbers; a question would become a ``tsquery``.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.errors import UsageError
from reportedly.ledger import batches
from reportedly.ledger.schema import article_vocabulary
from reportedly.search import Beginning, Question, Sought, terms, vocabulary

CREATE: Final = "CREATE VIRTUAL TABLE article_words USING fts5(headline, text, content='', tokenize='ascii')"
BEGINNINGS: Final = 200
"""Words that a beginning may stand for. On 200,000 articles the index answers for 100 in 3 ms, for 300 in 29 ms."""

_EVERY: Final = "\ue000"  # stands in every headline and is no word that anybody can type
_AT_ONCE: Final = 100  # texts in memory
LONGEST: Final = 40  # letters of a word that others can be the beginning of
_INSERT: Final = "INSERT INTO article_words (rowid, headline, text) VALUES (?, ?, ?)"
_LEARN: Final = "INSERT INTO article_vocabulary (word, term) VALUES (?, ?) ON CONFLICT DO NOTHING"
_DELETE: Final = "INSERT INTO article_words (article_words, rowid, headline, text) VALUES ('delete', ?, ?, ?)"


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
    if not _is_here(connection):
        return done
    for some in batches.of(given, _AT_ONCE):
        rows = [(own.place, terms(own.headline), terms(own.text)) for own in some]
        connection.exec_driver_sql(_INSERT, [_row(*row) for row in rows])
        known = {word: term for own in some for word, term in vocabulary(f"{own.headline}\n{own.text}")}
        words = [(word, term) for word, term in sorted(known.items()) if len(word) <= LONGEST]
        if words:
            connection.exec_driver_sql(_LEARN, words)
        done.articles.extend(rows)
        done.vocabulary.update(words)
    return done


def drop(connection: Connection, given: Iterable[Words]) -> None:
    """Let articles not be found any more; their words as they were given before."""
    if not _is_here(connection):
        return
    for some in batches.of(given, _AT_ONCE):
        rows = [_row(own.place, terms(own.headline), terms(own.text)) for own in some]
        connection.exec_driver_sql(_DELETE, rows)


def _is_here(connection: Connection) -> bool:
    """Whether the database has this index."""
    return connection.dialect.name == "sqlite"


def _row(place: int, headline: list[str], text: list[str]) -> tuple[int, str, str]:
    return place, " ".join((_EVERY, *headline)), " ".join(text)


class Query(NamedTuple):
    """A question as FTS5 takes it, how many terms it looks up, and the beginnings that stand for too many words."""

    match: str
    terms: int
    cut: tuple[str, ...]


def query(connection: Connection, asked: Question) -> Query | None:
    """The question for the index; None where nothing can answer it, for no word begins so. Raises ``UsageError``."""
    if not _is_here(connection):
        raise UsageError(f"words can be sought only in SQLite yet; this ledger is {connection.dialect.name}")
    spelt = _Spelling(connection)
    wanted = [spelt.of(sought) for sought in asked.wanted]
    unwanted = [words for words in map(spelt.of, asked.unwanted) if words]
    if not all(wanted):
        return None
    match = " AND ".join(wanted) or f'"{_EVERY}"'
    if unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    return Query(match, spelt.terms, tuple(spelt.cut))


class _Spelling:
    """What is sought in the words of FTS5."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.terms = 0
        self.cut: list[str] = []

    def of(self, sought: Sought) -> str:
        """An expression; empty where no word begins so."""
        ways = [*self._begun(sought.ways[0][0])] if sought.begins else sought.ways
        self.terms += sum(map(len, ways))
        if sought.near is not None:
            between = sought.near + len(ways[0]) - 2  # FTS5 counts the words in the middle too
            return f"NEAR({' '.join(map(_quoted, ways[0]))}, {between})"
        return f"({' OR '.join(_quoted(' '.join(way)) for way in ways)})" if ways else ""

    def _begun(self, begin: str) -> Iterator[tuple[str]]:
        held = begun(self._connection, begin)
        if held.cut:
            self.cut.append(begin)
        yield from ((term,) for term in sorted(held.terms))


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
    sql = "SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH :match LIMIT :most)"
    return connection.scalar(sa.text(sql), {"match": _quoted(term), "most": most}) or 0


def is_elsewhere(connection: Connection, term: str, but: set[int]) -> bool:
    """Whether an article in another place than these has a word."""
    sql = "SELECT rowid FROM article_words WHERE article_words MATCH :match LIMIT :most"
    held = connection.scalars(sa.text(sql), {"match": _quoted(term), "most": len(but) + 1})
    return any(place not in but for place in held)


def _quoted(words: str) -> str:
    return f'"{words}"'
