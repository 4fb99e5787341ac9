"""Stories joined and parted from the web desk, and each decision taken back there."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace
from playwright.sync_api import expect, sync_playwright

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.clock import standing_at
from reportedly.ledger import Ledger, open_ledger
from reportedly.session import Session
from reportedly.settings import init_desk
from reportedly.web.app import create_app
from reportedly.web.judging import Judging
from tests.harbour import ANNOUNCED, HERE, THERE
from tests.read.reading_of import article
from tests.web.conftest import serving
from tests.web.test_browser import ARGUMENTS
from tests.web.test_judging import TODAY, token

AGAIN = "https://wharf.example/3"  # a copy of what HERE has
LONG = f"{ANNOUNCED} She will be received by the mayor, and a choir of dockers will sing before the first ship."
CRANE = "A crane fell on a barge in Callao on Monday and two dockers were hurt, the fire brigade said."
DAY = TODAY.date().replace(day=10)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    desk = init_desk(tmp_path / "desk")
    with open_ledger(desk.ledger_url) as opened:
        for text, url, headline in (
            (LONG, HERE, "Lake news"),
            (CRANE, THERE, "A barge is hit"),
            (LONG, AGAIN, "Lake news"),
        ):
            opened.articles.file(replace(article(text, DAY, url), headline=headline))
        session = Session(desk, opened, Archive(desk.archive))
        pipeline.read(session)
        pipeline.relate(session)
        yield opened


@pytest.fixture
def address(ledger: Ledger, tmp_path: Path) -> Iterator[str]:
    desk = init_desk(tmp_path / "other")
    decide = partial(pipeline.judge, Session(desk, ledger, Archive(desk.archive)))
    app = create_app(
        ledger,
        name="Harbour Desk",
        now=standing_at(TODAY),
        sample=False,
        body_of=lambda _: b"",
        judging=Judging(decide),
        who="ilse",
    )
    with serving(app) as served:
        yield served


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, trust_env=False) as opened:
        yield opened


def stories(ledger: Ledger) -> dict[str, str]:
    return {place.url: story.id for story in ledger.stories.all() for place in story.articles}


def page_of(ledger: Ledger, url: str) -> str:
    return f"/stories/{stories(ledger)[url]}"


def test_another_story_is_chosen_and_joined_and_that_is_undone(ledger: Ledger, client: httpx.Client) -> None:
    before, path = stories(ledger), page_of(ledger, THERE)
    assert before[HERE] == before[AGAIN] != before[THERE]
    assert f'value="{before[HERE]}"' in client.get(path).text
    sent = {"token": token(client, path), "who": "Ilse", "note": "one visit", "other": before[HERE]}
    answer = client.post(f"{path}/merge", data=sent)
    whole = page_of(ledger, HERE)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{whole}#decisions")
    assert set(stories(ledger).values()) == {stories(ledger)[HERE]}
    page = client.get(whole).text
    assert "was joined with <bdi>“Lake news”</bdi> by <bdi>Ilse</bdi> on" in page
    assert "one visit" in page
    gone = set(before.values()) - {stories(ledger)[HERE]}
    assert client.get(f"/stories/{gone.pop()}").headers["location"] == whole
    (made,) = ledger.judgements.all()
    client.post("/decisions/undo", data={**sent, "decision": made.id})
    assert stories(ledger) == before
    assert "by <bdi>Ilse</bdi> on" not in client.get(path).text


def test_an_address_of_a_page_or_an_article_names_a_story_too(ledger: Ledger, client: httpx.Client) -> None:
    path = page_of(ledger, THERE)
    sent = {"token": token(client, path), "who": "Ilse"}
    for other in (HERE, f"https://desk.example{page_of(ledger, HERE)}"):
        assert client.post(f"{path}/merge", data={**sent, "address": other}).status_code == 303
        assert len(set(stories(ledger).values())) == 1
        made = ledger.judgements.standing()[0]
        client.post("/decisions/undo", data={**sent, "decision": made.id})


def test_a_copy_that_does_not_belong_has_a_page_of_its_own_that_says_so(ledger: Ledger, client: httpx.Client) -> None:
    path = page_of(ledger, HERE)
    sent = {"token": token(client, path), "who": "Ilse", "note": "an old page", "article": AGAIN}
    assert client.post(f"{path}/split", data=sent).headers["location"] == f"{path}#decisions"
    alone = client.get(page_of(ledger, AGAIN)).text
    assert '<span class="number">0</span> <span>independent sources</span>' in alone
    assert f'<a href="{path}">its story</a>' in alone
    assert f'was parted from <a href="{path}"><bdi>“Lake news”</bdi></a> by <bdi>Ilse</bdi> on' in alone
    for page in (
        "/",
        "/stories",
        "/brief",
        "/coverage",
        f"/names/{stories(ledger)[AGAIN]}",
        f"/api{page_of(ledger, AGAIN)}",
    ):
        assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    ("step", "changed", "status"),
    [
        ("split", {"article": THERE}, 400),
        ("split", {"article": HERE}, 400),
        ("merge", {}, 400),
        ("merge", {"address": HERE}, 400),
        ("merge", {"address": "https://else.example"}, 404),
        ("split", {"article": AGAIN, "token": "guessed"}, 403),
        ("split", {"article": AGAIN, "who": ""}, 400),
    ],
)
def test_what_cannot_be_decided_is_said(
    ledger: Ledger, client: httpx.Client, step: str, changed: dict[str, str], status: int
) -> None:
    path = page_of(ledger, HERE)
    sent = {"token": token(client, path), "who": "Ilse", **changed}
    assert client.post(f"{path}/{step}", data=sent).status_code == status
    assert ledger.judgements.all() == []


@pytest.mark.browser
@pytest.mark.parametrize(("width", "script"), [(1280, True), (390, False)], ids=["wide", "narrow-no-javascript"])
def test_a_person_joins_parts_and_takes_both_back(ledger: Ledger, address: str, width: int, script: bool) -> None:  # noqa: FBT001
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    before = stories(ledger)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        context = browser.new_context(
            base_url=address, java_script_enabled=script, viewport={"width": width, "height": 900}
        )
        page = context.new_page()
        page.goto(page_of(ledger, THERE))
        page.get_by_text("Another story is the same").click()
        page.get_by_role("radio").first.check()
        page.get_by_label("Why (optional)").locator("visible=true").fill("one visit")
        page.get_by_role("button", name="Join them").click()
        expect(page.locator(".lead .facts").last).to_contain_text("was joined with “Lake news” by ilse on")
        page.get_by_text("An article does not belong here").click()
        page.locator(".matches li").last.get_by_text("Does not belong here").click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="Part it from this story").locator("visible=true").click()
        expect(page.locator(".decisions > li")).to_have_count(2)
        for _ in range(2):
            page.locator(".decisions").get_by_text("Undo", exact=True).last.click()
            page.get_by_role("button", name="Undo this decision").locator("visible=true").click()
            page.wait_for_load_state()
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        browser.close()
    assert stories(ledger) == before
