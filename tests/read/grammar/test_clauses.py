"""The worksheet of grammar: what the clauses of a sentence tell of a word, each asked as a finder asks it."""

import pytest
from spacy.tokens import Token

from reportedly.read.grammar import parse
from reportedly.read.grammar.clauses import Clauses


def sheet(text: str, word: str) -> tuple[Clauses, Token]:
    """The worksheet of a text, and the first of its words that reads so."""
    doc = parse.model()(text)
    return Clauses(doc), next(token for token in doc if token.text == word)


def told(token: Token | None) -> str | None:
    """How a word reads."""
    return token.text if token is not None else None


@pytest.mark.parametrize(
    ("text", "verb", "form"),
    [
        ("The mayor called off the visit.", "called", "call_off"),
        ("The ferries left on Monday.", "left", "leave"),
        ("The court fined the company.", "fined", "fine"),
    ],
)
def test_a_verb_has_a_dictionary_form_with_its_particle(text: str, verb: str, form: str) -> None:
    clauses, token = sheet(text, verb)
    assert clauses.with_particle(token) == form


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("The mayor opened the bridge.", "opened", "bridge"),
        ("The bridge was opened by the mayor.", "opened", "bridge"),
        ("The bridge opened by the mayor has cracks.", "opened", "bridge"),
        ("The envoys agreed on a truce.", "agreed", "truce"),
        ("The mayor smiled.", "smiled", None),
    ],
)
def test_what_a_verb_acts_on(text: str, verb: str, thing: str | None) -> None:
    clauses, token = sheet(text, verb)
    assert told(clauses.object(token)) == thing


def test_a_passive_has_an_agent_but_no_day_is_one() -> None:
    clauses, led = sheet("The talks were led by Moreno.", "led")
    assert (clauses.is_passive(led), told(clauses.agent(led))) == (True, "Moreno")
    clauses, held = sheet("The talks were held by Friday.", "held")
    assert (clauses.is_passive(held), clauses.agent(held)) == (True, None)
    clauses, described = sheet("The bridge opened by the mayor has cracks.", "opened")
    assert (clauses.is_passive(described), told(clauses.agent(described))) == (True, "mayor")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The envoy did not come.", "come"),
        ("The envoy never came.", "came"),
        ("Nobody came.", "came"),
        ("No ships came.", "came"),
    ],
)
def test_what_is_not_so(text: str, verb: str) -> None:
    clauses, token = sheet(text, verb)
    assert clauses.is_negated(token)
    assert clauses.standing(token).status == "denied"


def test_no_before_an_object_denies_the_act_but_not_that_somebody_says_it() -> None:
    clauses, made = sheet("The envoy made no offer.", "made")
    assert (clauses.is_negated(made), clauses.standing(made).status) == (False, "denied")


def test_who_and_which_stand_for_a_noun_and_other_words_for_themselves() -> None:
    clauses, who = sheet("The envoy who signed the treaty left.", "who")
    assert clauses.antecedent(who).text == "envoy"
    clauses, who = sheet("Who signed the treaty?", "Who")
    assert clauses.antecedent(who).text == "Who"


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("The envoys met on Monday.", "met", "occurred"),
        ("The envoys are meeting.", "meeting", "ongoing"),
        ("The envoys will meet.", "meet", "planned"),
        ("The envoys are expected to meet.", "meet", "expected"),
        ("The mayor urged the envoys to meet.", "meet", "called_for"),
        ("The envoys refused to meet.", "meet", "denied"),
        ("The envoys would meet if it rained.", "meet", "hypothetical"),
        ("The envoys were to meet on Friday.", "meet", "planned"),
        ("The envoys were to have met on Friday.", "met", "hypothetical"),
        ("The mayor did not rule out meeting the envoys.", "meeting", "expected"),
        ("The mayor ruled out meeting the envoys.", "meeting", "denied"),
        ("Peru denied a report in the Lima Herald that it planned to pull out its soldiers.", "pull", "denied"),
        ("Thousands march each night until the law is scrapped.", "scrapped", "hypothetical"),
    ],
)
def test_whether_it_is_told_as_a_fact_or_lies_ahead(text: str, verb: str, status: str) -> None:
    clauses, token = sheet(text, verb)
    assert clauses.standing(token).status == status


def test_a_noun_lies_ahead_by_what_governs_it() -> None:
    clauses, strike = sheet("The union announced a strike.", "strike")
    assert clauses.standing(strike, strike.head).status == "planned"
    clauses, strike = sheet("The strike was postponed.", "strike")
    assert clauses.standing(strike).status == "planned"
    clauses, talks = sheet("The second round of talks took place.", "talks")
    assert told(clauses.counted_by(talks)) == "round"


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The mayor opened the bridge.", "opened", "mayor"),
        ("The bridge was opened by the mayor.", "opened", "mayor"),
        ("The bridge was opened.", "opened", None),
        ("The mayor left and opened the bridge.", "opened", "mayor"),
        ("The mayor is expected to open the bridge.", "open", "mayor"),
        ("The mayor urged the army to open the bridge.", "open", "army"),
        ("The mayor spoke after opening the bridge.", "opening", "mayor"),
        ("The mayor’s decision to open the bridge was late.", "open", "mayor"),
    ],
)
def test_who_does_what_a_verb_tells(text: str, verb: str, who: str | None) -> None:
    clauses, token = sheet(text, verb)
    assert told(clauses.subject(token)) == who


def test_what_is_told_only_under_a_condition() -> None:
    clauses, broke = sheet("The dam would break if it rained.", "break")
    assert clauses.has_condition(broke)
    clauses, held = sheet("The dam would hold even if it rained.", "hold")
    assert not clauses.has_condition(held)


def test_what_prepositions_join() -> None:
    clauses, talks = sheet("The talks with Peru and about water failed.", "talks")
    assert [told(token) for token in clauses.joined(talks, "with")] == ["Peru"]
    assert [told(token) for token in clauses.joints(talks)] == ["with", "about"]
