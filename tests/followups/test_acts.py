"""Acts: the words that announce them, and other words that later tell them as done."""

import pytest

from reportedly.followups import acts


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The four wardens took their oaths on Tuesday.", "oath"),
        ("Envoy Orla Fenn touched down in Vell.", "visit"),
        ("The premier unveiled a package for the islanders.", "announce"),
        ("The two ministers held a lengthy phone conversation.", "speak"),
        ("Forced repatriation of the settlers has begun.", "deport"),
        ("The embargo was reinstated at midnight.", "impose"),
        ("Shops remained closed on the third day.", "protest"),
    ],
)
def test_words_that_tell_an_act_as_done(sentence: str, act: str) -> None:
    assert act in [one.act for one in acts.done(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The hostages will be released on Friday.",
        "The treaty has not been signed.",
        "The ferry is to be reopened.",
        "If the deal is signed, he goes.",
        "The wardens are expected to be sworn in.",
    ],
)
def test_plans_conditions_and_denials_tell_nothing_as_done(sentence: str) -> None:
    assert acts.done(sentence) == ()


def test_an_announcement_names_its_act_by_the_trigger_and_its_object() -> None:
    sentence = "The new wardens are likely to take oath next week."
    at = sentence.index("take")
    assert acts.announced(sentence, at, at + 4) == ("oath",)


@pytest.mark.parametrize(
    ("sentence", "trigger", "widened"),
    [
        ("He is to arrive on Sunday for a visit.", "visit", "arrive on Sunday for a visit"),
        ("A truce between both could come soon.", "truce", "truce between both could come"),
        ("He will visit Vell.", "visit", "visit"),
        ("Talks failed; the rest will come.", "Talks", "Talks"),
    ],
)
def test_the_verb_that_carries_a_noun_belongs_to_the_words_cited(sentence: str, trigger: str, widened: str) -> None:
    at = sentence.index(trigger)
    start, end = acts.widened(sentence, at, at + len(trigger))
    assert sentence[start:end] == widened
