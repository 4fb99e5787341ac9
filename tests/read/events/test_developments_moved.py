"""What is moved has its new day: as a development, and as what is expected then."""

import pytest

from tests.read.reading_of import reading, words

MOVED = (
    ("The commission postponed the vote from June 12 to June 26.", "2025-06-26"),
    ("The visit was moved from Thursday to Friday.", "2025-06-06"),
    ("The session was brought forward by two days to June 10.", "2025-06-10"),
    ("The judge adjourned the trial until July 3.", "2025-07-03"),
    ("The hearing was adjourned on Monday until June 19.", "2025-06-19"),
    ("The launch has been pushed back to June 30.", "2025-06-30"),
    ("The match was rescheduled for June 15.", "2025-06-15"),
    ("The summit will be moved to July 8, the host said.", "2025-07-08"),
    ("The opening of the mole was put off until July 1.", "2025-07-01"),
    ("The council decided to postpone the election until July 13.", "2025-07-13"),
    ("Organisers shifted the congress from June 20 to June 27.", "2025-06-27"),
    ("The start of the trial was delayed by a week to June 16.", "2025-06-16"),
    ("The premier deferred her trip to Vell to next month.", "2025-07-01"),
    ("The court has postponed the hearing, which had been announced for Thursday, to June 19.", "2025-06-19"),
    ("The reading was set back from June 4 until June 11.", "2025-06-11"),
)
NOT_MOVED = (
    "The navy moved two ships to Vell on Monday.",
    "The conference runs from June 12 to June 26.",
    "The brigade was moved to the border on Friday.",
    "The talks could be postponed to June 26.",
    "The union urged the mayor to move the vote to July.",
    "The company brought forward a plan to cut jobs.",
)


@pytest.mark.parametrize(("text", "start"), MOVED)
def test_what_is_moved_has_its_new_day(text: str, start: str) -> None:
    got = reading(text)
    times = {time.id: time for time in got.times}
    (development,) = got.developments
    new = times[development.time or ""]
    assert (development.state, str(new.start)[:10]) == ("moved", start)


@pytest.mark.parametrize("text", NOT_MOVED)
def test_what_goes_elsewhere_or_only_may_be_moved_is_not(text: str) -> None:
    assert "moved" not in {development.state for development in reading(text).developments}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The mayor postponed the vote from June 12 to June 26.", ["June 12", "June 26"]),
        ("The mayor postponed the vote from June 12 to 26.", ["June 12", "26"]),
        ("The mayor postponed the vote from 12 to 26 June.", ["12", "26 June"]),
        ("The fair runs from June 12 to June 26.", ["June 12 to June 26"]),
    ],
)
def test_two_days_of_a_move_are_no_stretch(text: str, days: list[str]) -> None:
    got = reading(text)
    assert [words(got, time.span) for time in got.times] == days


def test_the_new_day_is_expected() -> None:
    got = reading("The commission postponed the vote from June 12 to June 26.")
    (expectation,) = got.expectations
    assert expectation.window
    assert str(expectation.window.start) == "2025-06-26"
