"""Every route asked by everybody: the list is generated, so that no new one is forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from reportedly.ledger import Ledger, open_ledger
from reportedly.people import Roster
from reportedly.records import ROLES, SCOPES, Role, Scope
from reportedly.web.admission import SHOWING, admins, editors, need_of
from reportedly.web.gate import BY_TOKEN
from reportedly.web.origin import NOT_OURS
from tests.web.crew import app_of, browsing, hire, sign_in
from tests.web.test_admission import Way, ways

pytestmark = pytest.mark.slow


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


@contextmanager
def asking(app: FastAPI, roster: Roster) -> Iterator[dict[str, httpx.Client]]:
    """A client for each who may ask: nobody, a browser a role, and a program of the admin's a scope."""
    with browsing(app) as nobody:
        address, everybody = str(nobody.base_url), {"nobody": nobody}
        for role in ROLES:
            everybody[role] = httpx.Client(base_url=address, trust_env=False)
            assert sign_in(everybody[role], role).status_code == 303
        for scope in SCOPES:
            bearer = {"authorization": f"Bearer {roster.make_token('admin', scope, [scope])}"}
            everybody[scope] = httpx.Client(base_url=address, trust_env=False, headers=bearer)
        yield everybody
        for client in everybody.values():
            client.close()


@pytest.fixture(scope="module")
def asked(app: FastAPI, roster: Roster) -> Iterator[dict[str, httpx.Client]]:
    with asking(app, roster) as everybody:
        yield everybody


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
    if who == "nobody" or need.role == "partner":
        return "sign in first"
    if who in ROLES:
        role: Role = next(role for role in ROLES if role == who)
        if not shows and api:
            return "by token only"
        if ROLES.index(role) < ROLES.index(need.role):
            return "role"
        return "inside" if shows else "form"
    return "inside" if who in openers(way) else "scope"


def openers(way: Way) -> set[str]:
    """The scopes that open a route to a program."""
    need, shows = need_of(way.endpoint, way.method), way.method in SHOWING
    if need.role in {"admin", "partner"}:
        return set()
    if way.path.startswith("/api/"):
        return {"read" if shows else "write"}
    lists = {"export"} if way.path.startswith("/export/") and shows else set()
    return lists | ({"feed"} if need.feed and shows else set())


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


def test_a_feed_is_opened_by_the_key_in_its_address_and_nothing_else_is(
    app: FastAPI, asked: dict[str, httpx.Client], roster: Roster
) -> None:
    scopes: tuple[Scope, ...] = ("feed", "export")
    keys = {scope: {"key": roster.make_token("reader", scope, [scope])} for scope in scopes}
    feeds = {way.example for way in ways(app) if need_of(way.endpoint, way.method).feed}
    assert feeds
    for way in ways(app):
        if way.method == "GET" and need_of(way.endpoint, way.method).role != "anybody":
            met = {scope: ends(asked["nobody"].get(way.example, params=key)) for scope, key in keys.items()}
            is_feed = way.example in feeds
            assert met["feed"] == ("inside" if is_feed else "sign in first"), way
            assert met["export"] == "sign in first", way


# -- routes that the desk does not have -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def trial(ledger: Ledger, roster: Roster) -> Iterator[dict[str, httpx.Client]]:
    """The same askers at a desk with routes for programs, one of them for admins, and one that nobody gave a word."""
    app = app_of(ledger)

    def done() -> str:
        return "done"

    def whispered() -> str:
        return "done"

    def forgotten() -> str:
        return "done"

    app.post("/api/trial")(editors(done))
    app.api_route("/api/whispered", methods=["GET", "POST"])(admins(whispered))
    app.delete("/forgotten")(forgotten)
    with asking(app, roster) as everybody:
        yield everybody


def test_a_program_changes_with_a_token_and_never_with_a_session(trial: dict[str, httpx.Client]) -> None:
    met = {who: ends(client.post("/api/trial")) for who, client in trial.items()}
    browsers: dict[str, str] = dict.fromkeys(ROLES, "by token only")
    by_scope = {"read": "scope", "write": "inside", "export": "scope", "feed": "scope"}
    assert met == {"nobody": "sign in first", **browsers, **by_scope}


def test_a_token_is_worth_no_more_than_the_role_of_its_owner(
    trial: dict[str, httpx.Client], roster: Roster, ledger: Ledger
) -> None:
    bearer = {"authorization": f"Bearer {roster.make_token('reader', 'bot', ['write'])}"}
    assert ends(trial["nobody"].post("/api/trial", headers=bearer)) == "role"
    bearer = {"authorization": f"Bearer {roster.make_token('editor', 'bot', ['write'])}"}
    assert ends(trial["nobody"].post("/api/trial", headers=bearer)) == "inside"
    line = ledger.audit.last(1)[0]
    assert (line.who, line.what, line.about) == ("editor (bot)", "sent", "POST /api/trial")


def test_what_is_for_admins_is_opened_by_no_token(trial: dict[str, httpx.Client]) -> None:
    for program in SCOPES:
        assert ends(trial[program].get("/api/whispered")) == ends(trial[program].post("/api/whispered")) == "scope"
    assert ends(trial["admin"].get("/api/whispered")) == "inside"


def test_a_route_that_nobody_gave_a_word_changes_nothing_for_readers_and_editors(
    trial: dict[str, httpx.Client],
) -> None:
    met = {who: ends(client.delete("/forgotten")) for who, client in trial.items()}
    programs: dict[str, str] = dict.fromkeys(SCOPES, "scope")
    assert met == {"nobody": "sign in first", "reader": "role", "editor": "role", "admin": "inside", **programs}


def test_what_another_sites_page_sends_by_the_api_is_not_taken_where_nobody_signs_in(tmp_path: Path) -> None:
    def done() -> str:
        return "done"

    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as alone:
        app = app_of(alone)
        app.post("/api/trial")(editors(done))
        with browsing(app) as browser:
            for headers in ({"origin": "null"}, {"origin": "https://evil.example"}, {"sec-fetch-site": "same-site"}):
                assert ends(browser.post("/api/trial", headers=headers)) == "form"
            assert ends(browser.post("/api/trial")) == "inside"
