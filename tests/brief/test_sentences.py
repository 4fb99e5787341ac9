"""How one statement becomes one sentence, and when its article's own sentence is safer."""

from datetime import date

import pytest
from msgspec.structs import replace

from reportedly.account.attributions import Attribution, attributions
from reportedly.account.telling import Telling
from reportedly.brief.sentences import sentence
from reportedly.records import Entity, Statement, StoryArticle
from tests.newsroom import VAREN, at, claim, written

REUT = Entity("e1", "person", "Anka Reut")


def only(text: str, one: Statement, *more: Statement) -> Attribution:
    told = written(VAREN, "x", f"Ostra\n\n{text}", date(2024, 6, 3), statements=(one, *more), entities=(REUT,))
    place = StoryArticle(told.id, told.article.url, None, told.article.url)
    found = attributions(Telling(place, told.article, told.reading, "Varen News Agency"))
    return next(each for each in found if each.statement.id == one.id)


def head(text: str) -> str:
    return f"Ostra\n\n{text}"


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "told"),
    [
        (
            "The army said the ford was safe.",
            "the ford was safe",
            "said",
            "The army",
            "Varen News Agency reported: The army said “the ford was safe”.",
        ),
        (
            "The ford was safe, the army told reporters.",
            "The ford was safe",
            "told",
            "the army",
            "Varen News Agency reported: the army said: “The ford was safe”.",
        ),
        (
            "According to the army, the ford was safe.",
            "the ford was safe",
            "According to",
            "the army",
            "Varen News Agency reported, citing the army: “the ford was safe”.",
        ),
        (
            "The army called a second meeting of all commanders to inspect the ford.",
            "to inspect the ford",
            "called",
            "The army",
            "Varen News Agency reported: “The army called a second meeting of all commanders to inspect the ford”.",
        ),
        (
            "• The army said the ford was safe.",
            "the ford was safe",
            "said",
            "• The army",
            "Varen News Agency reported: The army said “the ford was safe”.",
        ),
        (
            "Threats by Sel to attack the ford were condemned in Ostra.",
            "to attack the ford",
            "Threats",
            "Sel",
            "Varen News Agency reported: “Threats by Sel to attack the ford were condemned in Ostra”.",
        ),
        (
            "Its army, which lost boats in May and in June, said the ford was safe.",
            "the ford was safe",
            "said",
            "Its army",
            "Varen News Agency reported: “Its army, which lost boats in May and in June, said the ford was safe”.",
        ),
        (
            "The ford is reportedly safe.",
            "The ford is",
            "reportedly",
            "",
            "Varen News Agency reported, naming no source (“reportedly”): “The ford is”.",
        ),
    ],
)
def test_forms_of_a_sentence(text: str, content: str, cue: str, source: str, told: str) -> None:
    assert sentence(only(text, claim(head(text), content, cue, source, kind="named"))) == told


def test_the_outlet_itself_is_named_once() -> None:
    text = "Varen News Agency said the ford was safe."
    one = only(text, claim(head(text), "the ford was safe", "said", "Varen News Agency", kind="outlet"))
    assert sentence(one) == "Varen News Agency said “the ford was safe”."


def test_the_name_behind_a_pronoun_is_told() -> None:
    text = "She said the ford was safe."
    one = only(text, claim(head(text), "the ford was safe", "said", "She", kind="named", entity="e1"))
    assert sentence(one) == "Varen News Agency reported: Anka Reut said “the ford was safe”."


def test_the_name_behind_an_anonymous_source_is_never_told() -> None:
    text = "A minister said the ford was safe."
    one = only(text, claim(head(text), "the ford was safe", "said", "A minister", kind="anonymous", entity="e1"))
    assert sentence(one) == "Varen News Agency reported: A minister (not named) said “the ford was safe”."


def test_a_denial_without_a_word_for_it_is_called_one() -> None:
    text = "Anka Reut said nobody had crossed."
    one = only(text, claim(head(text), "nobody had crossed", "said", "Anka Reut", kind="named", polarity="denied"))
    assert sentence(one) == "Varen News Agency reported: Anka Reut said “nobody had crossed” (a denial)."


def test_a_chain_whose_outer_source_is_a_pronoun_is_quoted_whole() -> None:
    text = "It quoted a guard as saying that the ford was safe."
    outer = claim(head(text), "a guard as saying that the ford was safe", "quoted", "It", kind="media")
    inner = claim(head(text), "the ford was safe", "saying", "a guard", kind="role", via=outer.id)
    assert sentence(only(text, inner, outer)) == f"Varen News Agency reported: “{text[:-1]}”."


def foreign(text: str, content: str, cue: str, source: str, language: str) -> str:
    whole = f"پل\n\n{text}"
    one = claim(whole, content, cue, source, kind="named" if source else "unknown")
    told = written(VAREN, "x", whole, date(2024, 6, 3), statements=(one,), language=language)
    assert told.reading is not None
    reading = replace(told.reading, sentences=(at(whole, text),))
    place = StoryArticle(told.id, told.article.url, None, told.article.url)
    (found,) = attributions(Telling(place, told.article, reading, "پیک ترال"))
    return sentence(found)


def test_words_in_another_language_stand_as_said_and_the_language_is_named() -> None:
    text = "سخنگوی ارتش گفت که گذرگاه امن است."
    told = foreign(text, "گذرگاه امن است", "گفت", "سخنگوی ارتش", "fa")
    assert told == "پیک ترال reported in Persian: “سخنگوی ارتش گفت که گذرگاه امن است”."


def test_hearsay_in_another_language_is_said_to_name_nobody() -> None:
    told = foreign("کہا جاتا ہے کہ پل کھل گیا ہے۔", "پل کھل گیا ہے", "کہا جاتا ہے", "", "ur")
    assert told == "پیک ترال reported in Urdu, naming no source (“کہا جاتا ہے”): “پل کھل گیا ہے”."
