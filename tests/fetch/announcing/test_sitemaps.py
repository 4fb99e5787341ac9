import gzip
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from reportedly.fetch import Announcement, announced
from reportedly.records import Exchange, Outcome

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
MAP = "https://herald.example/sitemap.xml"
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def seen(body: bytes | str) -> Announcement | Outcome:
    data = body.encode() if isinstance(body, str) else body
    return announced(Exchange(MAP, NOW, 200, "OK", (), (("Content-Type", "text/xml"),), data), "herald")


def read(body: bytes | str) -> Announcement:
    found = seen(body)
    assert isinstance(found, Announcement), found
    return found


def urlset(*urls: str) -> str:
    pages = "".join(f"<url>{url}</url>" for url in urls)
    return f"<?xml version='1.0' encoding='UTF-8'?><urlset {SPACES}>{pages}</urlset>"


NEWS = urlset(
    """<loc> https://herald.example/rain?utm_source=map </loc><image:image><image:loc>https://img.example/1</image:loc>
    <image:title>A picture</image:title></image:image><news:news><news:publication><news:name>Herald</news:name>
    <news:language>en</news:language></news:publication><news:publication_date>2024-06-03T09:00:00+05:00
    </news:publication_date><news:title>Rain falls &amp; falls</news:title></news:news>""",
    "<loc>https://herald.example/old</loc><news:news><news:publication_date>2023-01-01</news:publication_date></news:news>",
    "<loc>https://other.example/foreign</loc><lastmod>2024-06-03</lastmod>",
)


@pytest.mark.parametrize("packed", [False, True])
def test_a_news_sitemap(*, packed: bool) -> None:
    found = read(gzip.compress(NEWS.encode()) if packed else NEWS)
    (item,) = found.items
    assert (found.kind, found.title, found.language, found.left_out) == ("sitemap", "Herald", "en", 2)
    assert (item.url, item.title) == ("https://herald.example/rain", "Rain falls & falls")
    assert item.published == datetime(2024, 6, 3, 4, tzinfo=UTC)


def test_of_a_plain_sitemap_only_what_is_fresh() -> None:
    fresh = "<loc>https://herald.example/new</loc><lastmod>2024-06-02T10:00:00Z</lastmod>"
    old = [f"<loc>https://herald.example/{n}</loc><lastmod>2019-01-01</lastmod>" for n in range(500)]
    found = read(urlset(fresh, *old))
    assert [item.url for item in found.items] == ["https://herald.example/new"]
    assert found.left_out == 500


def test_few_undated_pages_are_taken_many_are_told() -> None:
    pages = [f"<loc>https://herald.example/{n}</loc>" for n in range(101)]
    assert len(read(urlset(*pages[:100])).items) == 100
    told = seen(urlset(*pages))
    assert isinstance(told, Outcome)
    assert "dates none of its 101 pages" in told.message


def test_an_index_names_the_sitemaps_worth_asking_for() -> None:
    maps = [
        "<loc>https://herald.example/map-2019.xml</loc><lastmod>2019-12-31</lastmod>",
        "<loc>https://herald.example/map-2024-06.xml</loc><lastmod>2024-06-03</lastmod>",
        "<loc>https://herald.example/news.xml.gz</loc>",
        "<loc>https://other.example/map.xml</loc>",
        f"<loc>{MAP}</loc>",
    ]
    body = f"<sitemapindex {SPACES}>{''.join(f'<sitemap>{one}</sitemap>' for one in maps)}</sitemapindex>"
    found = read(body)
    assert found.kind == "index"
    assert found.more == ("https://herald.example/news.xml.gz", "https://herald.example/map-2024-06.xml")


def test_an_index_of_thousands_costs_few_requests() -> None:
    maps = "".join(f"<sitemap><loc>https://herald.example/{n}.xml</loc></sitemap>" for n in range(5000))
    assert len(read(f"<sitemapindex {SPACES}>{maps}</sitemapindex>").more) == 5


def test_what_stands_before_a_fault_is_read() -> None:
    found = read(urlset("<loc>https://herald.example/a</loc>", "<loc>https://herald.example/b</loc>")[:-30])
    assert found.items[0].url == "https://herald.example/a"


def test_archives_within_archives_and_bombs_are_told() -> None:
    nested = NEWS.encode()
    for _ in range(4):
        nested = gzip.compress(nested)
    for body, words in (
        (nested, "packed more than 2 times"),
        (gzip.compress(b"<urlset>" + b" " * 9_000_000), "unpacks to"),
    ):
        told = seen(body)
        assert isinstance(told, Outcome)
        assert words in told.message


def test_an_empty_sitemap_is_told() -> None:
    told = seen(urlset())
    assert isinstance(told, Outcome)
    assert "names no page" in told.message


def test_an_address_is_what_was_meant_whatever_marks_are_in_it() -> None:
    written = ["?a=1&b=2", "?a=1&amp;b=2", "?a=1&copy=2&lt=3", "?q=caf&eacute;", "<![CDATA[?a=1&b=2]]>"]
    pages = (f"<loc>https://herald.example/{n}{query}</loc>" for n, query in enumerate(written))
    assert [item.url.removeprefix("https://herald.example/") for item in read(urlset(*pages)).items] == [
        "0?a=1&b=2",
        "1?a=1&b=2",
        "2?a=1&copy=2&lt=3",
        "3?q=caf%C3%A9",
        "4?a=1&b=2",
    ]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Oats &amp; barley", "Oats & barley"),
        ("Oats &amp;amp; barley &amp;#8217;", "Oats & barley ’"),
        ("H&N", "H&N"),
        ("<![CDATA[Oats &amp; <b>barley</b>]]>", "Oats & barley"),
        ("Rates &lt; 3%", "Rates < 3%"),
    ],
)
def test_titles_are_plain_words(title: str, shown: str) -> None:
    (item,) = read(
        urlset(
            "<loc>https://herald.example/a</loc><news:news><news:publication_date>2024-06-03</news:publication_date>"
            f"<news:title>{title}</news:title></news:news>"
        )
    ).items
    assert item.title == shown


def test_a_page_whose_date_nobody_can_read_is_kept_beside_fresh_ones() -> None:
    def dated(day: str, page: str) -> str:
        return f"<loc>https://herald.example/{page}</loc><lastmod>{day}</lastmod>"

    found = read(urlset(dated("2024-06-03", "a"), dated("the third", "b"), dated("2019-01-01", "c")))
    assert [item.url[-1] for item in found.items] == ["a", "b"]
    many = read(urlset(dated("2024-06-03", "a"), *(dated("some day", f"{n}") for n in range(101))))
    assert ([item.url[-1] for item in many.items], many.left_out) == (["a"], 101)


def test_a_prefix_that_nobody_declared_costs_nothing() -> None:
    page = "<loc>https://herald.example/a</loc><news:news><news:publication_date>2024-06-03</news:publication_date></news:news>"
    (item,) = read(f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url>{page}</url></urlset>").items
    assert item.published == datetime(2024, 6, 3, tzinfo=UTC)


def test_words_before_the_first_element_are_passed_over() -> None:
    page = urlset("<loc>https://herald.example/a?x=1&amp;amp;y=2</loc><lastmod>2024-06-03</lastmod>")
    assert [item.url for item in read(f"Notice: undefined index in /var/www {page}").items] == [
        "https://herald.example/a?x=1&y=2"
    ]


def test_a_page_that_a_news_sitemap_names_without_a_date_is_kept() -> None:
    dated = "<loc>https://herald.example/a</loc><lastmod>2024-06-03</lastmod>"
    undated = "<loc>https://herald.example/b</loc><news:news><news:title>Rain</news:title></news:news>"
    assert [item.url for item in read(urlset(dated, undated)).items] == [f"https://herald.example/{n}" for n in "ab"]


def test_an_index_may_name_its_sitemaps_from_where_it_stands() -> None:
    found = read("<sitemapindex><sitemap><loc>/maps/news.xml</loc></sitemap></sitemapindex>")
    assert [urlsplit(more).path for more in found.more] == ["/maps/news.xml"]
