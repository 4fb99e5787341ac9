"""Which address of an item is its page's, and what it is relative to."""

from datetime import UTC, datetime

import pytest

from reportedly.fetch import announced
from reportedly.records import Exchange, Outcome

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
FEED = "http://herald.example/feeds/news.xml"


def urls(body: str, landed: str | None = None) -> list[str]:
    found = announced(Exchange(FEED, NOW, 200, "OK", (), (), body.encode(), landed), "herald")
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


ELSEWHERE = "https://tidings.example/isle/"


@pytest.mark.parametrize(
    ("inside", "path"),
    [
        ("<link>tidings.example/boat</link>", "boat"),
        ("<link>https:\\\\tidings.example\\boat</link>", "boat"),
        ("<link>http://https://tidings.example/boat</link>", "boat"),
        ("<link>//tidings.example/boat</link>", "boat"),
        ("<link>boat.html</link>", "isle/boat.html"),
        ("<link>#</link><guid>https://tidings.example/boat</guid>", "boat"),
        ("<link>javascript:open(7)</link><guid>https://tidings.example/boat</guid>", "boat"),
        (f"<link>{ELSEWHERE}</link><guid>https://tidings.example/boat</guid>", "boat"),
        (f"<link>{ELSEWHERE}</link>", "isle/"),
        ("<link>/boat</link><link>/boat?print</link>", "boat"),
        ("<link>http://count.example/7</link><x:origLink>https://tidings.example/boat</x:origLink>", "boat"),
    ],
)
def test_an_item_has_the_address_that_was_meant(inside: str, path: str) -> None:
    chan = f"<title>Tidings</title><link>{ELSEWHERE}</link><item><title>Boat</title>{inside}</item>"
    feed = f"<rss version='2.0' xmlns:x='http://www.pheedo.com/namespace/pheedo'><channel>{chan}</channel></rss>"
    found = announced(Exchange("https://feeds.example/1", NOW, 200, "OK", (), (), feed.encode()), "tidings")
    assert not isinstance(found, Outcome)
    assert [item.url for item in found.items] == [f"https://tidings.example/{path}"]


@pytest.mark.parametrize(
    ("links", "path"),
    [
        ("<link rel='alternate' type='application/pdf' href='/a.pdf'/><link type='text/html' href='/a'/>", "/a"),
        ("<link rel='alternate' hreflang='en' href='/en'/><link rel='alternate' hreflang='de' href='/de'/>", "/en"),
        ("<link rel='http://www.iana.org/assignments/relation/alternate' href='/a'/>", "/a"),
    ],
)
def test_of_several_pages_the_first_in_html_is_the_entry_s(links: str, path: str) -> None:
    entry = f"<entry><title>Boat</title><id>urn:1</id>{links}</entry>"
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Tidings</title>{entry}</feed>"
    found = announced(Exchange("https://tidings.example/f", NOW, 200, "OK", (), (), feed.encode()), "tidings")
    assert not isinstance(found, Outcome)
    assert [item.url for item in found.items] == [f"https://tidings.example{path}"]


def test_items_without_an_address_are_told() -> None:
    items = "<item><title>A</title></item><item><title>B</title></item>"
    feed = f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>"
    found = announced(Exchange("https://tidings.example/f", NOW, 200, "OK", (), (), feed.encode()), "tidings")
    assert not isinstance(found, Outcome)
    assert found.note == "2 items without a web address passed over"
