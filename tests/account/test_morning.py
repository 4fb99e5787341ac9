"""The hand-over: every line says why it stands there, every empty box why it is empty."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportedly.account.handover import Box, BoxName, Morning
from reportedly.account.morning import morning
from reportedly.account.since import choices, chosen
from reportedly.ledger import FeedState, Ledger, open_ledger
from reportedly.records import Change, Filters, Judgement
from tests import newsroom
from tests.newsroom import ANSWER, FERRY, MEETING, REPAIRS, STORY, VAREN

NOW = datetime(2024, 6, 6, 22, tzinfo=UTC)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db", lambda: NOW) as opened:
        yield newsroom.fill(opened)


def told(ledger: Ledger, since: str = "2024-06-01") -> Morning:
    return morning(ledger, "ada", chosen(ledger, choices(ledger, None, (), UTC, NOW), since), NOW)


def box(made: Morning, name: BoxName) -> Box:
    return next(one for one in made.boxes if one.name == name)


def test_stories_of_most_independent_sources_come_first(filled: Ledger) -> None:
    new = box(told(filled), "new_stories")
    numbers = [line.number or 0 for line in new.lines]
    assert numbers == sorted(numbers, reverse=True)
    first = next(line for line in new.lines if line.id == STORY.id)
    assert first.why.startswith("new, told by ")
    assert first.number == STORY.independent_sources
    assert first.path == f"/stories/{STORY.id}"


def test_expectations_say_why_they_stand_there(filled: Ledger) -> None:
    made = told(filled)
    due = {line.id: line.why for line in box(made, "due").lines}
    assert due[MEETING.id] == "its window opens in 3 days"
    became = {line.id: line.why for line in box(made, "became").lines}
    assert became[FERRY.id].startswith("reported as happened, told on ")
    assert REPAIRS.id not in became or "nothing was heard" in became[REPAIRS.id]


def test_a_window_that_ended_unheard_is_silence(filled: Ledger) -> None:
    early = {line.id: line.why for line in box(told(filled, "2024-05-01"), "became").lines}
    assert early[REPAIRS.id].endswith("and nothing was heard")


def test_who_denies_what_and_where_figures_differ(filled: Ledger) -> None:
    lines = box(told(filled), "quarrels").lines
    assert any(line.kind == "story" and line.id == STORY.id and "12" in line.why for line in lines)
    denial = next(line for line in lines if line.kind == "article")
    assert denial.why.startswith("denied by ")
    assert "Sel troops had fired" in denial.title
    assert ANSWER


def test_a_story_that_a_voice_came_to_grew(filled: Ledger) -> None:
    before = filled.news.of_stories([STORY.id])[STORY.id]
    since = choices(filled, None, (), UTC, NOW)["day"]
    upto = before.voices[0]
    grown = box(morning(filled, "ada", replace(since, upto=upto), NOW), "grown_stories")
    line = next(line for line in grown.lines if line.id == STORY.id)
    came = before.sources - before.heard(upto)
    assert line.why.startswith(f"{came} of {before.sources} independent sources came since")


def test_nothing_new_is_not_nothing_read(filled: Ledger) -> None:
    later = told(filled, "2024-06-07")
    assert box(later, "new_stories").empty.endswith("`reportedly run` does.")
    number = filled.runs.begin("relate", NOW - timedelta(hours=1))
    filled.runs.end(number, NOW, 3, 0)
    assert "what came after that is not here yet" in box(told(filled, "2024-06-07"), "new_stories").empty


def test_that_nobody_answers_is_not_that_nothing_happened(filled: Ledger) -> None:
    state = FeedState(VAREN.feeds[0], None, None, NOW, failures=3, failed_at=NOW, error="timed out")
    filled.feeds.put_state(state)
    made = told(filled, "2024-06-07")
    assert made.is_deaf
    assert "No feed answered ever" in box(made, "new_stories").empty
    assert [line.id for line in box(made, "outlets").lines if "timed out" in line.why] == [VAREN.id]


def test_what_colleagues_decided_can_be_undone_there(filled: Ledger) -> None:
    made = Judgement("j1", "Bea", NOW - timedelta(hours=1), "withdraw", MEETING.id, note="no date was given")
    filled.judgements.put(made)
    (line,) = box(told(filled), "decisions").lines
    assert line.path == f"/expectations/{MEETING.id}"
    assert line.why == "Bea, 2024-06-06 21:00 UTC; it can be undone there"
    filled.judgements.put(Judgement("j2", "Ada", NOW, "undo", MEETING.id, undoes="j1"))
    undo, undone = box(told(filled), "decisions").lines
    assert undo.title.endswith("undid a decision")
    assert undone.why.endswith("undone since")


def test_of_too_many_news_only_the_last_are_looked_through(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(filled).is_whole
    monkeypatch.setattr("reportedly.account.morning.NEWS", 0)
    made = told(filled)
    assert not made.is_whole
    assert box(made, "new_stories").lines == ()


def test_saved_searches_say_how_much_is_unread(filled: Ledger) -> None:
    assert "saved no search" in box(told(filled), "searches").empty
    filled.searches.save("Bridges", "bridge", Filters(), owner="ada", at=NOW)
    assert box(told(filled), "searches").empty == "All that your saved searches found is read."


def test_a_box_is_cut_and_says_so(filled: Ledger) -> None:
    days = [newsroom.TODAY - timedelta(days=n) for n in range(25)]
    many = [replace(FERRY, id=f"f{n:015}", history=(Change(day, "happened"),)) for n, day in enumerate(days)]
    filled.followups.put(many)
    became = box(told(filled, "2024-05-01"), "became")
    assert len(became.lines) == 20
    assert became.cut
    assert became.more == "/expectations?show=settled"
