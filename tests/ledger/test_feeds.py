from datetime import UTC, datetime, timedelta

from reportedly.ledger import FeedState, Ledger
from reportedly.records import FeedItem, Outlet

AT = datetime(2031, 5, 20, 8, 15, 30, 123456, tzinfo=UTC)
HERALD = Outlet("herald", "The Herald", "https://herald.example/", ("https://herald.example/rss",), "VN", ("en", "fa"))


def test_a_feed_state_is_remembered(ledger: Ledger) -> None:
    url = HERALD.feeds[0]
    assert ledger.feeds.state(url) is None
    for state in (FeedState(url, None, None, AT), FeedState(url, '"v2"', "Mon", AT + timedelta(hours=1))):
        ledger.feeds.put_state(state)
        assert ledger.feeds.state(url) == state


def test_a_feed_item_keeps_its_first_outlet_and_takes_the_newest_dates(ledger: Ledger) -> None:
    url = "https://herald.example/1"
    ledger.feeds.put_items([FeedItem(url, "herald", "Talks", AT), FeedItem(url, "herald", "Talks!", AT)])
    ledger.feeds.put_items([FeedItem(url, "mirror", "Talks", AT, AT + timedelta(hours=2))])
    assert ledger.feeds.item(url) == FeedItem(url, "herald", "Talks", AT, AT + timedelta(hours=2))
    ledger.feeds.put_items([FeedItem(url, "herald")])
    assert ledger.feeds.item(url) == FeedItem(url, "herald", "Talks", AT, AT + timedelta(hours=2))
    assert ledger.feeds.item("https://herald.example/2") is None
    assert ledger.feeds.items([url, "https://herald.example/2"]) == {url: ledger.feeds.item(url)}
