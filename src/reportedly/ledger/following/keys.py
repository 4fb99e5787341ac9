"""By what pages and announcements find each other: rows of keys, looked up by index."""

import struct
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, schema
from reportedly.ledger.upserts import insert
from reportedly.records import FOUND, Announcement, Followed, page_id


def follow(connection: Connection, page: Followed) -> None:
    """Let a page be found by its keys."""
    id_, table = page_id(page.url), schema.followed_keys
    if page.keys and not _is_found(connection, page):
        insert(connection, table, [{"key": key, "on": page.on, "page": id_} for key in page.keys])


def _is_found(connection: Connection, page: Followed) -> bool:
    table = schema.followed_keys
    own = table.c.key == page.keys[0], table.c.on == page.on, table.c.page == page_id(page.url)
    return connection.scalar(sa.select(table.c.page).where(*own)) is not None


def forget(connection: Connection, page: Followed) -> None:
    """Let a page be found by no key."""
    id_, table = page_id(page.url), schema.followed_keys
    for some in batches.of(page.keys, batches.IDS):
        connection.execute(sa.delete(table).where(table.c.key.in_(some), table.c.on == page.on, table.c.page == id_))


def sharing(connection: Connection, keys: Collection[int], since: date, until: date) -> list[tuple[date, str]]:
    """Day and URL of the pages of these days that have two of the keys."""
    table, page = schema.followed_keys, schema.followed
    days = table.c.key.in_([*keys]), table.c.on.between(since, until)
    two = sa.select(table.c.page).where(*days).group_by(table.c.page).having(sa.func.count() > 1).subquery()
    query = sa.select(page.c.on, page.c.url).join(two, two.c.page == page.c.page).order_by(page.c.on, page.c.url)
    return [(on, url) for on, url in connection.execute(query)]


def holding(
    connection: Connection, keys: Collection[int], since: date, until: date, open_on: date | None
) -> Mapping[int, Sequence[str]]:
    """The first announcements of these days that are found by the keys, by key."""
    table = schema.announcement_keys
    found: dict[int, list[str]] = defaultdict(list)
    for some in batches.of(keys, batches.IDS):
        query = sa.select(table.c.key, table.c.announcement).where(table.c.key.in_(some), table.c.found == sa.true())
        query = query.where(table.c.on.between(since, until))
        if open_on is not None:
            query = query.where(table.c.last >= open_on)
        for key, announcement in connection.execute(query):
            found[key].append(announcement)
    return found


def crowded(found: Iterable[tuple[int, str]], coming: Iterable[Announcement]) -> set[int]:
    """The keys of a day by which not all may be found, given what is found by them and what comes."""
    many = Counter(key for key, _ in found) + Counter(key for one in coming if one.begins for key in one.keys)
    return {key for key, count in many.items() if count >= FOUND}


def put(connection: Connection, first: Announcement, last: date, crowded: Collection[int]) -> None:
    """Let a first announcement be found by its keys; of ``crowded`` ones ``settle`` says whether it is."""
    row = {"on": first.on, "announcement": first.id, "last": last}
    rows = [{"key": key, "found": key not in crowded, **row} for key in first.keys]
    insert(connection, schema.announcement_keys, rows)


def take(connection: Connection, first: Announcement) -> None:
    """Let it stand under none."""
    connection.execute(sa.delete(schema.announcement_keys).where(*_own(first)))


def open_until(connection: Connection, first: Announcement, last: date) -> None:
    """Let it be open until this day."""
    connection.execute(sa.update(schema.announcement_keys).where(*_own(first)).values(last=last))


def _own(first: Announcement) -> tuple[sa.ColumnElement[bool], ...]:
    table = schema.announcement_keys
    one = table.c.key.in_(first.keys), table.c.found.in_([sa.true(), sa.false()])
    return *one, table.c.on == first.on, table.c.announcement == first.id


def found_on(connection: Connection, keys: Collection[int], day: date) -> set[tuple[int, str]]:
    """Each key with the announcements of a day that are found by it."""
    table = schema.announcement_keys
    query = sa.select(table.c.key, table.c.announcement).where(table.c.found == sa.true(), table.c.on == day)
    pages = (query.where(table.c.key.in_(some)) for some in batches.of(keys, batches.IDS))
    return {(key, one) for page in pages for key, one in connection.execute(page)}


def found_by(connection: Connection, first: Announcement) -> set[int]:
    """The keys by which an announcement is found."""
    table = schema.announcement_keys
    own = table.c.key.in_(first.keys), table.c.found == sa.true(), table.c.on == first.on
    return set(connection.scalars(sa.select(table.c.key).where(*own, table.c.announcement == first.id)))


def settle(connection: Connection, keys: Collection[int], day: date) -> None:
    """Let the first few of those of a day that stand under a key be found by it, and no others."""
    table, announced = schema.announcement_keys, schema.announcements
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
