"""Rules are switched off and on again without a trace, and what they are worth is counted right."""

from collections import Counter

import pytest

from quality.ablation import Measured, gains
from quality.answers import no
from quality.families import Family, families
from quality.goldsets import GoldSet
from quality.switches import edited, replaced, watched
from reportedly.read.events import times as of_events
from reportedly.read.grammar.lexicons import table, words
from reportedly.read.times import tense
from tests.read.reading_of import reading

TEXT = (
    "The mayor said the road was open. The union described the ban as a cruel joke. "
    "Reports that the dam had cracks were dismissed as rubbish."
)


@pytest.mark.parametrize("family", families(), ids=lambda family: family.name)
def test_each_family_goes_off_and_on_again(family: Family) -> None:
    with family.off():
        pass
    if family.watch is not None:
        with family.watch(lambda: None):
            pass


def test_a_function_is_replaced_wherever_it_was_imported_and_put_back() -> None:
    before = tense.just_said
    with replaced("reportedly.read.times.tense:just_said", no):
        assert tense.just_said is vars(of_events)["just_said"] is no
    assert tense.just_said is vars(of_events)["just_said"] is before


def test_a_list_without_its_words_is_read_anew_and_forgotten() -> None:
    entry = table("statements/cue_phrases")["hearsay"]
    with edited(entry, "adverbs", ""):
        assert not words("statements/cue_phrases", "hearsay", "adverbs")
    assert "reportedly" in words("statements/cue_phrases", "hearsay", "adverbs")


def test_a_rule_is_heard_where_it_has_a_say() -> None:
    heard: list[bool] = []
    path = "reportedly.read.statements.rules.frames:_as"
    with watched(path, lambda *_: [], lambda: heard.append(True)):
        reading("The dam is full and the road is open to all today.")
        assert not heard
        reading(TEXT)
    assert heard


def test_what_changes_nothing_is_worth_nothing() -> None:
    counted = [Counter(right=1, all=2), Counter(right=2, all=2)]
    whole = Measured(
        GoldSet("three", [], lambda _n, _r: {}, {"share": lambda seen: 100 * seen["right"] / seen["all"]}),
        [],
        counted,
        {},
    )
    assert gains(whole, {}) == {}
    less = gains(whole, {1: Counter(right=0, all=2)})["share"]
    assert (less.points, less.pages) == (50.0, 1)
    assert less.deviation > 0
