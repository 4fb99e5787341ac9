"""Events in words that no list has, and those of them that lie ahead: what a trained model sees."""

import pytest

from reportedly.records import Event, Reading
from tests.read.reading_of import reading, words

AHEAD = [
    ("The council will outsource its cleaning services next month.", "outsource", "2025-07-01"),
    ("The contract with the ferry company will expire on June 30.", "expire", "2025-06-30"),
    ("The second round of the election is scheduled for June 15.", "round", "2025-06-15"),
    ("The tribunal adjourned; the next hearing is on June 20.", "hearing", "2025-06-20"),
    ("Some 400 teachers will be trained in Vell from June 16.", "trained", "2025-06-16"),
    ("A new tram line will start operating on June 21.", "operating", "2025-06-21"),
    ("The side will face Oberfeld in the final on Sunday.", "final", "2025-06-08"),
]

TOLD = [
    ("The bridge collapsed on Monday, and two villages were cut off.", "collapsed", "OTHER", "occurred"),
    ("Gunmen ambushed a convoy near Vell, killing four soldiers.", "ambushed", "ASSAULT", "occurred"),
    ("The regulator fined the bank 2 million crowns.", "fined", "COERCE", "occurred"),
]

NOTHING = [
    "Inflation will remain high, the bank said.",
    "Better schools will help the region grow, she said.",
    "We will never give up our rights, he said.",
    "The programme aims to improve the quality of schools.",
]


def expected(got: Reading) -> list[tuple[str, str | None, str]]:
    """Trigger, first day of the window and certainty of each expectation."""
    by_id = {event.id: event for event in got.events}
    return [
        (words(got, by_id[one.event].trigger), str(one.window.start) if one.window else None, one.certainty)
        for one in got.expectations
    ]


def event(got: Reading, trigger: str) -> Event:
    """The event of a trigger."""
    return next(one for one in got.events if words(got, one.trigger) == trigger)


@pytest.mark.parametrize(("text", "trigger", "day"), AHEAD)
def test_what_lies_ahead_is_seen_in_any_words(text: str, trigger: str, day: str) -> None:
    got = [(word, start) for word, start, _ in expected(reading(text))]
    assert any(trigger in word and start == day for word, start in got), got


@pytest.mark.parametrize(("text", "trigger", "root", "status"), TOLD)
def test_what_is_told_has_an_event_in_any_words(text: str, trigger: str, root: str, status: str) -> None:
    one = event(reading(text), trigger)
    assert (one.type, one.status) == (root, status)


@pytest.mark.parametrize("text", NOTHING)
def test_forecasts_vows_and_aims_are_not_expected(text: str) -> None:
    assert expected(reading(text)) == []


def test_mentions_of_one_event_are_one_expectation() -> None:
    got = reading("The minister will visit Vell on Friday. The visit is her first. She will visit the port there.")
    assert len(expected(got)) <= 2


def test_of_a_verb_and_its_noun_one_is_the_event() -> None:
    got = reading("The two ministers will hold talks in Vell on Friday.")
    assert [word for word, _, _ in expected(got)] == ["talks"]


def test_what_the_grammar_denies_is_denied_in_any_words() -> None:
    got = reading("The ministry denied reports that 300 posts would be cut.")
    one = event(got, "cut")
    assert (one.status, one.polarity) == ("denied", "denied")
