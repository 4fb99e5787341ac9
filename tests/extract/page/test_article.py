import json
import re
import time
from datetime import UTC, date, datetime

import msgspec
import pytest

from reportedly.extract import page as html
from reportedly.records import Article, Capture, FeedItem, Outcome, Outlet, Published, Updated
from reportedly.text import Span

URL = "http://herald.example/news/ferries-resume"
HERALD = Outlet(id="herald", name="Tarnow Herald", home="http://herald.example/", languages=("en",))
NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
STORY = (
    "Ferries between Tarnow and Mirel resumed service on Monday after a week of storms, the harbour office said.",
    "The first boat left at dawn with 240 passengers on board, according to Lena Oster, who speaks for the line.",
    "A second boat is expected to join it by the end of the month, once repairs to its engine are finished.",
)
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
COOKIES = (
    "<div id='cookie-banner'><p>We use cookies to improve your visit. By going on you accept our cookies.</p></div>"
)
RELATED = (
    "<div class='related-stories'><h3>Related</h3><ul><li><a href='/x'>Minister visits flooded valley</a></li>"
    "<li><a href='/y'>Harbour budget doubled by council</a></li></ul></div>"
)
FOOTER = "<footer><p>Copyright 2019 Tarnow Herald. All rights reserved. 1 January 2018.</p></footer>"


def page(head: str = "", top: str = "<h1>Ferries resume after storms</h1>", story: tuple[str, ...] = STORY) -> str:
    told = "".join(f"<p>{words}</p>" for words in story)
    return (
        f"<!DOCTYPE html><html><head><title>Ferries resume after storms | Tarnow Herald</title>{head}</head><body>"
        f"{MENU}{COOKIES}<main><article>{top}{told}</article></main>{RELATED}{FOOTER}</body></html>"
    )


def read(
    source: str | bytes, *, url: str = URL, content_type: str = "text/html; charset=utf-8", **more: object
) -> Article | Outcome:
    data = source if isinstance(source, bytes) else source.encode()
    known: dict[str, object] = {"outlet": HERALD, "item": None, "capture": None, **more}
    return html.article(data, url=url, content_type=content_type, **known)  # type: ignore[arg-type]


def article(source: str | bytes, **more: object) -> Article:
    found = read(source, **more)  # type: ignore[arg-type]
    assert isinstance(found, Article), found
    return found


def outcome(source: str | bytes, **more: object) -> str:
    found = read(source, **more)  # type: ignore[arg-type]
    assert isinstance(found, Outcome), found
    assert (found.state, found.url) == ("not_an_article", URL)
    return found.message


def test_the_text_is_headline_and_body_and_nothing_else() -> None:
    found = article(page())
    assert found.text == "Ferries resume after storms\n\n" + "\n".join(STORY)
    assert found.headline == "Ferries resume after storms"
    assert found.title == Span(0, len("Ferries resume after storms"))
    assert found.language == "en"
    assert found.outlet == "herald"
    assert re.fullmatch(r"blocks/\d+\+trafilatura/2\.[\d.]+\+\d+", found.extractor)
    assert found.published is None


def test_the_same_page_is_the_same_article() -> None:
    assert article(page()) == article(page())


def test_the_capture_is_named() -> None:
    capture = Capture("c1", URL, NOW, 200, "text/html", "0" * 64, 1, "a.warc.gz", 0)
    assert article(page(), capture=capture).capture == "c1"
    gone = read(b"", capture=capture)
    assert isinstance(gone, Outcome)
    assert gone.at == NOW


# -- headline ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "top", "expected"),
    [
        ("<meta property='og:title' content='Ferries resume - Tarnow Herald'>", "", "Ferries resume"),
        (
            "<meta property='og:title' content='Ferries are back'>",
            "<h1>Ferries resume after storms</h1>",
            "Ferries resume after storms",
        ),
        ("<meta property='og:title' content='Boats are back'>", "<h1>World</h1>", "Boats are back"),
        ("<meta property='og:title' content='Tarnow Herald: Ferries resume'>", "", "Tarnow Herald: Ferries resume"),
        ("", "<h1>Tarnow Herald</h1><h1>Ferries resume after storms</h1>", "Ferries resume after storms"),
        ("", "<h1>Tarnow Herald</h1>", "Ferries resume after storms"),
        ("", "", "Ferries resume after storms"),
        ("", "<h1>Ferries \n resume&nbsp;after   storms</h1>", "Ferries resume after storms"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats"}</script>', "", "Boats"),
    ],
)
def test_the_headline_is_the_articles_own(head: str, top: str, expected: str) -> None:
    found = article(page(head, top))
    assert found.headline == expected
    assert found.text.startswith(f"{found.headline}\n\n{STORY[0]}")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<title><meta charset='utf-8'>Boats sail again</title>", "Boats sail again"),
        ("<title>Boats <b>sail</b> again&lt;br&gt;</title>", "Boats sail again"),
        (
            "<meta property='og:title' content='&lt;em&gt;Boats&lt;/em&gt; sail &amp;quot;again&amp;quot;'>",
            'Boats sail "again"',
        ),
        ("<title>Profits &lt; 5 and &gt; 3</title>", "Profits < 5 and > 3"),
    ],
)
def test_markup_in_a_title_is_no_headline(head: str, expected: str) -> None:
    told = "".join(f"<p>{words}</p>" for words in STORY)
    found = article(f"<html><head>{head}</head><body><article>{told}</article></body></html>")
    assert found.headline == expected


def test_a_page_without_any_title_takes_the_feeds() -> None:
    bare = f"<html><body><article>{''.join(f'<p>{words}</p>' for words in STORY)}</article></body></html>"
    assert article(bare, item=FeedItem(URL, "herald", "Ferries, says the feed")).headline == "Ferries, says the feed"
    untitled = article(bare)
    assert (untitled.headline, untitled.title) == (None, None)
    assert untitled.text == "\n".join(STORY)


# -- dates ------------------------------------------------------------------------------------------------------------


def linked(**entry: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(entry)}</script>'


def out(found: Article) -> Published | None:
    """The day it came out, without the moment on it."""
    return msgspec.structs.replace(found.published, at=None) if found.published else None


def day(told: str, basis: str) -> Published:
    return Published(date.fromisoformat(told), date.fromisoformat(told), basis)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (linked(**{"@type": "NewsArticle", "datePublished": "2024-06-02T23:30:00+05:00"}), "2024-06-02"),
        (linked(**{"@graph": [{"@type": ["Article"], "datePublished": "2024-06-02"}]}), "2024-06-02"),
        (linked(**{"@type": "NewsArticle", "dateModified": "2024-06-02"}), None),
        (
            linked(**{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2020-01-01"}]}),
            None,
        ),
        (linked(**{"@type": "NewsArticle", "datePublished": "2024-13-40"}), None),
        ("<meta property='article:published_time' content='2024-06-02T01:00:00Z'>", "2024-06-02"),
        ("<meta property='article:modified_time' content='2024-06-02T01:00:00Z'>", None),
        ("<meta name='pubdate' content='Sun, 02 Jun 2024 10:00:00 +0500'>", "2024-06-02"),
        ("<meta name='date' content='June 2, 2024'>", "2024-06-02"),
        ("<meta name='date' content='2024'>", None),
        ("<meta name='date' content='06/02/2024'>", None),
        ("<script type='application/ld+json'>{not json</script>", None),
        ("", None),
    ],
)
def test_the_page_says_when_it_came_out(head: str, expected: str | None) -> None:
    assert out(article(page(head))) == (day(expected, "page") if expected else None)


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("<time datetime='2024-06-02T08:00'>2 June</time>", "2024-06-02"),
        (
            "<time class='entry-date published' datetime='2024-06-02'>x</time><time datetime='2024-06-03'>y</time>",
            "2024-06-02",
        ),
        ("<time datetime='2024-06-02'>x</time><time datetime='2024-06-03'>y</time>", None),
        ("<time class='updated' datetime='2024-06-02'>x</time>", None),
        ("<span itemprop='datePublished' content='2024-06-02'>Sunday</span>", "2024-06-02"),
        ("<p>Sunday, 2 June 2024</p>", None),
        ("<p>Last updated: 2024-06-02</p>", None),
    ],
)
def test_only_a_marked_time_counts(mark: str, expected: str | None) -> None:
    found = article(page(top=f"<h1>Ferries resume after storms</h1>{mark}"))
    assert out(found) == (day(expected, "page") if expected else None)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://h.example/2024/06/02/ferries", "2024-06-02"),
        ("http://h.example/news/2024-6-2-ferries.html", "2024-06-02"),
        ("http://h.example/a_20240602_x", "2024-06-02"),
        ("http://h.example/2024/06/ferries", None),
        ("http://h.example/story/1202406021", None),
        ("http://h.example/2024/02/31/x", None),
        ("http://h.example/x?d=2024-06-02", None),
    ],
)
def test_a_full_date_in_the_url_counts(url: str, expected: str | None) -> None:
    assert article(page(), url=url).published == (day(expected, "url") if expected else None)


def test_witnesses_in_order() -> None:
    head = linked(**{"@type": "NewsArticle", "datePublished": "2024-06-02"})
    url = "http://h.example/2024/06/01/a"
    same = FeedItem(url, "herald", published=datetime(2024, 6, 2, 8, tzinfo=UTC))
    evening = FeedItem(url, "herald", published=datetime(2024, 6, 1, 22, tzinfo=UTC))
    later = FeedItem(url, "herald", published=datetime(2024, 6, 9, tzinfo=UTC))
    updated = FeedItem(url, "herald", updated=datetime(2024, 6, 9, tzinfo=UTC))
    assert out(article(page(head), url=url, item=same, given_date=date(2024, 5, 5))) == day("2024-05-05", "given")
    assert out(article(page(head), url=url, item=same)) == day("2024-06-02", "feed")
    assert out(article(page(head), url=url, item=evening)) == day("2024-06-02", "page")
    assert out(article(page(head), url=url, item=later)) == day("2024-06-09", "feed")
    assert out(article(page(head), url=url, item=updated)) == day("2024-06-02", "page")
    assert article(page(), url=url).published == day("2024-06-01", "url")


def test_the_moment_is_kept_where_its_time_zone_is_told() -> None:
    def moment(told: str) -> datetime | None:
        found = article(page(linked(**{"@type": "NewsArticle", "datePublished": told}))).published
        assert found is not None
        return found.at

    assert moment("2024-06-02T23:30:00+05:00") == datetime(2024, 6, 2, 18, 30, tzinfo=UTC)
    assert moment("2024-06-02T23:30:00") is None
    assert moment("2024-06-02") is None
    midnight = FeedItem(URL, "herald", published=datetime(2024, 6, 2, tzinfo=UTC))
    assert article(page(), item=midnight).published == day("2024-06-02", "feed")


# -- changes ----------------------------------------------------------------------------------------------------------


def changed(told: str, basis: str, at: str | None = None) -> Updated:
    moment = datetime.fromisoformat(at).astimezone(UTC) if at else None
    return Updated(date.fromisoformat(told), date.fromisoformat(told), basis, moment)  # type: ignore[arg-type]


def dated(out: str, modified: str) -> str:
    return linked(**{"@type": "NewsArticle", "datePublished": out, "dateModified": modified})


NINE = "2024-06-02T09:00:00+02:00"
TEN = "2024-06-02T10:00:00+02:00"
SEEN = Capture(
    "c1", URL, datetime(2024, 6, 3, 12, tzinfo=UTC), 200, "text/html", sha256="0", length=1, warc="w", offset=0
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (dated(NINE, TEN), changed("2024-06-02", "page", TEN)),
        (dated("2024-06-01", "2024-06-02"), changed("2024-06-02", "page")),
        (dated("2024-06-02T09:00:00", "2024-06-02T10:00:00"), changed("2024-06-02", "page")),
        (f"<meta property='article:modified_time' content='{TEN}'>", changed("2024-06-02", "page", TEN)),
        (f"<meta property='og:updated_time' content='{TEN}'>", changed("2024-06-02", "page", TEN)),
        (dated(TEN, TEN), None),
        (dated(TEN, NINE), None),
        (dated("2024-06-02", "2024-06-02"), None),
        (dated("2024-06-02", TEN), None),
        (dated(NINE, "2024-06-30T10:00:00Z"), None),
        (dated(NINE, "yesterday"), None),
        ("", None),
    ],
)
def test_the_page_says_when_it_was_changed(head: str, expected: Updated | None) -> None:
    assert article(page(head), capture=SEEN).updated == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (f"<time class='updated' datetime='{TEN}'>10:00</time>", changed("2024-06-02", "page", TEN)),
        (f"<time itemprop='dateModified' datetime='{TEN}'>10:00</time>", changed("2024-06-02", "page", TEN)),
        ("<span itemprop='dateModified' content='2024-06-02'>Sunday</span>", changed("2024-06-02", "page")),
        (
            f"<time class='published' datetime='{NINE}'></time><time class='updated' datetime='{TEN}'></time>",
            changed("2024-06-02", "page", TEN),
        ),
        (f"<time class='entry-date published updated' datetime='{TEN}'>10:00</time>", None),
        (
            "<time class='updated' datetime='2024-06-02'></time><time class='updated' datetime='2024-06-01'></time>",
            None,
        ),
    ],
)
def test_a_marked_time_says_when_it_was_changed(mark: str, expected: Updated | None) -> None:
    assert article(page(top=f"<h1>Ferries resume after storms</h1>{mark}"), capture=SEEN).updated == expected


def test_the_page_knows_better_than_its_feed_when_it_was_changed() -> None:
    first, then, later = (datetime(2024, 6, 3, hour, tzinfo=UTC) for hour in (8, 10, 13))

    def item(updated: datetime, published: datetime | None = first) -> FeedItem:
        return FeedItem(URL, "herald", published=published, updated=updated)

    by_feed = changed("2024-06-03", "feed", "2024-06-03T10:00:00Z")
    assert article(page(), capture=SEEN, item=item(then)).updated == by_feed
    assert article(page(), capture=SEEN, item=item(then, None)).updated == by_feed
    assert article(page(dated(NINE, TEN)), capture=SEEN, item=item(then)).updated == changed("2024-06-02", "page", TEN)
    assert article(page(dated(TEN, TEN)), capture=SEEN, item=item(then)).updated is None
    assert article(page(), capture=SEEN, item=item(first)).updated is None
    assert article(page(), capture=SEEN, item=item(later)).updated is None, "announced after the page was taken"


# -- byline -----------------------------------------------------------------------------------------------------------


def test_a_byline_is_its_words_in_the_text() -> None:
    head = "<meta name='author' content='Mara Quill'>"
    found = article(page(head, story=("By Mara Quill", *STORY)))
    assert found.byline is not None
    assert found.byline.of(found.text) == "By Mara Quill"


def test_an_author_the_text_does_not_name_is_no_byline() -> None:
    assert article(page("<meta name='author' content='Mara Quill'>")).byline is None


# -- charsets and scripts ---------------------------------------------------------------------------------------------

PERSIAN = (
    "قایق‌های مسافربری میان دو بندر پس از یک هفته توفان روز دوشنبه کار خود را از سر گرفتند، دفتر بندر گفت.",
    "سخنگوی شرکت گفت نخستین قایق سپیده‌دم با دویست و چهل مسافر حرکت کرد و هوا آرام بود.",
    "انتظار می‌رود قایق دوم تا پایان ماه پس از تعمیر موتور به آن بپیوندد.",
)
RUSSIAN = (
    "Паромы между двумя портами возобновили движение в понедельник после недели штормов, сообщило управление порта.",
    "Первое судно вышло на рассвете с двумястами сорока пассажирами на борту, рассказала представитель компании.",
)


def test_a_right_to_left_page_keeps_its_order() -> None:
    found = article(page("<meta charset='utf-8'>", "<h1>قایق‌ها بازگشتند</h1>", PERSIAN))
    assert found.headline == "قایق‌ها بازگشتند"
    assert found.text == "قایق‌ها بازگشتند\n\n" + "\n".join(PERSIAN)
    assert found.language == "fa"


@pytest.mark.parametrize(
    ("charset", "content_type", "declared"),
    [
        ("windows-1251", "text/html; charset=windows-1251", ""),
        ("windows-1251", "text/html", "<meta charset='windows-1251'>"),
        ("koi8-r", "text/html", "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>"),
        ("windows-1251", "text/html", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html", "<meta charset='windows-1251'>"),
        ("utf-16", "text/html", ""),
        ("utf-8", "text/html; charset=no-such-charset", ""),
    ],
)
def test_any_charset_declared_or_not_or_wrongly(charset: str, content_type: str, declared: str) -> None:
    source = page(declared, "<h1>Паромы вернулись</h1>", RUSSIAN).encode(charset)
    found = article(source, content_type=content_type)
    assert found.text == "Паромы вернулись\n\n" + "\n".join(RUSSIAN)
    assert found.language == "ru"


# -- pages without an article -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "content_type", "words"),
    [
        (b"", "text/html", "empty"),
        (b" \n", "text/html", "empty"),
        (b"%PDF-1.7 ...", "application/pdf", "application/pdf"),
        (b"%PDF-1.7 ...", "text/html", "PDF"),
        (b"\x00\x01\x02" * 100, "text/html", "not text"),
        (page(story=("Short.",)).encode(), "text/html", "too little running text"),
        (f"<html><body>{MENU}{COOKIES}{FOOTER}</body></html>".encode(), "text/html", "no article"),
        (page(story=(STORY[0] * 12_000,)).encode(), "text/html", "no article has"),
        (b"<html><body><p>Please enable JavaScript to go on.</p></body></html>", "text/html", "JavaScript"),
    ],
)
def test_a_page_without_an_article_says_why(source: bytes, content_type: str, words: str) -> None:
    assert words in outcome(source, content_type=content_type)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 200_000,
        "<div>" * 90_000 + STORY[0],
        "<b>" * 90_000,
        "<table><tr><td>" * 30_000,
        "<ul><li>" * 40_000,
        "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">",
        "<" * 100_000,
        "<!--" * 20_000,
        "<a " * 90_000,
        "&" * 1_000_000,
        " " * 3_000_000,
        "<script type='application/ld+json'>" + "[" * 90_000 + "</script>",
        "<script type='application/ld+json'>" + '{"@type":"Article","author":' * 20_000 + "</script>",
        "<h1>" * 5000 + "<time datetime='2024-01-01'>" * 5000,
        "\x00\x00<p>\x00",
    ],
    ids=lambda bomb: f"{bomb[:12]!r} x {len(bomb)}",
)
def test_a_bomb_ends_as_an_outcome_or_an_article(bomb: str) -> None:
    began = time.monotonic()
    whole = f"<html><head><title>Bomb</title></head><body>{bomb}<p>{'</p><p>'.join(STORY)}</p></body></html>"
    assert isinstance(read(whole), Article | Outcome)
    assert time.monotonic() - began < 15
