"""Which address of an item is its page's, and what it is relative to."""

from datetime import UTC, datetime

import pytest

from reportedly.fetch import announced
from reportedly.records import Exchange, Outcome

FEED = "http://herald.example/feeds/news.xml"


def urls(body: str, landed: str | None = None) -> list[str]:
    at = datetime(2024, 6, 3, 12, tzinfo=UTC)
    found = announced(Exchange(FEED, at, 200, "OK", (), (), body.encode(), landed), "herald")
    assert not isinstance(found, Outcome), found
    return [item.url for item in found.items]


def rss(links: str, home: str = "<link>http://herald.example/daily/</link>") -> str:
    return f"<rss version='2.0'><channel><title>H</title>{home}<item><title>Rain</title>{links}</item></channel></rss>"


def atom(links: str, head: str = "", base: str = "") -> str:
    entry = f"<entry><id>tag:h,1</id><title>Rain</title>{links}</entry>"
    return f"<feed xmlns='http://www.w3.org/2005/Atom'{base}><title>H</title>{head}{entry}</feed>"


HOME = "<link rel='alternate' href='http://herald.example/daily/'/>"
FILE = "http://files.example/rain.jpg?w=9"


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (rss("<link>rain.html</link>"), "http://herald.example/daily/rain.html"),
        (rss("<link>/rain.html</link>"), "http://herald.example/rain.html"),
        (rss("<link>../rain.html</link>"), "http://herald.example/rain.html"),
        (rss("<link>?id=7</link>"), "http://herald.example/daily/?id=7"),
        (rss("<link>//w.example/rain</link>"), "http://w.example/rain"),
        (rss("<guid>rain.html</guid>"), "http://herald.example/daily/rain.html"),
        (rss("<link>rain.html</link>", "<link>/daily/</link>"), "http://herald.example/daily/rain.html"),
        (rss("<link>rain.html</link>", ""), "http://herald.example/feeds/rain.html"),
        (rss("<link>rain.html</link>", "<link>mailto:desk@h.example</link>"), "http://herald.example/feeds/rain.html"),
        (atom("<link href='rain.html'/>", HOME), "http://herald.example/daily/rain.html"),
        (atom("<link href='rain.html'/>"), "http://herald.example/feeds/rain.html"),
        (atom("<link href='rain.html'/>", HOME, " xml:base='http://b.example/x/'"), "http://b.example/x/rain.html"),
        (atom("<link xml:base='http://b.example/y/' href='rain.html'/>", HOME), "http://b.example/y/rain.html"),
        (
            (
                '{"version": "https://jsonfeed.org/version/1.1", "home_page_url": "http://herald.example/daily/",'
                ' "items": [{"id": "1", "url": "rain.html"}]}'
            ),
            "http://herald.example/daily/rain.html",
        ),
    ],
)
def test_a_relative_link_belongs_to_the_home_page_that_the_feed_names(body: str, url: str) -> None:
    assert urls(body) == [url]


@pytest.mark.parametrize(
    "links",
    [
        f"<link rel='alternate' href='/rain'/><link rel='enclosure' type='image/jpeg'>{FILE}</link>",
        f"<link rel='enclosure' type='image/jpeg'>{FILE}</link><link rel='alternate' href='/rain'/>",
        f"<link rel='enclosure' href='{FILE}'/><link href='/rain'/>",
        f"<link href='/rain'/><link rel='related'>{FILE}</link><link rel='self'>{FILE}</link>",
        f"<link rel='alternate' type='text/html'>http://herald.example/rain</link><link rel='via' href='{FILE}'/>",
    ],
)
def test_the_page_comes_before_what_hangs_on_it(links: str) -> None:
    assert urls(atom(links)) == ["http://herald.example/rain"]


def test_an_enclosure_alone_is_better_than_nothing() -> None:
    assert urls(atom(f"<link rel='enclosure'>{FILE}</link>")) == [FILE]


def test_one_page_in_three_spellings_is_one_item() -> None:
    three = "".join(
        f"<item><title>Rain</title><link>http://herald.example/{path}</link></item>"
        for path in ("باران.html", "%D8%A8%D8%A7%D8%B1%D8%A7%D9%86.html", "%d8%a8%d8%a7%d8%b1%d8%a7%d9%86.html#top")
    )
    assert urls(f"<rss version='2.0'><channel>{three}</channel></rss>") == [
        "http://herald.example/%D8%A8%D8%A7%D8%B1%D8%A7%D9%86.html"
    ]
