"""A desk's door for others, on loopback: a real server, asked as programs of partners ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpx
from fastapi import FastAPI
from msgspec.structs import replace

from reportedly.clock import Clock
from reportedly.exchange.collections import between
from reportedly.exchange.server import DeskServer, entrance
from reportedly.exchange.stages import Stages
from reportedly.people import Pace, Porter
from reportedly.records import Pact, Partner
from reportedly.web.app import create_app
from reportedly.web.door import Door
from tests.exchange.desks import NOW, STAGES, Newsroom
from tests.web.conftest import serving

TAXII: Final = "application/taxii+json;version=2.1"


def at_now() -> Any:
    """The moment at which most tests happen."""
    return NOW


def know(desk: Newsroom, other: Newsroom, **more: str) -> str:
    """Have a desk know another; what the other comes in with is its own name, for these tests."""
    secret = f"rpp_{other.own.name}"
    partner = Partner(other.own.desk, other.own.name, other.own.key, NOW, token=entrance.digest(secret))
    desk.ledger.partners.put(replace(partner, **more))
    return secret


def app_of(
    desk: Newsroom, now: Clock = at_now, stages: Stages = STAGES, proxies: tuple[str, ...] = ("127.0.0.1",)
) -> FastAPI:
    """The web desk of a newsroom, with its door for others."""
    return create_app(
        desk.ledger,
        name=desk.own.name,
        now=now,
        sample=False,
        body_of=lambda _: b"",
        door=Door(Porter(desk.ledger, now), "ilse", pace=Pace(1_000_000)),
        partners=DeskServer(desk.ledger, desk.own, stages, now),
        proxies=proxies,
        hosts=("127.0.0.1", "desk.example"),
    )


@contextmanager
def asking(desk: Newsroom, other: Newsroom, now: Clock = at_now, stages: Stages = STAGES) -> Iterator[httpx.Client]:
    """A program of another desk, at the door of this one."""
    bearer = {"authorization": f"Bearer {know(desk, other)}", "accept": TAXII}
    with (
        serving(app_of(desk, now, stages)) as address,
        httpx.Client(base_url=f"{address}/taxii2/", trust_env=False, headers=bearer, timeout=60) as client,
    ):
        yield client


def collection(pact: Pact, desk: Newsroom, giver: Newsroom, receiver: Newsroom) -> str:
    """The id of the collection of what one gives another, as a desk that holds the pact knows it."""
    both = between(desk.ledger, giver.own.desk, receiver.own.desk)
    return next(one.id for one in both if one.standing.pact.id == pact.id and one.giver.desk == giver.own.desk)


def everything(client: httpx.Client, name: str, **asked: Any) -> list[dict[str, Any]]:
    """All objects of a collection, page by page."""
    found, params = list[dict[str, Any]](), {key: str(value) for key, value in asked.items()}
    while True:
        answer = client.get(f"api/collections/{name}/objects/", params=params)
        assert answer.status_code == httpx.codes.OK, answer.text
        told = answer.json()
        found += told.get("objects", [])
        if not told["more"]:
            return found
        params = {**params, "next": told["next"]}
