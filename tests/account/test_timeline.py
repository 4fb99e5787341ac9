"""A story in order of time: each entry says which date it stands under, and no date is taken for another."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportedly.account.expectations import standing_on
from reportedly.account.passed_over import PassedOver, passed_over
from reportedly.account.telling import Telling, tellings
from reportedly.account.timeline import Entry, timeline
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Outlet, Story
from tests import newsroom
from tests.newsroom import COPY, COURIER, HERALD, ORIGINAL, PAYAM, STORIES, STORY, TODAY, UNDATED, VAREN

NOW = datetime(2024, 6, 6, 22, tzinfo=UTC)
NAMES = {outlet.id: outlet.name for outlet in (VAREN, COURIER, HERALD, PAYAM)}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("line")
    with open_ledger(f"sqlite:///{folder}/ledger.db", lambda: NOW) as opened:
        yield newsroom.fill(opened)


def articles(ledger: Ledger, story: Story) -> tuple[Telling, ...]:
    (told,) = tellings(ledger, (story,), NAMES, 20)
    return told


def line(ledger: Ledger, story: Story) -> list[Entry]:
    told = articles(ledger, story)
    (ahead,) = standing_on(ledger, (told,), TODAY)
    return timeline(ledger, told, ahead)


def test_every_article_stands_there_once_and_copies_are_called_so(ledger: Ledger) -> None:
    out = [entry for entry in line(ledger, STORY) if entry.shows == "published"]
    assert {entry.path for entry in out} == {f"/articles/{place.article}" for place in STORY.articles}
    assert [entry.path for entry in out if entry.is_copy] == [f"/articles/{COPY.id}"]
    first = next(entry for entry in out if entry.path == f"/articles/{ORIGINAL.id}")
    assert (first.day, first.label, first.outlet) == (date(2024, 6, 3), "published", "Varen News Agency")
    assert first.note == "the desk told of it first 2024-06-06 22:00 UTC"


def test_entries_stand_in_order_of_their_days(ledger: Ledger) -> None:
    days = [entry.day for entry in line(ledger, STORY) if entry.day]
    assert days == sorted(days)


def test_what_is_expected_stands_under_its_window(ledger: Ledger) -> None:
    ahead = [entry for entry in line(ledger, STORY) if entry.shows == "expected"]
    assert ("2024-06-09", date(2024, 6, 9)) in [(entry.when, entry.day) for entry in ahead]
    assert len({(entry.when, entry.title) for entry in ahead}) == len(ahead)


def test_an_article_without_a_date_stands_under_the_day_the_desk_told_of_it(ledger: Ledger) -> None:
    story = next(story for story in STORIES if UNDATED.id in {place.article for place in story.articles})
    entry = next(entry for entry in line(ledger, story) if entry.path == f"/articles/{UNDATED.id}")
    assert (entry.shows, entry.day) == ("seen", NOW.date())
    assert "no date of its own" in entry.label


def test_who_came_out_and_did_not_carry_it(ledger: Ledger) -> None:
    said = {side.country: [outlet.id for outlet in side.outlets] for side in _passed(ledger)}
    assert said == {"XS": [PAYAM.id]}


def test_an_outlet_that_was_silent_in_these_days_passed_nothing_over(ledger: Ledger) -> None:
    ledger.outlets.put([Outlet("quay", "Quay Times", "https://quay.example/", country="XV", languages=("en",))])
    assert "quay" not in {outlet.id for side in _passed(ledger) for outlet in side.outlets}


def _passed(ledger: Ledger) -> list[PassedOver]:
    return passed_over(ledger, STORY, articles(ledger, STORY))
