"""Signing in by another's word, against a provider of our own on loopback."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from reportedly.clock import system
from reportedly.ledger import Ledger, open_ledger
from reportedly.people.oidc import provider as provider_of
from reportedly.settings import OidcSettings
from tests.people import provider
from tests.people.provider import CLIENT, SECRET, Idp
from tests.web.crew import app_of, browsing, hire, send, sign_in

MIRA = {"sub": "7f3", "preferred_username": "Mira.Voss", "name": "Mira Voss", "groups": ["newsroom", "canteen"]}
ROLES: dict[str, Any] = {"newsroom": "editor", "everybody": "reader", "heads": "admin"}


@pytest.fixture(scope="module")
def running() -> Iterator[Idp]:
    with provider.provider() as idp:
        yield idp


@pytest.fixture
def idp(running: Idp) -> Idp:
    """The provider, behaving, with Mira before it."""
    running.claims, running.signs = dict(MIRA), None
    for told in (running.over, running.about, running.userinfo, running.answer):
        told.clear()
    return running


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("blank") / "ledger.db"
    with open_ledger(f"sqlite:///{file}") as opened:
        hire(opened)
    return file


@pytest.fixture
def ledger(tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    shutil.copy(blank, tmp_path / "ledger.db")
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened


@pytest.fixture
def browser(ledger: Ledger, idp: Idp) -> Iterator[httpx.Client]:
    settings = OidcSettings(idp.issuer, CLIENT, roles=ROLES, label="the harbour house")
    with browsing(app_of(ledger, provider=provider_of(settings, SECRET, system)), follow_redirects=True) as opened:
        yield opened


def come(browser: httpx.Client, to: str = "/me") -> httpx.Response:
    return browser.get("/login/provider", params={"to": to})


def test_somebody_comes_in_with_the_role_of_their_groups(browser: httpx.Client, ledger: Ledger) -> None:
    assert "Sign in with the harbour house" in browser.get("/login").text
    page = come(browser, "/me")
    assert page.status_code == 200
    assert page.url.path == "/me"
    assert "Mira Voss" in page.text
    account = ledger.people.get("mira.voss")
    assert account
    assert (account.role, account.password) == ("editor", None)
    assert [(line.who, line.what, line.about) for line in ledger.audit.last(2)] == [
        ("mira.voss", "signed in", "provider"),
        ("provider", "added", "mira.voss: editor"),
    ]
    assert "another vouches" in page.text


def test_they_are_known_again_whatever_they_are_called_and_their_role_follows(
    browser: httpx.Client, idp: Idp, ledger: Ledger
) -> None:
    come(browser)
    idp.claims |= {"preferred_username": "mira", "groups": ["everybody", "heads"]}
    come(browser)
    account = ledger.people.get("mira.voss")
    assert account
    assert account.role == "admin"
    assert len(ledger.people.all()) == 4


def test_nobody_is_taken_for_somebody_of_the_same_name(browser: httpx.Client, idp: Idp, ledger: Ledger) -> None:
    idp.claims |= {"preferred_username": "admin", "name": "Oda Brell"}
    come(browser)
    account = ledger.people.get("admin-2")
    assert account
    assert (account.name, account.role) == ("Oda Brell (admin-2)", "editor")
    idp.claims |= {"sub": "7f4"}
    come(browser)
    assert ledger.people.get("admin-3")


def test_whoever_has_no_role_or_was_removed_stays_out(browser: httpx.Client, idp: Idp, ledger: Ledger) -> None:
    idp.claims["groups"] = ["canteen"]
    assert "none of your groups has a role" in come(browser).text
    assert len(ledger.people.all()) == 3
    idp.claims["groups"] = "newsroom"
    assert come(browser).url.path == "/me"
    send(browser, "/logout")
    with httpx.Client(base_url=browser.base_url, trust_env=False) as admins:
        sign_in(admins, "admin")
        send(admins, "/people/mira.voss/remove", "/people")
    assert "was removed" in come(browser).text
    assert browser.get("/me").url.path == "/login"


def test_groups_that_only_the_page_about_somebody_tells(browser: httpx.Client, idp: Idp, ledger: Ledger) -> None:
    del idp.claims["groups"]
    idp.userinfo["groups"] = ["heads"]
    come(browser)
    account = ledger.people.get("mira.voss")
    assert account
    assert account.role == "admin"
    idp.userinfo["sub"] = "somebody else"
    assert "tells of somebody else" in come(browser).text


@pytest.mark.parametrize(
    "over",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"iss": "https://login.example"},
        {"aud": "another desk"},
        {"aud": [CLIENT, "another desk"], "azp": "another desk"},
        {"exp": 1},
        {"exp": None},
        {"iat": 99_999_999_999},
        {"sub": None},
        {"sub": ""},
    ],
)
def test_what_is_signed_for_another_time_desk_or_question_is_not_believed(
    browser: httpx.Client, idp: Idp, ledger: Ledger, over: dict[str, Any]
) -> None:
    idp.over.update(over)
    page = come(browser)
    assert page.status_code == 403
    assert "signed" in page.text
    assert len(ledger.people.all()) == 3
    assert ledger.audit.last(1)[0].what == "refused"


@pytest.mark.parametrize(
    "signs",
    [
        provider.with_nothing,
        provider.with_a_shared_secret,
        provider.with_another_key,
        lambda _: "no token",
        lambda _: "",
    ],
)
def test_what_the_provider_did_not_sign_is_not_believed(
    browser: httpx.Client, idp: Idp, ledger: Ledger, signs: provider.Signs
) -> None:
    idp.signs = signs
    assert "cannot be believed" in come(browser).text
    assert len(ledger.people.all()) == 3


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"issuer": "https://login.example"}, "another address"),
        ({"authorization_endpoint": "http://login.example/authorize"}, "over https"),
        ({"token_endpoint": ""}, "over https"),
        ({"jwks_uri": "http://127.0.0.1:9/keys"}, "does not answer"),
    ],
)
def test_a_provider_that_does_not_add_up_is_said(
    browser: httpx.Client, idp: Idp, about: dict[str, str], words: str
) -> None:
    idp.about.update(about)
    page = come(browser)
    assert page.status_code == 403
    assert words in page.text


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"state": "another"}, "begin again"),
        ({"code": ""}, "let nobody in"),
        ({"code": "guessed"}, "did not take"),
        ({"error": "access_denied"}, "let nobody in (access_denied)"),
        ({"iss": "https://login.example"}, "another provider"),
    ],
)
def test_an_answer_to_another_question_is_not_taken(
    browser: httpx.Client, idp: Idp, answer: dict[str, str], words: str
) -> None:
    idp.answer.update(answer)
    assert words in come(browser).text


def test_an_answer_is_taken_from_the_browser_that_asked_alone(browser: httpx.Client, idp: Idp) -> None:
    started = browser.get("/login/provider", follow_redirects=False)
    back = httpx.get(started.headers["location"], trust_env=False).headers["location"]
    with httpx.Client(trust_env=False) as victim:
        assert "begin again" in victim.get(back).text
        victim.cookies.set(f"reportedly-going-{browser.base_url.port}", "made.up", domain="127.0.0.1")
        assert "begin again" in victim.get(back).text
    assert idp.issuer in started.headers["location"]
    assert browser.get(back).status_code == 200


def test_a_desk_without_a_provider_says_so(ledger: Ledger) -> None:
    with browsing(app_of(ledger)) as browser:
        assert browser.get("/login/provider").status_code == 404
        assert browser.get("/login/back?code=x&state=y").status_code == 404
