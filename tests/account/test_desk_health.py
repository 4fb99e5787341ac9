"""How a desk fares, in words that say why something is empty."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.account.desk_health import DeskHealth, health
from reportedly.ledger import FeedState, Ledger, Program, open_ledger
from reportedly.records import Capture, FeedItem, Outcome, Outlet
from reportedly.settings import FetchSettings, Space
from tests.ledger.test_captures import capture

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FRONT, SPORT = "https://herald.example/front", "https://herald.example/sport"
HERALD = Outlet("herald", "Varn Herald", "https://herald.example/", (FRONT, SPORT))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened


def told(ledger: Ledger, free: int | None = 10**9) -> DeskHealth:
    return health(ledger, FetchSettings(), NOW, Space(free))


def polled(ledger: Ledger, url: str, *, well: bool) -> None:
    failures, error = (0, None) if well else (3, "it answered 503")
    at = NOW - 8 * HOUR
    ledger.feeds.put_state(FeedState(url, None, None, NOW, failures, NOW + HOUR, at, None if well else NOW, error))


def test_a_desk_that_watches_nobody_says_so(ledger: Ledger) -> None:
    desk = told(ledger)
    assert desk.watching == "No outlet is watched: `reportedly outlets add` adds one."
    assert desk.no_trouble == "none is watched"
    assert desk.no_failure == "nothing was fetched or imported yet"
    assert {(stage.waits, stage.went) for stage in desk.stages} == {
        ("nothing is due", "it did not run in the last 30 days")
    }


def test_a_desk_that_never_asked_is_not_one_that_heard_nothing(ledger: Ledger) -> None:
    ledger.outlets.put([HERALD])
    desk = told(ledger)
    assert desk.watching.startswith("No feed was polled yet")
    assert not desk.is_deaf
    assert desk.no_trouble == "none was polled yet"
    assert desk.stages[0].waits == "2 feeds due"


def test_that_no_feed_answers_is_not_that_nothing_happened(ledger: Ledger) -> None:
    ledger.outlets.put([HERALD])
    for url in (FRONT, SPORT):
        polled(ledger, url, well=False)
    desk = told(ledger)
    assert desk.is_deaf
    assert desk.watching == (
        "No feed answered since 2031-05-20 04:00 UTC: that nothing came says nothing about the news."
    )
    (trouble,) = desk.troubles
    assert trouble.words.startswith("2 of 2 feeds fail; https://herald.example/front failed 3 times on end since")
    assert desk.stages[0].waits == "nothing is due before 2031-05-20 13:00 UTC"


def test_where_some_feeds_answer_the_others_are_counted(ledger: Ledger) -> None:
    ledger.outlets.put([HERALD])
    polled(ledger, FRONT, well=True)
    polled(ledger, SPORT, well=False)
    assert told(ledger).watching == "The last feed answered 2031-05-20 04:00 UTC; 1 of 2 feeds fail."


def test_an_outlet_silent_for_longer_than_ever_is_in_trouble_though_its_feed_answers(ledger: Ledger) -> None:
    ledger.outlets.put([HERALD])
    polled(ledger, FRONT, well=True)
    polled(ledger, SPORT, well=True)
    for back in (40, 33, 26, 19, 12):
        ledger.feeds.put_items([FeedItem(f"{FRONT}/{back}", "herald", seen_at=NOW - back * DAY)])
    (trouble,) = told(ledger).troubles
    assert (trouble.outlet, trouble.name) == ("herald", "Varn Herald")
    assert trouble.words == (
        "nothing came since 2031-05-08, 12 days; in 90 days its longest silence was 7 days; its feeds: well"
    )
    ledger.feeds.put_items([FeedItem(f"{FRONT}/5", "herald", seen_at=NOW - 5 * DAY)])
    desk = told(ledger)
    assert desk.troubles == ()
    assert desk.no_trouble == "all feeds of 1 outlet answer, and none is silent for longer than it ever was"


def test_runs_tell_how_fast_they_were_and_what_failed(ledger: Ledger) -> None:
    number = ledger.runs.begin("read", NOW - HOUR)
    ledger.runs.end(number, NOW - HOUR + timedelta(minutes=2), done=120, failed=2)
    reading = told(ledger).stages[3]
    assert reading.went == "2031-05-20 11:00 UTC: 120 articles in 120 s, 3,600 an hour, 2 of them failed"
    idle = ledger.runs.begin("read", NOW)
    assert told(ledger).stages[3].went.startswith("began 2031-05-20 12:00 UTC and did not end")
    ledger.runs.end(idle, NOW, 0, 0)
    assert told(ledger).stages[3].went == (
        "last ran 2031-05-20 12:00 UTC, and had nothing to do; before that 2031-05-20 11:00 UTC: "
        "120 articles in 120 s, 3,600 an hour, 2 of them failed"
    )


def test_room_is_told_by_the_pace_of_the_last_week(ledger: Ledger) -> None:
    assert told(ledger, None).room.endswith("cannot be told here.")
    assert told(ledger).room.endswith("nothing was archived in the last week.")
    ledger.captures.put(Capture("c1", FRONT, NOW - DAY, 200, "text/html", "0" * 64, 70_000_000, "a.warc.gz", 0))
    short = told(ledger, 100_000_000)
    assert short.room == (
        "100 MB are free where the archive stands; 70 MB of pages came in the last week: room for 10 days at that pace."
    )
    assert short.room_is_short
    assert not told(ledger, 10**10).room_is_short


def test_what_is_on_its_way_into_a_bucket_is_told_and_shown_where_it_waits_long(ledger: Ledger) -> None:
    def stands(since: timedelta | None) -> DeskHealth:
        space = Space(None, "s3://newsroom/desk")
        waits = Space(None, "s3://newsroom/desk", 3, 12_000_000, NOW - since) if since else space
        return health(ledger, FetchSettings(), NOW, waits)

    assert stands(None).room == "The archive stands in s3://newsroom/desk; nothing waits here to be put there."
    assert stands(2 * HOUR).room == (
        "The archive stands in s3://newsroom/desk. "
        "To be put there by the next run: 3 files of pages (12 MB), here since 2031-05-20 10:00 UTC."
    )
    assert [stands(since).room_is_short for since in (None, HOUR / 12, HOUR)] == [False, False, True]


def test_failures_are_told_and_pages_without_an_article_are_none(ledger: Ledger) -> None:
    ledger.outcomes.put(Outcome(FRONT, NOW, "not_an_article", "it is a list of links"))
    assert told(ledger).no_failure == "no attempt failed"
    ledger.outcomes.put(Outcome(SPORT, NOW, "failed", "no answer within 30 s"))
    assert [failure.url for failure in told(ledger).failures] == [SPORT]


def test_who_is_at_work_is_told_with_what_they_hold(ledger: Ledger) -> None:
    assert told(ledger).workers == ()
    ledger.captures.put(capture(1))
    one = ledger.leases.enter(Program("north", 12, "kernel 12", "english/0.8.0"))
    assert [own.id for own in ledger.captures.to_extract(one)] == ["c1"]
    assert ledger.leases.take(one, "stage", ["relate"]) == {"relate"}
    (worker,) = told(ledger).workers
    assert (worker.host, worker.process, worker.holds) == ("north", 12, {"unextracted": 1, "stage": 1})
    assert "filed 0 jobs; holds 1 stage that one does alone, 1 archived page; its lease lasts until" in worker.words


def test_that_fetching_waits_for_reading_is_told(ledger: Ledger) -> None:
    for number in range(3):
        ledger.captures.put(capture(number))
    desk = health(ledger, FetchSettings(most_waiting=3), NOW, Space(10**9))
    assert desk.held_back.startswith("No new page is fetched now: 3 wait to be extracted or read, and")
    assert told(ledger).held_back == ""
