"""The tables of times: each can be compiled, its numbers tell what they say, its names are those of printed dates."""

import re

import pytest

from reportedly import languages
from reportedly.dates.names import names
from reportedly.dates.spelling import plain
from reportedly.read.days.vague import row
from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.times.grammar import grammar
from reportedly.read.multilingual.times.notation import parsed
from reportedly.read.multilingual.times.table import CALENDARS, table
from reportedly.read.multilingual.times.vocabulary import Vocabulary


@pytest.mark.parametrize("language", languages.READ)
def test_every_phrase_can_be_sought_and_has_a_word_to_begin_with(language: str) -> None:
    known = grammar(language)
    assert all(rule.pattern.groups >= 0 and rule.heads for rule in known.rules)
    assert all(row(name).reason for name in table(language).vague)


@pytest.mark.parametrize("language", languages.READ)
def test_number_words_below_a_hundred_tell_their_numbers(language: str) -> None:
    counting, told = Vocabulary(table(language)).counting, table(language).numbers
    for number in range(1, 100):
        words = _spelled(number, language)
        folded = " ".join(key(word) for word in words.split())
        assert re.fullmatch(counting.part.pattern, folded), words
        assert counting.value(folded) == number
    assert counting.value("1,250") == 1250
    assert told.ordinals


def _spelled(number: int, language: str) -> str:
    told = table(language).numbers
    if number < len(told.ones):
        return told.ones[number].split("|")[0]
    ten, one = told.tens[number // 10 - 2].split("|")[0], told.ones[number % 10].split("|")[0]
    if number % 10 == 0:
        return ten
    return {"fa": f"{ten} {told.joint} {one}", "ar": f"{one} {told.joint}{ten}"}.get(language, f"{ten} {one}")


@pytest.mark.parametrize("language", languages.READ)
def test_months_and_weekdays_are_known_to_who_reads_printed_dates(language: str) -> None:
    told, known = table(language), names()
    for calendar, kind in CALENDARS.items():
        for number, spelled in enumerate(getattr(told.months, calendar), 1):
            first = _plain(spelled)
            assert (known.months[first].number, known.months[first].calendar) == (number, kind), spelled
    for number, spelled in enumerate(told.week.days):
        first = _plain(spelled)
        assert known.weekdays[first] == number, spelled


def _plain(spelled: str) -> str:
    return plain(spelled.split("|", maxsplit=1)[0].replace("_", " ").replace("-", " "))


@pytest.mark.parametrize(
    ("phrase", "wrong"), [("(a|b", "not closed"), ("a)", "too many"), ("[a]", "nothing that must")]
)
def test_a_phrase_that_cannot_be_read_is_told(phrase: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        parsed(phrase, Vocabulary(table("fa")).slot)
