from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import reportedly
from reportedly.errors import BadDate, NoDesk
from reportedly.front.desk import OpenDesk
from reportedly.ledger import open_ledger
from reportedly.settings import Desk
from tests.newsroom import DOVIC, MEETING, ORIGINAL, REPLY, SHELLING, STORIES, STORY, UNDATED, fill


@pytest.fixture
def opened(desk: Desk) -> Iterator[OpenDesk]:
    """The newsroom's desk, on the day its articles end."""
    with open_ledger(desk.ledger_url) as ledger:
        fill(ledger)
    (desk.folder / "desk.toml").write_text('name = "Newsroom"\ntoday = 2024-06-06\n', "utf-8")
    with reportedly.open_desk(str(desk.folder)) as opened:
        yield opened


def test_it_says_what_it_is_and_how_much_it_holds(opened: OpenDesk) -> None:
    assert (opened.name, opened.today) == ("Newsroom", date(2024, 6, 6))
    assert opened.counts().articles == 6
    assert [outlet.id for outlet in opened.outlets()] == ["payam", "herald", "courier", "varen"]


def test_an_article_is_found_by_id_and_by_address(opened: OpenDesk) -> None:
    article = opened.article(ORIGINAL.id)
    assert article
    assert article.text == SHELLING
    assert opened.article(article.url) == article
    assert opened.reading(article.url) == ORIGINAL.reading
    assert opened.article("nothing") is None
    assert opened.reading("nothing") is None


def test_lists_come_a_page_at_a_time_newest_first(opened: OpenDesk) -> None:
    lines = opened.articles()
    assert [line.article for line in opened.articles(limit=2, offset=1)] == [line.article for line in lines[1:3]]
    assert lines[-1].article == UNDATED.id
    assert {line.outlet for line in opened.articles(outlet="varen")} == {"varen"}
    assert len(opened.stories()) == len(STORIES)
    assert [line.id for line in opened.stories(since="2024-06-03", until=date(2024, 6, 4))] == [STORY.id]
    assert opened.story(STORY.id) == STORY


def test_words_and_names_lead_to_articles(opened: OpenDesk) -> None:
    assert {hit.article for hit in opened.search('"so-called river guard"').hits} >= {ORIGINAL.id}
    governor = opened.entity(DOVIC)
    assert governor
    assert governor.name == "Mara Dovic"
    assert len(opened.naming(DOVIC)) == governor.articles


def test_what_was_announced_stands_as_on_that_day(opened: OpenDesk) -> None:
    states = {
        day: {followup.id: followup.state for followup in opened.followups(day)}.get(MEETING.id)
        for day in ("2024-06-02", None, "2024-06-09", "2024-06-10")
    }
    assert states == {"2024-06-02": None, None: "open", "2024-06-09": "due", "2024-06-10": "silent"}


def test_a_brief_cites_every_sentence(opened: OpenDesk) -> None:
    brief = opened.brief(end="2024-06-04")
    assert (brief.start, brief.end, brief.as_of) == (date(2024, 5, 29), date(2024, 6, 4), date(2024, 6, 6))
    assert brief.stories
    assert all(sentence.citations for story in brief.stories for sentence in story.reported)


def test_what_became_of_a_page_is_told_by_address_and_by_article(opened: OpenDesk) -> None:
    assert [event.kind for event in opened.history(REPLY.id)] == ["seen"]
    assert opened.history(REPLY.article.url) == opened.history(REPLY.id)
    assert opened.history("https://nowhere.example/") == ()


def test_a_day_that_is_none_is_refused(opened: OpenDesk) -> None:
    with pytest.raises(BadDate):
        opened.followups("June")


def test_a_folder_that_is_no_desk_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(NoDesk, match="reportedly init"):
        reportedly.open_desk(tmp_path)
    assert list(tmp_path.iterdir()) == []
