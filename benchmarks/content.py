"""A ledger by content: what two desks must agree on to hold the same, however they got there.

Left out is what depends on the moment or the order of work: capture times, places in WARC files, and the record of
single fetches. Captures count by address and bytes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import sqlalchemy as sa

from reportedly.ledger import Ledger, open_ledger, schema
from reportedly.records import Article, Record
from reportedly.settings import desk_in

EVERYTHING = 10_000_000
RELATED = (
    *("unrelated", "placings", "stale_days", "beginnings", "thread_days", "continuations", "stories", "story_articles"),
    *("followed", "followed_keys", "announcements", "announcement_keys", "steps", "turns", "comparisons"),
    *("followups", "supports", "changes", "change_evidence"),
)
"""The tables of what follows from readings: their rows hang on no moment and no order of work."""
WORDS = ("said", "minister", "not", "port")

Content = dict[str, frozenset[str]]


def of(folder: Path) -> Content:
    """The content of the ledger of the desk in ``folder``, as sets of JSON."""
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        articles = list(_revisions(ledger))
        return {
            "captures": frozenset(
                f"{capture.url} {capture.status} {capture.sha256}" for capture in ledger.captures.all()
            ),
            "articles": _json(msgspec.structs.replace(article, capture=None) for article in articles),
            "readings": _json(reading for article in articles if (reading := ledger.readings.get(article.id))),
            "stories": _json(ledger.stories.all()),
            "follow-ups": _json(ledger.followups.all()),
            "gists": _json(ledger.readings.gists()),
            "sightings": _json(ledger.readings.sightings()),
            "entities": frozenset(_entities(ledger, articles)),
            "search": hits(ledger),
            "refused": frozenset(
                f"{outcome.url} {outcome.state} {outcome.message}"
                for outcome in ledger.outcomes.last(EVERYTHING)
                if outcome.state not in {"fetched", "unchanged"}
            ),
            "counts": _json([ledger.counts()]),
        }


def hits(ledger: Ledger) -> frozenset[str]:
    """What some words find."""
    return frozenset(
        f"{word} {hit.url}" for word in WORDS for hit in ledger.articles.search(word, limit=EVERYTHING).hits
    )


def _revisions(ledger: Ledger) -> Iterator[Article]:
    for line in ledger.articles.lines(limit=EVERYTHING):
        yield from ledger.articles.revisions(line.url)


def _entities(ledger: Ledger, articles: Iterable[Article]) -> Iterator[str]:
    readings = (filed for article in articles if (filed := ledger.readings.get(article.id)))
    for entity in {entity.id for reading in readings for entity in reading.entities}:
        if line := ledger.entities.get(entity):
            yield msgspec.json.encode(line).decode()


def _json(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(msgspec.json.encode(record).decode() for record in records)


def differences(wanted: Path, given: Path) -> list[str]:
    """What differs between two desks, one phrase a kind of content; empty where they hold the same."""
    one, other = of(wanted), of(given)
    return [
        f"{kind}: {len(one[kind] - other[kind])} missing, {len(other[kind] - one[kind])} extra"
        for kind in one
        if one[kind] != other[kind]
    ]


def unlike_rows(wanted: Path, given: Path) -> list[str]:
    """In which tables of what follows from readings two desks differ by a row, one phrase a table."""
    one, other = _rows(wanted), _rows(given)
    return [
        f"table {name}: {len(one[name] - other[name])} rows missing, {len(other[name] - one[name])} extra"
        for name in RELATED
        if one[name] != other[name]
    ]


def _rows(folder: Path) -> Content:
    with open_ledger(desk_in(folder).ledger_url) as ledger, ledger._database.looking() as connection:  # noqa: SLF001  as it is kept
        tables = {name: sa.text(f"SELECT * FROM {schema.metadata.tables[name].name}") for name in RELATED}  # noqa: S608
        return {name: frozenset(map(repr, connection.execute(query))) for name, query in tables.items()}
