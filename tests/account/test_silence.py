"""Outlets that have fallen silent, by their own measure."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reportedly.account.silence import silent, usual
from reportedly.ledger import FeedState, Ledger
from reportedly.records import FeedItem, Outlet

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)
DAILY = Outlet("daily", "Daily", "https://daily.example/", ("https://daily.example/rss",))
WEEKLY = Outlet("weekly", "Weekly", "https://weekly.example/", ("https://weekly.example/rss",))


def announced(ledger: Ledger, outlet: Outlet, *ago: int) -> None:
    """Articles that the outlet's feed announced so many days ago."""
    ledger.outlets.put([outlet])
    ledger.feeds.put_items(
        FeedItem(f"{outlet.home}{days}", outlet.id, seen_at=NOW - timedelta(days=days)) for days in ago
    )


def test_an_outlet_is_missed_by_its_own_measure(ledger: Ledger) -> None:
    announced(ledger, DAILY, 5, 6, 7, 8, 9)
    announced(ledger, WEEKLY, 5, 12, 19, 26, 33)
    assert [(one.outlet.id, one.lasting, one.usual) for one in silent(ledger, 5, NOW)] == [("daily", 5, 1.0)]
    assert silent(ledger, 6, NOW) == []


def test_an_outlet_without_a_habit_or_long_gone_is_not_missed(ledger: Ledger) -> None:
    announced(ledger, DAILY, 5, 6)
    announced(ledger, WEEKLY, 100, 101, 102, 103, 104)
    assert silent(ledger, 3, NOW) == []


def test_a_feed_that_fails_is_told_apart(ledger: Ledger) -> None:
    announced(ledger, DAILY, 5, 6, 7, 8, 9)
    announced(ledger, WEEKLY, 5, 6, 7, 8, 9)
    ledger.feeds.put_state(FeedState(DAILY.feeds[0], None, None, NOW, 3, error="gone"))
    ledger.feeds.put_state(FeedState(WEEKLY.feeds[0], None, None, NOW, succeeded_at=NOW))
    assert {one.outlet.id: one.feeds for one in silent(ledger, 3, NOW)} == {"daily": "failing", "weekly": "well"}


def test_articles_filed_break_a_silence_as_announcements_do(ledger: Ledger) -> None:
    days = ledger.outlets.days(date(2031, 5, 1), date(2031, 5, 20))
    assert days == {"north": [date(2031, 5, 19)], "south": [date(2031, 5, 19)], "beacon": [date(2031, 5, 20)]}


@pytest.mark.parametrize(("gaps", "median"), [([1, 1, 9], 1), ([2, 3], 2.5)])
def test_the_usual_gap_is_the_median(gaps: list[int], median: float) -> None:
    days = [date(2031, 1, 1)]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    assert usual(days) == median
