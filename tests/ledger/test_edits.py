from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from reportedly.account import page_events
from reportedly.ledger import Ledger
from reportedly.records import (
    Article,
    Capture,
    Claim,
    Edit,
    Gist,
    Outcome,
    Reading,
    Rewording,
    StatementChange,
    content_id,
)
from reportedly.text import Span

URL = "https://herald.example/talks"
NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)
Writes = Callable[..., Article]


def capture(ledger: Ledger, hours: float, article: Article | None, outcome: Outcome | None = None) -> Capture:
    """A capture of the page with what it showed."""
    at = NOON + timedelta(hours=hours)
    own = Capture(content_id("c", URL, at), URL, at, 200, "text/html", "0" * 64, 9, "reportedly-00001.warc.gz", 0)
    ledger.captures.put(own)
    if article:
        ledger.articles.file(replace(article, capture=own.id))
    ledger.captures.mark_extracted(own.id, outcome, article.id if article else None)
    return own


@pytest.fixture
def first(article: Writes) -> Article:
    return article(URL)


@pytest.fixture
def second(article: Writes) -> Article:
    return article(URL, "Talks in Varn\n\nMinister Oda Brell denied that talks would open in Varn.")


def edit(before: Article, after: Article) -> Edit:
    claim = Claim("s-1", Span(15, 60), "Oda Brell", "talks would open", "certain", "affirmed")
    changes = (
        StatementChange("changed", claim, claim, ("polarity", "wording")),
        StatementChange("vanished", claim, None),
    )
    return Edit(before.id, after.id, (Rewording(Span(33, 37), Span(33, 39)),), changes, 1, 1, read=True)


def test_looks_come_in_order_with_what_each_showed(ledger: Ledger, first: Article, second: Article) -> None:
    capture(ledger, 0, first)
    ledger.outcomes.put(Outcome(URL, NOON + timedelta(hours=1), "unchanged", "not changed"))
    capture(ledger, 24, second)
    ledger.outcomes.put(Outcome(URL, NOON + timedelta(hours=30), "gone", "404 Not Found"))
    events = page_events.of(ledger, URL)
    assert [(event.kind, event.article, event.looks) for event in events] == [
        ("seen", first.id, 2),
        ("edited", second.id, 1),
        ("gone", second.id, 1),
    ]
    assert events[2].message == "404 Not Found"


def test_a_capture_that_led_home_is_a_look_that_found_the_page_gone(ledger: Ledger, first: Article) -> None:
    capture(ledger, 0, first)
    capture(ledger, 24, None, Outcome(URL, NOON + timedelta(hours=24), "gone", "leads to the front page"))
    assert [event.kind for event in page_events.of(ledger, URL)] == ["seen", "gone"]
    assert ledger.pages.gone_within(date(2031, 5, 21), date(2031, 5, 21)) == [(URL, date(2031, 5, 21))]
    assert ledger.pages.gone_within(date(2031, 5, 22), date(2031, 6, 1)) == []


def test_an_edit_is_due_until_it_is_filed(ledger: Ledger, first: Article, second: Article) -> None:
    capture(ledger, 0, first)
    assert ledger.edits.to_compare() == []
    capture(ledger, 24, second)
    capture(ledger, 48, second)
    (pair,) = ledger.edits.to_compare()
    assert (pair.before, pair.after, pair.at) == (first.id, second.id, NOON + timedelta(hours=24))
    ledger.edits.file(pair, edit(first, second))
    assert ledger.edits.to_compare() == []
    assert ledger.edits.of_pages([URL]) == {URL: [edit(first, second)]}


def test_a_new_reading_makes_the_edit_due_again_and_filing_it_replaces_it(
    ledger: Ledger,
    first: Article,
    second: Article,
    reading: Callable[[Article], Reading],
    gist: Callable[[Reading], Gist],
) -> None:
    capture(ledger, 0, first)
    capture(ledger, 24, second)
    (pair,) = ledger.edits.to_compare()
    ledger.edits.file(pair, Edit(first.id, second.id))
    ledger.readings.file(reading(first), gist(reading(first)), ())
    (again,) = ledger.edits.to_compare()
    assert again.rests_on != pair.rests_on
    ledger.edits.file(again, edit(first, second))
    assert ledger.edits.of_pages([URL])[URL] == [edit(first, second)]


def test_readings_set_aside_leave_a_comparison_as_it_is_and_make_a_new_one_due_when_they_come_back(
    ledger: Ledger,
    first: Article,
    second: Article,
    reading: Callable[[Article], Reading],
    gist: Callable[[Reading], Gist],
) -> None:
    def read() -> None:
        ledger.readings.file(reading(first), gist(reading(first)), ())

    def set_aside() -> None:
        assert ledger.upkeep.set_aside(date(2031, 6, 1), NOON, lambda _done, _total: None) == 1

    capture(ledger, 0, first)
    read()
    set_aside()
    capture(ledger, 24, second)
    assert ledger.upkeep.set_aside(date(2031, 6, 1), NOON, lambda _done, _total: None) == 0
    (without,) = ledger.edits.to_compare()
    assert without.rests_on == ":"
    ledger.edits.file(without, Edit(first.id, second.id))
    assert ledger.edits.to_compare() == []
    read()
    (again,) = ledger.edits.to_compare()
    assert again.rests_on != ":"
    assert ledger.upkeep.set_aside(date(2031, 6, 1), NOON, lambda _done, _total: None) == 0, (
        "its page is to be compared"
    )
    ledger.edits.file(again, edit(first, second))
    set_aside()
    assert ledger.edits.to_compare() == []


def test_a_page_that_went_back_has_an_edit_each_way(ledger: Ledger, first: Article, second: Article) -> None:
    for hours, shown in enumerate((first, second, first, second)):
        capture(ledger, hours, shown)
    assert [(pair.before, pair.after) for pair in ledger.edits.to_compare()] == [
        (first.id, second.id),
        (second.id, first.id),
    ]


def test_revisions_handed_in_are_compared_in_the_order_they_came(
    ledger: Ledger, first: Article, second: Article
) -> None:
    ledger.articles.file(first)
    ledger.articles.file(second)
    (pair,) = ledger.edits.to_compare()
    assert (pair.before, pair.after, pair.at) == (first.id, second.id, None)
    assert [event.at for event in page_events.of(ledger, URL)] == [None, None]


def test_an_article_handed_in_and_then_seen_on_its_page_has_one_look(ledger: Ledger, first: Article) -> None:
    ledger.articles.file(first)
    capture(ledger, 0, first)
    assert [(event.kind, event.at) for event in page_events.of(ledger, URL)] == [("seen", NOON)]


def test_edits_of_some_days_are_those_of_words_first_seen_then(ledger: Ledger, first: Article, second: Article) -> None:
    capture(ledger, 0, first)
    capture(ledger, 24, second)
    (pair,) = ledger.edits.to_compare()
    ledger.edits.file(pair, edit(first, second))
    day = date(2031, 5, 21)
    assert ledger.edits.within(day, day) == [(URL, day, edit(first, second))]
    assert ledger.edits.within(date(2031, 5, 22), date(2031, 6, 1)) == []
    for no_edit in (Edit(first.id, second.id), replace(edit(first, second), partial=True)):
        ledger.edits.file(pair, no_edit)
        assert ledger.edits.within(day, day) == []
