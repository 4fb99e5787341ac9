from datetime import UTC, datetime, timedelta

import pytest

from reportedly.ledger import Ledger
from reportedly.ledger.due import WatchedPage, is_due
from reportedly.records import Capture, FeedItem, FetchState, Outcome

START = datetime(2031, 5, 20, 8, tzinfo=UTC)
STEPS = (3600.0, 86400.0)
URL = "https://herald.example/talks"


def hours(n: float) -> datetime:
    return START + timedelta(hours=n)


def capture(at: datetime, status: int = 200, url: str = URL) -> Capture:
    return Capture(f"c{at:%d%H%M}{status}{url}", url, at, status, "text/html", "0" * 64, 10, "a.warc.gz", 0)


def due(ledger: Ledger, now: datetime) -> list[tuple[str, str]]:
    return list(ledger.pages.to_fetch(now, STEPS))


@pytest.fixture
def announced(ledger: Ledger) -> Ledger:
    ledger.feeds.put_items([FeedItem(URL, "herald")])
    return ledger


def test_an_announced_page_is_due_until_it_is_captured(announced: Ledger) -> None:
    assert due(announced, START) == [(URL, "herald")]
    announced.captures.put(capture(START))
    assert due(announced, hours(0.5)) == []


def test_each_time_to_look_again_asks_once(announced: Ledger) -> None:
    announced.captures.put(capture(START))
    assert due(announced, hours(1)) == [(URL, "herald")]
    announced.captures.put(capture(hours(2)))
    assert due(announced, hours(20)) == []
    assert due(announced, hours(24)) == [(URL, "herald")]
    announced.outcomes.put(Outcome(URL, hours(25), "unchanged", "304"))
    assert due(announced, hours(2000)) == []


def test_a_page_dated_as_updated_is_due_again(announced: Ledger) -> None:
    announced.captures.put(capture(hours(0.1)))
    announced.feeds.put_items([FeedItem(URL, "herald", updated=hours(0.3))])
    assert due(announced, hours(0.2)) == []
    assert due(announced, hours(0.4)) == [(URL, "herald")]


@pytest.mark.parametrize("state", ["failed", "gone", "blocked", "not_an_article"])
def test_a_failure_waits_an_hour(announced: Ledger, state: FetchState) -> None:
    announced.outcomes.put(Outcome(URL, START, state, "no"))
    assert due(announced, hours(0.9)) == []
    assert due(announced, hours(1)) == [(URL, "herald")]


def test_an_error_page_is_a_failure_too(announced: Ledger) -> None:
    announced.captures.put(capture(START, status=503))
    assert due(announced, hours(0.9)) == []
    assert due(announced, hours(1)) == [(URL, "herald")]


def test_the_longer_a_page_fails_the_longer_it_waits() -> None:
    page = WatchedPage(first_failed=START, last_failed=hours(10))
    assert not is_due(page, hours(19), STEPS)
    assert is_due(page, hours(20), STEPS)


def test_a_good_capture_ends_the_waiting(announced: Ledger) -> None:
    announced.outcomes.put(Outcome(URL, START, "failed", "no"))
    announced.outcomes.put(Outcome(URL, hours(10), "failed", "no"))
    announced.captures.put(capture(hours(20)))
    assert due(announced, hours(21)) == [(URL, "herald")]


def test_a_page_that_holds_no_article_is_not_asked_for_as_if_it_had_failed(announced: Ledger) -> None:
    announced.captures.put(capture(START))
    announced.captures.mark_extracted(capture(START).id, Outcome(URL, hours(1.5), "not_an_article", "a list of links"))
    announced.captures.put(capture(hours(1.2)))
    assert due(announced, hours(10)) == []


def test_pages_of_others_do_not_mix(announced: Ledger) -> None:
    other = "https://wire.example/1"
    announced.feeds.put_items([FeedItem(other, "wire")])
    announced.captures.put(capture(START, url=other))
    assert due(announced, hours(0.1)) == [(URL, "herald")]


def test_a_capture_that_could_not_be_read_is_no_reason_to_fetch_again(announced: Ledger) -> None:
    announced.captures.put(capture(START))
    announced.outcomes.put(Outcome(URL, hours(0.2), "failed", "too long to read"), capture(START).id)
    assert due(announced, hours(0.9)) == []
