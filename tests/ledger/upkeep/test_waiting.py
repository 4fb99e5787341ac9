from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from reportedly.ledger import FeedState, Ledger, Waiting
from reportedly.records import READER, Article, Capture, FeedItem, Outlet

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FEEDS = tuple(f"https://herald.example/{name}" for name in ("front", "sport"))
PAGE = "https://herald.example/talks"
Write = Callable[..., Article]


def waiting(ledger: Ledger, stage: str, now: datetime = NOW) -> Waiting:
    return next(one for one in ledger.upkeep.waiting(now, 900.0, (3600.0,)) if one.stage == stage)


def test_nothing_waits_on_an_empty_desk(ledger: Ledger) -> None:
    every = ledger.upkeep.waiting(NOW, 900.0, (3600.0,))
    assert [one.stage for one in every] == ["poll", "fetch", "extract", "read", "compare", "relate"]
    assert {(one.many, one.oldest, one.next_at) for one in every} == {(0, None, None)}


def test_feeds_wait_from_the_moment_they_are_due(ledger: Ledger) -> None:
    ledger.outlets.put([Outlet("herald", "Herald", "https://herald.example/", FEEDS)])
    assert waiting(ledger, "poll") == Waiting("poll", 2, None)
    for feed, next_at in zip(FEEDS, (NOW - HOUR, NOW + HOUR), strict=True):
        ledger.feeds.put_state(FeedState(feed, None, None, NOW - 2 * HOUR, next_at=next_at))
    assert waiting(ledger, "poll") == Waiting("poll", 1, NOW - HOUR)
    assert waiting(ledger, "poll", NOW - 1.5 * HOUR) == Waiting("poll", 0, None, NOW - HOUR)


def test_pages_wait_since_they_were_announced_or_are_to_be_looked_at_again(ledger: Ledger) -> None:
    ledger.feeds.put_items([FeedItem(PAGE, "herald", seen_at=NOW - 5 * HOUR)])
    assert waiting(ledger, "fetch") == Waiting("fetch", 1, NOW - 5 * HOUR)
    ledger.captures.put(capture(NOW - 4 * HOUR))
    assert waiting(ledger, "fetch") == Waiting("fetch", 1, NOW - 3 * HOUR)
    assert waiting(ledger, "extract") == Waiting("extract", 1, NOW - 4 * HOUR)
    assert waiting(ledger, "fetch", NOW - 3.5 * HOUR).many == 0


def test_articles_wait_to_be_read_and_then_to_be_related(ledger: Ledger, article: Write, filed: Write) -> None:
    ledger.captures.put(capture(NOW - HOUR))
    ledger.articles.file(article(PAGE, capture="c1"))
    ledger.articles.file(article("https://herald.example/handed-in"))
    assert waiting(ledger, "read") == Waiting("read", 2, NOW - HOUR)
    filed(ledger, article(PAGE, capture="c1"), READER)
    assert waiting(ledger, "read") == Waiting("read", 1, None)
    related = waiting(ledger, "relate")
    assert (related.many, related.oldest) == (1, datetime(2031, 5, 20, 22, tzinfo=UTC))


def test_revisions_wait_to_be_compared(ledger: Ledger, article: Write) -> None:
    for text in ("Talks open.", "Talks are put off."):
        ledger.articles.file(article(PAGE, text))
    assert waiting(ledger, "compare") == Waiting("compare", 1, None)


def capture(at: datetime) -> Capture:
    return Capture("c1", PAGE, at, 200, "text/html", "0" * 64, 10, "a.warc.gz", 0)
