from datetime import UTC, datetime, timedelta

from reportedly.gather.rhythm import pause
from reportedly.records import FeedItem

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def items(*ages: float) -> list[FeedItem]:
    return [FeedItem(f"http://h.example/{n}", "h", published=NOW - age * HOUR) for n, age in enumerate(ages)]


def wait(*ages: float) -> timedelta:
    return pause(items(*ages), NOW, 900, 6 * 3600)


def test_a_busy_feed_is_polled_as_often_as_allowed() -> None:
    assert wait(*(n / 10 for n in range(30))) == timedelta(minutes=15)


def test_a_slower_feed_at_half_its_pace() -> None:
    assert wait(2, 6, 10, 14, 18, 20) == timedelta(hours=20) / 6 / 2


def test_a_sleepy_feed_as_seldom_as_allowed() -> None:
    assert wait(80, 160) == 6 * HOUR
    assert wait(24 * 30) == 6 * HOUR


def test_a_feed_without_dates_or_items_as_often_as_allowed() -> None:
    assert pause([FeedItem("http://h.example/", "h")], NOW, 900, 3600) == timedelta(minutes=15)
    assert pause([], NOW, 900, 3600) == timedelta(minutes=15)


def test_dates_ahead_do_not_count() -> None:
    assert wait(-5, 20) == 6 * HOUR
