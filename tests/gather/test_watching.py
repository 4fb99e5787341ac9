"""Watching from end to end: a desk, its ledger and archive, and a real server."""

import gzip
import io
from typing import TYPE_CHECKING

import feedparser
import pytest

from reportedly.archive import Archive
from reportedly.records import Exchange, Outlet
from tests.gather.herald import HERALD, rss

if TYPE_CHECKING:
    from tests.gather.conftest import Watch
    from tests.loopback import Newsroom


def states(watch: "Watch", url: str) -> list[str]:
    return [outcome.state for outcome in watch.ledger.outcomes.last(500) if outcome.url == url]


def test_an_announced_page_is_archived_once(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss("rain"))
    room.pages["herald.example/rain"] = room.page("<p>Rain.</p>")
    watch.after()
    watch.after(minutes=5)
    assert room.asked() == ["herald.example/rss", "herald.example/rain"]
    assert states(watch, "http://herald.example/rain") == ["fetched"]


def test_a_later_run_knows_what_a_host_asks_of_programs(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/robots.txt"] = room.page("User-agent: *\nDisallow: /private/\n")
    room.pages["herald.example/rss"] = room.page(rss("rain", "private/diary"))
    watch.after()
    watch.after(minutes=90)
    assert room.asked(robots=True).count("herald.example/robots.txt") == 1
    assert set(states(watch, "http://herald.example/private/diary")) == {"blocked"}


def test_what_a_stopped_run_archived_is_filed_once_with_how_it_ended(room: "Newsroom", watch: "Watch") -> None:
    url = "http://herald.example/rain"
    page = Exchange(url, watch.now, 200, "OK", (), (("Content-Type", "text/html"),), b"<p>Rain.</p>")
    Archive(watch.desk.archive).write(page)
    watch.after()
    watch.after(minutes=5)
    assert [capture.url for capture in watch.ledger.captures.all()] == [url]
    assert states(watch, url) == ["fetched"]
    assert room.asked() == []


def test_a_stopped_run_s_page_that_led_home_or_is_for_subscribers_is_filed_so(watch: "Watch") -> None:
    home, old = "http://herald.example/", "http://herald.example/old"
    kind = (("Content-Type", "text/html"),)
    hop = Exchange(old, watch.now, 302, "Found", (), (("Location", home),), b"")
    led = Exchange(old, watch.now, 200, "OK", (), kind, b"<p>Our front page.</p>", landed=home, hops=(hop,))
    at = "http://herald.example/index.php?x=5"
    named = Exchange("http://herald.example/rain", watch.now, 200, "OK", (), kind, b"<p>Rain.</p>", landed=at)
    paid = Exchange(f"{home}snow", watch.now, 200, "OK", (), kind, b'<script>{"isAccessibleForFree": false}</script>')
    for page in (led, named, paid):
        Archive(watch.desk.archive).write(page)
    watch.after()
    assert [states(watch, page.url) for page in (led, named, paid)] == [["gone"], ["fetched"], ["paywalled"]]
    assert [capture.url for capture in watch.ledger.captures.to_extract()] == [named.url, paid.url]


def test_a_page_looked_at_again_is_asked_whether_it_changed(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss("rain"))
    room.pages["herald.example/rain"] = room.page("<p>Rain.</p>", ETag='"r1"')
    watch.after()
    room.pages["herald.example/rain"] = room.page("", 304)
    watch.after(minutes=70)
    assert room.headers("herald.example/rain")["if-none-match"] == '"r1"'
    assert states(watch, "http://herald.example/rain") == ["unchanged", "fetched"]


def test_a_feed_is_polled_by_how_often_its_outlet_publishes(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss("a", "b"))  # two since 8 o'clock, and it is 12: every hour
    watch.after()
    watch.after(minutes=59)
    assert room.asked().count("herald.example/rss") == 1
    room.pages["herald.example/rss"] = room.page("", 304)
    watch.after(minutes=2)
    watch.after(minutes=59)
    assert room.asked().count("herald.example/rss") == 2
    watch.after(minutes=2)
    assert room.asked().count("herald.example/rss") == 3


def test_a_failing_feed_is_asked_ever_more_seldom(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    polls = []
    for hour in range(26):
        watch.after(hours=1 if hour else 0)
        polls.append(room.asked().count("herald.example/rss"))
    assert polls[0] == 1
    assert 5 <= polls[-1] <= 8
    state = watch.ledger.feeds.state("http://herald.example/rss")
    assert state
    assert state.failures == polls[-1]
    assert "404" in (state.error or "")


def test_a_feed_that_is_well_again_forgets_its_failures(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    watch.after()
    room.pages["herald.example/rss"] = room.page(rss("rain"))
    watch.after(hours=2)
    state = watch.ledger.feeds.state("http://herald.example/rss")
    assert state
    assert (state.failures, state.succeeded_at) == (0, watch.now)
    assert state.failed_at


def test_sitemaps_through_an_index_and_link_pages_announce_too(room: "Newsroom", watch: "Watch") -> None:
    outlet = Outlet(
        id="wire",
        name="Wire",
        home="http://wire.example/",
        sitemaps=("http://wire.example/index.xml",),
        pages=("http://wire.example/news",),
    )
    watch.add(outlet)
    room.pages["wire.example/index.xml"] = room.page(
        "<sitemapindex><sitemap><loc>http://wire.example/news.xml.gz</loc></sitemap></sitemapindex>", ETag='"i"'
    )
    entry = "<url><loc>http://wire.example/n/1</loc><lastmod>2024-06-03</lastmod></url>"
    room.pages["wire.example/news.xml.gz"] = room.page(gzip.compress(f"<urlset>{entry}</urlset>".encode()))
    room.pages["wire.example/news"] = room.page(
        '<html><body><a href="/world/engineers-found-in-sorvash">Engineers found alive in Sorvash</a></body></html>'
    )
    room.pages["wire.example/n/1"] = room.pages["wire.example/world/engineers-found-in-sorvash"] = room.page("<p>x</p>")
    watch.after()
    assert {"wire.example/n/1", "wire.example/world/engineers-found-in-sorvash"} <= set(room.asked())
    watch.after(hours=7)
    assert "if-none-match" not in room.headers("wire.example/index.xml")
    assert list(watch.ledger.captures.to_extract()) != []
    item = watch.ledger.feeds.item("http://wire.example/world/engineers-found-in-sorvash")
    assert item
    assert item.title == "Engineers found alive in Sorvash"


def test_one_article_is_one_url(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    paths = (
        "rain-falls-on-tarnow?from=rss",
        "rain-falls-on-tarnow?from=home&amp;utm_source=x",
        "rain-falls-on-tarnow/amp",
    )
    room.pages["herald.example/rss"] = room.page(rss(*paths))
    article = '<html><head><link rel="canonical" href="http://herald.example/rain-falls-on-tarnow"></head></html>'
    for query in ("", "?from=rss", "?from=home"):
        room.pages[f"herald.example/rain-falls-on-tarnow{query}"] = room.page(article)
    watch.after()
    assert {capture.url for capture in watch.ledger.captures.all() if "rss" not in capture.url} == {
        "http://herald.example/rain-falls-on-tarnow"
    }
    before = len(room.asked())
    watch.after(minutes=70)
    assert [url for url in room.asked()[before:] if "rss" not in url] == ["herald.example/rain-falls-on-tarnow"]


def test_a_dead_host_is_put_off_over_runs(room: "Newsroom", watch: "Watch") -> None:
    watch.with_settings(room.settings(resolve={"dead.example": "127.0.0.1:1", "*.example": f"127.0.0.1:{room.port}"}))
    watch.add(HERALD)
    links = "".join(f"<item><link>http://dead.example/{n}</link></item>" for n in range(20))
    room.pages["herald.example/rss"] = room.page(f'<rss version="2.0"><channel>{links}</channel></rss>')
    watch.after()
    (host,) = watch.ledger.hosts.all()
    told = [outcome.message for outcome in watch.ledger.outcomes.last(100) if "dead.example" in outcome.url]
    assert (host.host, host.failures) == ("dead.example", 3)
    assert len(told) == 20
    assert sum("put off until" in words for words in told) == 17
    watch.after(minutes=5)
    assert len([o for o in watch.ledger.outcomes.last(100) if "dead.example" in o.url]) == 20


def test_a_run_asks_only_so_many_pages_of_a_host(room: "Newsroom", watch: "Watch") -> None:
    watch.with_settings(room.settings(pages_per_host=3))
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss(*map(str, range(10))))
    room.pages.update({f"herald.example/{n}": room.page("<p>x</p>") for n in range(10)})
    watch.after()
    assert len(room.asked()) == 4
    watch.after(minutes=1)
    assert len(room.asked()) == 7


def test_a_paywalled_page_is_kept_and_told(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss("rain"))
    room.pages["herald.example/rain"] = room.page('<script>{"isAccessibleForFree": false}</script><p>It rains.</p>')
    watch.after()
    assert states(watch, "http://herald.example/rain") == ["paywalled"]
    assert [capture.url for capture in watch.ledger.captures.to_extract()] == ["http://herald.example/rain"]
    watch.after(minutes=30)
    assert room.asked().count("herald.example/rain") == 1


def test_how_an_outlet_fares(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    watch.add(Outlet(id="quiet", name="Quiet", home="http://quiet.example/", feeds=("http://quiet.example/rss",)))
    room.pages["herald.example/rss"] = room.page(rss("a", "b", "c", day="Sat, 01 Jun 2024 12:00:00 GMT"))
    watch.after()
    herald, quiet = watch.ledger.outlets.health(watch.now)
    assert (herald.outlet, herald.a_day, herald.failing) == ("herald", 1.5, ())
    assert herald.silent_for
    assert herald.silent_for.days == 2
    assert herald.succeeded_at == watch.now
    assert (quiet.newest, quiet.silent_for, quiet.a_day, quiet.succeeded_at) == (None, None, 0.0, None)
    assert quiet.last_failure
    assert "404" in (quiet.last_failure.error or "")


def test_one_feed_over_which_a_parser_breaks_down_ends_nothing(
    room: "Newsroom", watch: "Watch", monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = feedparser.parse

    def picky(file: io.BytesIO, **options: object) -> object:
        if b"Lantern" in file.getvalue():
            raise AssertionError
        return whole(file, **options)

    monkeypatch.setattr(feedparser, "parse", picky)
    watch.add(Outlet(id="lantern", name="Lantern", home="http://a.example/", feeds=("http://a.example/rss",)))
    watch.add(HERALD)
    room.pages["a.example/rss"] = room.page("<rss version='2.0'><channel><title>Lantern</title></channel></rss>")
    room.pages["herald.example/rss"] = room.page(rss("rain"))
    room.pages["herald.example/rain"] = room.page("<p>Rain.</p>")
    watch.after()
    assert states(watch, "http://a.example/rss") == ["failed"]
    assert states(watch, "http://herald.example/rain") == ["fetched"]
    told = {outcome.url: outcome.message for outcome in watch.ledger.outcomes.last(9)}
    assert "the feed cannot be parsed" in told["http://a.example/rss"]


def test_what_of_a_feed_was_not_read_is_told(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss(*["rain"] * 2_001))
    watch.after()
    told = {outcome.url: outcome.message for outcome in watch.ledger.outcomes.last(9)}
    assert "only the first 2,000 of its 2,001 items read" in told["http://herald.example/rss"]


def test_a_page_announced_in_two_spellings_is_archived_once_and_found_by_any(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(
        rss("باران", "%d8%a8%d8%a7%d8%b1%d8%a7%d9%86", "%D8%A8%D8%A7%D8%B1%D8%A7%D9%86")
    )
    room.pages["herald.example/%D8%A8%D8%A7%D8%B1%D8%A7%D9%86"] = room.page("<p>Rain.</p>")
    watch.after()
    assert len(room.asked()) == 2
    for spelled in (
        "http://herald.example/باران",
        "https://www.herald.example/%d8%a8%D8%A7%d8%b1%d8%a7%d9%86/?utm_id=1#top",
    ):
        assert watch.ledger.pages.known_as(spelled) == "http://herald.example/%D8%A8%D8%A7%D8%B1%D8%A7%D9%86"
    assert watch.ledger.pages.known_as("http://herald.example/snow") == "http://herald.example/snow"
