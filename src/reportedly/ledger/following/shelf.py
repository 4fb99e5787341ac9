"""What following up works on: the shelf of ``reportedly.followups``, kept in the ledger."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, followups, schema
from reportedly.ledger.asked import Asked
from reportedly.ledger.engine.among import among
from reportedly.ledger.following import keys, turns
from reportedly.ledger.judging import followups as judging
from reportedly.ledger.judging import grounds, sightings
from reportedly.ledger.readings import readings
from reportedly.ledger.upserts import insert
from reportedly.records import (
    Announcement,
    Comparison,
    Followed,
    FollowUp,
    Part,
    Sighting,
    Step,
    Turn,
    page_id,
)

_KEPT = 8192  # sightings that need not be read from their rows again


@lru_cache(_KEPT)
def _sighting(data: str) -> Sighting:
    return _DECODER.decode(data)


_DECODER = msgspec.json.Decoder(Sighting)


class FollowUpShelf:
    """What is kept of following up, within one transaction: nobody else writes, so what was looked up still stands."""

    def __init__(self, connection: Connection, comparer: str, at: datetime) -> None:
        self._connection, self._comparer, self._at = connection, comparer, at
        self._seen: dict[str, Sequence[Sighting]] = {}
        self._followed: dict[str, Followed | None] = {}
        self._known: dict[str, Announcement] = {}

    @cached_property
    def _is_judged(self) -> bool:
        """Whether people corrected or withdrew anything: most desks ask once, and need not ask page by page."""
        return grounds.any_told_otherwise(self._connection)

    # -- pages ---------------------------------------------------------------------------------------------------------

    def sightings(self, url: str) -> Sequence[Sighting]:
        """Of the last revision of a page that was read; none where none was."""
        if url not in self._seen:
            seen = [_sighting(data) for data in readings.sightings_on(self._connection, url)]
            self._seen[url] = sightings.told(self._connection, url, seen) if self._is_judged else seen
        return self._seen[url]

    def followed(self, url: str) -> Followed | None:
        """The page as it was followed up last."""
        if url not in self._followed:
            rows = _FOLLOWED.rows(self._connection, page=page_id(url))
            self._followed[url] = _page(*rows[0]) if rows else None
        return self._followed[url]

    def follow(self, page: Followed) -> None:
        """Keep a page as it is followed up now, in the place of what was kept of it; nobody finds it yet."""
        self.forget(page.url)
        row = {"page": page_id(page.url), "url": page.url, "on": page.on, "by": page.by, "rests_on": page.rests_on}
        insert(self._connection, schema.followed, [{**row, "keys": keys.pack(page.keys)}])
        self._followed[page.url] = page

    def find(self, page: Followed) -> None:
        """Let a page be found by its keys, once it has its turns."""
        keys.follow(self._connection, page)

    def forget(self, url: str) -> None:
        """Keep nothing of a page."""
        page = self.followed(url)
        if page is not None:
            keys.forget(self._connection, page)
            self._connection.execute(sa.delete(schema.followed).where(schema.followed.c.page == page_id(url)))
            self._followed[url] = None

    def sharing(self, own: Collection[int], since: date, until: date) -> Sequence[tuple[date, str]]:
        """The pages of these days that have two of the keys, as many as there are."""
        return keys.sharing(self._connection, own, since, until)

    # -- announcements -------------------------------------------------------------------------------------------------

    def announced_in(self, url: str) -> Sequence[Announcement]:
        """What a page announces, in order."""
        return self._announcements(_IN_PAGE, page=page_id(url))

    def announced_for(self, followup: str) -> Sequence[Announcement]:
        """All that supports an expectation, in order of their places."""
        return sorted(self._announcements(_FOR_ONE, followup=followup), key=lambda each: each.place)

    def announcement(self, id_: str) -> Announcement | None:
        """One of them."""
        return next(iter(self.firsts([id_])), None)

    def firsts(self, ids: Collection[str]) -> Sequence[Announcement]:
        """Announcements by their ids."""
        unknown = [own for own in ids if own not in self._known]
        if unknown:
            self._known |= {one.id: one for one in self._announcements(_FIRSTS, ids=unknown)}
        return [self._known[own] for own in ids if own in self._known]

    def _announcements(self, asked: Asked, **given: Any) -> list[Announcement]:
        return [_announcement(*row) for row in asked.rows(self._connection, **given)]

    def announce(
        self, url: str, made: Sequence[Announcement], lasts: Mapping[str, date]
    ) -> Mapping[str, AbstractSet[int]]:
        """Keep what a page announces, in the place of what it did.

        ``lasts`` are the days until which those that begin a follow-up are open. Gives by which keys announcements
        were found before or are found now: the page's, and those of other pages for which that changed, since of a
        day's that have a key only the first few are found by it.
        """
        filed = self.announced_in(url)
        gone, fresh = [one for one in filed if one not in made], [one for one in made if one not in filed]
        if not gone and not fresh:
            return {}
        days: dict[date, set[int]] = {}
        for one in (*gone, *fresh):
            if one.begins:
                days.setdefault(one.on, set()).update(one.keys)
        before = self._found(days)
        crowded = keys.crowded(before, fresh)
        self._take(gone)
        self._put(fresh, lasts, crowded)
        for day, own in days.items():
            keys.settle(self._connection, crowded.intersection(own), day)
        after, own_ids = self._found(days), {one.id for one in (*gone, *fresh) if one.begins}
        others = self.firsts({id_ for _, id_ in before ^ after} - own_ids)
        found: dict[str, set[int]] = {id_: set() for id_ in own_ids} | {one.id: self.found_by(one) for one in others}
        for key, id_ in before | after:
            if id_ in found:
                found[id_].add(key)
        return found

    def _found(self, days: Mapping[date, Collection[int]]) -> set[tuple[int, str]]:
        return {each for day, own in days.items() for each in keys.found_on(self._connection, own, day)}

    def found_by(self, first: Announcement) -> set[int]:
        """The keys by which an announcement is found."""
        return keys.found_by(self._connection, first)

    def _take(self, gone: Iterable[Announcement]) -> None:
        for one in gone:
            self._known.pop(one.id, None)
            if one.begins:
                keys.take(self._connection, one)
            self._connection.execute(sa.delete(schema.announcements).where(schema.announcements.c.id == one.id))

    def _put(self, fresh: Iterable[Announcement], lasts: Mapping[str, date], crowded: Collection[int]) -> None:
        for one in fresh:
            row = {"id": one.id, "followup": one.followup, "page": page_id(one.url), "url": one.url, "on": one.on}
            row |= {"n": one.n, "keys": keys.pack(one.keys), "sighting": one.sighting}
            insert(self._connection, schema.announcements, [row])
            if one.begins:
                keys.put(self._connection, one, lasts[one.id], crowded)

    def open_until(self, followup: str, last: date) -> None:
        """Let an expectation be open until this day."""
        first = self.announcement(followup)
        if first is not None:
            keys.open_until(self._connection, first, last)

    def holding(
        self, own: Collection[int], since: date, until: date, open_on: date | None = None
    ) -> Mapping[int, Sequence[str]]:
        """The first announcements of these days that are found by the keys, by key; only those open on some day."""
        return keys.holding(self._connection, own, since, until, open_on)

    # -- what is told of them ------------------------------------------------------------------------------------------

    def steps_in(self, url: str, part: Part) -> Sequence[Step]:
        """What a page tells or shows."""
        return self._steps(_STEPS_IN, page=page_id(url), part=part)

    def steps_for(self, ids: Collection[str]) -> Mapping[str, Sequence[Step]]:
        """What is told of expectations."""
        told: dict[str, list[Step]] = {own: [] for own in ids}
        for step in self._steps(_STEPS_FOR, ids=ids) if ids else ():
            told[step.followup].append(step)
        return told

    def _steps(self, asked: Asked, **given: Any) -> list[Step]:
        rows = asked.rows(self._connection, **given)
        return [Step(own, url, part, n, state, _sighting(data)) for own, url, part, n, state, data in rows]

    def tell(self, url: str, part: Part, told: Sequence[Step]) -> None:
        """Keep what a page tells or shows, in the place of what it did."""
        page, table = page_id(url), schema.steps
        self._connection.execute(sa.delete(table).where(table.c.page == page, table.c.part == part))
        fields = ("part", "n", "url", "followup", "state", "sighting")
        rows = [{"page": page, **{name: getattr(step, name) for name in fields}} for step in told]
        insert(self._connection, table, rows)

    def answers(self, ids: Collection[str]) -> Mapping[str, Comparison]:
        """Answers that are known, by the ids of their questions."""
        return dict(_ANSWERS.rows(self._connection, ids=ids, comparer=self._comparer)) if ids else {}

    def answered(self, url: str, part: Part, answers: Mapping[str, Comparison]) -> None:
        """Keep what the comparer answered about a page, in the place of what it did."""
        page, table = page_id(url), schema.comparisons
        own = table.c.page == page, table.c.part == part
        held: dict[str, str] = dict(_ANSWERED.rows(self._connection, page=page, part=part))
        gone = [id_ for id_, by in held.items() if id_ not in answers or by != self._comparer]
        for batch in batches.of_ids(gone):
            self._connection.execute(sa.delete(table).where(*own, table.c.id.in_(batch)))
        row = {"page": page, "part": part, "comparer": self._comparer}
        fresh = [id_ for id_ in answers if id_ in gone or id_ not in held]
        insert(self._connection, table, [{"id": id_, **row, "answer": answers[id_]} for id_ in fresh])

    # -- follow-ups and turns ------------------------------------------------------------------------------------------

    def put(self, followup: FollowUp) -> None:
        """Keep a follow-up, in the place of the one with its id."""
        told = judging.told(self._connection, followup) if self._is_judged else followup
        followups.put(self._connection, told, self._at)

    def drop(self, followup: str) -> None:
        """Keep no follow-up of this id."""
        followups.drop(self._connection, followup)

    def call(self, called: Iterable[Turn]) -> None:
        """Let these have their turn; a turn that stands already stands once."""
        turns.call(self._connection, called)

    def standing(self, called: Collection[Turn]) -> AbstractSet[Turn]:
        """Those of these turns that stand."""
        return turns.standing(self._connection, called)

    def also(self, turn: Turn, most: int) -> Sequence[Turn]:
        """The next turns of the same day and part, so many at most, which are over with that."""
        return turns.also(self._connection, turn, most)

    def next(self) -> Turn | None:
        """The first turn, which is over with that."""
        return turns.next_turn(self._connection)


_EACH, _TOLD, _ANSWER = schema.announcements.c, schema.steps.c, schema.comparisons.c


def _own(*columns: sa.Column[Any]) -> sa.ColumnElement[bool]:
    """That columns hold what is given under their names."""
    return sa.and_(*(column == sa.bindparam(column.name, type_=column.type) for column in columns))


_FOLLOWED: Final = Asked(
    sa.select(*(schema.followed.c[name] for name in ("url", "on", "by", "rests_on", "keys"))).where(
        _own(schema.followed.c.page)
    )
)
_ANNOUNCED = sa.select(
    *(_EACH[name] for name in ("id", "followup", "url", "on", "n")),
    sa.type_coerce(_EACH.sighting, sa.Text()),
    _EACH["keys"],
)
_IN_PAGE: Final = Asked(_ANNOUNCED.where(_own(_EACH.page)).order_by(_EACH.n))
_FOR_ONE: Final = Asked(_ANNOUNCED.where(_own(_EACH.followup)))
_FIRSTS: Final = Asked(_ANNOUNCED.where(among(_EACH.id, "ids")))
_STEPS = sa.select(
    *(_TOLD[name] for name in ("followup", "url", "part", "n", "state")), sa.type_coerce(_TOLD.sighting, sa.Text())
)
_STEPS_IN: Final = Asked(_STEPS.where(_own(_TOLD.page, _TOLD.part)).order_by(_TOLD.n))
_STEPS_FOR: Final = Asked(_STEPS.where(among(_TOLD.followup, "ids")))
_ANSWERS: Final = Asked(sa.select(_ANSWER.id, _ANSWER.answer).where(among(_ANSWER.id, "ids"), _own(_ANSWER.comparer)))
_ANSWERED: Final = Asked(sa.select(_ANSWER.id, _ANSWER.comparer).where(_own(_ANSWER.page, _ANSWER.part)))


def _page(url: str, on: date, by: str, rests_on: str, packed: bytes) -> Followed:
    return Followed(url, on, by, rests_on, keys.unpack(packed))


def _announcement(  # noqa: PLR0913, PLR0917  a column each
    id_: str, followup: str, url: str, on: date, n: int, data: str, packed: bytes
) -> Announcement:
    return Announcement(id_, followup, url, on, n, _sighting(data), keys.unpack(packed))
