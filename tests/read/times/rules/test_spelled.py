"""Years and lengths written out, as they are in what was spoken."""

import pytest

from tests.read.times.times_of import days, found

YEARS = [
    ("He was born in nineteen ninety-seven.", "nineteen ninety-seven", "1997"),
    ("He was born in nineteen ninety seven.", "nineteen ninety seven", "1997"),
    ("The house was built in nineteen oh five.", "nineteen oh five", "1905"),
    ("The bridge fell in eighteen twelve.", "eighteen twelve", "1812"),
    ("By the year two thousand and five they had left.", "the year two thousand and five", "2005"),
    ("By the year two thousand they had left.", "the year two thousand", "2000"),
    ("It opened in twenty twenty-four.", "twenty twenty-four", "2024"),
    ("It opened in March nineteen ninety-seven.", "March nineteen ninety-seven", "1997-03"),
    ("Prices rose through the nineties.", "the nineties", "199"),
    ("Prices rose through the eighteen fifties.", "the eighteen fifties", "185"),
]


@pytest.mark.parametrize(("text", "words", "timex"), YEARS)
def test_years_written_out(text: str, words: str, timex: str) -> None:
    assert found(text)[words].timex == timex


COUNTS = ["Two thousand troops left.", "Twenty four ships sailed.", "He is in his nineties.", "Nineteen ships sank."]


@pytest.mark.parametrize("text", COUNTS)
def test_a_count_is_no_year(text: str) -> None:
    assert not found(text)


LENGTHS = [
    ("They waited for 2 1/2 years.", "2 1/2 years", "P2Y6M"),
    ("The flight takes 5 1/2 hours.", "5 1/2 hours", "PT5H30M"),
    ("They waited for two and a half years.", "two and a half years", "P2Y6M"),
    ("The siren sounded for a minute and a half.", "a minute and a half", "PT1M30S"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("It took half a year.", "half a year", "P6M"),
    ("It took 1.3 years.", "1.3 years", "P1.3Y"),
    ("They stayed for a couple of years.", "a couple of years", "P2Y"),
    ("They stayed for several years.", "several years", "PXY"),
]


@pytest.mark.parametrize(("text", "words", "timex"), LENGTHS)
def test_parts_of_a_unit_are_told_in_the_next_smaller_one(text: str, words: str, timex: str) -> None:
    time = found(text)[words]
    assert (time.kind, time.timex) == ("duration", timex)


UNCOUNTED = [
    ("The army has raided many villages in recent weeks.", "in recent weeks", "PXW", "2025-04-23"),
    ("The envoys will meet in the next few days.", "in the next few days", "PXD", "2025-06-18"),
    ("They met a few days ago.", "a few days ago", "PAST_REF", "2025-06-08"),
]


@pytest.mark.parametrize(("text", "words", "timex", "first"), UNCOUNTED)
def test_units_not_counted_keep_their_window(text: str, words: str, timex: str, first: str) -> None:
    time = found(text)[words]
    assert (time.kind, time.vague, time.timex, days(time)[0]) == ("window", True, timex, first)


WHOSE = [
    ("The vote follows Friday's ruling.", "Friday", "2025-06-13"),
    ("They have until 9 a.m. Tuesday to sign.", "9 a.m. Tuesday", "2025-06-24"),
    ("The court has given them until Tuesday to sign.", "Tuesday", "2025-06-24"),
    ("The talks have lasted until Tuesday.", "Tuesday", "2025-06-17"),
    ("Trackers have been fitted to all tankers till Sunday.", "Sunday", "2025-06-15"),
    ("They will march against Monday's attack.", "Monday", "2025-06-16"),
    ("They will march against Monday's plan.", "Monday", "2025-06-23"),
    ("They will hold talks about the explosion on Monday.", "Monday", "2025-06-16"),
    ("He takes office in the week of July 9.", "the week of July 9", "2025-07-07"),
    ("He has put off the trip until the first week of May.", "the first week of May", "2026-05-01"),
    ("The report, originally expected in April, will come out on July 16.", "April", "2025-04-01"),
    ("It will open after the weekend.", "the weekend", "2025-06-21"),
    ("He left a week or so ago.", "a week or so ago", "2025-06-09"),
    ("In the year ended August 31 it lost money.", "August 31", "2024-08-31"),
    ("He retires on August 31.", "August 31", "2025-08-31"),
    ("They met before last week's vote.", "last week", "2025-06-09"),
    ("The index fell 6 percent for the day.", "the day", "2025-06-18"),
    ("Profit fell in the last half of 2024.", "the last half of 2024", "2024-07-01"),
    ("He was often ill in the past and is ill again.", "in the past", None),
]


@pytest.mark.parametrize(("text", "words", "first"), WHOSE)
def test_days_that_their_neighbours_place(text: str, words: str, first: str | None) -> None:
    assert days(found(text)[words])[0] == first
