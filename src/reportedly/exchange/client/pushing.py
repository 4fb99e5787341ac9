"""Giving to a partner's server what the partner may have: in order, each piece put down before it goes."""

from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from reportedly.errors import BadInput, TurnedDown, Unreachable
from reportedly.exchange.client.places import objects_at
from reportedly.exchange.client.remote import Ask, Remote
from reportedly.exchange.collections import Collection, between
from reportedly.exchange.offering import Current, Giving, current, note_served
from reportedly.exchange.own import Own
from reportedly.exchange.server.filters import Place, Wanted, moment, moment_of
from reportedly.exchange.server.listing import Page, page
from reportedly.exchange.stages import Stages
from reportedly.exchange.stix import extension
from reportedly.ledger import Ledger
from reportedly.records import Offer, Partner, Reached, Transfer

AT_ONCE: Final = 200  # objects of one piece, where the server takes so much
_TO: Final = "to "


class Gave(NamedTuple):
    """What giving under one pact came to: how many objects were taken, which were not, and why it ended early."""

    collection: Collection
    taken: int
    refused: tuple[str, ...]
    failed: str = ""


def push(  # noqa: PLR0913, PLR0917
    ledger: Ledger, own: Own, stages: Stages, partner: Partner, ask: Ask, at: datetime, *, at_once: int = AT_ONCE
) -> Iterator[Gave]:
    """Give a partner's server what the partner may have and was not given this way; what fails is put down."""
    remote = Remote(ask, partner.secret)
    for collection in between(ledger, own.desk, partner.desk):
        if collection.giver.desk == own.desk:
            giving = Giving(ledger, own, collection.standing, partner.desk, stages)
            yield _Pushing(giving, collection, at, at_once).push(remote, partner.address)


class _Pushing:
    """Giving under one pact."""

    def __init__(self, giving: Giving, collection: Collection, at: datetime, at_once: int) -> None:
        self._giving, self._collection, self._at, self._at_once = giving, collection, at, at_once
        self._taken = 0
        self._refused = list[str]()

    def push(self, remote: Remote, address: str) -> Gave:
        """Give all there is, and put down how that went."""
        failed = ""
        try:
            url = objects_at(remote, address, self._collection)
            for some in self._pieces(remote, url):
                self._taken += len(some.offers)
        except (Unreachable, BadInput) as error:
            failed = str(error)
        why = failed or (f"{len(self._refused)} refused, the first: {self._refused[0]}" if self._refused else "")
        gave = Transfer(self._giving.receiver, self._giving.pact, "gave", "client", self._at, self._taken, why)
        self._giving.ledger.partners.note(gave)
        return Gave(self._collection, self._taken - len(self._refused), tuple(self._refused), failed)

    def _pieces(self, remote: Remote, url: str) -> Iterator[Page]:
        ledger, now = self._giving.ledger, current(self._giving, self._at)
        reached = ledger.partners.reached(self._giving.receiver, _TO + self._collection.id)
        place = Place(wanted=Wanted(after=moment_of(reached.after) if reached.after else None))
        while True:
            some = self._sent(remote, url, now, place)
            if not some.offers:
                return
            place = some.place
            if not self._refused:  # what was refused is given again the next time, with all behind it
                after = moment(some.offers[-1].added)
                ledger.partners.reach([Reached(reached.partner, reached.collection, after)])
            yield some
            if not some.more:
                return

    def _sent(self, remote: Remote, url: str, now: Current, place: Place) -> Page:
        """The next piece, when it was taken: smaller, where the server takes no more at once."""
        many = self._at_once
        while True:
            some = page(self._giving, now, place, many)
            if not some.offers:
                return some
            note_served(self._giving, some.offers, "client", self._at)
            told = [one.body for one in some.offers if self._collection.id in url or _is_versioned(one)]
            body = f'{{"objects":[{",".join(told)}]}}'
            try:
                status = remote.post(url, body.encode())
            except TurnedDown as refused:
                if refused.status != HTTPStatus.REQUEST_ENTITY_TOO_LARGE or len(some.offers) == 1:
                    raise
                many = max(1, len(some.offers) // 2)
            else:
                self._refused += _failures(status)
                return some


def _is_versioned(offer: Offer) -> bool:
    """Whether an object can be kept by a server that is no desk's.

    OpenTAXII 0.9 breaks on what has no moment (markings), medallion 3.0 on the version of an extension's definition. A
    desk needs neither: it knows them.
    """
    return not offer.id.startswith("extension-definition--") and "modified" in extension.load(offer.body)


def _failures(status: dict[str, Any]) -> Iterator[str]:
    """What was not taken, and why, in the server's words."""
    failures = status.get("failures")
    for one in failures if isinstance(failures, list) else ():
        if isinstance(one, dict):
            yield f"{str(one.get('id'))[:100]}: {str(one.get('message', 'no reason given'))[:300]}"
