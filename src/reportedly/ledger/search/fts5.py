"""Words in SQLite: its FTS5, which holds them and no text. A row is taken out by the same words once more."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.search.asked import Either, Query, Spelt, Way

Row = tuple[int, list[str], list[str]]
"""The place of an article, with the terms of its headline and of its text."""

CREATE: Final = "CREATE VIRTUAL TABLE article_words USING fts5(headline, text, content='', tokenize='ascii')"
EVERY: Final = "\ue000"
"""Stands in every headline, and is no word that anybody can type."""

_INSERT: Final = "INSERT INTO article_words (rowid, headline, text) VALUES (?, ?, ?)"
_DELETE: Final = "INSERT INTO article_words (article_words, rowid, headline, text) VALUES ('delete', ?, ?, ?)"
_COUNT: Final = "SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH :match LIMIT :most)"
_SOME: Final = "SELECT rowid FROM article_words WHERE article_words MATCH :match LIMIT :most"
_RANKED: Final = (
    "SELECT rowid FROM article_words WHERE article_words MATCH :match AND rowid >= :low AND rowid <= :high "
    "AND +rowid IN (SELECT value FROM json_each(:places)) ORDER BY bm25(article_words, 4.0, 1.0), rowid DESC"
)


def put(connection: Connection, rows: Iterable[Row]) -> None:
    """Enter articles."""
    connection.exec_driver_sql(_INSERT, [_row(*row) for row in rows])


def take_out(connection: Connection, rows: Iterable[Row]) -> None:
    """Take articles out, by the terms they were entered with."""
    connection.exec_driver_sql(_DELETE, [_row(*row) for row in rows])


def query(spelt: Spelt) -> Query:
    """The question for the index."""
    match = " AND ".join(map(_either, spelt.wanted)) or _quoted(EVERY)
    if spelt.unwanted:
        match = f"({match}) NOT ({' OR '.join(map(_either, spelt.unwanted))})"
    return Query("rowid", "article_words MATCH :match", {"match": match}, spelt.terms, spelt.cut)


def ranked(connection: Connection, spelt: Spelt, places: Sequence[int]) -> list[int]:
    """The same places, given newest first, with those first that match best."""
    among = {"low": places[-1], "high": places[0], "places": json.dumps(places)}
    return [*connection.scalars(sa.text(_RANKED), query(spelt).values | among)]


def counted(connection: Connection, term: str, most: int) -> int:
    """How many articles have a word, ``most`` at most."""
    return connection.scalar(sa.text(_COUNT), {"match": _quoted(term), "most": most}) or 0


def some_with(connection: Connection, term: str, most: int) -> list[int]:
    """Places of articles that have a word, ``most`` at most."""
    return [*connection.scalars(sa.text(_SOME), {"match": _quoted(term), "most": most})]


def _row(place: int, headline: list[str], text: list[str]) -> tuple[int, str, str]:
    return place, " ".join((EVERY, *headline)), " ".join(text)


def _either(either: Either) -> str:
    return f"({' OR '.join(map(_way, either))})"


def _way(way: Way) -> str:
    if way.near is None:
        return _quoted(" ".join(way.terms))
    between = way.near + len(way.terms) - 2  # FTS5 counts the words in the middle too
    return f"NEAR({' '.join(map(_quoted, way.terms))}, {between})"


def _quoted(words: str) -> str:
    return f'"{words}"'
