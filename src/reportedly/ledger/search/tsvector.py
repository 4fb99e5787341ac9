"""Words in PostgreSQL: a ``tsvector`` of our own terms with a GIN index, and the terms once more in their order.

None of its configurations reads Persian, Urdu or Arabic, so none is asked: the words come from ``reportedly.search``.
A ``tsvector`` remembers at most 255 places of a word and none beyond the 16,383rd word. So it says which articles have
the words, and whether they stand in a row or near each other is asked of the terms themselves: as with FTS5 for texts
of any length. Articles are ranked by the same measure as there.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import tuples
from reportedly.ledger.schema.search import article_words
from reportedly.ledger.search.asked import Either, Query, Spelt, Way
from reportedly.ledger.search.ranking import Index, rank

Row = tuple[int, list[str], list[str]]
"""The place of an article, with the terms of its headline and of its text."""

LONGEST: Final = 2_000
"""Bytes of a term; of 2,047 and more a ``tsvector`` takes none, so a longer one stands there by its hash."""
MOST: Final = 1_000_000
"""Bytes of the different terms of an article; a ``tsvector`` takes 1,048,575. What is more is not found."""
COUNTED: Final = 5_000
"""The newest articles, among which is counted how rare a word is that ranks.

Of 160 words each it takes 60 ms for a word of half of them, on two cores with four times the work they can do.
"""

_COLUMNS: Final = ("place", "many", "headline", "text", "words")
_SOME: Final = "SELECT place FROM article_words WHERE words @@ CAST(:match AS tsquery) LIMIT :most"
_FROM: Final = "SELECT min(place) FROM (SELECT place FROM article_words ORDER BY place DESC LIMIT :most) AS newest"
_SIZE: Final = "SELECT count(*), sum(many) FROM article_words WHERE place >= :low"
_NEAR: Final = (
    "EXISTS (WITH met AS (SELECT term, n FROM unnest(string_to_array({part}, ' ')) WITH ORDINALITY AS one (term, n) "
    "WHERE term = ANY(:{terms})) SELECT 1 FROM met AS last WHERE (SELECT count(DISTINCT other.term) FROM met AS other "
    "WHERE other.n <= last.n AND other.n > last.n - :{width}) = :{many})"
)


def put(connection: Connection, rows: Iterable[Row]) -> None:
    """Enter articles."""
    given = (
        (place, len(headline) + len(text), _line(headline), _line(text), vector(headline, text))
        for place, headline, text in rows
    )
    tuples.insert(connection, article_words, _COLUMNS, given)


def take_out(connection: Connection, rows: Iterable[Row]) -> None:
    """Take articles out."""
    places = [place for place, _, _ in rows]
    connection.execute(sa.delete(article_words).where(article_words.c.place.in_(places)))


def query(spelt: Spelt) -> Query:
    """The question for the index: what a row's words must be, and where that does not say it all, how they stand."""
    values: dict[str, Any] = {}
    have = " & ".join(map(_either, spelt.wanted))
    asked = [_has(have, values)] if have else []
    asked += [_stands(either, values) for either in spelt.wanted if not _is_plain(either)]
    asked += [f"NOT ({_all_of(either, values)})" for either in spelt.unwanted]
    return Query("place", " AND ".join(asked) or "TRUE", values, spelt.terms, spelt.cut)


def ranked(connection: Connection, spelt: Spelt, places: Sequence[int]) -> list[int]:
    """The same places, given newest first, with those first that match best."""
    ways = [way for either in spelt.wanted for way in either]
    held = sa.text("SELECT place, headline, text FROM article_words WHERE place = ANY(:places)")
    rows = [(row.place, row.headline.split(), row.text.split()) for row in connection.execute(held, {"places": places})]
    return rank(rows, ways, _measured(connection, ways))


def _measured(connection: Connection, ways: list[Way]) -> Index:
    """How many articles there are, how long they are, and how many of them have each of the rows of words."""
    low = connection.scalar(sa.text(_FROM), {"most": COUNTED})
    many, terms = connection.execute(sa.text(_SIZE), {"low": low}).one()
    having: dict[tuple[str, ...], int] = {}
    for row in {row for way in ways for row in way.rows}:
        values: dict[str, Any] = {"low": low}
        asked = _all_of((Way(row),), values)
        count = sa.text(f"SELECT count(*) FROM article_words WHERE place >= :low AND {asked}")  # noqa: S608  our words
        having[row] = connection.scalar(count, values) or 0
    return Index(many, int(terms or 0) + many, having)  # FTS5 counts one more word, which every article has


def counted(connection: Connection, term: str, most: int) -> int:
    """How many articles have a word, ``most`` at most."""
    return len(some_with(connection, term, most))


def some_with(connection: Connection, term: str, most: int) -> list[int]:
    """Places of articles that have a word, ``most`` at most."""
    return [*connection.scalars(sa.text(_SOME), {"match": _lexeme(term), "most": most})]


# -- how words are kept ------------------------------------------------------------------------------------------------


def _line(terms: list[str]) -> str:
    """Terms in their order, each between two spaces."""
    return f" {' '.join(terms)} " if terms else ""


def vector(headline: list[str], text: list[str]) -> str:
    """All terms of an article, as they are looked up."""
    return " ".join(_bounded(map(_lexeme, dict.fromkeys([*headline, *text]))))


def _bounded(lexemes: Iterable[str]) -> Iterator[str]:
    left = MOST
    for lexeme in lexemes:
        left -= len(lexeme.encode())
        if left < 0:
            return
        yield lexeme


def _lexeme(term: str) -> str:
    """A term as it stands in a vector and in a query."""
    kept = term if len(term.encode()) <= LONGEST else f"\ue001{sha256(term.encode()).hexdigest()}"
    return "'" + kept.replace("\\", "\\\\").replace("'", "''") + "'"


# -- how they are asked for --------------------------------------------------------------------------------------------


def _either(either: Either) -> str:
    return f"({' | '.join(map(_way, either))})"


def _way(way: Way) -> str:
    return f"({' & '.join(map(_lexeme, dict.fromkeys(way.terms)))})"


def _is_plain(either: Either) -> bool:
    """Whether to have the words is all that is asked."""
    return all(len(way.terms) == 1 for way in either)


def _all_of(either: Either, values: dict[str, Any]) -> str:
    """What is asked of a row, words and how they stand."""
    have = _has(_either(either), values)
    return have if _is_plain(either) else f"{have} AND {_stands(either, values)}"


def _stands(either: Either, values: dict[str, Any]) -> str:
    """What is asked of how words stand in a row of the index that has them."""
    plain = [_has(_way(way), values) for way in either if len(way.terms) == 1]
    rows = [_part(way, part, values) for way in either if len(way.terms) > 1 for part in ("headline", "text")]
    return f"({' OR '.join((*plain, *rows))})"


def _part(way: Way, part: str, values: dict[str, Any]) -> str:
    if way.near is None:
        return f"strpos({part}, {_value(_line([*way.terms]), values)}) > 0"
    width, distinct = way.near + len(way.terms), sorted(set(way.terms))
    names = {"terms": _value(distinct, values), "width": _value(width, values), "many": _value(len(distinct), values)}
    return _NEAR.format(part=part, **{name: value.removeprefix(":") for name, value in names.items()})


def _has(match: str, values: dict[str, Any]) -> str:
    return f"words @@ CAST({_value(match, values)} AS tsquery)"


def _value(value: Any, values: dict[str, Any]) -> str:
    """The name by which a condition takes a value."""
    name = f"sought{len(values)}"
    values[name] = value
    return f":{name}"
