"""When feeds and sitemaps say that articles came out, and what is told of dates that nobody can mean."""

import json
from datetime import UTC, datetime

import pytest

from reportedly.fetch import Announcement, announced
from reportedly.fetch.announcing.dating import Dating
from reportedly.records import Exchange, FeedItem

NOW = datetime(2031, 7, 20, 9, tzinfo=UTC)
MORNING = datetime(2031, 7, 14, 7, 30, tzinfo=UTC)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def found(body: str) -> Announcement:
    exchange = Exchange("http://herald.example/feed", NOW, 200, "OK", (), (), body.encode())
    announcement = announced(exchange, "herald")
    assert isinstance(announcement, Announcement), announcement
    return announcement


def rss(inside: str, more: str = "") -> str:
    return (
        f"<rss version='2.0' {more}><channel><item><link>http://herald.example/a</link>{inside}</item></channel></rss>"
    )


def atom(inside: str) -> str:
    link = "<link href='http://herald.example/a'/>"
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{link}{inside}</entry></feed>"


def only(body: str) -> FeedItem:
    (item,) = found(body).items
    return item


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("Mon, 14 Jul 2031 09:30:00 CEST", MORNING),
        ("Mon, 14 Jul 2031 14:30:00 GMT+7", MORNING),
        ("Mon, 14 Jul 2031 07:30:00", MORNING),
        ("2031/7/14 07:30:00", MORNING),
        ("Mo, 14 Juli 2031 09:30:00 +0200", MORNING),
        ("Mon Jul 14 2031 09:30:00 GMT+0200 (CEST)", MORNING),
        ("1941780600", MORNING),
        ("1941780600000", MORNING),
        ("2031-07-14", MORNING.replace(hour=0, minute=0)),
        ("Mon, 14 Jul 2031 09:30:00 IST", MORNING.replace(hour=0, minute=0)),  # Delhi's, Dublin's or Jerusalem's
        ("Mon, 14 Jul 2031 00:25:00 CEST", datetime(2031, 7, 13, 22, 25, tzinfo=UTC)),
    ],
)
def test_a_feeds_date_is_read_however_it_is_printed(printed: str, moment: datetime) -> None:
    assert only(rss(f"<pubDate>{printed}</pubDate>")).published == moment


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("Mon, 14 Jul 2099 07:30:00 GMT", "later than the day it was seen"),
        ("Wed, 30 Nov -0001 00:00:00 +0000", "before 1990"),
        ("4/7/2031 10:00", "two days"),
        ("any day now", "no date that can be told"),
    ],
)
def test_a_date_that_nobody_can_mean_is_unknown_and_told(printed: str, why: str) -> None:
    announcement = found(rss(f"<pubDate>{printed}</pubDate>"))
    assert announcement.items[0].published is None
    assert announcement.newest is None
    assert announcement.note
    assert announcement.note.startswith(f"1 date stays unknown: '{printed}'")
    assert why in announcement.note


def test_a_jalali_date_is_converted_and_told_and_the_change_stays() -> None:
    body = atom("<published>۱۴۱۰-۰۴-۲۳T۰۷:۳۰:۰۰Z</published><updated>2031-07-15T08:00:00Z</updated>")
    item, note = only(body), found(body).note
    assert (item.published, item.updated) == (MORNING, datetime(2031, 7, 15, 8, tzinfo=UTC))
    assert note
    assert note.startswith("1 date: ")


def test_a_change_is_certain_where_the_publication_is_not() -> None:
    item = only(atom("<published>0001-01-01T00:00:00Z</published><updated>2031-07-15T08:00:00Z</updated>"))
    assert (item.published, item.updated) == (None, datetime(2031, 7, 15, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    ("more", "name"),
    [(DC, "dc:date"), (DC.replace(":dc", ":meta"), "meta:date"), ("", "dc:date"), (DC, "dc:date id='x'")],
)
def test_dublin_cores_date_is_that_of_publication(more: str, name: str) -> None:
    date = f"<{name}>2031-07-14T10:30:00+03:00</{name.split(maxsplit=1)[0]}>"
    assert (only(rss(date, more)).published, only(rss(date, more)).updated) == (MORNING, None)
    dated = only(rss(f"{date}<pubDate>Sun, 13 Jul 2031 10:00:00 GMT</pubDate>", more))
    assert dated.published == datetime(2031, 7, 13, 10, tzinfo=UTC)


def test_a_change_in_rss_is_no_publication() -> None:
    item = only(rss("<a:updated>2031-07-14T07:30:00Z</a:updated>", 'xmlns:a="http://www.w3.org/2005/Atom"'))
    assert (item.published, item.updated) == (None, MORNING)


def test_many_unknown_dates_make_one_note() -> None:
    each = "".join(
        f"<item><link>http://herald.example/{n}</link><pubDate>{2040 + n % 400}-01-01</pubDate></item>"
        for n in range(1_200)
    )
    note = found(f"<rss version='2.0'><channel>{each}</channel></rss>").note
    assert note == "1,200 dates stay unknown: '2040-01-01' is later than the day it was seen, 2031-07-20"


def test_json_feeds_and_sitemaps_pass_the_same_gate() -> None:
    items = [{"url": "/a", "date_published": "14 July 2031 07:30 UTC"}, {"url": "/b", "date_published": "2199-01-01"}]
    feed = found(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert [item.published for item in feed.items] == [MORNING, None]
    assert "1 date stays unknown" in str(feed.note)
    news = "<news:news xmlns:news='x'><news:publication_date>{}</news:publication_date></news:news>"
    urls = "".join(
        f"<url><loc>http://herald.example/{n}</loc>{news.format(date)}</url>"
        for n, date in enumerate(("Sat, 19 Jul 2031 10:00:00 GMT", "2031-07-19T13:00:00+0300", "2199-01-01"))
    )
    sitemap = found(f"<urlset>{urls}</urlset>")
    assert [item.published for item in sitemap.items] == [datetime(2031, 7, 19, 10, tzinfo=UTC)] * 2 + [None]
    assert "1 date stays unknown" in str(sitemap.note)


def test_nothing_is_said_where_all_dates_are_known_or_not_given() -> None:
    dating = Dating(NOW)
    assert dating.moment(None) is None
    assert dating.moment("") is None
    assert dating.moment("2031-07-14T07:30:00Z") == MORNING
    assert dating.note is None


@pytest.mark.parametrize(
    "date",
    [
        "<date>2031-07-14T12:05:09Z</date>",
        "<dcterms:date xmlns:dcterms='http://purl.org/dc/terms/'>2031-07-14T12:05:09Z</dcterms:date>",
        "<d:date xmlns:d='https://purl.org/dc/elements/1.1/'>2031-07-14T12:05:09Z</d:date>",
        "<pubDate>&lt;time datetime=&quot;2031-07-14T12:05:09Z&quot;&gt;Monday&lt;/time&gt;</pubDate>",
    ],
)
def test_publication_by_other_elements(date: str) -> None:
    item = f"<item><link>http://herald.example/1</link>{date}</item>"
    (only,) = found(f"<rss version='2.0'><channel>{item}</channel></rss>").items
    assert (only.published, only.updated) == (datetime(2031, 7, 14, 12, 5, 9, tzinfo=UTC), None)
