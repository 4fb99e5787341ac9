"""Times that no calendar or no article can settle: each has a recorded outcome that invents nothing."""

from datetime import date

import pytest

from reportedly.read import times
from reportedly.records import Dateline, Time
from reportedly.text import Span
from tests.read.reading_of import reading
from tests.read.times.times_of import days, found, page


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fair will be held on 31 February.", "31 February"),
        ("The fair will be held on February 30, 2026.", "February 30, 2026"),
        ("The sun will go out in 10,000 years.", "10,000 years"),
    ],
)
def test_what_cannot_be_a_day_is_kept_as_words_without_days(text: str, words: str) -> None:
    got = [time for span, time in found(text).items() if words in span or span in words]
    assert all(days(time) == (None, None) for time in got)


@pytest.mark.parametrize("year", ["0", "0000", "9999", "12025"])
def test_years_outside_any_newspaper_break_nothing_and_give_no_days(year: str) -> None:
    got = found(f"The pact will end in the year {year}, they said on Monday.")
    assert [days(time) for words, time in got.items() if words == year] in ([], [(None, None)])
    assert days(got["Monday"]) == ("2025-06-16", "2025-06-16")


@pytest.mark.parametrize("published", [date.min, date.max, date(1, 1, 1), date(9999, 12, 31)])
def test_a_publication_date_at_the_end_of_the_calendar_resolves_nothing(published: date) -> None:
    got = found("He came yesterday and will leave next year.", published)
    assert {days(time) for time in got.values()} == {(None, None)}


def test_without_any_date_windows_stay_open_and_expectations_stay() -> None:
    got = reading("President Ana Ruiz will visit Chile next week.", None)
    assert [expectation.window for expectation in got.expectations] == [None]


def on(text: str, dateline: date, published: date | None) -> Time:
    (time,) = times.find(page(text, published, Dateline(Span(0, 4), start=dateline))).times
    return time


def test_a_wire_story_counts_from_its_dateline_not_from_the_day_it_was_printed() -> None:
    text = "VELL - The mole was opened yesterday."
    assert days(on(text, date(2025, 6, 3), date(2025, 6, 5))) == ("2025-06-02", "2025-06-02")
    assert days(on(text, date(2025, 6, 3), None)) == ("2025-06-02", "2025-06-02")


def test_a_date_far_from_publication_is_no_date_of_writing() -> None:
    text = "VELL - The mole was opened yesterday."
    assert days(on(text, date(2024, 6, 3), date(2025, 6, 5))) == ("2025-06-04", "2025-06-04")


def test_an_impossible_day_leaves_what_is_promised_without_days() -> None:
    got = reading("President Ana Ruiz will visit Chile on 31 February.", date(2025, 6, 18))
    assert [(one.window.start, one.window.end) for one in got.expectations if one.window] == [(None, None)]
    spans = [time.span.of(got.article.text) for time in got.times]
    assert spans == ["31 February"]


def test_ten_thousand_years_are_no_window() -> None:
    got = reading("President Ana Ruiz will visit Chile in 10,000 years.", date(2025, 6, 18))
    windows = [expectation.window for expectation in got.expectations]
    assert [(one.start, one.end) for one in windows if one] in ([], [(None, None)])
    assert [days(time) for time in got.times] == [(None, None)]
