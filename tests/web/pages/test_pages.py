"""The desk's pages as a browser without JavaScript gets them."""

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from reportedly.clock import standing_at
from reportedly.ledger import open_ledger
from reportedly.records import FollowUp, Updated
from reportedly.web.app import create_app
from tests import newsroom
from tests.newsroom import BRIDGE, CAPTURE, EARLIER, FOREIGN, ORIGINAL, REPLY, STORIES, STORY, TODAY, UNDATED, at
from tests.web.conftest import serving

PAGES = (
    "/",
    "/?since=2024-06-01",
    "/help",
    "/marked",
    "/stories",
    "/stories?since=2024-06-01&until=2024-06-30",
    f"/stories/{STORY.id}",
    f"/articles/{ORIGINAL.id}",
    f"/articles/{FOREIGN.id}",
    f"/articles/{UNDATED.id}",
    "/expectations",
    "/expectations?show=settled",
    "/calendar",
    "/map",
    "/map?at=IR",
    f"/entities/{newsroom.BRIDGE}",
    "/calendar?month=2031-01",
    "/search",
    "/search?q=bridge",
    "/brief?start=2024-06-01&end=2024-06-07",
    "/outlets",
    "/outlets/varen",
    "/health",
    "/names?since=2024-05-01",
    f"/names/{BRIDGE}",
    f"/names/{STORY.id}",
    "/coverage?a=XV&b=XS",
    "/nowhere",
)


class Outline(HTMLParser):
    """Landmarks, headings, labels and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.events: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.headings.extend([int(tag[1])] if tag in {"h1", "h2", "h3", "h4"} else [])
        self.ids.extend([held["id"]] if "id" in held else [])
        self.links.extend([held["href"]] if tag == "a" and "href" in held else [])
        loads = tag in {"script", "link", "img"} and held.get("rel") != "alternate"  # that is only told to feed readers
        self.loads.extend(held[name] for name in ("src", "href") if loads and name in held)
        self.events.extend(name for name in held if name.startswith("on") or name == "style")


@pytest.fixture(params=PAGES)
def outline(request: pytest.FixtureRequest, client: httpx.Client) -> Outline:
    return Outline(client.get(request.param).text)


def test_each_page_has_landmarks_and_one_first_heading(outline: Outline) -> None:
    assert {"header", "nav", "main", "footer"} <= set(outline.tags)
    assert outline.headings.count(1) == 1
    assert outline.headings[0] == 1
    assert len(outline.ids) == len(set(outline.ids))


def test_each_page_loads_only_what_is_the_desks_own(outline: Outline) -> None:
    assert all(one.startswith("/static/") for one in outline.loads)
    assert outline.events == []


def test_links_into_the_desk_lead_somewhere(outline: Outline, client: httpx.Client) -> None:
    paths = {link.split("#")[0] for link in outline.links if link.startswith("/")}
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_links_to_passages_have_their_anchor(client: httpx.Client) -> None:
    pages = [
        f"/stories/{STORY.id}",
        "/expectations",
        "/expectations?show=settled",
        "/brief?start=2024-06-01&end=2024-06-07",
    ]
    links = {link for page in pages for link in Outline(client.get(page).text).links if "#s-" in link}
    assert links
    for link in links:
        path, anchor = link.split("#")
        assert anchor in Outline(client.get(path).text).ids, link


def test_every_page_of_a_sample_desk_says_so(client: httpx.Client) -> None:
    for page in PAGES:
        assert "invented places, people and outlets" in client.get(page).text


def test_stories_stand_under_their_days(client: httpx.Client) -> None:
    page = client.get("/stories").text
    assert "Yesterday, Wednesday 2024-06-05" in page
    assert "Date unknown" in page
    assert page.index("2024-06-05") < page.index("Shells hit Teral Bridge") < page.index("Ferry runs again")


def test_stories_can_be_kept_to_some_days(client: httpx.Client) -> None:
    page = client.get("/stories", params={"since": "2024-05-01", "until": "2024-05-31"}).text
    assert "Teral Bridge closes for repairs" in page
    assert "Shells hit" not in page


def test_a_story_collapses_copies_and_shows_both_sides(client: httpx.Client) -> None:
    page = client.get(f"/stories/{STORY.id}").text
    assert '<span class="number">2</span> <span>independent sources</span>' in page
    assert "1 article counted with it" in page
    assert "repeats its text" in page
    assert "from XV" in page
    assert "An official who asked not to be named" in page[page.index("Not named") :]
    assert "Where they disagree" in page
    assert "<strong>12</strong>" in page
    assert "<strong>4</strong>" in page
    assert "not named" in page


def test_a_story_tells_what_statements_lost_and_what_it_is_a_part_of(client: httpx.Client) -> None:
    page = client.get(f"/stories/{STORY.id}").text
    drifted = page[page.index("What changed as it was repeated") :]
    assert drifted.index("Mara Dovic, told") < drifted.index("source not named") < drifted.index("Twelve dead")
    running = page[page.index("Part of a running story") : page.index("Who tells it")]
    assert f'href="/stories/{STORIES[1].id}"' in running
    assert running.index("2024-05-20") < running.index("2024-06-03")


def test_a_story_is_told_in_order_of_time_and_says_who_did_not_carry_it(client: httpx.Client) -> None:
    page = client.get(f"/stories/{STORY.id}").text
    line = page[page.index("In order of time") : page.index("Who said what")]
    assert "Monday 2024-06-03" in line
    assert line.index("Monday 2024-06-03") < line.index("Tuesday 2024-06-04")
    assert line.index("published") < line.index("Varen News Agency")
    missing = page[page.index("Who did not carry it") :]
    assert 'href="/outlets/payam"' in missing


def test_a_story_says_who_shares_a_part_of_whose_text(client: httpx.Client) -> None:
    page = client.get(f"/stories/{STORY.id}").text
    assert f'shares 40% of its text with <a href="/articles/{EARLIER.id}">' in page


def test_an_article_shows_its_words_and_what_was_filed(client: httpx.Client) -> None:
    page = client.get(f"/articles/{ORIGINAL.id}").text
    content = at(ORIGINAL.article.text, "Twelve people were killed")
    assert f'id="s-{content.start}-{content.end}"' in page
    assert "put c-possible" in page
    assert "Through <bdi>Local radio</bdi>" in page
    assert "revision 1, this one" in page
    assert CAPTURE.sha256 in page


def test_a_right_to_left_article_is_laid_out_so(client: httpx.Client) -> None:
    page = client.get(f"/articles/{FOREIGN.id}").text
    assert '<article class="text" lang="fa" dir="rtl" data-text>' in page
    assert "A reader that knew no Persian went through it" in page


def test_an_unknown_date_is_said(client: httpx.Client) -> None:
    assert "date unknown" in client.get(f"/articles/{UNDATED.id}").text


def test_archived_pages_are_shown_as_text_and_can_do_nothing(client: httpx.Client) -> None:
    answer = client.get(f"/captures/{CAPTURE.id}")
    assert answer.content == newsroom.PAGE
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("followup", "name"),
    [
        (newsroom.MEETING, "week"),
        (newsroom.CLOSED, "week"),
        (newsroom.SOMEDAY, "untimed"),
        (newsroom.REPAIRS, "silent"),
        (newsroom.FERRY, "settled"),
    ],
)
def test_each_expectation_lies_on_one_shelf(client: httpx.Client, followup: FollowUp, name: str) -> None:
    shelves = ("week", "later", "untimed", "silent", "settled")
    held = [own for own in shelves if f"/expectations/{followup.id}" in client.get(f"/expectations?show={own}").text]
    assert held == [name]


def test_a_shelf_as_it_was_on_another_day(client: httpx.Client) -> None:
    then = client.get("/expectations", params={"show": "week", "as_of": "2023-01-01"}).text
    assert "Nothing was announced by" in then
    off = client.get("/expectations", params={"show": "settled", "state": "happened"}).text
    assert newsroom.FERRY.id in off
    assert client.get("/expectations", params={"show": "settled", "state": "moved"}).status_code == 400


def test_a_month_shows_windows_as_wide_as_they_are(client: httpx.Client) -> None:
    page = client.get("/calendar").text
    assert f'href="/expectations/{newsroom.MEETING.id}"' in page
    assert client.get("/calendar", params={"month": "2024-13"}).status_code == 400
    assert client.get("/calendar", params={"month": "0001-01"}).status_code == 400


def test_expectations_show_evidence_and_call_copies_copies(client: httpx.Client) -> None:
    due = client.get("/expectations").text
    assert "River Herald (copy)" in due
    settled = client.get("/expectations", params={"show": "settled"}).text
    assert "traffic over the river stopped" in settled


def test_an_entity_keeps_what_it_says_apart_from_what_is_said_of_it(client: httpx.Client) -> None:
    governor = client.get(f"/entities/{newsroom.DOVIC}").text
    said, about = governor.index('id="by"'), governor.index('id="about"')
    assert said < governor.index("Twelve people were killed", said) < about
    assert "governor of Teral" in governor
    bridge = client.get(f"/entities/{BRIDGE}").text
    assert 'id="by"' not in bridge
    assert "it is where" in bridge
    assert client.get("/entities/e0").status_code == 404


def test_a_statement_shows_its_words_in_place_and_whom_they_came_through(client: httpx.Client) -> None:
    assert newsroom.ORIGINAL.reading
    told, *_, through = newsroom.ORIGINAL.reading.statements
    page = client.get(f"/articles/{ORIGINAL.id}/statements/{told.id}").text
    assert "<mark>Twelve people were killed" in page
    assert f'href="/entities/{newsroom.DOVIC}"' in page
    chained = client.get(f"/articles/{ORIGINAL.id}/statements/{through.id}").text
    assert "Came through" in chained
    assert client.get(f"/articles/{ORIGINAL.id}/statements/s0").status_code == 404


def test_a_map_says_how_much_has_no_place(client: httpx.Client) -> None:
    page = client.get("/map").text
    assert "with no place known" in page
    assert "Not on this map" in page
    assert client.get("/map", params={"show": "nothing"}).status_code == 400


def test_search_marks_the_words_sought(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "hospital"}).text
    assert "<mark>hospital" in page
    assert "No article has these words" in client.get("/search", params={"q": "zeppelin"}).text


@pytest.mark.parametrize("order", ["", "best"])
def test_a_search_goes_on_page_by_page(client: httpx.Client, monkeypatch: pytest.MonkeyPatch, order: str) -> None:
    monkeypatch.setattr("reportedly.web.pages.search.PAGE", 1)
    every = client.get("/api/search", params={"q": "river", "order": order or "newest"}).json()["items"]
    address, met = f"/search?q=river&order={order}", []
    while address:
        page = client.get(address).text
        met += re.findall(r'<h2 dir="ltr"><a href="/articles/(\w+)"', page)
        on = re.search(r'rel="next" href="([^"]+)"', page)
        address = "/search" + on[1].replace("&amp;", "&") if on else ""
    assert met == [hit["article"] for hit in every]
    assert len(met) > 1


def test_a_search_says_what_was_left_out(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.search.finding.RANKED", 1)
    page = client.get("/search", params={"q": "river", "order": "best"}).text
    assert "Ranked are the newest 1 that match." in page
    nothing = client.get("/search", params={"source": "document"}).text
    assert "No article passes these filters." in nothing


def test_search_words_are_never_markup(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_the_brief_of_some_days(client: httpx.Client) -> None:
    days = {"start": "2024-06-01", "end": "2024-06-07"}
    assert "Brief for 1 to 7 June 2024" in client.get("/brief", params=days).text
    plain = client.get("/brief.md", params=days)
    assert plain.headers["content-type"].startswith("text/plain")
    assert plain.text.startswith("# Brief for 1 to 7 June 2024")


def test_an_outlet_that_nobody_described_is_listed_with_its_articles(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as handed_in:
        handed_in.articles.file(REPLY.article)
        app = create_app(handed_in, name="Desk", now=standing_at(TODAY), sample=False, body_of=lambda _: b"")
        with serving(app) as at_, httpx.Client(base_url=at_, trust_env=False) as other:
            page = other.get("/outlets").text
            front = other.get("/stories").text
    assert 'href="/outlets/courier"><bdi>courier</bdi><' in page
    assert "its articles were handed in" in page
    assert "1 article of 1 outlet" in front


def test_an_edited_article_is_counted_once_among_outlets(tmp_path: Path) -> None:
    edited = replace(REPLY.article, id="a" + "e" * 16, text=f"{REPLY.article.text} More follows.")
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as handed_in:
        handed_in.articles.file(REPLY.article)
        handed_in.articles.file(edited)
        app = create_app(handed_in, name="Desk", now=standing_at(TODAY), sample=False, body_of=lambda _: b"")
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as other:
            assert "1 article, " in other.get("/outlets").text
            assert handed_in.count("articles") == 2


def test_an_article_says_when_it_was_changed_and_who_says_so(tmp_path: Path) -> None:
    day, at_ = date(2024, 6, 4), datetime(2024, 6, 4, 9, 30, tzinfo=UTC)
    changed = replace(REPLY.article, updated=Updated(day, day, "page", at_))
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as handed_in:
        handed_in.articles.file(changed)
        app = create_app(handed_in, name="Desk", now=standing_at(TODAY), sample=False, body_of=lambda _: b"")
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as other:
            page = other.get(f"/articles/{changed.id}").text
    assert '2024-06-04 09:30 UTC</time> <span class="quiet">(date from the page)' in page


def test_found_articles_lead_to_their_story_and_copies_are_called_copies(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "shells"}).text
    assert f'href="/stories/{STORY.id}">its story' in page
    assert '<span class="tag">copy</span>' in page


def test_outlets_say_how_fetching_went(client: httpx.Client) -> None:
    page = client.get("/outlets").text
    assert "could not be had" in page
    assert "timed out after 30 s" in page


@pytest.mark.parametrize("page", [REPLY.id, ORIGINAL.id])
def test_pages_answer_head(client: httpx.Client, page: str) -> None:
    assert client.head(f"/articles/{page}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        f"/decisions?before={10**30}",
        f"/decisions?before={'9' * 5_000}",
        "/decisions?before=²",
        "/decisions?day=tomorrow",
        f"/briefs/{10**30}",
        f"/briefs/drafts/d1/versions/{10**30}",
    ],
)
def test_a_number_that_no_page_gave_is_told_to_be_none(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 400
