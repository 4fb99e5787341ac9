"""A thousand pacts over many ledgers, served: what people decide in the middle of a paging holds for its next page."""

import json
import random
from datetime import datetime
from pathlib import Path

import pytest

from reportedly.exchange.server import DeskServer
from reportedly.exchange.stages import Stages
from reportedly.records import Asked, Pact, Partner, Shared
from reportedly.stories.imprints import imprint
from reportedly.stories.shared import shared_stories
from tests.exchange import secrets
from tests.exchange.desks import DAY, NOW, Newsroom, agree, newsroom
from tests.exchange.door import collection
from tests.exchange.secrets import Piece
from tests.exchange.test_leaks import decide, may, scope, secret, terms
from tests.thorough import rounds

BASE = "http://north.example/taxii2"


class Reading:
    """A party that reads from a server, and what it read that it must not know."""

    def __init__(self, server: DeskServer, desk: Newsroom) -> None:
        self._server = server
        self._partner = Partner(desk.own.desk, desk.own.name, desk.own.key, NOW)

    def ask(self, path: str, **query: str) -> str:
        """What is answered, headers and all."""
        answer = self._server.answer(self._partner, Asked("GET", BASE, f"/api/{path}", tuple(query.items())))
        return answer.body.decode() + "\n" + "\n".join(f"{name}: {value}" for name, value in answer.headers)

    def page(self, name: str, **query: str) -> tuple[str, str]:
        """A page of objects, and the place to read on from."""
        told = self.ask(f"collections/{name}/objects/", **query)
        return told, json.loads(told.partition("\n")[0]).get("next", "")


def leaks(told: str, printed: list[Piece], pact: Pact, shared: Shared | None, at: datetime) -> list[str]:
    """What stands in an answer that the pact does not let out, as things stand now."""
    holds, found = pact.terms.starts <= at < pact.terms.ends and shared is not None, []
    for one in printed:
        allowed = holds and shared is not None and may(one, shared, pact.terms)
        found += [word for word in secret(one, pact.terms, told=allowed) if word in told]
        found += [one.shows] if not allowed and one.shows in told else []
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(rounds(2, 25)))
def test_no_page_has_what_the_pact_does_not_let_out_when_it_goes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(1_000 + seed)
    north, south, east = (newsroom(tmp_path, name) for name in ("North", "South", "East"))
    printed, at = secrets.pieces(chance), [NOW]
    secrets.file(north.ledger, printed)
    stages = Stages("hand/1", secrets.screening(printed), imprint, shared_stories)
    server = DeskServer(north.ledger, north.own, stages, lambda: at[0])
    party, stranger, found, pages = Reading(server, south), Reading(server, east), list[tuple[int, str, str]](), 0
    for n in range(40):
        decide(chance, north, printed, n)
        shared, held = scope(chance), terms(chance)
        pact = agree(f"Pact {n}", {north: shared, south: Shared()}, **held)
        name = collection(pact, north, north, south)
        at[0] = NOW + chance.choice((0, 0, 0, 3)) * DAY
        told, place = party.page(name, limit=str(chance.choice((2, 9, 30))))
        found += [(n, "first", word) for word in leaks(told, printed, pact, shared, at[0])]
        before = told  # what was served is withdrawn by its name, where people set it aside meanwhile
        decide(chance, north, printed, 100 + n)
        while place:
            told, place = party.page(name, limit="9", next=place)
            fresh = [word for word in leaks(told, printed, pact, shared, at[0]) if word not in before]
            found += [(n, "later", word) for word in fresh]
            before += told
            pages += 1
        listed = party.ask(f"collections/{name}/manifest/") + party.ask("collections/")
        fresh = [word for word in leaks(listed, printed, pact, shared, at[0]) if word not in before]
        found += [(n, "listed", word) for word in fresh]
        assert stranger.ask(f"collections/{name}/objects/") == stranger.ask("collections/nobodys/objects/")
    assert found == []
    assert pages > 0  # and not because nothing goes at all
