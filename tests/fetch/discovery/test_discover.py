from typing import TYPE_CHECKING

import pytest

from reportedly import clock
from reportedly.fetch import Discovery, discover
from reportedly.fetch.discovery.masthead import country, title_name
from reportedly.records import Outcome

if TYPE_CHECKING:
    from tests.loopback import Newsroom

HOME = "http://www.tarnowherald.example/"
HOST = "www.tarnowherald.example"


def feed(*paths: str, title: str = "Tarnow Herald") -> str:
    items = "".join(f"<item><title>About {p}</title><link>http://{HOST}/{p}</link></item>" for p in paths)
    return f'<rss version="2.0"><channel><title>{title}</title><language>ur-PK</language>{items}</channel></rss>'


def page(head: str = "", body: str = "", html: str = "<html>") -> str:
    return f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>"


def found(room: "Newsroom", url: str = HOME) -> Discovery:
    with room.fetcher() as fetcher:
        got = discover(fetcher, url)
    assert isinstance(got, Discovery), got
    return got


def refused(room: "Newsroom", url: str = HOME) -> str:
    with room.fetcher() as fetcher:
        got = discover(fetcher, url)
    assert isinstance(got, Outcome), got
    return got.message


def link(href: str, kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" href="{href}">'


def test_feeds_that_the_page_names(room: "Newsroom") -> None:
    names = [link("/rss"), link("/world.xml", "application/atom+xml"), link("/comments/feed/"), link("/broken.xml")]
    meta = '<meta property="og:site_name" content="Tarnow Herald"><meta property="og:locale" content="en_PK">'
    room.pages[f"{HOST}/"] = room.page(page("".join(names) + meta, html="<html lang='en-US'>"))
    room.pages[f"{HOST}/rss"] = room.page(feed("a", "b"))
    room.pages[f"{HOST}/world.xml"] = room.page(feed("c"))
    room.pages[f"{HOST}/comments/feed/"] = room.page(feed("x", title="Comments on everything"))
    outlet = found(room)
    assert outlet.feeds == (f"{HOME}rss", f"{HOME}world.xml")
    assert (outlet.home, outlet.name, outlet.language, outlet.country) == (HOME, "Tarnow Herald", "en", "PK")
    assert outlet.titles == ("About a", "About b", "About c")
    (note,) = outlet.notes
    assert "broken.xml" in note
    assert "404" in note


def test_a_feed_that_repeats_another_is_left_out(room: "Newsroom") -> None:
    room.pages[f"{HOST}/"] = room.page(page(link("/rss") + link("/atom")))
    room.pages[f"{HOST}/rss"] = room.pages[f"{HOST}/atom"] = room.page(feed("a", "b"))
    assert found(room).feeds == (f"{HOME}rss",)


def test_feeds_behind_a_link_to_a_page_about_feeds(room: "Newsroom") -> None:
    room.pages[f"{HOST}/"] = room.page(page(body='<a href="/politics">Politics</a> <a href="/feeds-of-ours">RSS</a>'))
    room.pages[f"{HOST}/feeds-of-ours"] = room.page(
        page(body='<a href="/world.rss">World</a><a href="/city.rss">City</a>')
    )
    room.pages[f"{HOST}/world.rss"] = room.page(feed("a"))
    room.pages[f"{HOST}/city.rss"] = room.page(feed("b"))
    assert found(room).feeds == (f"{HOME}world.rss", f"{HOME}city.rss")


def test_a_feed_at_a_usual_place(room: "Newsroom") -> None:
    room.pages[f"{HOST}/"] = room.page(page("<title>Latest news and headlines - Tarnow Herald</title>"))
    room.pages[f"{HOST}/rss.xml"] = room.page(feed("a"))
    outlet = found(room)
    assert outlet.feeds == (f"{HOME}rss.xml",)
    assert outlet.name == "Tarnow Herald"
    assert outlet.language == "ur"  # the feed says so, the page says nothing
    assert "usual place" in outlet.notes[0]


def test_from_a_feed_to_its_home_page(room: "Newsroom") -> None:
    body = feed("a").replace("<language>", f"<link>{HOME}</link><language>")
    room.pages["feeds.example/herald"] = room.page(body)
    room.pages[f"{HOST}/"] = room.page(page("<title>Herald</title>", html="<html lang='fa'>"))
    outlet = found(room, "http://feeds.example/herald")
    assert (outlet.home, outlet.feeds, outlet.language) == (HOME, ("http://feeds.example/herald",), "fa")


NEWS = (
    '<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{url}</loc><n:news>'
    "<n:publication_date>{day}</n:publication_date></n:news></url></urlset>"
)


def test_a_news_sitemap_that_robots_txt_names(room: "Newsroom") -> None:
    room.pages[f"{HOST}/robots.txt"] = room.page(f"Sitemap: {HOME}all.xml\nSitemap: {HOME}gnews.xml")
    room.pages[f"{HOST}/"] = room.page(page(link("/rss")))
    room.pages[f"{HOST}/rss"] = room.page(feed("a"))
    room.pages[f"{HOST}/gnews.xml"] = room.page(NEWS.format(url=f"{HOME}a", day=clock.system().date()))
    room.pages[f"{HOST}/all.xml"] = room.page(f"<urlset><url><loc>{HOME}a</loc></url></urlset>")
    outlet = found(room)
    assert outlet.sitemaps == (f"{HOME}gnews.xml",)
    assert outlet.feeds == (f"{HOME}rss",)


def test_without_a_feed_a_plain_sitemap_then_links(room: "Newsroom") -> None:
    story = '<a href="/world/engineers-found-in-sorvash">Engineers found alive in Sorvash</a>'
    room.pages[f"{HOST}/"] = room.page(page(body=story))
    outlet = found(room)
    assert (outlet.feeds, outlet.sitemaps, outlet.pages) == ((), (), (HOME,))
    assert "links of the page itself" in outlet.notes[0]
    room.pages[f"{HOST}/sitemap.xml"] = room.page(f"<urlset><url><loc>{HOME}a</loc></url></urlset>")
    outlet = found(room)
    assert (outlet.sitemaps, outlet.pages) == ((f"{HOME}sitemap.xml",), ())
    assert "sitemap" in outlet.notes[0]


def test_what_cannot_be_watched_is_told(room: "Newsroom") -> None:
    assert "404" in refused(room)
    room.pages[f"{HOST}/"] = room.page(page(body="<p>Under construction.</p>"))
    assert "no feed, no news sitemap and no links to articles" in refused(room)
    assert "no known host name" in refused(room, "http://no-such-host.invalid/")


@pytest.mark.parametrize(
    ("title", "url", "name"),
    [
        ("Breaking News, World News | DAWN.COM", "https://www.dawn.example/", "DAWN.COM"),
        ("Tarnow Herald: news of the valley", "https://tarnowherald.example/", "Tarnow Herald"),
        ("News of the valley, daily – The Wire", "https://wire.example/", "The Wire"),
        ("روزنامه", "https://wire.example/", "روزنامه"),
        ("", "https://wire.example/", None),
    ],
)
def test_a_name_is_the_part_of_the_title_that_is_like_the_address(title: str, url: str, name: str | None) -> None:
    assert title_name(title, url) == name


@pytest.mark.parametrize(
    ("url", "land"),
    [
        ("https://www.x.com.pk/", "PK"),
        ("https://x.co.uk/", "GB"),
        ("https://x.ir", "IR"),
        ("https://x.tv/", None),
        ("https://x.com/", None),
    ],
)
def test_a_country_from_the_address(url: str, land: str | None) -> None:
    assert country(None, url) == land
