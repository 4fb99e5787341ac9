"""Lists narrowed down to languages: the newsroom has articles in English and one in Persian."""

from datetime import date

import pytest

from reportedly.ledger import Ledger
from tests import newsroom

DAYS = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.fixture
def desk(ledger: Ledger) -> Ledger:
    return newsroom.fill(ledger)


def test_a_story_passes_by_any_of_its_articles(desk: Ledger) -> None:
    (persian,) = desk.stories.lines(languages=("fa",))
    assert persian.outlets == ("payam",)
    every = {line.id for line in desk.stories.lines()}
    assert {line.id for line in desk.stories.lines(languages=("fa", "en"))} == every
    assert {line.id for line in desk.stories.newest(limit=50, languages=("en",))} == every - {persian.id}
    assert [story.id for story in desk.stories.all(("fa",))] == [persian.id]
    assert desk.stories.lines(languages=("ur",)) == []


def test_an_expectation_passes_by_what_announces_it(desk: Ledger) -> None:
    every = [one.id for one in desk.followups.all()]
    assert every
    assert [one.id for one in desk.followups.all(languages=("en",))] == every
    assert desk.followups.all(languages=("fa",)) == []
    assert desk.followups.newest(date.max, limit=9, languages=("fa", "ur")) == []


def test_shelves_and_calendar_are_narrowed_down_too(desk: Ledger) -> None:
    shelves, today = desk.shelves, newsroom.TODAY
    for shelf in ("week", "later", "untimed", "silent", "settled"):
        assert shelves.on(shelf, today, languages=("en",), limit=9) == shelves.on(shelf, today, limit=9)
        assert shelves.on(shelf, today, languages=("fa",), limit=9) == []
        assert shelves.count(shelf, today, 99, ("fa",)) == 0
    assert shelves.between(*DAYS, today, limit=9, languages=("en",)) == shelves.between(*DAYS, today, limit=9)
    assert shelves.between(*DAYS, today, limit=9, languages=("fa",)) == []


def test_names_are_those_said_in_the_language(desk: Ledger) -> None:
    known = desk.namings.named("Teral Bridge")
    every = [naming for own in known for naming in desk.namings.of(own)]
    assert [naming for own in known for naming in desk.namings.of(own, None, ("en",))] == every
    assert [naming for own in known for naming in desk.namings.of(own, None, ("fa",))] == []
    assert desk.namings.within(DAYS, most=9, languages=("fa",)) == {}
