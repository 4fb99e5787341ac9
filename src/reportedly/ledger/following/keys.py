"""By what pages and announcements find each other: rows of keys, looked up by index."""

import struct
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.asked import Asked
from reportedly.ledger.engine.among import among
from reportedly.ledger.engine.functions import Joined
from reportedly.ledger.schema import announcement_keys, announcements, followed, followed_keys
from reportedly.ledger.upserts import insert
from reportedly.records import FOUND, Announcement, Followed, page_id


def follow(connection: Connection, page: Followed) -> None:
    """Let a page be found by its keys."""
    id_ = page_id(page.url)
    if page.keys and not _IS_FOUND.rows(connection, key=page.keys[0], on=page.on, page=id_):
        insert(connection, followed_keys, [{"key": key, "on": page.on, "page": id_} for key in page.keys])


def forget(connection: Connection, page: Followed) -> None:
    """Let a page be found by no key."""
    id_, table = page_id(page.url), followed_keys
    for some in batches.of(page.keys, batches.IDS):
        connection.execute(sa.delete(table).where(table.c.key.in_(some), table.c.on == page.on, table.c.page == id_))


def sharing(connection: Connection, keys: Collection[int], since: date, until: date) -> list[tuple[date, str]]:
    """Day and URL of the pages of these days that have two of the keys."""
    return [(on, url) for on, url in _SHARING.rows(connection, keys=keys, since=since, until=until)]


def holding(
    connection: Connection, keys: Collection[int], since: date, until: date, open_on: date | None
) -> Mapping[int, Sequence[str]]:
    """The first announcements of these days that are found by the keys, by key."""
    days: dict[str, Any] = {"keys": keys, "since": since, "until": until}
    rows = _OPEN.rows(connection, **days, open_on=open_on) if open_on else _HOLDING.rows(connection, **days)
    return {key: announcements.split(",") for key, announcements in rows}


def crowded(found: Iterable[tuple[int, str]], coming: Iterable[Announcement]) -> set[int]:
    """The keys of a day by which not all may be found, given what is found by them and what comes."""
    many = Counter(key for key, _ in found) + Counter(key for one in coming if one.begins for key in one.keys)
    return {key for key, count in many.items() if count >= FOUND}


def put(connection: Connection, first: Announcement, last: date, crowded: Collection[int]) -> None:
    """Let a first announcement be found by its keys; of ``crowded`` ones ``settle`` says whether it is."""
    row = {"on": first.on, "announcement": first.id, "last": last}
    rows = [{"key": key, "found": key not in crowded, **row} for key in first.keys]
    insert(connection, announcement_keys, rows)


def take(connection: Connection, first: Announcement) -> None:
    """Let it stand under none."""
    connection.execute(sa.delete(announcement_keys).where(*_own(first)))


def open_until(connection: Connection, first: Announcement, last: date) -> None:
    """Let it be open until this day."""
    connection.execute(sa.update(announcement_keys).where(*_own(first)).values(last=last))


def _own(first: Announcement) -> tuple[sa.ColumnElement[bool], ...]:
    table = announcement_keys
    one = table.c.key.in_(first.keys), table.c.found.in_([sa.true(), sa.false()])
    return *one, table.c.on == first.on, table.c.announcement == first.id


def found_on(connection: Connection, keys: Collection[int], day: date) -> set[tuple[int, str]]:
    """Each key with the announcements of a day that are found by it."""
    return {(key, one) for key, one in _FOUND_ON.rows(connection, keys=keys, day=day)}


def found_by(connection: Connection, first: Announcement) -> set[int]:
    """The keys by which an announcement is found."""
    return set(_FOUND_BY.column(connection, keys=first.keys, day=first.on, own=first.id))


def settle(connection: Connection, keys: Collection[int], day: date) -> None:
    """Let the first few of those of a day that stand under a key be found by it, and no others."""
    table, announced = announcement_keys, announcements
    place = sa.func.row_number().over(partition_by=table.c.key, order_by=(announced.c.url, announced.c.n))
    query = sa.select(table.c.key, table.c.found, table.c.announcement, place.label("place"))
    query = query.join(announced, announced.c.id == table.c.announcement)
    query = query.where(table.c.found.in_([sa.true(), sa.false()]), table.c.on == day)
    for some in batches.of(keys, batches.IDS):
        ranked = query.where(table.c.key.in_(some)).subquery()
        wrong = sa.select(ranked).where(ranked.c.found != (ranked.c.place <= FOUND))
        for key, found, announcement, _ in connection.execute(wrong).all():
            one = table.c.key == key, table.c.found == found, table.c.on == day, table.c.announcement == announcement
            connection.execute(sa.update(table).where(*one).values(found=not found))


def pack(keys: Sequence[int]) -> bytes:
    """Keys as they are kept with what they are of: eight bytes each, little end first."""
    return struct.pack(f"<{len(keys)}q", *keys)


def unpack(data: bytes) -> tuple[int, ...]:
    """The keys again."""
    return struct.unpack(f"<{len(data) // 8}q", data)


def _found(*asked: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """That an announcement is found by one of the keys."""
    return sa.and_(among(announcement_keys.c.key, "keys"), announcement_keys.c.found == sa.true(), *asked)


def _within(table: sa.Table) -> sa.ColumnElement[bool]:
    return table.c.on.between(sa.bindparam("since", type_=sa.Date()), sa.bindparam("until", type_=sa.Date()))


_KEY, _OWN = announcement_keys.c.key, announcement_keys.c.announcement
_ON_DAY = announcement_keys.c.on == sa.bindparam("day", type_=sa.Date())
# A row a key, since there are thousands of rows else, and making each one anew takes longer than finding it.
_HELD = sa.select(_KEY, Joined(_OWN)).where(_found(_within(announcement_keys))).group_by(_KEY)

_HOLDING: Final = Asked(_HELD)
_OPEN: Final = Asked(_HELD.where(announcement_keys.c.last >= sa.bindparam("open_on", type_=sa.Date())))
_FOUND_ON: Final = Asked(sa.select(_KEY, _OWN).where(_found(_ON_DAY)))
_FOUND_BY: Final = Asked(sa.select(_KEY).where(_found(_ON_DAY, sa.bindparam("own", type_=sa.String()) == _OWN)))
_IS_FOUND: Final = Asked(
    sa.select(followed_keys.c.page).where(
        *(
            followed_keys.c[name] == sa.bindparam(name, type_=followed_keys.c[name].type)
            for name in ("key", "on", "page")
        )
    )
)
_TWO = (
    sa.select(followed_keys.c.page)
    .where(among(followed_keys.c.key, "keys"), _within(followed_keys))
    .group_by(followed_keys.c.page)
    .having(sa.func.count() > 1)
    .subquery()
)
_SHARING: Final = Asked(
    sa.select(followed.c.on, followed.c.url)
    .join(_TWO, _TWO.c.page == followed.c.page)
    .order_by(followed.c.on, followed.c.url)
)
