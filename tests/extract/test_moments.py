"""Days and moments as machines write them, and moments that no year holds."""

from datetime import UTC, date, datetime

import pytest

from reportedly.extract import moments
from tests.extract.ferries import LEAD, MORE, article, linked, page

NO_MOMENT = [
    ("9999-12-31T23:59:59-05:00", date(9999, 12, 31)),
    ("0001-01-01T00:00:00+05:00", date(1, 1, 1)),
]


def test_a_moment_with_its_zone_is_told_as_utc() -> None:
    told = moments.dated("2024-06-03T23:30:00-05:00")
    assert told is not None
    assert (told.day, told.at) == (date(2024, 6, 3), datetime(2024, 6, 4, 4, 30, tzinfo=UTC))


@pytest.mark.parametrize(("words", "day"), NO_MOMENT)
def test_a_moment_beyond_the_calendar_is_unknown_and_its_day_stays(words: str, day: date) -> None:
    told = moments.dated(words)
    assert told is not None
    assert (told.day, told.at) == (day, None)
    assert told.after(moments.Dated(date(2024, 6, 3))) == (day.year > 2024)


def test_a_page_that_names_such_a_moment_is_an_article() -> None:
    found = article(page((LEAD, *MORE), linked(datePublished=NO_MOMENT[0][0], dateModified=NO_MOMENT[0][0])))
    assert found.published is not None
    assert found.published.at is None
