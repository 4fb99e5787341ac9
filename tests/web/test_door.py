"""Coming in, being known, and going, as a browser or a program does it."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from reportedly.ledger import Ledger, open_ledger
from reportedly.people import Pace, Roster
from tests.web.crew import NAMES, PASSWORD, app_of, browsing, hire, send, sign_in, token_in


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("blank") / "ledger.db"
    with open_ledger(f"sqlite:///{file}") as opened:
        hire(opened)
    return file


@pytest.fixture
def ledger(tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    """A ledger with three people."""
    shutil.copy(blank, tmp_path / "ledger.db")
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened


@pytest.fixture
def browser(ledger: Ledger) -> Iterator[httpx.Client]:
    with browsing(app_of(ledger)) as opened:
        yield opened


def roster(ledger: Ledger) -> Roster:
    door = app_of(ledger).state.desk.door
    return Roster(ledger, door.porter.now, door.porter.passwords, "admin", "terminal")


def test_whoever_is_not_known_is_led_to_the_form_and_on_to_where_they_wanted(browser: httpx.Client) -> None:
    asked = browser.get("/search?q=herons&order=best")
    assert asked.status_code == 303
    form = browser.get(asked.headers["location"])
    assert form.status_code == 200
    assert "Sign in" in form.text
    assert "herons&amp;order=best" in form.text
    came = sign_in(browser, "reader", to="/search?q=herons")
    assert (came.status_code, came.headers["location"]) == (303, "/search?q=herons")
    assert NAMES["reader"] in browser.get("/me").text
    assert browser.get("/login?to=/names").headers["location"] == "/names"


def test_a_page_that_htmx_asked_for_leads_to_the_form_too(browser: httpx.Client) -> None:
    answer = browser.get("/search?q=x", headers={"hx-request": "true"})
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/login")


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/a\nb"])
def test_nobody_is_led_elsewhere(browser: httpx.Client, to: str) -> None:
    assert sign_in(browser, "reader", to=to).headers["location"] == "/"


def test_the_cookie_is_for_the_server_alone_and_for_no_other_site(browser: httpx.Client) -> None:
    cookies = sign_in(browser, "reader").headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all("HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie for cookie in cookies)
    assert not any("Secure" in cookie for cookie in cookies)


def test_beyond_this_machine_cookies_go_by_https_alone(ledger: Ledger) -> None:
    app = app_of(ledger, here_only=False, secure=True)
    with browsing(app, headers={"host": "desk.example"}) as browser:
        form = browser.get("/login")
        assert form.headers["strict-transport-security"] == "max-age=31536000"
        cookie = form.headers["set-cookie"]
        assert cookie.startswith("__Host-reportedly-door=")
        assert "Secure" in cookie
        own = {"cookie": cookie.partition(";")[0], "origin": "https://desk.example"}
        sent = {"token": token_in(form.text), "name": "reader", "password": PASSWORD}
        assert browser.post("/login", data=sent, headers=own).status_code == 303
        assert browser.post("/login", data=sent, headers={**own, "origin": "http://desk.example"}).status_code == 403


@pytest.mark.parametrize(("name", "password"), [("reader", "the wrong words"), ("nobody", PASSWORD), ("<b>", "x")])
def test_whoever_cannot_show_who_they_are_stays_out(browser: httpx.Client, name: str, password: str) -> None:
    answer = sign_in(browser, name, password)
    assert answer.status_code == 403
    assert "Nobody signs in here by that name and password." in answer.text
    assert "<b>" not in answer.text
    assert browser.get("/me").status_code == 303


def test_too_many_tries_are_asked_to_wait(browser: httpx.Client) -> None:
    answers = [sign_in(browser, "reader", "the wrong words") for _ in range(8)]
    assert {answer.status_code for answer in answers} == {403, 429}
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert "Wait" in answers[-1].text


def test_the_form_of_another_page_signs_nobody_in(browser: httpx.Client) -> None:
    sent = {"token": token_in(browser.get("/login").text), "name": "reader", "password": PASSWORD}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert browser.post("/login", data=sent, headers=headers).status_code == 403
    with httpx.Client(base_url=browser.base_url, trust_env=False) as other:
        assert other.post("/login", data=sent).status_code == 403
        assert other.post("/login", data={**sent, "token": ""}).status_code == 403
    assert browser.post("/login", data=sent).status_code == 303


def test_one_persons_token_is_no_others(browser: httpx.Client) -> None:
    sign_in(browser, "reader")
    stolen = token_in(browser.get("/me").text)
    with httpx.Client(base_url=browser.base_url, trust_env=False) as other:
        sign_in(other, "editor")
        assert other.post("/me/name", data={"token": stolen, "name": "Eve"}).status_code == 403


def test_going_ends_the_session_and_not_only_the_cookie(browser: httpx.Client, ledger: Ledger) -> None:
    sign_in(browser, "reader")
    kept = dict(browser.cookies)
    assert send(browser, "/logout").headers["location"] == "/login"
    assert ledger.sessions.of("reader") == []
    browser.cookies.update(kept)
    assert browser.get("/me").status_code == 303
    assert [line.what for line in ledger.audit.last(2)] == ["signed out", "signed in"]


def test_an_idle_browser_is_asked_again(ledger: Ledger) -> None:
    moments = [datetime(2031, 5, 20, 8, tzinfo=UTC)]
    with browsing(app_of(ledger, now=lambda: moments[0])) as browser:
        sign_in(browser, "reader")
        moments[0] += timedelta(hours=11)
        assert browser.get("/me").status_code == 200
        moments[0] += timedelta(hours=13)
        assert browser.get("/me").status_code == 303


def test_pages_of_people_are_kept_by_no_cache_between(browser: httpx.Client) -> None:
    sign_in(browser, "reader")
    assert browser.get("/me").headers["cache-control"] == "private, no-cache"
    assert "cache-control" not in browser.get("/static/people.css").headers


def test_a_failure_at_the_door_shows_nothing_of_the_desk(browser: httpx.Client) -> None:
    answer = browser.get("/nowhere")
    assert answer.status_code == 404
    assert "<nav" not in answer.text
    assert browser.post("/me/name").status_code == 401


def test_whoever_asks_too_often_waits(ledger: Ledger) -> None:
    with browsing(app_of(ledger, pace=Pace(12))) as browser:
        answers = [browser.get("/login") for _ in range(14)]
        assert [answer.status_code for answer in answers[:12]] == [200] * 12
        assert answers[-1].status_code == 429
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert browser.get("/static/people.css").status_code == 200


# -- programs ---------------------------------------------------------------------------------------------------------


def test_a_program_comes_with_a_token_and_without_one_is_told_how(browser: httpx.Client, ledger: Ledger) -> None:
    refused = browser.get("/api/stories")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Bearer")
    assert refused.headers["content-type"].startswith("application/")
    secret = roster(ledger).make_token("reader", "wall screen", ["read"])
    with_it = {"authorization": f"Bearer {secret}"}
    assert browser.get("/api/stories", headers=with_it).status_code == 200
    assert browser.get("/", headers=with_it).status_code == 403
    assert browser.get("/api/stories", headers={"authorization": "Bearer rpt_guessed"}).status_code == 401


def test_a_wrong_token_is_not_made_good_by_a_session(browser: httpx.Client) -> None:
    sign_in(browser, "reader")
    assert browser.get("/api/stories").status_code == 200
    assert browser.get("/api/stories", headers={"authorization": "Bearer rpt_guessed"}).status_code == 401


def test_a_token_is_worth_no_more_than_its_owner(browser: httpx.Client, ledger: Ledger) -> None:
    keeper = roster(ledger)
    secret = {"authorization": f"Bearer {keeper.make_token('editor', 'bot', ['read', 'write'])}"}
    assert browser.get("/api/stories", headers=secret).status_code == 200
    keeper.remove("editor")
    assert browser.get("/api/stories", headers=secret).status_code == 401


# -- without accounts -------------------------------------------------------------------------------------------------


def test_without_accounts_whoever_sits_here_may_all(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path}/own.db") as ledger, browsing(app_of(ledger)) as browser:
        assert browser.get("/people").status_code == 200
        assert "no accounts" in browser.get("/me").text
        assert browser.get("/login").headers["location"] == "/"
        assert send(browser, "/me/name", "/people", name="Eve").status_code == 403
        hire(ledger)
        assert browser.get("/people").status_code == 303


def test_beyond_this_machine_nobody_may_anything_before_there_are_accounts(tmp_path: Path) -> None:
    app = None
    with open_ledger(f"sqlite:///{tmp_path}/own.db") as ledger:
        app = app_of(ledger, here_only=False)
        with browsing(app) as browser:
            assert browser.get("/people").status_code == 303
            assert "reportedly users add" in browser.get("/login").text
            assert browser.get("/api/stories").status_code == 401
