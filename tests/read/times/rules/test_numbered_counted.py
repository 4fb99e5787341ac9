"""Weekdays counted from a day, ranges of numbered days, rough years, and plans whose day has passed."""

import pytest

from tests.read.times.times_of import days, found

FOUND = (
    ("The hall opens on the second Friday after 10 July.", "the second Friday after 10 July", "2025-07-18"),
    ("It closes on the first Monday before 1 August.", "the first Monday before 1 August", "2025-07-28"),
    ("Hearings begin on the third Friday after the vote.", "the third Friday after", None),
    ("Talks run from the 14th to the 17th of July.", "the 14th", "2025-07-14"),
    ("It rained between the 3rd and the 5th of the month.", "the 3rd", "2025-06-03"),
    ("The mill was to reopen on Monday but stayed shut.", "Monday", "2025-06-16"),
    ("The visit was due on Tuesday but did not take place.", "Tuesday", "2025-06-17"),
    ("The visit was due on Friday but was called off.", "Friday", "2025-06-20"),
    ("The mill failed to reopen on Monday as scheduled.", "Monday", "2025-06-16"),
    ("Deputies voted to impeach the governor on Monday.", "Monday", "2025-06-16"),
    ("The firm has no intention of closing the mine in July.", "July", "2025-07-01"),
)


@pytest.mark.parametrize(("text", "words", "start"), FOUND)
def test_the_day_meant(text: str, words: str, start: str | None) -> None:
    got = {span.casefold(): time for span, time in found(text).items()}
    assert days(got[words.casefold()])[0] == start


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("The temple was built 500 years ago.", True),
        ("The plant closed about 20 years ago.", True),
        ("He left two years ago.", False),
    ],
)
def test_a_round_number_of_years_is_no_year(text: str, *, vague: bool) -> None:
    (time,) = found(text).values()
    assert time.vague is vague
