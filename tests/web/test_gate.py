"""Every route asked by everybody: the list is generated, so that no new one is forgotten."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from reportedly.ledger import Ledger, open_ledger
from reportedly.people import Roster
from reportedly.records import ROLES, Role
from reportedly.web.admission import SHOWING, need_of
from reportedly.web.gate import BY_TOKEN
from reportedly.web.origin import NOT_OURS
from tests.web.crew import app_of, browsing, hire, sign_in
from tests.web.test_admission import Way, ways

PROGRAMS = ("read", "write", "export", "feed")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("crew")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def roster(ledger: Ledger) -> Roster:
    return hire(ledger)


@pytest.fixture(scope="module")
def app(ledger: Ledger, roster: Roster) -> FastAPI:
    assert roster.ledger is ledger
    return app_of(ledger)


@pytest.fixture(scope="module")
def asked(app: FastAPI, roster: Roster) -> Iterator[dict[str, httpx.Client]]:
    """A client for each who may ask: nobody, a browser a role, and a program of the admin's a scope."""
    with browsing(app) as nobody:
        address, everybody = str(nobody.base_url), {"nobody": nobody}
        for role in ROLES:
            everybody[role] = httpx.Client(base_url=address, trust_env=False)
            assert sign_in(everybody[role], role).status_code == 303
        for scope in PROGRAMS:
            bearer = {"authorization": f"Bearer {roster.make_token('admin', scope, [scope])}"}  # type: ignore[list-item]
            everybody[scope] = httpx.Client(base_url=address, trust_env=False, headers=bearer)
        yield everybody
        for client in everybody.values():
            client.close()


def ends(answer: httpx.Response) -> str:
    """How a request ended: at the sign-in page, refused for one of four reasons, or inside."""
    if answer.status_code == 401 or (answer.status_code == 303 and answer.headers["location"].startswith("/login?to=")):
        return "sign in first"
    assert answer.status_code < 500, answer.text
    if answer.status_code != 403:
        return "inside"
    if answer.request.method == "HEAD":
        return "refused"
    text = answer.text.replace("&#39;", "'")
    reasons = {"This is for": "role", "Your token does not open": "scope", BY_TOKEN: "by token only", NOT_OURS: "form"}
    return next(reason for words, reason in reasons.items() if words in text)


def expected(way: Way, who: str) -> str:
    """What the words above the routes and the rules of the gate ask for."""
    need, api, shows = need_of(way.endpoint, way.method), way.path.startswith("/api/"), way.method in SHOWING
    if need.role == "anybody":
        return "inside" if shows else "form"
    if who == "nobody":
        return "sign in first"
    if who in ROLES:
        role: Role = next(role for role in ROLES if role == who)
        if not shows and api:
            return "by token only"
        if ROLES.index(role) < ROLES.index(need.role):
            return "role"
        return "inside" if shows else "form"
    return "inside" if who == opener(way) else "scope"


def opener(way: Way) -> str | None:
    """The scope that opens a route to a program."""
    need, shows = need_of(way.endpoint, way.method), way.method in SHOWING
    if need.feed and shows:
        return "feed"
    if need.role == "admin":
        return None
    if way.path.startswith("/api/"):
        return "read" if shows else "write"
    return "export" if way.path.startswith("/export/") and shows else None


def test_everybody_meets_at_every_route_what_is_said_above_it(app: FastAPI, asked: dict[str, httpx.Client]) -> None:
    otherwise = []
    form = {"content-type": "application/x-www-form-urlencoded"}
    for way, who in product(ways(app), asked):
        headers = {} if way.method in SHOWING else form
        met = ends(asked[who].request(way.method, way.example, headers=headers))
        wanted = expected(way, who)
        if way.method == "HEAD" and met == "refused":
            met = wanted if wanted in {"role", "scope"} else met
        if met != wanted:
            otherwise.append(f"{way.method} {way.path} as {who}: {met}, not {wanted}")
    assert otherwise == []
