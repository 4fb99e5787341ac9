"""Which entities are one: what is alike and clear of all else, and above it what people decided.

Invariant: what is put down of an entity depends on the names alike and the decisions in force that can be reached from
it, never on what was put down before.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.joining.links import links
from reportedly.ledger.joining.wholes import members_of_each
from reportedly.ledger.schema import alike, full_names, in_force, joined, judgements
from reportedly.ledger.upserts import insert

_DECIDED = ("merge", "split")


class _Decision(NamedTuple):
    kind: str
    about: str
    value: str


def settle(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Put down anew which entities are one, for these and all that hangs on them; gives those of which that differs."""
    region = _region(connection, {*ids})
    before = members_of_each(connection, region)
    parts = _parted(_linked(connection, region), _decisions(connection, region))
    for some in batches.of_ids(sorted(region)):
        connection.execute(sa.delete(joined).where(joined.c.entity.in_(some)))
    rows = [{"entity": own, "whole": min(part)} for part in parts if len(part) > 1 for own in part]
    insert(connection, joined, sorted(rows, key=lambda row: row["entity"]))
    return {own for part in parts for own in part if part != {*before[own]}}


def settle_decided(connection: Connection, about: str) -> set[str]:
    """The same for what a decision about an entity concerns that was made, taken back or put back."""
    query = sa.select(judgements.c.value).where(judgements.c.about == about, judgements.c.kind.in_(_DECIDED))
    return settle(connection, {about, *filter(None, connection.scalars(query))})


def beside(connection: Connection, ids: Collection[str]) -> set[str]:
    """Whatever is like one of these, is one with it, or is decided to be so or not to be so."""
    found = set[str]()
    whole = joined.alias()
    same = sa.select(joined.c.entity).join(whole, whole.c.whole == joined.c.whole)
    decided = sa.select(judgements.c.about, judgements.c.value).join(in_force, in_force.c.seq == judgements.c.seq)
    decided = decided.where(in_force.c.of == "entity", in_force.c.kind.in_(_DECIDED))
    for some in batches.of_ids(sorted(ids)):
        found |= {*connection.scalars(sa.select(alike.c.other).where(alike.c.entity.in_(some)))}
        found |= {*connection.scalars(same.where(whole.c.entity.in_(some)))}
        either = sa.or_(judgements.c.about.in_(some), judgements.c.value.in_(some))
        found |= {own for pair in connection.execute(decided.where(either)) for own in pair if own}
    return found


def _region(connection: Connection, ids: set[str]) -> set[str]:
    """These and all that can be reached from them."""
    region, fresh = set[str](), ids
    while fresh:
        region |= fresh
        fresh = beside(connection, fresh) - region
    return region


def _linked(connection: Connection, region: Iterable[str]) -> list[set[str]]:
    """The region in parts by what is alike."""
    known: dict[str, dict[str, str]] = {}
    like: dict[str, dict[str, float]] = {own: {} for own in region}
    for some in batches.of_ids(sorted(like)):
        for row in connection.execute(sa.select(full_names).where(full_names.c.entity.in_(some))):
            known.setdefault(row.entity, {})[row.hand] = row.name
        for row in connection.execute(sa.select(alike).where(alike.c.entity.in_(some))):
            like[row.entity][row.other] = row.likeness
    return _united(like, links(known, like))


def _united(own: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    part = {one: {one} for one in own}
    for one, other in pairs:
        _unite(part, one, other)
    return [part for one, part in part.items() if one == min(part)]


def _unite(part: dict[str, set[str]], one: str, other: str) -> None:
    whole = part[one] | part[other]
    part.update(dict.fromkeys(whole, whole))


def _decisions(connection: Connection, region: Collection[str]) -> Iterator[_Decision]:
    """The decisions in force that concern the region, in the order in which they were filed."""
    query = sa.select(judgements.c.seq, judgements.c.kind, judgements.c.about, judgements.c.value)
    query = query.join(in_force, in_force.c.seq == judgements.c.seq)
    query = query.where(in_force.c.of == "entity", in_force.c.kind.in_(_DECIDED), judgements.c.value.is_not(None))
    found: dict[int, _Decision] = {}
    for some in batches.of_ids(sorted(region)):
        found |= {row.seq: _Decision(*row[1:]) for row in connection.execute(query.where(in_force.c.about.in_(some)))}
    yield from (found[seq] for seq in sorted(found))


def _parted(linked: Iterable[set[str]], decisions: Iterable[_Decision]) -> list[set[str]]:
    """Decisions join and part in their order: who is parted from another stands alone, until it is joined again."""
    part: dict[str, set[str]] = {own: one for one in linked for own in one}
    for made in decisions:
        if made.kind == "merge":
            _unite(part, made.about, made.value)
        elif made.value in part[made.about]:
            rest = part[made.about] - {made.about}
            part.update(dict.fromkeys(rest, rest))
            part[made.about] = {made.about}
    return [whole for own, whole in part.items() if own == min(whole)]
