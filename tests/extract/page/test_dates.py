"""When a page came out: which of its words are believed, and what is said of those that are not."""

import json
from datetime import UTC, date, datetime

import pytest

from reportedly.extract import page as html
from reportedly.records import Article, Capture, FeedItem, Published
from tests.extract.ferries import HERALD, LEAD, MORE, URL, linked, page

SEEN = datetime(2031, 7, 20, 9, tzinfo=UTC)
DAY = date(2031, 7, 14)
CAPTURE = Capture("c1", URL, SEEN, 200, "text/html", "0" * 64, 1, "a.warc.gz", 0)


def extracted(head: str = "", url: str = URL, item: FeedItem | None = None) -> tuple[Article, tuple[str, ...]]:
    found = html.extracted(
        page((LEAD, *MORE), head), url=url, outlet=HERALD, content_type="text/html", item=item, capture=CAPTURE
    )
    assert isinstance(found.article, Article)
    return found.article, found.notes


def day(head: str, url: str = URL, item: FeedItem | None = None) -> date | None:
    published = extracted(head, url, item)[0].published
    return published.start if published else None


def block(*objects: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(objects[0] if len(objects) == 1 else objects)}</script>'


def raw(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "words",
    [
        "Mon Jul 14 19:20:36 CEST 2031",
        "2031-7-14 22:17:36",
        "2031-7-14T23:57:00",
        "14.07.2031, 07:00:03",
        "14.7.2031",
        "July 14, 2031 7:20 PM EDT",
        "Monday, July 14, 2031",
        "14th July 2031",
        "2031/07/14 19:20",
        "07/14/2031 7:20 PM",
        "lundi 14 juillet 2031",
        "1941780600",
        "1941780600000",
    ],
)
def test_a_pages_date_is_read_however_it_is_printed(words: str) -> None:
    assert day(linked(datePublished=words)) == DAY
    assert day(f"<meta property='article:published_time' content='{words}'>") == DAY


def test_a_moment_keeps_its_zone() -> None:
    assert extracted(linked(datePublished="Mon Jul 14 19:20:36 CEST 2031"))[0].published == Published(
        DAY, DAY, "page", datetime(2031, 7, 14, 17, 20, 36, tzinfo=UTC)
    )


@pytest.mark.parametrize("value", [1_941_780_600, ["2031-07-14"], {"@type": "Date", "@value": "2031-07-14"}])
def test_a_date_may_be_a_number_a_list_or_have_its_type_beside_it(value: object) -> None:
    assert day(linked(datePublished=value)) == DAY


# -- the gate ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("2099-07-14", "later than"),
        ("1271-04-23", "before 1990"),
        ("0001-01-01T00:00:00+05:00", "before 1990"),
        ("3/4/2031", "two"),
    ],
)
def test_a_date_that_nobody_can_mean_is_unknown_and_told(words: str, why: str) -> None:
    article, (note,) = extracted(linked(datePublished=words))
    assert article.published is None
    assert note.startswith(f"the day it came out stays unknown: '{words}'")
    assert why in note


def test_the_next_word_of_the_page_is_believed_where_the_first_cannot_be() -> None:
    article, notes = extracted(
        linked(datePublished="2099-01-01") + "<meta property='article:published_time' content='2031-07-14'>"
    )
    assert article.published == Published(DAY, DAY, "page")
    assert notes == ()


@pytest.mark.parametrize("moment", [datetime(2099, 1, 1, tzinfo=UTC), datetime(1410, 4, 23, 7, tzinfo=UTC)])
def test_the_page_is_believed_where_its_feed_cannot_be(moment: datetime) -> None:
    item = FeedItem(URL, "herald", published=moment)
    assert day(linked(datePublished="2031-07-14"), item=item) == DAY
    article, (note,) = extracted(item=item)
    assert article.published is None
    assert f"{moment:%Y-%m-%d}" in note


def test_a_day_of_the_address_passes_the_gate_too() -> None:
    assert day("", url="http://herald.example/2031/07/14/ferries") == DAY
    article, (note,) = extracted(url="http://herald.example/2039/07/14/ferries")
    assert article.published is None
    assert "'2039-07-14' is later than" in note


def test_a_jalali_date_of_a_page_is_converted_and_told() -> None:
    article, (note,) = extracted("<meta name='pubdate' content='۱۴۱۰/۰۴/۲۳'>")
    assert article.published == Published(DAY, DAY, "page")
    assert note.startswith("the day it came out: ")


def test_a_change_that_nobody_can_mean_is_none() -> None:
    assert extracted(linked(datePublished="2031-07-14", dateModified="2099-01-01"))[0].updated is None


def test_a_page_without_dates_has_nothing_to_be_said_of_it() -> None:
    assert extracted()[1] == ()


# -- JSON-LD of all sorts ---------------------------------------------------------------------------------------------

ONE = '{"@type": "NewsArticle", "datePublished": "2031-07-14"}'


@pytest.mark.parametrize(
    "text",
    [
        f"//<![CDATA[\n{ONE}\n//]]>",
        f"\n// <![CDATA[\n{ONE}\n// ]]>\n",
        f"/*<![CDATA[*/ {ONE} /*]]>*/",
        f"<![CDATA[{ONE}]]>",
        f"<!--\n{ONE}\n-->",
        f"<!-- {ONE} //-->",
        f"{ONE};",
        ONE.replace('"}', '",}'),
        ONE.replace('"}', '",\n "author": [{"name": "Ana Roe"},], }'),
        ONE.replace('"}', '", "description": "Rain\nfell\ton Orn"}'),
        ONE.replace('"}', '", "description": "Ana\\\'s boat"}'),
        ONE.replace("{", "{ /* the article */ "),
        '{"@type": "Organization", "name": "Herald"}' + ONE,
        '{"@type": "Organization", "name": "Herald"},\n' + ONE,
        ONE.replace('"', "&quot;"),
        ONE.replace('"}', '", "description": "She said "no" twice"}'),  # no parser takes it; the date is plain
        ONE.replace('"}', '", "articleBody": "Rain fell and fell'),  # cut off
        ONE.replace("NewsArticle", "https://schema.org/NewsArticle"),
        ONE.replace("NewsArticle", "schema:NewsArticle"),
        ONE.replace("NewsArticle", "Report"),
        ONE.replace("NewsArticle", "ClaimReview"),
        ONE.replace("NewsArticle", "WebPage"),
        f'{{"@graph": [{{"@type": "ClaimReview", "itemReviewed": {{"datePublished": "2031-07-01"}}, {ONE[25:]}]}}',
    ],
)
def test_json_ld_is_read_as_far_as_it_can_be(text: str) -> None:
    assert day(raw(text)) == DAY


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "ClaimReview", "itemReviewed": {"@type": "Claim", "datePublished": "2031-07-14"}}',
        '{"@type": "NewsArticle", "isBasedOn": {"@type": "NewsArticle", "datePublished": "2031-07-14"}}',
        '{"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2031-07-14"}]}',
        f'{ONE[:-1]} "x": {ONE}}}'.replace("14", "01", 1),
        '{"@type": "Product" "datePublished": "2031-07-14"}',
        "{" * 5_000,
        '"' + '\\"' * 50_000,
    ],
)
def test_the_date_of_something_else_is_never_the_articles(text: str) -> None:
    assert day(raw(text)) is None


# -- articles of others -----------------------------------------------------------------------------------------------

TITLE = "Ferries resume after storms"
OTHER = {
    "@type": "NewsArticle",
    "url": "http://herald.example/news/dam",
    "headline": "Dam fails",
    "datePublished": "2029-01-02",
}
OWN = {"@type": "NewsArticle", "datePublished": "2031-07-14"}


@pytest.mark.parametrize(
    "own",
    [
        {"url": URL},
        {"url": "https://www.herald.example/news/ferries-resume/"},
        {"url": "/news/ferries-resume"},
        {"@id": f"{URL}#article"},
        {"mainEntityOfPage": URL},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": URL}},
        {"headline": TITLE},
        {"headline": f"{TITLE} | Tarnow Herald"},
        {"headline": "Ferries resume, says office", "url": URL},
    ],
)
def test_of_several_articles_the_pages_own_tells_its_date(own: dict[str, object]) -> None:
    mine = {**OWN, **own}
    assert day(block(OTHER, mine)) == day(block(OTHER) + block(mine)) == day(block({"@graph": [OTHER, mine]})) == DAY


def test_the_canonical_link_says_which_address_is_the_pages() -> None:
    link = "<link rel='canonical' href='http://herald.example/boats'>"
    mine = {**OWN, "url": "http://herald.example/boats"}
    assert day(link + block(OTHER, mine), url="http://herald.example/?p=7") == DAY


def test_where_the_own_entry_has_no_date_no_others_stands_in() -> None:
    assert day(block(OTHER, {"@type": "NewsArticle", "url": URL})) is None


def test_an_entry_under_another_headline_is_believed_where_it_is_alone() -> None:
    assert day(block({**OWN, "headline": "Boats are back, and so are the crowds"})) == DAY


OTHER = {"@type": "NewsArticle", "headline": "Pigeons vanish", "url": "/pigeons", "datePublished": "2030-02-02"}


def test_the_only_article_told_of_is_another_one() -> None:
    assert day(block(OTHER)) is None
    assert day(block({**OTHER, "headline": "Storms end: ferries sail", "datePublished": "2031-07-14"})) == DAY


@pytest.mark.parametrize(
    "own",
    [
        {"@type": "NewsArticle", "url": f"{URL.replace('https', 'http')}?utm_source=x", "datePublished": "2031-07-14"},
        {"@type": "newsarticle", "headline": "Ferries resume after storms", "datepublished": "2031-07-14"},
        {"@type": "NewsArticle", "headline": "<b>Ferries</b> resume&nbsp;after storms", "DatePublished": "2031-07-14"},
        {"@type": "schema:NewsArticle", "schema:url": URL, "schema:datePublished": "2031-07-14"},
    ],
)
def test_the_page_s_own_article_however_it_is_spelled(own: dict[str, str]) -> None:
    assert day(block(OTHER, own)) == DAY


def test_a_block_may_name_its_charset() -> None:
    own = block({"@type": "Article", "datePublished": "2031-07-14"})
    assert day(own.replace("ld+json", "ld+json; charset=utf-8")) == DAY


@pytest.mark.parametrize(
    "name",
    [
        "article:publish_time",
        "publish_time",
        "published_at",
        "citation_date",
        "prism.publicationDate",
        "vr:published_time",
        "datePosted",
        "rnews:datePublished",
        "originalPublicationDate",
        "shareaholic:article_published_time",
        "first-published",
        "post_date",
    ],
)
def test_meta_tags_that_can_mean_nothing_else(name: str) -> None:
    assert day(f"<meta name='{name}' content='2031-07-14'>") == DAY


@pytest.mark.parametrize("name", ["unpublished_date", "article:publisher", "expires", "event-date", "updated_at"])
def test_meta_tags_that_mean_something_else(name: str) -> None:
    assert day(f"<meta name='{name}' content='2031-07-14'>") is None


@pytest.mark.parametrize(
    "path",
    ["/2031/jul/14/ferry", "/2031/Juli/14/", "/2031/0714/c1-2.html", "/a/203107/14/WS1.html", "/2031-07/14/c_1.htm"],
)
def test_days_in_addresses(path: str) -> None:
    assert day("", f"https://herald.example{path}") == DAY


@pytest.mark.parametrize("path", ["/2031/07-14-ways-to-sail", "/2031/sail/14/x", "/2031/0714-ferry", "/1410/tir/14/x"])
def test_no_days_in_addresses(path: str) -> None:
    assert day("", f"https://herald.example{path}") is None
