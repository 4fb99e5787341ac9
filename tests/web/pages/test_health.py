"""The page on how the outlets fare."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from reportedly.clock import standing_at
from reportedly.ledger import FeedState, open_ledger
from reportedly.records import FeedItem, HostState, Outlet
from reportedly.settings import Space
from reportedly.web.app import create_app
from tests.web.conftest import serving

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FEED, DEAD = "http://herald.example/rss", "http://wire.example/rss"


def test_outlets_in_trouble_come_first_with_their_errors(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as ledger:
        ledger.outlets.put([Outlet("herald", "Tarnow Herald", "http://herald.example/", (FEED,))])
        ledger.outlets.put([Outlet("wire", "The Wire", "http://wire.example/", (DEAD,))])
        ledger.feeds.put_items([FeedItem("http://herald.example/1", "herald", published=NOW - 50 * HOUR)])
        ledger.feeds.put_state(FeedState(FEED, None, None, NOW, 0, NOW + HOUR, NOW, NOW - HOUR, "it answered 500"))
        ledger.feeds.put_state(FeedState(DEAD, None, None, NOW, 4, NOW + HOUR, None, NOW, "<b>it is gone</b>"))
        ledger.hosts.put([HostState("wire.example", 3, NOW + HOUR, "wire.example could not be reached")])
        app = create_app(ledger, name="Desk", now=standing_at(NOW), sample=False, body_of=lambda _: b"")
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
            page = client.get("/health").text
    assert page.index("The Wire") < page.index("Tarnow Herald")
    assert "failed 4 times on end, last 2024-06-03 12:00 UTC; asked again 2024-06-03 13:00 UTC" in page
    assert "&lt;b&gt;it is gone&lt;/b&gt;" in page
    assert "silent for 2 days" in page
    assert "Last error 2024-06-03 11:00 UTC, over since: it answered 500" in page
    assert "Hosts that are put off" in page


def test_the_desk_tells_what_waits_and_why_a_box_is_empty(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as ledger:
        ledger.outlets.put([Outlet("wire", "The Wire", "http://wire.example/", (DEAD,))])
        ledger.feeds.put_state(FeedState(DEAD, None, None, NOW, 4, NOW + HOUR, NOW - 8 * HOUR, NOW, "it is gone"))
        ledger.runs.end(ledger.runs.begin("read", NOW), NOW + HOUR, 90, 0)
        app = create_app(
            ledger,
            name="Desk",
            now=standing_at(NOW),
            sample=False,
            body_of=lambda _: b"",
            space=lambda: Space(5 * 10**9),
        )
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
            page = client.get("/health").text
            outlets = client.get("/outlets").text
    assert "No feed answered since 2024-06-03 04:00 UTC: that nothing came says nothing about the news." in page
    assert "nothing is due before 2024-06-03 13:00 UTC" in page
    assert "90 articles in 3,600 s, 90 an hour" in page
    assert "5 GB are free where the archive stands" in page
    assert "None: nothing was fetched or imported yet." in page
    assert '<a href="/health">' in outlets
