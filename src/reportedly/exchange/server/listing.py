"""The objects of a collection, page by page, and their list: always what may be given at this moment."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from reportedly.exchange.offering import Current, Giving, note_served
from reportedly.exchange.server import answers
from reportedly.exchange.server.filters import Place, moment, sealed
from reportedly.exchange.stix import ids
from reportedly.records import Answered, Offer, Transfer

MOST_BYTES: Final = 4_000_000
"""Of objects in one answer; there is always one."""
_BATCH: Final = 500
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Page(NamedTuple):
    """Some offers in their order, the place behind them, and whether any stand there."""

    offers: tuple[Offer, ...]
    place: Place
    more: bool


def page(giving: Giving, now: Current, place: Place, limit: int) -> Page:
    """The offers behind a place that are wanted and may be given: one more is looked for than is given."""
    kept, size = list[Offer](), 0
    for one in _behind(giving, place):
        if now.versions.get(one.id) != one.modified or not place.wanted.takes(one):
            continue
        size += len(one.body)
        if len(kept) == limit or (kept and size > MOST_BYTES):
            return Page(tuple(kept), _place(kept, place), more=True)
        kept.append(one)
    return Page(tuple(kept), _place(kept, place), more=False)


def _behind(giving: Giving, place: Place) -> Iterator[Offer]:
    offers, own = giving.ledger.offers, (giving.pact, giving.receiver)
    if place.wanted.ids:
        yield from (one for one in offers.of(*own, place.wanted.ids) if one.seq > place.seq)
        return
    seq = place.seq
    while some := offers.after(*own, seq=seq, added=place.wanted.after, limit=_BATCH):
        yield from some
        seq = some[-1].seq


def _place(kept: Sequence[Offer], before: Place) -> Place:
    return replace(before, seq=kept[-1].seq, added=kept[-1].added) if kept else before


def objects(giving: Giving, collection: str, found: Page, at: datetime) -> Answered:
    """The objects themselves, byte for byte as they were made; put down as served before they go."""
    if found.offers:
        note_served(giving, found.offers, "server", at)
        gave = Transfer(giving.receiver, giving.pact, "gave", "server", at, len(found.offers))
        giving.ledger.partners.note(gave)
    whole = ",".join(one.body for one in found.offers)
    more = f'"more":true,"next":"{sealed(found.place, giving.own, collection)}",' if found.more else '"more":false,'
    body = f'{{{more}"objects":[{whole}]}}' if found.offers else '{"more":false}'
    return answers.raw(body.encode(), more=_added(found))


def manifest(giving: Giving, collection: str, found: Page) -> Answered:
    """Which objects there are, since when; places to read on from are in a header, for the format has no word."""
    rows = [_row(one) for one in found.offers]
    told: dict[str, Any] = {"more": found.more} | ({"objects": rows} if rows else {})
    headers = _added(found)
    if found.more:
        told["next"] = headers["x-taxii-next"] = sealed(found.place, giving.own, collection)
    return answers.answer(told, more=headers)


def versions(found: Page) -> Answered:
    """The version of an object that may be had: the one that counts."""
    told = [ids.moment(one.modified) for one in found.offers]
    return answers.answer({"more": False, "versions": told}, more=_added(found))


def _row(one: Offer) -> dict[str, str]:
    return {
        "id": one.id,
        "date_added": moment(one.added),
        "version": ids.moment(one.modified),
        "media_type": answers.STIX,
    }


def _added(found: Page) -> dict[str, str]:
    """When the first and the last were added. Of an empty page both are the moment to go on asking from."""
    since = found.place.added or _NEVER
    first, last = (found.offers[0].added, found.offers[-1].added) if found.offers else (since, since)
    return {"x-taxii-date-added-first": moment(first), "x-taxii-date-added-last": moment(last)}
