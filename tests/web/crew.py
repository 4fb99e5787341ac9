"""A desk with accounts: three people who may differently much, served on loopback as if beyond it or not."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpx
from fastapi import FastAPI

from reportedly.clock import Clock, standing_at, system
from reportedly.ledger import Ledger
from reportedly.people import Pace, Passwords, Porter, Roster
from reportedly.records import ROLES, Role
from reportedly.web.app import create_app
from reportedly.web.door import Door
from tests.newsroom import TODAY
from tests.people.conftest import QUICK
from tests.web.conftest import serving

NAMES: Final[dict[Role, str]] = {"reader": "Tam Wick", "editor": "Ilse Varn", "admin": "Oda Brell"}
PASSWORD: Final = "seven herons over the weir"


def hire(ledger: Ledger) -> Roster:
    """The roster of a ledger with one person a role, who signs in by the name of it."""
    roster = Roster(ledger, system, Passwords(QUICK), "ilse", "terminal")
    for role in reversed(ROLES):
        roster.add(role, NAMES[role], role, PASSWORD)
    return roster


def app_of(ledger: Ledger, now: Clock = system, **more: Any) -> FastAPI:
    """The web desk over a ledger, with quick hashes; ``more`` goes to its door."""
    given = {"pace": Pace(100_000), **more}
    hosts = given.pop("hosts", ("127.0.0.1", "desk.example"))
    proxies, judging = given.pop("proxies", ()), given.pop("judging", None)
    door = Door(Porter(ledger, now, Passwords(QUICK)), "ilse", **given)
    return create_app(
        ledger,
        name="River Desk",
        now=standing_at(TODAY),
        sample=False,
        body_of=lambda _: b"",
        judging=judging,
        door=door,
        hosts=hosts,
        proxies=proxies,
    )


@contextmanager
def browsing(app: FastAPI, **more: Any) -> Iterator[httpx.Client]:
    """A browser that keeps its cookies, at the address of a running desk."""
    with serving(app) as address, httpx.Client(base_url=address, trust_env=False, **more) as browser:
        yield browser


def token_in(page: str) -> str:
    """What the forms of a page carry."""
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found, page
    return found[1]


def sign_in(browser: httpx.Client, name: str, password: str = PASSWORD, to: str = "/") -> httpx.Response:
    """Fill in the form and send it."""
    sent = {"token": token_in(browser.get("/login").text), "name": name, "password": password, "to": to}
    return browser.post("/login", data=sent)


def send(browser: httpx.Client, path: str, page: str = "/me", **fields: str) -> httpx.Response:
    """Send a form that stands on a page."""
    return browser.post(path, data={"token": token_in(browser.get(page).text), **fields})
