"""The morning page: since when, the button that says it was seen, and marks that only mark."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from reportedly.clock import standing_at
from reportedly.ledger import open_ledger
from reportedly.web.app import create_app
from tests import newsroom
from tests.newsroom import ORIGINAL, STORIES, STORY, TODAY
from tests.web.conftest import serving


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[httpx.Client]:
    """A client of a desk of its own, which may be marked."""
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db", standing_at(TODAY)) as ledger:
        newsroom.fill(ledger)
        app = create_app(
            ledger, name="River Desk", now=standing_at(TODAY), sample=False, body_of=lambda _: b"", shifts=("06:00",)
        )
        with serving(app) as at, httpx.Client(base_url=at, trust_env=False, follow_redirects=True) as opened:
            yield opened


def fields(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms by name; those of the last form that has one."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def see(desk: httpx.Client, page: str) -> str:
    held = fields(page)
    return desk.post("/seen", data={name: held[name] for name in ("token", "upto", "at")}).text


def test_each_line_says_why_it_is_there_and_opening_changes_nothing(desk: httpx.Client) -> None:
    page = desk.get("/").text
    assert "What changed since the shift that began at 06:00 UTC, 2024-06-06 06:00 UTC" in page
    assert f'href="/stories/{STORY.id}">{STORY.title}' in page
    assert "new, told by" in page
    assert desk.get("/").text.count("new, told by") == page.count("new, told by")
    assert "opening the page does not count" in page


def test_what_was_seen_is_new_no_more_until_that_is_undone(desk: httpx.Client) -> None:
    seen = see(desk, desk.get("/").text)
    assert "What changed since you last said you had seen all, 2024-06-06 22:00 UTC" in seen
    assert "No new story since you last said you had seen all" in seen
    assert "new, told by" in desk.get("/?since=day").text
    held = fields(seen)
    back = desk.post("/seen/undo", data={"token": held["token"], "look": held["look"]}).text
    assert "new, told by" in back
    assert "opening the page does not count" in back


def test_only_what_the_page_showed_was_seen(desk: httpx.Client) -> None:
    held = fields(desk.get("/").text)
    first = int(held["upto"]) - 1
    page = desk.post("/seen", data={"token": held["token"], "at": held["at"], "upto": str(first)}).text
    assert "You said so last" in page
    everything = desk.post("/seen", data={"token": held["token"], "at": held["at"], "upto": "9" * 18}).text
    assert fields(everything)["upto"] == held["upto"]


def test_one_box_can_be_seen_alone(desk: httpx.Client) -> None:
    page = desk.get("/?all=due").text
    assert "Due now and this week</h2>" in page or "Due now and this week <span" in page
    assert "New stories" not in page
    assert desk.get("/?all=everything").status_code == 400


@pytest.mark.parametrize(
    "given", [{"upto": "all"}, {"at": "noon"}, {"at": "2024-06-06T05:00"}, {"at": "0001-01-01T00:00+05:00"}]
)
def test_what_the_button_did_not_send_is_refused(desk: httpx.Client, given: dict[str, str]) -> None:
    held = fields(desk.get("/").text)
    sent = {name: held[name] for name in ("token", "upto", "at")} | given
    assert desk.post("/seen", data=sent).status_code == 400


def test_marks_are_shown_and_take_nothing_away(desk: httpx.Client) -> None:
    token = fields(desk.get("/stories").text)["token"]
    for act in ("read", "star"):
        page = desk.post("/marks", data={"token": token, "mark": f"{act} story {STORY.id}", "back": "/stories"}).text
    assert page.count('aria-pressed="true" hx-post') == 2
    assert all(story.title in page for story in STORIES)
    starred = desk.get("/marked").text
    assert STORY.title in starred
    assert sum(story.title in starred for story in STORIES) == 1
    for act in ("unread", "unstar"):
        page = desk.post("/marks", data={"token": token, "mark": f"{act} story {STORY.id}", "back": "/stories"}).text
    assert 'aria-pressed="true" hx-post' not in page
    assert "Nothing yet" in desk.get("/marked").text


def test_an_article_can_be_starred_and_is_found_again(desk: httpx.Client) -> None:
    token = fields(desk.get("/").text)["token"]
    sent = {"token": token, "mark": f"star article {ORIGINAL.id}"}
    piece = desk.post("/marks", data=sent, headers={"hx-request": "true"}).text
    assert piece.strip().startswith('<span class="marking">')
    assert 'data-star aria-pressed="true"' in piece
    assert f'href="/articles/{ORIGINAL.id}"' in desk.get("/marked").text


@pytest.mark.parametrize("mark", ["", "love story s1", "read outlet varen", "read story ../x"])
def test_no_other_marks_are_taken(desk: httpx.Client, mark: str) -> None:
    token = fields(desk.get("/").text)["token"]
    assert desk.post("/marks", data={"token": token, "mark": mark}).status_code == 400


def test_a_theme_is_remembered_and_leads_back_only_to_the_desk(desk: httpx.Client) -> None:
    token = fields(desk.get("/").text)["token"]
    page = desk.post("/theme", data={"token": token, "theme": "dark", "back": "/help"}).text
    assert '<html lang="en" data-theme="dark">' in page
    assert "Keys and help</h1>" in page
    sent = {"token": token, "theme": "light", "back": "//elsewhere.example/"}
    answer = desk.post("/theme", data=sent, follow_redirects=False)
    assert answer.headers["location"] == "/"
    assert desk.post("/theme", data={"token": token, "theme": "pink"}).status_code == 400


def test_keys_can_be_switched_off(desk: httpx.Client) -> None:
    page = desk.get("/help").text
    assert "/static/keys.js" in page
    page = desk.post("/keys", data={"token": fields(page)["token"], "keys": "off", "back": "/help"}).text
    assert "/static/keys.js" not in page
    assert "Keys are switched <strong>off" in page
