"""What parsers of others stumble over: the feed is read all the same, or its outcome says why not."""

from datetime import UTC, datetime

import feedparser
import pytest

from reportedly.fetch import Announcement, announced
from reportedly.fetch.announcing import linkpage, sitemaps
from reportedly.records import Exchange, Outcome
from reportedly.text import squeezed

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "gml": "http://www.opengis.net/gml",
        "georss": "http://www.georss.org/georss",
        "media": "http://search.yahoo.com/mrss/",
        "itunes": "http://www.itunes.com/DTDs/PodCast-1.0.dtd",
        "psc": "http://podlove.org/simple-chapters",
        "cc": "http://backend.userland.com/creativeCommonsRssModule",
    }.items()
)


def told(body: str, content_type: str = "text/xml") -> Announcement | Outcome:
    at = datetime(2024, 6, 3, 12, tzinfo=UTC)
    return announced(
        Exchange("http://h.example/feed", at, 200, "OK", (), (("Content-Type", content_type),), body.encode()), "h"
    )


def feed(inside: str, title: str = "Ferry lost") -> str:
    item = f"<item><title>{title}</title>{inside}<link>http://h.example/a</link></item>"
    return f'<rss version="2.0" {SPACES}><channel><title>H</title>{item}</channel></rss>'


@pytest.mark.parametrize(
    "inside",
    [
        "<description>Smoke &#55356;&#57119; in the port</description>",
        "<description>&#xD83C;</description>",
        "<description>&#123456789012345678;</description>",
        "<description>&#xFFFFFFFFFFFF;</description>",
        '<gml:Point srsName="EPSG:none"><gml:pos>1 2</gml:pos></gml:Point>',
        "<gml:pos>1 2</gml:pos>",
        "<gml:posList>1</gml:posList>",
        "<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>x</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>",
        "<georss:point></georss:point><georss:line>north</georss:line><georss:box>1,2</georss:box>",
        "<media:rating/><media:credit/><media:thumbnail></media:thumbnail><media:player></media:player>",
        "<itunes:keywords/><itunes:image/><itunes:explicit>?</itunes:explicit>",
        "<psc:chapters><psc:chapter/></psc:chapters>",
        '<psc:chapters><psc:chapter start="late"/></psc:chapters>',
        "<cc:license></cc:license><cc:license/>",
        "<category/><tags/><source/>",
    ],
)
def test_what_is_not_read_anyway_does_no_harm(inside: str) -> None:
    found = told(feed(inside))
    assert isinstance(found, Announcement), found
    assert [(item.url, item.title) for item in found.items] == [("http://h.example/a", "Ferry lost")]


@pytest.mark.parametrize(
    "error", [AssertionError(), RecursionError(), UnicodeError("x"), OverflowError("x"), KeyError(7)]
)
def test_a_feed_over_which_the_parser_breaks_down_has_an_outcome(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(feedparser, "parse", broken)
    found = told(feed(""))
    assert isinstance(found, Outcome)
    assert (found.state, found.message.split(":")[0]) == ("failed", "the feed cannot be parsed")


def test_what_a_parser_breaks_down_over_is_left_out_first(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = feedparser.parse

    def picky(file: object, **options: object) -> object:
        text = file.getvalue()  # type: ignore[attr-defined]
        if b"odd:" in text:
            raise IndexError
        return whole(file, **options)

    monkeypatch.setattr(feedparser, "parse", picky)
    found = told(feed("<odd:thing at='x'>1<odd:inner/></odd:thing>"))
    assert isinstance(found, Announcement)
    assert [(item.url, item.title) for item in found.items] == [("http://h.example/a", "Ferry lost")]


def test_a_sitemap_gives_what_stands_before_its_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = squeezed
    urls = "".join(f"<url><loc>http://h.example/{n}</loc><lastmod>2024-06-03</lastmod></url>" for n in range(5))
    seen: list[object] = []

    def breaks(text: str) -> str:
        seen.append(text)
        if len(seen) > 9:
            raise UnicodeDecodeError("utf-8", b"\xed", 0, 1, "no")
        return whole(text)

    monkeypatch.setattr(sitemaps, "squeezed", breaks)
    found = told(f"<urlset>{urls}</urlset>")
    assert isinstance(found, Announcement)
    assert [item.url for item in found.items] == [f"http://h.example/{n}" for n in range(3)]


def test_a_page_over_which_the_parser_breaks_down_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise SystemError

    monkeypatch.setattr(linkpage, "document_fromstring", broken)
    assert linkpage.parsed("<p>x</p>") is None


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Smoke &#55356;&#57119; in port", "Smoke \U0001f31f in port"),
        ("Smoke &#55356; in port", "Smoke \ufffd in port"),
    ],
)
def test_half_characters_in_titles(title: str, shown: str) -> None:
    news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    date = "<news:publication_date>2024-06-03</news:publication_date>"
    sitemap = f"<urlset {news}><url><loc>http://h.example/a</loc><news:news>{date}<news:title>{title}</news:title></news:news></url></urlset>"
    half = '{"version": "https://jsonfeed.org/version/1", "items": [{"url": "/a", "title": "Smoke \\ud83c in port"}]}'
    for body in (feed("", title), feed("", f"<![CDATA[{title}]]>"), sitemap):
        found = told(body)
        assert isinstance(found, Announcement)
        assert [item.title for item in found.items] == [shown]
    found = told(half, "application/json")
    assert isinstance(found, Announcement)
    assert [item.title for item in found.items] == ["Smoke \ufffd in port"]
