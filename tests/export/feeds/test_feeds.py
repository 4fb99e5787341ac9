"""Feeds as a reader keeps them that takes entries by their ids."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from msgspec.structs import replace

from reportedly.export import feeds
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, Capture, Filters, Judgement, Published, article_id, page_id

NOW = datetime(2031, 5, 21, 6, tzinfo=UTC)
URL = "https://herald.example/talks"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened


def filed(ledger: Ledger, text: str, hour: int, headline: str = "Talks & <b>tea</b>", url: str = URL) -> Article:
    """An article as a capture of that hour showed it."""
    at = NOW.replace(hour=hour)
    capture = Capture(f"c{page_id(url)}{hour}", url, at, 200, "text/html", f"{hour:064}", 9, "x.warc.gz", hour)
    ledger.captures.put(capture)
    published = Published(NOW.date(), NOW.date(), "page", NOW.replace(hour=1))
    own = article_id(url, text, "hand/1")
    article = Article(own, url, "herald", text, "en", "hand/1", headline, published=published, capture=capture.id)
    ledger.articles.file(article)
    return article


def feed(ledger: Ledger, form: str, words: str = "") -> bytes:
    asks = feeds.Asks("River Desk", "https://desk.example", "/export/x", "/search", words, Filters(), words)
    return feeds.FORMATS[form].write(feeds.feed(ledger, asks, NOW))


def entries(ledger: Ledger, form: str, words: str = "") -> list[dict[str, Any]]:
    """The entries by another maker's reader, as id, title, link and when each was updated."""
    data = feed(ledger, form, words)
    if form == "json":
        return [
            {"id": one["id"], "title": one["title"], "link": one["url"], "updated": one["date_modified"]}
            for one in json.loads(data)["items"]
        ]
    read = feedparser.parse(data, sanitize_html=False)
    assert not read.bozo
    return [{name: one[name] for name in ("id", "title", "link", "updated")} for one in read.entries]


@pytest.mark.parametrize("form", feeds.FORMATS)
def test_a_revised_article_is_the_same_entry_updated(ledger: Ledger, form: str) -> None:
    filed(ledger, "Talks begin.", 2)
    (first,) = entries(ledger, form)
    revised = filed(ledger, "Talks begin at noon.", 4)
    (second,) = entries(ledger, form)
    assert first["id"] == second["id"] == f"urn:reportedly:page:{page_id(URL)}"
    assert (first["updated"][:13], second["updated"][:13]) == ("2031-05-21T02", "2031-05-21T04")
    assert second["link"] == f"https://desk.example/articles/{revised.id}"
    assert second["title"] == "Talks & <b>tea</b>"


@pytest.mark.parametrize("form", feeds.FORMATS)
def test_what_people_withdraw_leaves_and_comes_back_by_an_undo(ledger: Ledger, form: str) -> None:
    article = filed(ledger, "Talks begin.", 2)
    decision = Judgement("j1", "Oda Brell", NOW, "withdraw", article.id)
    ledger.judgements.put(decision)
    assert entries(ledger, form) == []
    ledger.judgements.put(replace(decision, id="j2", kind="undo", undoes="j1"))
    assert len(entries(ledger, form)) == 1


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_words_that_no_xml_can_hold_break_no_feed(ledger: Ledger, form: str) -> None:
    filed(ledger, "Talks \x0b]]> begin.", 2, headline="Bell \x07 & <script>alert(1)</script>", url=f"{URL}?a=1&b=\x01")
    (entry,) = entries(ledger, form)
    assert entry["title"] == "Bell \ufffd & <script>alert(1)</script>"
    assert b"<script" not in feed(ledger, form)


def test_an_empty_feed_is_a_whole_one(ledger: Ledger) -> None:
    for form in feeds.FORMATS:
        assert entries(ledger, form, "nothing") == []


def test_a_description_is_text_in_html(ledger: Ledger) -> None:
    filed(ledger, "Tea <img src=x onerror=alert(1)> and talks.", 2)
    (entry,) = feedparser.parse(feed(ledger, "rss"), sanitize_html=False).entries
    assert "&lt;img" in entry.summary
    assert "<img" not in entry.summary
