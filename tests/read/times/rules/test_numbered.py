"""Days told by their number in a month: the first Friday of it, its last day, the 15th."""

import pytest

from tests.read.times.times_of import days, found

NUMBERED = [
    ("The council will meet on the first Friday of next month.", "the first Friday of next month", "2025-07-04"),
    ("Rents are due on the 3rd Tuesday of August.", "the 3rd Tuesday of August", "2025-08-19"),
    ("The vote will follow on the last Friday of this month.", "the last Friday of this month", "2025-06-27"),
    ("The parade was held on the last Monday in May.", "the last Monday in May", "2025-05-26"),
    ("The court will sit on the second Thursday in June 2027.", "the second Thursday in June 2027", "2027-06-10"),
    ("The fair opens on the final Saturday of September.", "the final Saturday of September", "2025-09-27"),
    ("The ferry will sail on the penultimate Sunday of July.", "the penultimate Sunday of July", "2025-07-20"),
    ("The clerk counted on the first Tuesday of the month.", "the first Tuesday of the month", "2025-06-03"),
    ("The clerk will count on the first Tuesday of the month.", "the first Tuesday of the month", "2025-07-01"),
    ("Payment is due by the last day of the month.", "the last day of the month", "2025-06-30"),
    ("The levy was paid on the last day of February.", "the last day of February", "2025-02-28"),
    ("Wages will be paid by the 1st of next month.", "the 1st of next month", "2025-07-01"),
    ("The deadline is the fifth of next month.", "the fifth of next month", "2025-07-05"),
    ("The pier reopened on the 9th of this month.", "the 9th of this month", "2025-06-09"),
    ("The strike begins on the 25th.", "the 25th", "2025-06-25"),
    ("The strike begins on the 3rd, the union said.", "the 3rd", "2025-07-03"),
    ("The mayor will arrive on the 22nd for talks.", "the 22nd", "2025-06-22"),
    ("The mayor left on the 25th.", "the 25th", "2025-05-25"),
    ("The talks are scheduled for the 20th.", "the 20th", "2025-06-20"),
    ("The ban will run from the 24th to the 28th.", "the 28th", "2025-06-28"),
]


@pytest.mark.parametrize(("text", "words", "day"), NUMBERED, ids=[row[0] for row in NUMBERED])
def test_a_number_names_a_day_of_a_month(text: str, words: str, day: str) -> None:
    time = found(text)[words]
    assert days(time) == (day, day)
    assert not time.vague


def test_a_day_follows_the_one_named_before() -> None:
    assert days(found("The fair began on May 20 and ended on the 3rd.")["the 3rd"]) == ("2025-06-03", "2025-06-03")


def test_what_comes_each_month_is_a_set() -> None:
    assert found("The board meets on the first Monday of each month.")["the first Monday of each month"].kind == "set"


NONE = [
    "The office is on the 15th floor of the tower.",
    "It was destroyed in the flood of the 15th regiment.",
    "He scored in the 15th minute, his second of the match.",
    "She made a birdie on the 15th and a par on the 18th.",
    "She won the first Monday of the league.",
    "It was the second of three attacks.",
    "He was hurt on the second day of the fighting.",
    "The lift stops on the 15th and 16th floors.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_days(text: str) -> None:
    assert not [words for words in found(text) if any(part in words for part in ("th", "second", "first"))]


def test_a_season_goes_on() -> None:
    got = found("They won the first Monday of the 2024 season.")
    assert "the first Monday of the 2024" not in got


def test_without_publication_no_day_is_known() -> None:
    for words in ("the 15th", "the first Friday of the month", "the 1st of next month"):
        assert days(found(f"The strike begins on {words}.", None)[words]) == (None, None)


def test_no_month_has_a_sixth_friday_and_the_month_itself_is_vague() -> None:
    time = found("He will come on the fifth Friday of July.")["the fifth Friday of July"]
    assert time.vague
    assert days(time) == ("2025-07-01", "2025-07-31")
