import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.search.folding import folded

ALIKE = {
    "yeh": ("وزیری", "وزيري", "وزىرى", "وزیري"),
    "kaf": ("کتاب", "كتاب", "ڪتاب"),
    "heh": ("شهر", "شہر", "شەر"),
    "teh marbuta": ("حکومه", "حكومة", "حکومہ", "حکومۃ"),
    "alef with hamza, madda, wasla": ("ان", "أن", "إن", "آن", "ٱن"),
    "hamza on waw": ("موسسه", "مؤسسة"),
    "hamza on yeh": ("رییس", "رئيس", "رئیس"),
    "ezafe": ("خانه", "خانهٔ", "خانۀ"),
    "hamza at the end": ("وزرا", "وزراء"),
    "vowel marks": ("مدرسه", "مَدْرَسَة"),
    "small alef": ("رحمن", "رحمٰن"),
    "tatweel": ("سلام", "ســـلام"),
    "joiner": ("میشود", "می\u200cشود", "مي\u200cشود"),
    "direction": ("تهران", "\u202bتهران\u202c", "\u2067تهران\u2069"),
    "presentation forms": ("سلام", "ﺳﻼﻡ"),
    "isolated vowel mark": ("من", "مﹶن"),
    "digits": ("1404", "۱۴۰۴", "١٤٠٤", "１４０４"),
    "case": ("straße", "STRASSE", "Straße"),
    "accents": ("cafe", "Café", "cafe\u0301"),
    "strokes": ("lodz", "Łódź"),
    "soft hyphen": ("border", "bor\u00adder"),
    "dotted capital": ("izmir", "İzmir"),
    "ligature": ("office", "oﬃce"),
    "ayn in transliteration": ("ali", "ʿAlī"),
}
APART = (("کہا", "کھا"), ("کی", "کے"), ("ماء", "ما"), ("میں", "مین"), ("के", "की"), ("گل", "کل"))


@pytest.mark.parametrize("spellings", ALIKE.values(), ids=ALIKE)
def test_spellings_of_one_word_are_one(spellings: tuple[str, ...]) -> None:
    assert len({folded(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_tells_words_apart_stays(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_is_folding_once(word: str) -> None:
    once = folded(word)
    assert folded(once) == once


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_a_word_is_one_in_composed_and_decomposed_letters(word: str) -> None:
    assert folded(unicodedata.normalize("NFC", word)) == folded(unicodedata.normalize("NFD", word))
