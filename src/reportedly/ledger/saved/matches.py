"""The matches of a saved search in a list."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.articles.lines import COLUMNS, ArticleLine, placed
from reportedly.ledger.saved.looks import is_unread
from reportedly.ledger.schema import articles, search_matches
from reportedly.ledger.search import seq_of
from reportedly.records import Record
from reportedly.search import Passage, Question, passage

_match = search_matches.c


class Match(Record, frozen=True):
    """An article that a saved search matches: its number, its place in lists, and whether somebody has not read it.

    ``back`` says whether it was filed before the search was saved; ``snippet`` is its best passage.
    """

    seq: int
    place: int
    line: ArticleLine
    snippet: Passage
    back: bool
    unread: bool


def seqs(search: str, person: str, mark: int) -> sa.Select[Any]:
    """The matches of a search, with whether a person with this mark has not read them."""
    unread = is_unread(person, mark).label("unread")
    return sa.select(_match.seq, _match.place, _match.back, unread).where(_match.search == search)


def listed(connection: Connection, query: sa.Select[Any], asked: Question) -> list[Match]:
    """The matches of a query of ``seqs`` with what is shown of them."""
    rows = connection.execute(query).all()
    lines, texts = _lines(connection, [seq_of(row.place) for row in rows])
    return [
        Match(
            row.seq,
            row.place,
            lines[seq_of(row.place)],
            passage(texts[seq_of(row.place)], asked),
            row.back,
            bool(row.unread),
        )
        for row in rows
    ]


def _lines(connection: Connection, numbers: list[int]) -> tuple[dict[int, ArticleLine], dict[int, str]]:
    lines: dict[int, ArticleLine] = {}
    texts: dict[int, str] = {}
    for some in batches.of_ids(numbers):
        lines |= placed(connection, sa.select(*COLUMNS).where(articles.c.seq.in_(some)))
        rows = connection.execute(sa.select(articles.c.seq, articles.c.text).where(articles.c.seq.in_(some)))
        texts |= {row.seq: row.text for row in rows}
    return lines, texts
