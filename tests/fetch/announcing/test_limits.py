"""A feed that is too long gives its first items, with a word on the rest."""

from datetime import UTC, datetime

import pytest

from reportedly.fetch import Announcement, announced
from reportedly.fetch.announcing import limits
from reportedly.records import Exchange, Outcome

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)


def told(body: str) -> Announcement | Outcome:
    return announced(Exchange("http://h.example/feed", NOW, 200, "OK", (), (), body.encode()), "h")


def feed(items: int, inside: str) -> str:
    each = "".join(
        f"<item><title>Story {n} &amp; more</title>{inside}<link>http://h.example/{n}</link></item>"
        for n in range(items)
    )
    return f"<rss version='2.0'><channel><title>H</title>{each}</channel></rss>"


LONG = "<p>word</p>" * 700


@pytest.mark.parametrize(
    "inside",
    [
        f"<content:encoded><![CDATA[{LONG}]]></content:encoded>",
        f"<description>{LONG.replace('<', '&lt;').replace('>', '&gt;')}</description>",
        f"<description><![CDATA[{LONG} </item> {LONG}]]></description>",
        f"<media:description type='html'><![CDATA[{LONG[:2_400]}]]></media:description>" * 5,
    ],
)
def test_articles_within_a_feed_cost_none_of_its_items(inside: str) -> None:
    found = told(feed(120, inside))
    assert isinstance(found, Announcement)
    assert (len(found.items), found.note) == (120, None)
    assert (found.items[119].url, found.items[119].title) == ("http://h.example/119", "Story 119 & more")


@pytest.mark.parametrize(
    ("items", "inside"), [(130, f"<content type='xhtml'><div>{LONG}</div></content>"), (limits.MOST_ITEMS + 50, "")]
)
def test_what_is_too_long_gives_its_first_items(items: int, inside: str) -> None:
    found = told(feed(items, inside))
    assert isinstance(found, Announcement)
    assert 50 < len(found.items) < items
    assert found.items[0].url == "http://h.example/0"
    assert found.note == (
        f"only the first {len(found.items):,} of its {items:,} items read: the feed is too long to be read whole"
    )


def test_one_item_beyond_all_limits_is_told() -> None:
    found = told(feed(1, f"<description>{'<p>' * 200_000}</description>"))
    assert isinstance(found, Outcome)
    assert "more than 150,000 tags" in found.message


def test_a_long_title_is_a_title_still() -> None:
    found = told(
        f"<rss><channel><item><title><![CDATA[{'A word. ' * 400}]]></title><guid>http://h.example/1</guid></item>"
    )
    assert isinstance(found, Announcement)
    assert (found.items[0].title or "").startswith("A word. A word.")


def test_a_long_link_is_a_link_still() -> None:
    for link in (f"http://h.example/{'a' * 4_000}", f"<![CDATA[http://h.example/{'a' * 4_000}]]>"):
        found = told(f"<rss><channel><item><title>T</title><link>{link}</link></item></channel></rss>")
        assert isinstance(found, Announcement)
        assert [len(item.url) for item in found.items] == [4_017]
