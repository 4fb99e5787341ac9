from datetime import UTC, datetime

import pytest

from reportedly.fetch import announced
from reportedly.records import Exchange, FeedItem, Outcome

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
FEED = "http://herald.example/news/feed.xml"


def exchange(body: bytes | str, content_type: str = "application/xml", landed: str | None = None) -> Exchange:
    data = body.encode() if isinstance(body, str) else body
    return Exchange(FEED, NOW, 200, "OK", (), (("Content-Type", content_type),), data, landed)


def items(body: bytes | str, content_type: str = "application/xml") -> tuple[FeedItem, ...]:
    found = announced(exchange(body, content_type), "herald")
    assert not isinstance(found, Outcome), found
    return found.items


def outcome(body: bytes | str, content_type: str = "text/html") -> Outcome:
    found = announced(exchange(body, content_type), "herald")
    assert isinstance(found, Outcome)
    assert (found.url, found.at, found.state) == (FEED, NOW, "failed")
    return found


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title><link>http://herald.example/</link>
<item><title>Ferries resume &amp;amp; fares rise</title><link>http://herald.example/a?id=3&amp;utm_source=rss</link>
<pubDate>Mon, 03 Jun 2024 13:30:00 +0500</pubDate></item>
<item><title><![CDATA[<b>Minister</b> to visit Tarnow]]></title><link>/b#top</link></item>
<item><title>No link, but a permanent id</title><guid>http://herald.example/c</guid></item>
<item><title>Again</title><link>http://herald.example/a?id=3</link></item>
<item><title>Nowhere</title></item>
<item><link>javascript:alert(1)</link></item>
</channel></rss>"""


def test_rss() -> None:
    first, second, third = items(RSS)
    assert first == FeedItem(
        url="http://herald.example/a?id=3",
        outlet="herald",
        title="Ferries resume & fares rise",
        published=datetime(2024, 6, 3, 8, 30, tzinfo=UTC),
        seen_at=NOW,
    )
    assert (second.url, second.title) == ("http://herald.example/b", "Minister to visit Tarnow")
    assert (second.published, second.updated) == (None, None)
    assert third.url == "http://herald.example/c"


def test_atom_keeps_both_dates_apart() -> None:
    (item,) = items(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>H</title><entry>
        <title type="html">A &amp;lt;i&amp;gt;B</title>
        <link rel="enclosure" href="http://herald.example/a.mp3"/><link rel="alternate" href="../story"/><id>tag:1</id>
        <published>2024-06-01T23:30:00+02:00</published><updated>2024-06-03T01:00:00Z</updated></entry></feed>"""
    )
    assert item.url == "http://herald.example/story"
    assert item.published == datetime(2024, 6, 1, 21, 30, tzinfo=UTC)
    assert item.updated == datetime(2024, 6, 3, 1, tzinfo=UTC)


def test_an_update_is_never_taken_for_the_publication() -> None:
    (item,) = items(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="http://herald.example/a"/>'
        "<updated>2024-06-03T01:00:00Z</updated></entry></feed>"
    )
    assert item.published is None
    assert item.updated is not None


def test_a_feed_in_another_charset_and_script() -> None:
    feed = (
        '<?xml version="1.0" encoding="windows-1256"?><rss version="2.0"><channel><item><title>گفتگو در ترنو</title>'
        "<link>http://herald.example/fa</link></item></channel></rss>"
    )
    words = feed.replace("گفتگو در ترنو", "وزير الخارجية")
    (item,) = items(words.encode("windows-1256"), "text/xml")
    assert item.title == "وزير الخارجية"


def test_a_title_keeps_its_joiners() -> None:
    (item,) = items(
        "<rss version='2.0'><channel><item><title>قایق‌ها\n بازگشتند</title>"
        "<link>http://herald.example/fa</link></item></channel></rss>"
    )
    assert item.title == "قایق‌ها بازگشتند"


def test_a_quiet_feed_has_no_items() -> None:
    assert items('<rss version="2.0"><channel><title>Herald</title></channel></rss>') == ()


def test_a_broken_entry_does_not_take_the_others_along() -> None:
    found = items(
        '<rss version="2.0"><channel><item><title>A & B</title><link>http://herald.example/a</link></item>'
        "<item><title>C</title><link>http://herald.example/c</link><pubDate>yesterday</pubDate></item>"
    )
    assert [item.url for item in found] == ["http://herald.example/a", "http://herald.example/c"]
    assert found[1].published is None


def test_links_are_relative_to_where_the_feed_was_found() -> None:
    feed = '<rss version="2.0"><channel><item><link>a</link></item></channel></rss>'
    found = announced(exchange(feed, landed="http://www.herald.example/rss/all"), "herald")
    assert not isinstance(found, Outcome)
    assert found.items[0].url == "http://www.herald.example/rss/a"


def test_a_page_instead_of_a_feed_names_the_feed() -> None:
    told = outcome(
        '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>'
    ).message
    assert "HTML page, not a feed" in told
    assert "http://herald.example/rss" in told


@pytest.mark.parametrize(
    ("body", "content_type", "words"),
    [
        (b"", "application/rss+xml", "the feed is empty"),
        (b" \n ", "application/rss+xml", "the feed is empty"),
        (b"<html><body>404</body></html>", "text/html", "the page names none"),
        (
            b'{"version": "https://jsonfeed.org/version/1"}',
            "application/json",
            "without a JSON Feed's version and items",
        ),
        (b'{"version": ', "application/json", "begins like JSON but is none"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "image/png", "image/png"),
        (b"The feed has moved.", "text/plain", "The feed has moved."),
        (b'<?xml version="1.0"?><other/>', "text/xml", "not a feed"),
    ],
)
def test_what_is_no_feed_is_told(body: bytes, content_type: str, words: str) -> None:
    assert words in outcome(body, content_type).message


def test_entities_that_multiply_do_no_harm() -> None:
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 20 if i else "ha"}">' for i in range(12))
    found = announced(exchange(f"<?xml version='1.0'?><!DOCTYPE x [{bomb}]><rss><channel>&a11;</channel></rss>"), "h")
    assert isinstance(found, Outcome)
    assert "multiply" in found.message


def test_a_feed_opens_no_file() -> None:
    (item,) = items(
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss version='2.0'>"
        "<channel><item><title>a&f;b</title><link>http://herald.example/a</link></item></channel></rss>"
    )
    assert item.title is not None
    assert item.title.replace("&f;", "").replace(" ", "") == "ab"


@pytest.mark.parametrize("version", ["0.91", "0.92", "2.0"])
def test_each_rss(version: str) -> None:
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    )
    found = items(
        f"<?xml version='1.0'?>{doctype}<rss version='{version}'><channel><title>H</title><item><title>Rain</title>"
        "<link>http://herald.example/rain</link></item></channel></rss>"
    )
    assert [(item.url, item.title) for item in found] == [("http://herald.example/rain", "Rain")]


@pytest.mark.parametrize("space", ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"])
def test_rdf(space: str) -> None:
    (item,) = items(
        f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{space}"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>H</title></channel>
        <item rdf:about="x"><title>Rain</title><link>http://herald.example/rain</link>
        <dc:date>2024-06-03T08:00:00+04:30</dc:date></item></rdf:RDF>"""
    )
    assert item.url == "http://herald.example/rain"
    assert (item.published or item.updated) == datetime(2024, 6, 3, 3, 30, tzinfo=UTC)


JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Herald", "language": "en",
 "home_page_url": "http://herald.example/", "items": [
 {"id": "1", "url": "/a?utm_source=feed", "title": "Ferries resume", "date_published": "2024-06-03T13:30:00+05:00"},
 {"id": "http://herald.example/b", "content_text": "No title"}, {"id": "3"}, "odd", null,
 {"id": "4", "external_url": "http://wire.example/c", "date_published": "yesterday"}]}"""


def test_json_feed() -> None:
    found = announced(exchange(JSON, "application/feed+json"), "herald")
    assert not isinstance(found, Outcome)
    assert (found.kind, found.title, found.home, found.language) == ("feed", "Herald", "http://herald.example/", "en")
    first, second, third = found.items
    assert (first.url, first.title) == ("http://herald.example/a", "Ferries resume")
    assert first.published == datetime(2024, 6, 3, 8, 30, tzinfo=UTC)
    assert (second.url, second.title) == ("http://herald.example/b", None)
    assert (third.url, third.published) == ("http://wire.example/c", None)


def test_what_a_feed_says_of_itself() -> None:
    found = announced(exchange(RSS), "herald")
    assert not isinstance(found, Outcome)
    assert (found.kind, found.title, found.home) == ("feed", "Herald", "http://herald.example/")
    assert found.newest == datetime(2024, 6, 3, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(("charset", "declared"), [("cp037", "IBM037"), ("cp500", "cp500"), ("cp037", "no-such")])
def test_a_mainframes_letters(charset: str, declared: str) -> None:
    feed = f"<?xml version='1.0' encoding='{declared}'?><rss version='2.0'><channel><item><title>Ferry [lost]!</title>"
    (item,) = items(
        f"{feed}<link>http://herald.example/a</link></item></channel></rss>".replace("'", '"').encode(charset)
    )
    assert item.title == "Ferry [lost]!"


def test_wide_letters_with_a_mark_for_either_order() -> None:
    text = "<rss version='2.0'><channel><item><title>Żuraw</title><link>http://herald.example/a</link></item></channel></rss>"
    for charset in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        (item,) = items(f"\ufeff{text}".encode(charset))
        assert item.title == "Żuraw"


@pytest.mark.parametrize(
    ("title", "shown"),
    [("H&N at K&S, T&", "H&N at K&S, T&"), ("Caf&eacute; &mdash; &unheard;", "Café — &unheard;"), ("1 < 2", "1 < 2")],
)
def test_marks_that_stand_for_themselves(title: str, shown: str) -> None:
    (item,) = items(
        f"<rss version='2.0'><channel><item><title>{title}</title><link>http://herald.example/a?x=1&y=2</link></item>"
        "</channel></rss>"
    )
    assert (item.title, item.url) == (shown, "http://herald.example/a?x=1&y=2")


WORDS = "وزير الخارجية يزور العاصمة غدا ويلتقي نظيره"


@pytest.mark.parametrize(
    ("really", "declared", "served"),
    [
        ("utf-8", "utf-8", "text/xml"),
        ("utf-8", None, "application/rss+xml"),
        ("utf-8", "windows-1256", "text/xml"),
        ("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1"),
        ("utf-8-sig", "utf-8", "text/xml"),
        ("utf-16", "utf-16", "text/xml"),
        ("utf-16-le", "utf-16", "text/xml"),
        ("utf-16-be", None, "text/xml"),
        ("utf-16-le", "utf-8", "text/xml; charset=utf-8"),
        ("utf-32", "utf-32", "text/xml"),
        ("utf-32-le", "utf-32", "text/xml"),
        ("utf-32-be", "iso-8859-1", "text/xml"),
        ("windows-1256", "windows-1256", "text/xml; charset=utf-8"),
        ("windows-1256", None, "text/xml; charset=windows-1256"),
        ("windows-1256", "utf-8", "text/xml; charset=utf-8"),
        ("windows-1256", "iso-8859-1", "text/xml"),
        ("windows-1256", None, "text/xml"),
        ("windows-1256", "no-such-charset", "text/xml; charset=none"),
    ],
)
def test_charsets_declared_undeclared_and_wrong(really: str, declared: str | None, served: str) -> None:
    said = f' encoding="{declared}"' if declared else ""
    item = f"<item><title>{WORDS}</title><link>http://herald.example/a</link></item>"
    feed = f"<?xml version='1.0'{said}?><rss version='2.0'><channel>{item}</channel></rss>".replace("'", '"')
    (found,) = items(feed.encode(really), served)
    assert found.title == WORDS


def test_a_plain_entity_is_no_attack() -> None:
    (item,) = items(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss version="2.0"><channel><item>'
        "<title>Rain&nbsp;falls</title><link>http://herald.example/a</link></item></channel></rss>"
    )
    assert item.title == "Rain falls"


@pytest.mark.parametrize(
    "bomb", ['<!ENTITY a "ha"><!ENTITY b "&a;&a;">', f'<!ENTITY a "{"ha" * 5000}">', '<!ENTITY % p "%q;">']
)
def test_entities_made_to_multiply_are_refused_in_sitemaps_too(bomb: str) -> None:
    text = (
        f'<?xml version="1.0"?><!DOCTYPE x [{bomb}]><urlset><url><loc>http://herald.example/a&b;</loc></url></urlset>'
    )
    assert "multiply" in outcome(text, "text/xml").message
