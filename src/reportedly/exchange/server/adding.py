"""What a party sends: checked piece by piece, and told of each whether it was taken."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from threading import Lock
from typing import Any, Final
from uuid import uuid4

from reportedly.errors import BadInput
from reportedly.exchange import checking, taking
from reportedly.exchange.checking import Coming, Refusal
from reportedly.exchange.collections import Collection
from reportedly.exchange.server.answers import LARGEST, Problem
from reportedly.exchange.server.filters import moment
from reportedly.exchange.stix import extension
from reportedly.exchange.stix.extension import Object
from reportedly.ledger import Ledger

_KEPT: Final = 1_000
_ALIKE: Final = frozenset({"marking-definition", "extension-definition", "identity", "email-addr"})
"""What all desks write alike, or comes along without telling anything: it is read and not filed."""
_NOBODYS: Final = (
    "it does not say which desk made it and signed it (by the extension of reportedly, see docs/exchange.md): a "
    "desk takes reports of desks"
)


@dataclass(frozen=True)
class Statuses:
    """What became of what was sent, for whoever sent it, as long as the server runs."""

    _kept: OrderedDict[tuple[str, str], dict[str, Any]] = field(default_factory=OrderedDict)
    _turn: Lock = field(default_factory=Lock)

    def put(self, partner: str, status: dict[str, Any]) -> None:
        """Keep a status."""
        with self._turn:
            self._kept[partner, status["id"]] = status
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def get(self, partner: str, status: str) -> dict[str, Any] | None:
        """A status of a partner's own."""
        with self._turn:
            return self._kept.get((partner, status))


def added(ledger: Ledger, collection: Collection, body: bytes | None, at: datetime) -> dict[str, Any]:
    """File what was sent into a collection; the status says of each object what became of it."""
    if body is None:
        words = f"More than {LARGEST:,} bytes were sent at once: send the objects in several pieces."
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words, max_content_length=str(LARGEST))
    try:
        objects = checking.parsed(body)
    except BadInput as error:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"Nothing was taken: {error}.") from error
    strange = [one for one in objects if not extension.of(one) and one.get("type") not in _ALIKE]
    told = [one for one in objects if one not in strange] if strange else objects
    giver, receiver = collection.giver.desk, collection.receiver.desk
    coming = Coming(collection.standing, giver, receiver, at, checking.definitions_of(objects))
    came = taking.take(ledger, coming, told, "server")
    refused = [*came.refused, *(Refusal(str(one.get("id"))[:100], _NOBODYS) for one in strange)]
    return _status(objects, refused, at)


def _status(objects: Iterable[Object], refused: Iterable[Refusal], at: datetime) -> dict[str, Any]:
    why = {one.id: one.why for one in refused}
    named = [(str(one.get("id"))[:100], str(one.get("modified", one.get("created", "")))[:40]) for one in objects]
    taken = [{"id": own, "version": version} for own, version in named if own not in why]
    failed = [{"id": own, "version": version, "message": why[own]} for own, version in named if own in why]
    told: dict[str, Any] = {
        "id": str(uuid4()),
        "status": "complete",
        "request_timestamp": moment(at),
        "total_count": len(named),
        "success_count": len(taken),
        "failure_count": len(failed),
        "pending_count": 0,
    }
    return told | ({"successes": taken} if taken else {}) | ({"failures": failed} if failed else {})
