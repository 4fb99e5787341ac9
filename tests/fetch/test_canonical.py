from datetime import UTC, datetime

import pytest

from reportedly.fetch import canonical, paywalled
from reportedly.records import Exchange

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)


def page(url: str, body: str, landed: str | None = None, status: int = 200) -> Exchange:
    return Exchange(url, NOW, status, "OK", (), (("Content-Type", "text/html; charset=utf-8"),), body.encode(), landed)


def head(said: str, html: str = "<html>") -> str:
    return f'<!doctype html>{html}<head><link href="{said}" rel="canonical"><title>x</title></head></html>'


@pytest.mark.parametrize(
    ("asked", "said", "filed"),
    [
        ("http://h.example/rain?from=rss", "http://h.example/rain?from=rss", "http://h.example/rain?from=rss"),
        ("http://h.example/rain-falls-on?from=rss", "http://h.example/rain-falls-on", "http://h.example/rain-falls-on"),
        ("http://h.example/news/184322?from=rss", "/news/184322/", "http://h.example/news/184322/"),
        ("http://h.example/a/", "https://www.h.example/a?utm_source=x", "https://www.h.example/a"),
        ("http://h.example/story.php?id=5", "http://h.example/story.php", "http://h.example/story.php?id=5"),
        ("http://h.example/story?id=5", "http://h.example/", "http://h.example/story?id=5"),
        ("http://h.example/rain-falls-on", "http://h.example/politics", "http://h.example/rain-falls-on"),
        ("http://h.example/rain-falls-on", "http://wire.example/rain-falls-on", "http://h.example/rain-falls-on"),
        ("http://h.example/a", "", "http://h.example/a"),
        ("http://h.example/a", "javascript:void(0)", "http://h.example/a"),
    ],
)
def test_a_pages_word_on_its_address_is_taken_where_it_can_do_no_harm(asked: str, said: str, filed: str) -> None:
    assert canonical(page(asked, head(said))) == filed


def test_an_amp_copy_leads_to_its_article() -> None:
    copy = head("http://h.example/2024/06/rain.html", "<html ⚡ lang=en>")
    assert canonical(page("http://amp.h.example/x/58213", copy)) == "http://h.example/2024/06/rain.html"
    assert canonical(page("http://amp.h.example/x/58213", head("http://h.example/", "<html amp>"))).endswith("58213")


def test_a_page_reached_by_redirect_is_filed_under_its_own_address() -> None:
    landed = "http://h.example/2024/rain"
    assert canonical(page("http://feeds.h.example/~r/x/58213", head(landed), landed)) == landed


def test_without_a_word_the_address_asked_for_stays() -> None:
    assert canonical(page("http://h.example/a", "<html><body>x</body></html>")) == "http://h.example/a"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<script type="application/ld+json">{"isAccessibleForFree": false}</script>', "not free to read"),
        ('<script>{"isAccessibleForFree":"False"}</script>', "not free to read"),
        ('<meta property="article:content_tier" content="locked">', "for subscribers"),
        ('<script>{"isAccessibleForFree": true}</script>', None),
        ("<p>The ferry is accessible for free.</p>", None),
    ],
)
def test_pages_for_subscribers_say_so(body: str, words: str | None) -> None:
    told = paywalled(page("http://h.example/a", body))
    assert (words in told) if words and told else told is words


def test_part_of_a_page_is_told() -> None:
    assert "only part" in (paywalled(page("http://h.example/a", "x", status=206)) or "")
