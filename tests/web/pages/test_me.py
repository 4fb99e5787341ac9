"""Oneself: name, password, browsers, tokens."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from reportedly.ledger import Ledger, open_ledger
from reportedly.web.wording import browser as browser_in_words
from tests.web.crew import NAMES, PASSWORD, app_of, browsing, hire, send, sign_in

OTHER = "nine herons over the weir"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("me")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        hire(opened)
        yield opened


@pytest.fixture(scope="module")
def address(ledger: Ledger) -> Iterator[str]:
    with browsing(app_of(ledger)) as browser:
        yield str(browser.base_url)


@pytest.fixture
def browser(address: str) -> Iterator[httpx.Client]:
    """An editor's."""
    with httpx.Client(base_url=address, trust_env=False) as opened:
        sign_in(opened, "editor")
        yield opened


def test_the_name_is_ones_own_to_change_and_no_other_persons(browser: httpx.Client, ledger: Ledger) -> None:
    assert send(browser, "/me/name", name="Ilse V.").status_code == 303
    assert "Ilse V." in browser.get("/me").text
    assert send(browser, "/me/name", name=NAMES["admin"]).status_code == 400
    assert send(browser, "/me/name", name=NAMES["editor"]).headers["location"] == "/me#name"
    account = ledger.people.get("editor")
    assert account
    assert account.name == NAMES["editor"]


def test_another_password_keeps_this_browser_and_signs_out_all_others(browser: httpx.Client) -> None:
    with httpx.Client(base_url=browser.base_url, trust_env=False) as elsewhere:
        sign_in(elsewhere, "editor")
        before = dict(browser.cookies)
        sent = {"password": PASSWORD, "new": OTHER, "again": OTHER}
        assert send(browser, "/me/password", **{**sent, "password": OTHER}).status_code == 403
        assert send(browser, "/me/password", **{**sent, "again": PASSWORD}).status_code == 400
        assert send(browser, "/me/password", **{**sent, "new": "short", "again": "short"}).status_code == 400
        assert send(browser, "/me/password", **sent).status_code == 303
        assert browser.get("/me").status_code == 200
        assert dict(browser.cookies) != before
        assert elsewhere.get("/me").status_code == 303
    back = {"password": OTHER, "new": PASSWORD, "again": PASSWORD}
    assert send(browser, "/me/password", **back).status_code == 303


def test_browsers_are_listed_and_signed_out_one_by_one(browser: httpx.Client, ledger: Ledger) -> None:
    kin = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
    with httpx.Client(base_url=browser.base_url, trust_env=False, headers={"user-agent": kin}) as elsewhere:
        sign_in(elsewhere, "editor")
        page = browser.get("/me").text
        assert "Chrome or its kin on Linux" in page
        assert page.count("this one") == 1
        (there,) = [one.id for one in ledger.sessions.of("editor") if one.browser == kin]
        send(browser, "/me/sessions", session=there)
        assert elsewhere.get("/me").status_code == 303
        sign_in(elsewhere, "editor")
        send(browser, "/me/sessions")
        assert elsewhere.get("/me").status_code == 303
    assert len(ledger.sessions.of("editor")) == 1


def test_a_session_of_somebody_else_cannot_be_ended_here(browser: httpx.Client, ledger: Ledger) -> None:
    with httpx.Client(base_url=browser.base_url, trust_env=False) as elsewhere:
        sign_in(elsewhere, "reader")
        (theirs,) = ledger.sessions.of("reader")
        send(browser, "/me/sessions", session=theirs.id)
        assert elsewhere.get("/me").status_code == 200


def test_a_token_is_shown_once_opens_what_it_says_and_is_revoked(browser: httpx.Client, ledger: Ledger) -> None:
    made = send(browser, "/me/tokens", name="Wall <screen>", read="on", feed="on")
    assert made.status_code == 200
    assert made.headers["cache-control"] == "no-store"
    secret = re.search(r"rpt_[\w-]{43}", made.text)
    assert secret
    page = browser.get("/me").text
    assert "Wall &lt;screen&gt;" in page
    assert secret[0] not in page
    bearer = {"authorization": f"Bearer {secret[0]}"}
    assert httpx.get(f"{browser.base_url}/api/stories", headers=bearer, trust_env=False).status_code == 200
    (token,) = ledger.tokens.of("editor")
    assert token.scopes == ("read", "feed")
    assert send(browser, "/me/tokens/revoke", id=token.id).status_code == 303
    assert httpx.get(f"{browser.base_url}/api/stories", headers=bearer, trust_env=False).status_code == 401
    assert send(browser, "/me/tokens/revoke", id=token.id).status_code == 404
    assert send(browser, "/me/tokens", name="nothing").status_code == 400


@pytest.mark.parametrize(
    ("called", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/605.1", "Safari on an iPhone"),
        ("Lynx/2.9.2", "Lynx/2.9.2"),
        ("", "a browser that says nothing of itself"),
    ],
)
def test_a_browser_in_words(called: str, words: str) -> None:
    assert browser_in_words(called) == words
