"""Days of the solar calendar, exact, and of the Islamic year with its number, vague."""

from datetime import date

import pytest

from tests.read.times.times_of import days, found

SPRING = date(2026, 3, 9)

SOLAR = [
    ("The bill was passed on 12 Esfand 1404.", "12 Esfand 1404", "2026-03-03", "2026-03-03"),
    ("It was signed on 22 Bahman 1357.", "22 Bahman 1357", "1979-02-11", "1979-02-11"),
    ("It was signed on the 29th of Mehr, 1399.", "29th of Mehr, 1399", "2020-10-20", "2020-10-20"),
    ("Polls will open on Khordad 14, 1405.", "Khordad 14, 1405", "2026-06-04", "2026-06-04"),
    ("The year begins on 1 Farvardin.", "1 Farvardin", "2026-03-21", "2026-03-21"),
    ("Offices will be shut on 1-4 Farvardin 1405.", "1-4 Farvardin 1405", "2026-03-21", "2026-03-24"),
    ("The tax fell due on 30 Dey.", "30 Dey", "2026-01-20", "2026-01-20"),
    ("Schools closed on 7 Qaws 1403.", "7 Qaws 1403", "2024-11-27", "2024-11-27"),
    ("Prices rose in Mordad 1402.", "Mordad 1402", "2023-07-23", "2023-08-22"),
    ("Prices rose in Esfand.", "Esfand", "2026-02-20", "2026-03-20"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), SOLAR, ids=[row[0] for row in SOLAR])
def test_a_solar_day_is_a_day_of_ours(text: str, words: str, first: str, last: str) -> None:
    time = found(text, SPRING)[words]
    assert days(time) == (first, last)
    assert not time.vague


MOON = [
    ("The fast began on 1 Ramadan 1447.", "1 Ramadan 1447", "2026-02-17", "2026-02-19"),
    ("The fast began on 1 Ramadan 1440 AH.", "1 Ramadan 1440 AH", "2019-05-05", "2019-05-07"),
    ("He died on Muharram 10, 1447.", "Muharram 10, 1447", "2025-07-04", "2025-07-06"),
    ("It was founded in Rajab 1400.", "Rajab 1400", "1980-05-14", "1980-06-14"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), MOON, ids=[row[0] for row in MOON])
def test_the_year_of_the_moon_counts(text: str, words: str, first: str, last: str) -> None:
    time = found(text, SPRING)[words]
    assert days(time) == (first, last)
    assert time.vague


@pytest.mark.parametrize(
    "text",
    [
        "Bahman 22 scored twice.",
        "Azar, 34, left for Mehr.",
        "Mehr said that Tir and Mizan had won.",
        "It was built in 40 Dey Street.",
        "He left on 31 Esfand 1404.",
    ],
)
def test_names_and_days_that_are_not_are_none(text: str) -> None:
    assert all(days(time) == (None, None) for time in found(text, SPRING).values())


def test_without_publication_a_solar_day_needs_its_year() -> None:
    got = found("It was passed on 12 Esfand 1404 and will be read on 3 Mehr.", None)
    assert days(got["12 Esfand 1404"]) == ("2026-03-03", "2026-03-03")
    assert days(got["3 Mehr"]) == (None, None)
