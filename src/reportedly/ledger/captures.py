"""Captures: what stands in the archive, and which of it was looked at for an article. None is ever taken back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, claiming, due, outcomes, pages, schema, spellings, uncompared, unextracted, whose
from reportedly.ledger.articles import filing as article_filing
from reportedly.ledger.claiming import Holder
from reportedly.ledger.database import Database
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.upserts import insert_new
from reportedly.records import Article, Capture, Outcome, page_id

AT_ONCE: Final = 200
"""Captures taken from the database at a time."""

_Mark = tuple[str, Outcome | None, str | None]
"""The id of a capture that was looked at, why it gave no article, and the id of the one that it showed."""


class Shown(NamedTuple):
    """What a capture shows: an article, why there is none, or nothing to be told of; ``noted`` goes with an article."""

    capture: str
    article: Article | Outcome | None
    noted: Outcome | None = None


class Arrived(NamedTuple):
    """A capture as it came: how the attempt to fetch it ended, and by which marks its page is asked whether it changed.

    One that is ``lost``, with the reason, holds no article, and one that ``announces`` articles is none: neither is
    looked at for one.
    """

    capture: Capture
    outcome: Outcome | None = None
    lost: Outcome | None = None
    marks: pages.Marks | None = None
    announces: bool = False


@dataclass(frozen=True, slots=True)
class Captures:
    """The captures, in the order in which they were filed."""

    _database: Database

    def put(self, capture: Capture, outcome: Outcome | None = None, *, lost: Outcome | None = None) -> None:
        """Add a capture, and in the same step how the attempt to fetch it ended (``outcome``).

        With ``lost``, which says why, it holds no article and is not looked at for one.
        """
        self.put_all([Arrived(capture, outcome, lost)])

    def put_all(self, given: Sequence[Arrived]) -> None:
        """Add captures in their order, with all that is known of each, in one step.

        Of those that are there already nothing is added: who fetched one and who adopts what others left may both come.
        """
        with self._database.writing() as connection:
            there = _there(connection, [one.capture.id for one in given])
            new = {one.capture.id: one for one in given if one.capture.id not in there}.values()
            captures, urls = [one.capture for one in new], [one.capture.url for one in new]
            rows = [{**row_of(capture), "page": page_id(capture.url)} for capture in captures]
            insert_new(connection, schema.captures, rows, "id")
            unextracted.mark(connection, [capture.id for capture in captures])
            due.touch(connection, urls)
            spellings.note(connection, urls)
            outcomes.add_all(connection, [(one.outcome, None) for one in new if one.outcome])
            looked_at = [(one.capture.id, one.lost, None) for one in new if one.lost or one.announces]
            if looked_at:
                _mark_extracted(connection, looked_at)
            pages.mark(connection, {one.capture.url: one.marks for one in new if one.marks})

    def mark_extracted(self, capture_id: str, outcome: Outcome | None, article: str | None = None) -> None:
        """Mark a capture as looked at; ``article`` is the revision it showed, ``outcome`` says why it gave none."""
        with self._database.writing() as connection:
            _mark_extracted(connection, [(capture_id, outcome, article)])

    def file_shown(self, looked_at: Iterable[Shown], holder: Holder | None = None, reads: Iterable[str] = ()) -> None:
        """File what captures show, in order, as ``articles.file`` does, and mark them as looked at; all in one step.

        Of a worker only those that it holds, and it goes on holding the articles that it ``reads`` (their ids).
        """
        given = list(looked_at)
        with self._database.writing() as connection:
            if holder:
                own = claiming.held(connection, schema.unextracted, "capture", (one.capture for one in given), holder)
                given = [one for one in given if one.capture in own]
            article_filing.put_all(connection, [one.article for one in given if isinstance(one.article, Article)])
            _mark_extracted(connection, [_mark_of(one) for one in given])
            outcomes.add_all(connection, [(one.noted, one.capture) for one in given if one.noted])
            if holder:
                claiming.hold(connection, schema.unread, "article", reads, holder)

    def to_extract(self, holder: Holder | None = None) -> Iterator[Capture]:
        """Pages that came whole and were not looked at, in the order they came; they may be marked meanwhile.

        With ``holder`` those that this worker takes: nobody else does then. A page's captures go in their order, so
        none is taken while an earlier one is another's.
        """
        for rows in claiming.each(self._database, schema.unextracted, holder, AT_ONCE):
            query = sa.select(schema.captures).where(schema.captures.c.seq.in_([row.seq for row in rows]))
            with self._database.looking() as connection:
                found = connection.execute(query.order_by(schema.captures.c.seq)).mappings().all()
            yield from (record_of(Capture, row) for row in found)

    def count_to_extract(self) -> int:
        """How many pages ``to_extract`` would give."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(schema.unextracted)) or 0

    def all(self) -> Iterator[Capture]:
        """All captures as they stand in the archive: file by file, from the beginning of each to its end."""
        table = schema.captures
        place = [table.c.warc, table.c.offset, table.c.seq]
        return (record_of(Capture, row) for row in batches.of_rows(self._database, sa.select(table), place, AT_ONCE))

    def get(self, capture_id: str) -> Capture | None:
        """A capture by its id."""
        with self._database.looking() as connection:
            return first(connection, Capture, sa.select(schema.captures).where(schema.captures.c.id == capture_id))

    def by_id(self, ids: Iterable[str]) -> dict[str, Capture]:
        """Captures by their ids; those that are not there are left out."""
        table = schema.captures
        found: list[Capture] = []
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                rows = connection.execute(sa.select(table).where(table.c.id.in_(batch))).mappings()
                found += [record_of(Capture, row) for row in rows]
        return {capture.id: capture for capture in found}

    def first_with(self, sha256: str) -> Capture | None:
        """The first capture whose payload has that digest."""
        table = schema.captures
        query = sa.select(table).where(table.c.sha256 == sha256).order_by(table.c.seq).limit(1)
        with self._database.looking() as connection:
            return first(connection, Capture, query)

    def bytes_since(self, moment: datetime) -> int:
        """How many bytes came since then."""
        table = schema.captures
        query = sa.select(sa.func.sum(table.c.length)).where(table.c.fetched_at >= moment)
        with self._database.looking() as connection:
            return int(connection.scalar(query) or 0)  # PostgreSQL sums large numbers as decimal ones

    def outlets_of(self, urls: Iterable[str]) -> dict[str, str]:
        """By page its outlet, where one is known: who announced or published it before, or whose home is above it."""
        given = list(urls)
        with self._database.looking() as connection:
            told, homes = _told(connection, given), dict[frozenset[str], list[tuple[str, str]]]()
            for url in given:
                hosts = whose.spellings(url)
                if url not in told and hosts not in homes:
                    homes[hosts] = _homes(connection, hosts)
        above = {url: whose.outlet_at(url, homes[whose.spellings(url)]) for url in given if url not in told}
        return told | {url: outlet for url, outlet in above.items() if outlet}

    def last_in(self, warc: str) -> int | None:
        """The offset of the last capture in a WARC file; None where none of it is filed."""
        table = schema.captures
        with self._database.looking() as connection:
            last: int | None = connection.scalar(sa.select(sa.func.max(table.c.offset)).where(table.c.warc == warc))
        return last


def _there(connection: Connection, ids: Sequence[str]) -> set[str]:
    table = schema.captures
    asked = (sa.select(table.c.id).where(table.c.id.in_(batch)) for batch in batches.of_ids(ids))
    return {row.id for query in asked for row in connection.execute(query)}


def _mark_of(shown: Shown) -> _Mark:
    if isinstance(shown.article, Article):
        return shown.capture, None, shown.article.id
    return shown.capture, shown.article, None


def _mark_extracted(connection: Connection, marks: Sequence[_Mark]) -> None:
    """Mark captures as looked at."""
    told = [(outcome, capture) for capture, outcome, _ in marks if outcome]
    why = dict(zip((capture for _, capture in told), outcomes.add_all(connection, told), strict=True))
    rows = [{"capture": capture, "outcome": why.get(capture), "article": shown} for capture, _, shown in marks]
    insert_new(connection, schema.extractions, rows, "capture")
    unextracted.strike(connection, (capture for capture, _, _ in marks))
    uncompared.mark(connection, (shown for _, _, shown in marks if shown))


def _told(connection: Connection, urls: Iterable[str]) -> dict[str, str]:
    """The outlets of pages by who announced them, else by who published them first."""
    own, items = schema.articles.c, schema.feed_items.c
    published = sa.select(own.url, own.outlet).order_by(own.seq.desc())
    told: dict[str, str] = {}
    for batch in batches.of_ids(map(page_id, urls)):
        announced = sa.select(items.url, items.outlet).where(items.page.in_(batch))
        for query in (published.where(own.page.in_(batch)), announced):
            told |= {row.url: row.outlet for row in connection.execute(query)}
    return told


def _homes(connection: Connection, hosts: Iterable[str]) -> list[tuple[str, str]]:
    """The ids and home pages of the outlets whose home page may be on a host, by its spellings."""
    outlets = schema.outlets.c
    on_host = (outlets.home.icontains(host, autoescape=True) for host in hosts)
    found = connection.execute(
        sa.select(outlets.id, outlets.home).where(sa.or_(sa.false(), *on_host)).order_by(outlets.id)
    )
    return [(row.id, row.home) for row in found]
