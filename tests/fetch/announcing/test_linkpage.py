from datetime import UTC, datetime

import pytest

from reportedly.fetch import Announcement, announced
from reportedly.fetch.announcing.linkpage import is_article
from reportedly.records import Exchange, Outcome

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
FRONT = """<!doctype html><html><head><title>Tarnow Herald</title></head><body>
<nav><a href="/politics">Politics and the parliament of Tarnow</a>
<a href="/tag/2024/06/water-and-rain">Water and rain in
the valley</a></nav>
<a href="/news/58213/"><img src="x.jpg"></a>
<h2><a href="/news/58213/?utm_campaign=front">Ferries resume after a week of storms</a></h2>
<a href="https://www.herald.example/2024/06/03/budget">The budget passes its second reading</a>
<a href="/world/engineers-found-alive-in-sorvash">Engineers found alive in Sorvash</a>
<a href="/world/engineers-found-alive-in-sorvash#comments">12 comments</a>
<a href="https://elsewhere.example/news/58299/some-other-house">What another house writes about us</a>
<a href="/news/58213/picture.jpg">The picture of the day, in full size</a>
<a href="mailto:desk@herald.example">Write to the desk of the Herald</a>
<a href="http://[bad">Something is broken here</a>
<a href="/about-us-and-our-long-history">Our house</a></body></html>"""


def seen(body: str, *, page: bool = True) -> Announcement | Outcome:
    answer = Exchange("https://herald.example/", NOW, 200, "OK", (), (("Content-Type", "text/html"),), body.encode())
    return announced(answer, "herald", page=page)


def test_links_that_look_like_articles() -> None:
    found = seen(FRONT)
    assert isinstance(found, Announcement)
    assert [(item.url, item.title) for item in found.items] == [
        ("https://herald.example/news/58213/", "Ferries resume after a week of storms"),
        ("https://www.herald.example/2024/06/03/budget", "The budget passes its second reading"),
        ("https://herald.example/world/engineers-found-alive-in-sorvash", "Engineers found alive in Sorvash"),
    ]
    assert {(item.published, item.seen_at) for item in found.items} == {(None, NOW)}


def test_a_page_is_a_link_page_only_where_one_is_wanted() -> None:
    told = seen(FRONT, page=False)
    assert isinstance(told, Outcome)
    assert "an HTML page, not a feed" in told.message


@pytest.mark.parametrize(
    "body", ["<html><body><a href='/about'>About this newspaper and us</a></body></html>", "<html>"]
)
def test_a_page_without_articles_is_told(body: str) -> None:
    told = seen(body)
    assert isinstance(told, Outcome)
    assert "looks like an article's" in told.message


@pytest.mark.parametrize(
    ("path", "article"),
    [
        ("/news/1843221", True),
        ("/2024/06/03/rain", True),
        ("/story.php?id=771", True),
        ("/en/rain-falls-on-the-valley", True),
        ("/fa/%D8%A8%D8%A7%D8%B1%D8%A7%D9%86-%D8%AF%D8%B1", True),
        ("/politics", False),
        ("/category/rain-falls-on-the-valley", False),
        ("/authors/1843221", False),
        ("/login?id=771", False),
        ("/live.mp4", False),
    ],
)
def test_addresses_of_articles(path: str, *, article: bool) -> None:
    assert is_article(f"https://herald.example{path}", "Rain falls on the valley of Tarnow") is article
