"""Reports of this desk: versions that are only ever added, and what was looked through for private persons.

Invariants: a version, once filed, keeps its bytes for ever. Versions of one object have moments that rise strictly,
whichever pact they are for. An id that was withdrawn is never usable again: what is good again has another generation,
and so another id.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import report_versions, screenings
from reportedly.ledger.upserts import insert, insert_new, insert_or_update
from reportedly.records import ReportState, ReportVersion
from reportedly.text import Span

_TICK: Final = timedelta(milliseconds=1)  # STIX writes moments to the millisecond
_own = report_versions.c


class Written(NamedTuple):
    """The names and times of a version that is to be written."""

    id: str
    created: datetime
    modified: datetime
    generation: int


class Drafted(NamedTuple):
    """What is to be told of a thing: ``digest`` is of all that it tells, ``write`` gives its bytes.

    ``generation`` is that of the object which is withdrawn; None leaves it to what is filed.
    """

    kind: str
    about: str
    digest: str
    write: Callable[[Written], str]
    state: ReportState = "usable"
    reason: str = ""
    generation: int | None = None


Naming = Callable[[str, str, int], str]
"""The id of an object by its kind, what it is about, and its generation."""


@dataclass(frozen=True, slots=True)
class OwnReports:
    """The versions of this desk's reports."""

    _database: Database

    def put(self, pact: str, drafts: Iterable[Drafted], name: Naming, now: datetime) -> list[ReportVersion]:
        """The version that tells what each draft does under a pact, in their order: the one filed, or a new one."""
        found: list[ReportVersion] = []
        with self._database.writing() as connection:
            for some in batches.of(drafts, batches.IDS):
                before = _versions(connection, some)
                fresh = [_version(pact, draft, before.get((draft.kind, draft.about), []), name, now) for draft in some]
                known = {(one.id, one.modified) for every in before.values() for one in every}
                new = {(one.id, one.modified): one for one in fresh if (one.id, one.modified) not in known}
                insert(connection, report_versions, [row_of(one) for one in new.values()])
                found += fresh
        return found

    def fix(self, given: Iterable[ReportVersion]) -> None:
        """File versions as they stand: what all desks write alike."""
        with self._database.writing() as connection:
            insert_new(connection, report_versions, [row_of(one) for one in given], "id", "modified")

    def versions(self, object_id: str) -> list[ReportVersion]:
        """All versions of an object, the first first."""
        query = sa.select(report_versions).where(_own.id == object_id).order_by(_own.modified)
        with self._database.looking() as connection:
            return [record_of(ReportVersion, row) for row in connection.execute(query).mappings()]

    def of_pact(self, pact: str) -> list[ReportVersion]:
        """The newest version of each object under a pact."""
        query = sa.select(report_versions).where(_own.pact == pact).order_by(_own.modified)
        with self._database.looking() as connection:
            rows = [record_of(ReportVersion, row) for row in connection.execute(query).mappings()]
        return list({one.id: one for one in rows}.values())

    # -- what was looked through for private persons -------------------------------------------------------------------

    def screened(self, articles: Iterable[str], reader: str) -> dict[str, tuple[Span, ...]]:
        """By article where it names private persons, of those that this reader looked through."""
        found: dict[str, tuple[Span, ...]] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(articles):
                query = sa.select(screenings.c.article, screenings.c.private)
                rows = connection.execute(query.where(screenings.c.article.in_(batch), screenings.c.reader == reader))
                found |= {row.article: row.private for row in rows}
        return found

    def screen(self, reader: str, found: Mapping[str, tuple[Span, ...]]) -> None:
        """Put down where articles name private persons, as a reader found."""
        rows = [{"article": own, "reader": reader, "private": spans} for own, spans in found.items()]
        with self._database.writing() as connection:
            insert_or_update(connection, screenings, rows, "article", {"reader", "private"})


def _versions(connection: Connection, drafts: Iterable[Drafted]) -> dict[tuple[str, str], list[ReportVersion]]:
    """All versions there are of what these drafts are about, the first first."""
    found: dict[tuple[str, str], list[ReportVersion]] = {}
    query = sa.select(report_versions).order_by(_own.modified)
    for batch in batches.of_ids(draft.about for draft in drafts):
        for row in connection.execute(query.where(_own.about.in_(batch))).mappings():
            found.setdefault((row["kind"], row["about"]), []).append(record_of(ReportVersion, row))
    return found


def _version(pact: str, draft: Drafted, before: list[ReportVersion], name: Naming, now: datetime) -> ReportVersion:
    """The version that says what the draft does: the last of its pact where that does, else the next."""
    generation = draft.generation
    if generation is None:
        generation = max((one.generation for one in before), default=0)
    current = [one for one in before if one.generation == generation]
    dead = next((one for one in current if one.state == "withdrawn"), None)
    if dead is not None and draft.state != "withdrawn":
        generation, current = generation + 1, []
    last = next((one for one in reversed(current) if one.pact == pact), None)
    if last is not None and (last.digest == draft.digest or last.state == "withdrawn"):
        return last
    times = _times(current, before, now)
    own = name(draft.kind, draft.about, generation)
    body = draft.write(Written(own, *times, generation))
    more: dict[str, Any] = {"state": draft.state, "reason": draft.reason}
    return ReportVersion(own, times[1], pact, draft.kind, draft.about, generation, draft.digest, body, **more)


def _times(current: list[ReportVersion], before: list[ReportVersion], now: datetime) -> tuple[datetime, datetime]:
    """When the object was made, and when this version of it is: later than any before."""
    floor = now.replace(microsecond=now.microsecond // 1000 * 1000)
    latest = max((one.modified for one in before), default=None)
    modified = floor if latest is None or latest < floor else latest + _TICK
    return min((one.modified for one in current), default=modified), modified
