"""Developments: what an article tells as done, moved, called off or denied, and what it only wishes, fears or plans."""

import pytest

from reportedly.records import Development
from tests.read.reading_of import reading, words


def developments(text: str) -> list[tuple[str, str]]:
    """All developments of a text as (state, trigger)."""
    got = reading(text)
    return [(told.state, words(got, told.trigger)) for told in got.developments]


def only(text: str) -> Development:
    (told,) = reading(text).developments
    return told


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("Envoy Orla Fenn arrived in Lima.", "arrived", "visit"),
        ("Peru and Chile have signed the treaty.", "signed", "sign"),
    ],
)
def test_a_verb_tells_an_act_as_done(text: str, trigger: str, act: str) -> None:
    got = reading(text)
    assert [trigger for told in got.developments if act in told.acts and words(got, told.trigger) == trigger]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will sign the treaty on Friday.",
        "The treaty has not been signed.",
        "The envoy is to visit Lima.",
        "If the treaty is signed, he goes.",
        "The wardens are expected to be sworn in.",
        "The minister urged them to meet in Lima.",
        "He rested.",
        "They will march each night until the bill is scrapped.",
        "According to the mayor, he rested.",
        "The council, which was to have signed the treaty on Monday, gave no reason.",
    ],
)
def test_plans_wishes_conditions_and_denials_tell_nothing_as_done(text: str) -> None:
    assert developments(text) == []


@pytest.mark.parametrize(
    ("text", "state", "trigger"),
    [
        ("The summit was put off.", "moved", "put"),
        ("The visit has been delayed.", "moved", "delayed"),
        ("The opening has been put back to September 12.", "moved", "put"),
        ("The match has been called off.", "cancelled", "called"),
        ("She scrapped the trip to Lima.", "cancelled", "scrapped"),
        ("There are no plans to meet the guild.", "cancelled", "plans"),
        ("The ministry denied reports of a meeting.", "denied", "denied"),
    ],
)
def test_a_change_is_told_by_a_word_of_its_own(text: str, state: str, trigger: str) -> None:
    assert developments(text) == [(state, trigger)]


@pytest.mark.parametrize(
    "text",
    [
        "The fair may be postponed.",
        "He urged the council to cancel the fair.",
        "The fair would be called off if it rained.",
        "The council extended an invitation to the guild.",
        "The furniture was moved to the hall.",
        "The envoy will not arrive before Friday.",
    ],
)
def test_only_changes_told_as_facts_count(text: str) -> None:
    assert developments(text) == []


def test_a_development_hangs_on_the_event_that_it_is_told_of_and_on_no_other() -> None:
    got = reading("The visit of President Ana Ruiz to Peru was postponed. It rained.")
    (told,) = got.developments
    (visit,) = [event for event in got.events if event.lemma == "visit"]
    assert (told.event, told.acts) == (visit.id, ("visit",))
    assert only("The fair was called off. President Ana Ruiz visits Peru on Friday.").event is None


def test_a_move_tells_the_new_time_not_the_old_one() -> None:
    got = reading("The talks set for June 12 were postponed to June 20.")
    (told,) = got.developments
    (new,) = [time for time in got.times if time.id == told.time]
    assert words(got, new.span) == "June 20"


def test_a_development_that_somebody_tells_belongs_to_the_statement() -> None:
    got = reading("The minister said that the summit in Lima had been called off.")
    assert [told.statement for told in got.developments] == [got.statements[0].id]
