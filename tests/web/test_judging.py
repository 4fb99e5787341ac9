"""Decisions sent from the web desk: a wrong match undone and brought back, and no form taken from anywhere else."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from playwright.sync_api import expect, sync_playwright

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.clock import standing_at
from reportedly.ledger import Ledger, open_ledger
from reportedly.session import Session
from reportedly.settings import init_desk
from reportedly.web.app import create_app
from reportedly.web.forms import LONGEST
from reportedly.web.judging import Judging
from tests.harbour import ANNOUNCED, CAME, HERE, THERE
from tests.read.reading_of import article
from tests.web.conftest import serving
from tests.web.test_browser import ARGUMENTS

TODAY = datetime.fromisoformat("2025-06-30T12:00:00+00:00")


class Served(NamedTuple):
    """A desk with one announcement and its outcome, served with decisions allowed."""

    ledger: Ledger
    address: str
    path: str  # of the expectation


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = init_desk(tmp_path / "desk")
    with open_ledger(desk.ledger_url) as ledger:
        session = Session(desk, ledger, Archive(desk.archive))
        ledger.articles.file(article(ANNOUNCED, TODAY.date().replace(day=10), HERE))
        ledger.articles.file(article(CAME, TODAY.date().replace(day=12), THERE))
        pipeline.read(session)
        pipeline.relate(session)
        app = create_app(
            ledger,
            name="Harbour Desk",
            now=standing_at(TODAY),
            sample=False,
            body_of=lambda _: b"",
            judging=Judging(partial(pipeline.judge, session)),
            who="ilse",
        )
        (known,) = [one for one in ledger.followups.all() if one.supports[0].article_url == HERE]
        with serving(app) as address:
            yield Served(ledger, address, f"/expectations/{known.id}")


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.address, trust_env=False) as opened:
        yield opened


def token(client: httpx.Client, path: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def state(served: Served) -> str:
    found = served.ledger.followups.get(served.path.rpartition("/")[2])
    return found.as_of(TODAY.date()).state if found else "none"


def test_a_wrong_match_is_undone_at_once_and_comes_back(served: Served, client: httpx.Client) -> None:
    assert state(served) == "happened"
    sent = {"token": token(client, served.path), "who": "Ilse", "note": "another visit", "article": THERE}
    answer = client.post(f"{served.path}/wrong", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{served.path}#decisions")
    assert state(served) == "silent"
    (made,) = served.ledger.judgements.all()
    assert (made.who, made.kind, made.value, made.note) == ("Ilse", "split", THERE, "another visit")
    page = client.get(served.path).text
    assert "Ilse" in page
    assert "another visit" in page
    undone = client.post("/decisions/undo", data={**sent, "decision": made.id})
    assert undone.status_code == 303
    assert state(served) == "happened"


def test_what_was_left_out_keeps_its_page_until_that_is_undone(served: Served, client: httpx.Client) -> None:
    sent = {"token": token(client, served.path), "who": "Ilse"}
    assert client.post(f"{served.path}/withdraw", data=sent).status_code == 303
    assert state(served) == "none"
    assert "left out by a decision" in client.get(served.path).text
    (made,) = served.ledger.judgements.all()
    client.post("/decisions/undo", data={**sent, "decision": made.id})
    assert state(served) == "happened"


@pytest.mark.parametrize(
    ("headers", "changed"),
    [
        ({}, {"token": "guessed"}),
        ({}, {"token": ""}),
        ({"origin": "https://evil.example"}, {}),
        ({"sec-fetch-site": "cross-site"}, {}),
        ({"sec-fetch-site": "same-site"}, {}),
        ({"content-type": "text/plain"}, {}),
    ],
)
def test_no_other_page_decides(
    served: Served, client: httpx.Client, headers: dict[str, str], changed: dict[str, str]
) -> None:
    sent = {"token": token(client, served.path), "who": "Eve", "article": THERE, **changed}
    answer = client.post(f"{served.path}/wrong", data=sent, headers=headers)
    assert answer.status_code == 403
    assert "open the page again" in answer.text
    assert served.ledger.judgements.all() == []


@pytest.mark.parametrize(
    ("step", "changed", "status"),
    [
        ("wrong", {"article": "https://else.example/3"}, 400),
        ("wrong", {"who": " "}, 400),
        ("wrong", {"note": "x" * LONGEST}, 413),
    ],
)
def test_what_cannot_be_decided_is_said(
    served: Served, client: httpx.Client, step: str, changed: dict[str, str], status: int
) -> None:
    sent = {"token": token(client, served.path), "who": "Ilse", "article": THERE, **changed}
    assert client.post(f"{served.path}/{step}", data=sent).status_code == status
    assert client.post("/expectations/f0/withdraw", data={**sent, "who": "Ilse"}).status_code in {404, 413}
    assert client.post("/decisions/undo", data={**sent, "decision": "j0"}).status_code in {404, 413}
    assert served.ledger.judgements.all() == []


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["javascript", "no-javascript"])
def test_a_person_undoes_a_match_and_takes_that_back(served: Served, script: bool) -> None:  # noqa: FBT001
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = browser.new_context(base_url=served.address, java_script_enabled=script).new_page()
        page.goto("/expectations?show=settled")
        page.get_by_role("link", name="all it rests on").click()
        page.locator(".matches li", has_text="visited Peru").get_by_text("This article is not about it").click()
        page.get_by_label("Why (optional)").locator("visible=true").fill("another visit")
        page.get_by_role("button", name="Undo this match").locator("visible=true").click()
        expect(page.locator(".expectation .state")).to_have_text("window over, nothing heard")
        expect(page.locator(".decisions")).to_contain_text("another visit")
        page.locator(".decisions").get_by_text("Undo", exact=True).click()
        page.get_by_role("button", name="Undo this decision").click()
        expect(page.locator(".expectation .state")).to_have_text("reported as happened")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        browser.close()
