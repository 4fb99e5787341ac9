"""The server: who asks, for what, and what is answered; it knows no web framework."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Final

from reportedly.clock import Clock
from reportedly.exchange import collections
from reportedly.exchange.collections import Collection
from reportedly.exchange.offering import Current, Giving
from reportedly.exchange.own import Own
from reportedly.exchange.server import answers, entrance, filters, listing, resources
from reportedly.exchange.server.adding import Statuses, added
from reportedly.exchange.server.answers import LARGEST, Problem, nothing_there
from reportedly.exchange.server.fresh import Fresh
from reportedly.exchange.stages import Stages
from reportedly.ledger import Ledger
from reportedly.records import Answered, Asked, Partner


@dataclass(frozen=True)
class DeskServer:
    """One desk as its partners' programs see it. May be used from many threads."""

    ledger: Ledger
    own: Own
    stages: Stages
    now: Clock
    longest: int = LARGEST
    fresh: Fresh = field(default_factory=Fresh)
    statuses: Statuses = field(default_factory=Statuses)

    @property
    def desk(self) -> str:
        """The fingerprint by which partners know it."""
        return self.own.desk

    def who(self, authorization: str, certificate: str = "") -> Partner | None:
        """The partner that asks; None where it is none."""
        return entrance.who(self.ledger, authorization, certificate)

    def answer(self, partner: Partner, asked: Asked) -> Answered:
        """What a partner is answered."""
        try:
            answers.check_accept(asked.header("accept"))
            return self._routed(_Asking(self, partner, asked, self.now()))
        except Problem as problem:
            return answers.problem(problem)

    def failed(self, status: int, words: str) -> Answered:
        """A failure that came before anything could be answered, in the form of all others."""
        return answers.failed(status, words)

    def _routed(self, asking: "_Asking") -> Answered:
        methods = set[str]()
        for method, pattern, route in _ROUTES:
            if found := pattern.fullmatch(asking.asked.path.strip("/")):
                if method == asking.asked.method:
                    return route(asking, *found.groups())
                methods.add(method)
        if methods:
            words = f"This address takes {' and '.join(sorted(methods))} alone."
            raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, words)
        raise nothing_there(asking.asked.base)


@dataclass(frozen=True)
class _Asking:
    """One request of a partner."""

    server: DeskServer
    partner: Partner
    asked: Asked
    at: datetime

    def discovery(self) -> Answered:
        liaisons = self.server.ledger.partners.own_liaisons()
        contact = next((one.contact for one in liaisons if one.serves(self.at)), "")
        return answers.answer(resources.discovery(self.server.own.name, self.asked.base, contact))

    def api_root(self) -> Answered:
        return answers.answer(resources.api_root(self.server.own.name))

    def status(self, status: str) -> Answered:
        found = self.server.statuses.get(self.partner.desk, status)
        if found is None:
            raise nothing_there(self.asked.base)
        return answers.answer(found)

    def collections(self) -> Answered:
        own = self.server.own.desk
        found = [resources.collection(one, own) for one in self._collections()]
        return answers.answer({"collections": found} if found else {})

    def collection(self, name: str) -> Answered:
        return answers.answer(resources.collection(self._named(name), self.server.own.desk))

    def objects(self, name: str) -> Answered:
        giving, now = self._readable(name)
        return listing.objects(giving, name, self._page(giving, now, name), self.at)

    def manifest(self, name: str) -> Answered:
        giving, now = self._readable(name)
        return listing.manifest(giving, name, self._page(giving, now, name))

    def one(self, name: str, thing: str) -> Answered:
        giving, now = self._readable(name)
        return listing.objects(giving, name, self._page_of(giving, now, name, thing), self.at)

    def versions(self, name: str, thing: str) -> Answered:
        giving, now = self._readable(name)
        return listing.versions(self._page_of(giving, now, name, thing))

    def add(self, name: str) -> Answered:
        answers.check_content(self.asked.header("content-type"))
        status = added(self.server.ledger, self._writable(name), self.asked.body, self.at)
        self.server.statuses.put(self.partner.desk, status)
        return answers.answer(status, HTTPStatus.ACCEPTED)

    def delete(self, name: str, _thing: str) -> Answered:
        self._named(name)
        raise Problem(
            HTTPStatus.FORBIDDEN,
            "Nothing is deleted by an address: what turned out wrong is withdrawn by a new version of it, with "
            "`revoked` and the reason, which goes to everybody who has it.",
        )

    # -- whose it is ---------------------------------------------------------------------------------------------------

    def _collections(self) -> list[Collection]:
        return list(collections.between(self.server.ledger, self.server.own.desk, self.partner.desk))

    def _named(self, name: str) -> Collection:
        """The collection of that id; what is somebody else's is not looked for, so it is missed as what is nobody's."""
        found = next((one for one in self._collections() if one.id == name), None)
        if found is None:
            raise nothing_there(self.asked.base)
        return found

    def _readable(self, name: str) -> tuple[Giving, Current]:
        found, server = self._named(name), self.server
        if found.giver.desk != server.own.desk:
            words = f"“{found.title}” is where you write: it cannot be read. Read that of the other direction."
            raise Problem(HTTPStatus.FORBIDDEN, words)
        giving = Giving(server.ledger, server.own, found.standing, self.partner.desk, server.stages)
        return giving, server.fresh.current(giving, self.at, goes_on=bool(dict(self.asked.query).get("next")))

    def _writable(self, name: str) -> Collection:
        found = self._named(name)
        if found.receiver.desk != self.server.own.desk:
            words = f"“{found.title}” is where you read: nothing can be written. Write to that of the other direction."
            raise Problem(HTTPStatus.FORBIDDEN, words)
        return found

    def _page(self, giving: Giving, now: Current, name: str) -> listing.Page:
        place = filters.place_of(self.asked.query, self.server.own, name)
        return listing.page(giving, now, place, filters.limit_of(self.asked.query))

    def _page_of(self, giving: Giving, now: Current, name: str, thing: str) -> listing.Page:
        query = (*(pair for pair in self.asked.query if pair[0] != "match[id]"), ("match[id]", thing))
        place = filters.place_of(query, self.server.own, name)
        found = listing.page(giving, now, place, filters.limit_of(query))
        if thing not in now.versions:
            raise nothing_there(self.asked.base)
        return found


_COLLECTION: Final = "api/collections/([^/]+)"
_OBJECT: Final = f"{_COLLECTION}/objects/([^/]+)"
_ROUTES: Final[tuple[tuple[str, re.Pattern[str], Callable[..., Answered]], ...]] = tuple(
    (method, re.compile(path), route)
    for method, path, route in (
        ("GET", "", _Asking.discovery),
        ("GET", "api", _Asking.api_root),
        ("GET", "api/status/([^/]+)", _Asking.status),
        ("GET", "api/collections", _Asking.collections),
        ("GET", _COLLECTION, _Asking.collection),
        ("GET", f"{_COLLECTION}/manifest", _Asking.manifest),
        ("GET", f"{_COLLECTION}/objects", _Asking.objects),
        ("POST", f"{_COLLECTION}/objects", _Asking.add),
        ("GET", _OBJECT, _Asking.one),
        ("DELETE", _OBJECT, _Asking.delete),
        ("GET", f"{_OBJECT}/versions", _Asking.versions),
    )
)
