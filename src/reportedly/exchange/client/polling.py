"""Asking a partner's server for what it gives: page by page, each filed before the next is asked for.

Where it was stopped it goes on; what comes twice changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

import msgspec
from msgspec.structs import replace

from reportedly.clock import Clock
from reportedly.errors import BadInput, TurnedDown, Unreachable
from reportedly.exchange import checking, taking
from reportedly.exchange.checking import Coming
from reportedly.exchange.client.places import objects_at
from reportedly.exchange.client.remote import Ask, Remote, host_of
from reportedly.exchange.collections import Collection, between
from reportedly.exchange.stix import ids
from reportedly.exchange.stix.extension import Object
from reportedly.exchange.taking import Came
from reportedly.ledger import Ledger
from reportedly.records import Partner, Reached, Transfer

PAGE: Final = 500  # objects that are asked for at once
PAGES: Final = 1_000  # of one asking; what is left comes with the next
AN_ASKING: Final = timedelta(hours=1)
_STALE: Final = 3  # pages in a row without anything that was not on one before
_MARKINGS: Final = 1_000
_LONGEST: Final = 4_000  # letters of a place to read on from


class Asked(NamedTuple):
    """What asking for one collection came to; ``failed`` is why it ended early, in words."""

    collection: Collection
    came: tuple[Came, ...]
    failed: str = ""


class _Envelope(msgspec.Struct):
    more: bool = False
    next: str | int | None = None
    objects: list[dict[str, Any]] = []


class _Page(NamedTuple):
    objects: list[Object]
    more: bool
    next: str
    last: str
    size: int

    @property
    def versions(self) -> set[tuple[str, str]]:
        """What is on it: ids, and moments where they have one."""
        return {(str(one.get("id")), str(one.get("modified", ""))) for one in self.objects}


def poll(  # noqa: PLR0913
    ledger: Ledger,
    own: str,
    partner: Partner,
    ask: Ask,
    now: Clock,
    *,
    page: int = PAGE,
    lasting: timedelta = AN_ASKING,
) -> Iterator[Asked]:
    """Ask a partner's server for all that it gives this desk, ``page`` objects at once; what fails is told.

    Each collection is asked for ``lasting`` at most.
    """
    remote = Remote(ask, partner.secret)
    for collection in between(ledger, own, partner.desk):
        if collection.giver.desk == partner.desk:
            asking, came = _Asking(ledger, collection, now, page, lasting), list[Came]()
            try:
                url = objects_at(remote, partner.address, collection)
                for some in asking.pages(remote, url):
                    came.append(some)
            except (Unreachable, BadInput) as error:
                failure = Transfer(partner.desk, collection.standing.pact.id, "got", "client", now(), 0, str(error))
                ledger.partners.note(failure)
                yield Asked(collection, tuple(came), str(error))
            else:
                yield Asked(collection, tuple(came))


@dataclass(frozen=True)
class _Asking:
    """Asking for one collection."""

    ledger: Ledger
    collection: Collection
    now: Clock
    at_once: int
    lasting: timedelta
    definitions: dict[str, Object] = field(default_factory=dict)

    def pages(self, remote: Remote, url: str) -> Iterator[Came]:
        """What came of each page; raises ``Unreachable`` where it is of no use to go on."""
        place = self.ledger.partners.reached(self.collection.giver.desk, self.collection.id)
        if self.collection.id not in url:  # others forget a place once they were asked for what is behind it
            place = replace(place, next="")
        seen, stale, size, begun = set[tuple[str, str]](), 0, 0, self.now()
        for number in range(PAGES):
            if number and (size > checking.LARGEST or not begun <= self.now() < begun + self.lasting):
                break
            page, place = self._page(remote, url, place)
            size += page.size
            yield self._taken(page)
            place = _behind(place, page)
            self.ledger.partners.reach([place])
            if not page.more:
                return
            fresh = page.versions - seen
            seen |= fresh
            stale = 0 if fresh else stale + 1
            if not page.next:
                raise Unreachable(
                    f"{host_of(url)} says that there is more, and not where: it was asked no further. What it gave was "
                    "taken; its next page begins where this one did"
                )
            if stale == _STALE:
                self.ledger.partners.reach([replace(place, next="")])
                raise Unreachable(f"{host_of(url)} leads in a circle: it was asked no further")
        raise Unreachable(f"{host_of(url)} gives more than is taken at once, or never ends: ask again for the rest")

    def _page(self, remote: Remote, url: str, place: Reached) -> tuple[_Page, Reached]:
        """The page at a place, and the place: where the server knows it no more, that at which it was begun."""
        try:
            return self._asked(remote, url, place), place
        except TurnedDown as refused:
            if not place.next or refused.status not in {HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND}:
                raise
        place = replace(place, next="")
        return self._asked(remote, url, place), place

    def _asked(self, remote: Remote, url: str, place: Reached) -> _Page:
        wanted = {"added_after": place.after, "limit": str(self.at_once), "next": place.next}
        answer = remote.get(f"{url}?{urlencode({name: value for name, value in wanted.items() if value})}")
        try:
            told = msgspec.json.decode(answer.body, type=_Envelope)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            raise Unreachable(f"{host_of(url)} did not answer with an envelope of objects: {error}") from error
        if len(told.objects) > checking.OBJECTS:
            raise Unreachable(
                f"{host_of(url)} gave {len(told.objects):,} objects at once, and was asked for {self.at_once:,}"
            )
        objects = [_mended(one) for one in told.objects]
        following = str(told.next) if told.next is not None else ""
        if len(following) > _LONGEST:
            raise Unreachable(f"{host_of(url)} names its next page with {len(following):,} letters")
        return _Page(objects, told.more, following, _last(answer.header("x-taxii-date-added-last")), len(answer.body))

    def _taken(self, page: _Page) -> Came:
        if len(self.definitions) < _MARKINGS:
            self.definitions.update(checking.definitions_of(page.objects))
        giver, receiver = self.collection.giver.desk, self.collection.receiver.desk
        coming = Coming(self.collection.standing, giver, receiver, self.now(), self.definitions)
        return taking.take(self.ledger, coming, page.objects, "client")


def _mended(thing: Object) -> Object:
    """The object as it was sent: OpenTAXII 0.9 gives its type in the place of its version. The signature proves it."""
    return thing | {"spec_version": "2.1"} if thing.get("spec_version") == thing.get("type", "") else thing


def _last(header: str | None) -> str:
    """When the last object was added; nothing where the server does not say so, or nothing that can be."""
    try:
        ids.moment_of(header)
    except BadInput:
        return ""
    return header or ""


def _behind(place: Reached, page: _Page) -> Reached:
    """Where to go on: at the next page of this asking; behind it all where that was the last."""
    if page.more:
        return replace(place, next=page.next)
    before, last = place.after, page.last
    later = last if last and (not before or ids.moment_of(last) > ids.moment_of(before)) else before
    return replace(place, after=later, next="")
