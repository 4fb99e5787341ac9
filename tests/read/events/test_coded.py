"""Events by lexicon and model together: what the lexicon lacks is found, and what it knows is kept."""

import pytest

from tests.read.reading_of import event, people, reading, words


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Germany took in 400 refugees from Chile.", "took", "AID"),
        ("The Supreme Court of Peru threw out the complaint of the union.", "threw", "REJECT"),
    ],
)
def test_a_verb_the_lexicon_lacks(text: str, trigger: str, kind: str) -> None:
    assert event(reading(text), trigger).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Ruiz grew up in Lima and studied law in Chile.",
        "Peru is larger than Chile.",
    ],
)
def test_nothing_of_public_weight_is_no_event(text: str) -> None:
    assert reading(text).events == ()


def test_a_visit_ahead_is_a_visit_and_no_promise() -> None:
    found = event(reading("President Ana Ruiz will visit Chile on Friday."), "visit")
    assert (found.type, found.status) == ("CONSULT", "planned")


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The rebel fighters said they would attack Lima.", "attack", ["The rebel fighters"]),
        ("President Ana Ruiz ordered sanctions on Chile.", "sanctions", ["Ana Ruiz"]),
    ],
)
def test_who_acts_where_a_pronoun_or_another_verb_stands_between(text: str, trigger: str, actors: list[str]) -> None:
    got = reading(text)
    assert people(got, event(got, trigger)) == actors


def test_a_strike_that_is_called_off_is_one_of_workers() -> None:
    assert event(reading("Doctors called off their strike in Lima on Monday."), "strike").type == "PROTEST"


@pytest.mark.parametrize("verb", ["will begin", "announced"])
def test_a_strike_of_unions_is_a_protest(verb: str) -> None:
    assert event(reading(f"The unions {verb} a strike on Monday."), "strike").type == "PROTEST"


def test_who_only_passes_words_on_does_nothing() -> None:
    got = reading("Local media reported that two men had been held.")
    assert [one for one in got.events if words(got, one.trigger) == "reported"] == []


def test_a_visit_that_was_cancelled_lies_no_longer_ahead() -> None:
    got = reading("A visit by President Ana Ruiz to Lima planned for Thursday has been cancelled, her office said.")
    assert got.expectations == ()


def test_a_meeting_offered_lies_ahead() -> None:
    found = event(reading("The government offered to meet the union leaders of Lima next Monday."), "meet")
    assert (found.type, found.status) == ("CONSULT", "planned")
