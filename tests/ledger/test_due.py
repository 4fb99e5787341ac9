from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.due import AT_ONCE, RETRY, WatchedPage, next_look
from reportedly.records import Capture, FeedItem, FetchState, Outcome
from tests.ledger.conftest import Another

START = datetime(2031, 5, 20, 8, tzinfo=UTC)
STEPS = (3600.0, 86400.0)
URL = "https://herald.example/talks"


def hours(n: float) -> datetime:
    return START + timedelta(hours=n)


def capture(at: datetime, status: int = 200, url: str = URL) -> Capture:
    return Capture(f"c{at:%d%H%M}{status}{url}", url, at, status, "text/html", "0" * 64, 10, "a.warc.gz", 0)


def due(ledger: Ledger, now: datetime) -> list[tuple[str, str]]:
    return ledger.pages.to_fetch(now, STEPS)


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
    assert next_look(page, STEPS) == hours(20)


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


times = st.integers(0, 60).map(hours)
maybe = st.none() | times
pages = st.builds(WatchedPage, maybe, maybe, maybe, maybe, maybe, maybe)


@given(page=pages, now=times, steps=st.lists(st.integers(0, 40).map(lambda n: n * 3600.0), max_size=3))
def test_a_page_is_due_from_its_next_look_on(page: WatchedPage, now: datetime, steps: list[float]) -> None:
    moment = next_look(page, steps)
    if page.first_failed and page.last_failed:
        due_now = now >= page.last_failed + max(RETRY, page.last_failed - page.first_failed)
    elif not page.first_captured or not page.last_captured:
        due_now = True
        assert moment == AT_ONCE
    else:
        looked = max(page.last_captured, page.last_unchanged or page.last_captured)
        asked = [page.first_captured + timedelta(seconds=step) for step in steps]
        due_now = any(looked < one <= now for one in (*asked, *([page.updated] if page.updated else [])))
    assert due_now == (moment is not None and moment <= now)


@pytest.fixture(scope="module")
def lasting(another: Another) -> Iterator[Ledger]:
    with another() as url, open_ledger(url) as ledger:
        yield ledger


_SITE = count()
states = st.sampled_from(get_args(FetchState))
happenings = st.one_of(
    st.tuples(st.just("announced"), maybe),
    st.tuples(st.just("captured"), times, st.sampled_from([200, 203, 404, 503])),
    st.tuples(st.just("ended"), times, states, st.booleans()),
    st.tuples(st.just("moved")),
    st.tuples(st.just("asked"), times),
)


@settings(max_examples=40)
@given(told=st.lists(happenings, min_size=1, max_size=12), now=times)
def test_what_is_due_does_not_hang_on_when_it_was_asked_before(
    lasting: Ledger, told: list[tuple[Any, ...]], now: datetime
) -> None:
    url = f"https://site{next(_SITE)}.example/"
    for kind, *rest in told:
        _happen(lasting, url, kind, *rest)
    kept = lasting.pages.to_fetch(now, STEPS)
    lasting.pages.to_fetch(now, ())
    assert lasting.pages.to_fetch(now, STEPS) == kept  # worked out anew, for the times to look again were others


def _happen(ledger: Ledger, url: str, kind: str, at: datetime | None = None, *rest: Any) -> None:
    if kind == "announced":
        ledger.feeds.put_items([FeedItem(url, "herald", updated=at)])
    elif kind == "moved":
        ledger.pages.put_alias(url, "https://other.example/")
    elif kind == "asked":
        ledger.pages.to_fetch(at or START, STEPS)
    elif kind == "captured":
        ledger.captures.put(capture(at or START, rest[0], url))
    else:
        with_capture = capture(at or START, 200, url)
        if rest[1]:
            ledger.captures.put(with_capture)
        ended = Outcome(url, at or START, rest[0], "so")
        ledger.outcomes.put(ended, with_capture.id if rest[1] else None)
