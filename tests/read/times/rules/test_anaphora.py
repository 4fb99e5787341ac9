"""Times that lean on one named before: no sharper than that one."""

import pytest

from tests.read.times.times_of import days, found

VAGUE = [
    ("The mill closed three years ago. Two days earlier, the men were paid.", "Two days earlier", "2022"),
    ("In 2011 the dam broke. Three weeks later the mayor resigned.", "Three weeks later", "2011"),
    ("The dam broke in early March. Two days later the mayor resigned.", "Two days later", "2025-03"),
    ("The dam broke last week. The following day the mayor resigned.", "The following day", "2025-06"),
    ("The dam broke in May 2020. Ten days later the mayor resigned.", "Ten days later", "2020-05"),
    ("The dam broke last year. The next month the mayor resigned.", "The next month", "2024"),
    ("The dam broke in 1998. A month earlier the mayor had resigned.", "A month earlier", "1998"),
    ("The dam broke some weeks ago. The next day the mayor resigned.", "The next day", "2025"),
]


@pytest.mark.parametrize(("text", "words", "within"), VAGUE, ids=[row[0] for row in VAGUE])
def test_a_day_counted_from_a_vague_time_is_vague(text: str, words: str, within: str) -> None:
    time = found(text)[words]
    first, last = days(time)
    assert time.vague
    assert first is not None
    assert first != last
    assert first.startswith(within[:4])


SHARP = [
    ("The dam broke on 3 June 2020. Two days later the mayor resigned.", "Two days later", "2020-06-05"),
    ("The dam broke on Friday. The following day the mayor resigned.", "The following day", "2025-06-14"),
    ("The fair ran on August 2-3, 2024. A day later it rained.", "A day later", "2024-08-04"),
]


@pytest.mark.parametrize(("text", "words", "day"), SHARP, ids=[row[0] for row in SHARP])
def test_a_day_counted_from_a_day_is_a_day(text: str, words: str, day: str) -> None:
    time = found(text)[words]
    assert days(time) == (day, day)
    assert not time.vague


def test_a_year_counted_from_a_year_is_a_year() -> None:
    time = found("The dam broke in 2011. Two years later the mayor resigned.")["Two years later"]
    assert days(time) == ("2013-01-01", "2013-12-31")
    assert not time.vague
