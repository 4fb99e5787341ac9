import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.search import terms, vocabulary, words

LETTERS = "abzAZ019 \n.-'’_\"éßŁ٣۴ابيیكکهةۀأءؤئَٰـ\u200c\u200d\u200b\u00ad\u202b新聞かがé\u0301ﻻﷺ½हिन्दी"
TEXTS = st.text(LETTERS, max_size=60) | st.text(st.characters(codec="utf-8"), max_size=60)
CASES = {
    "The minister's aides": ["the", "minist", "aid"],
    "It’s O’Brien": ["it", "o", "brien"],
    "al-Jazeera, foo_bar": ["al", "jazeera", "foo", "bar"],
    "1,234.5": ["1", "234", "5"],
    "مي\u200cشود ۱۲ رئيس": ["میشود", "12", "رییس"],
    "新聞 TV": ["新", "聞", "tv"],
    "\u200bVeldt\u200b": ["veldt"],
    "हिन्दी": ["हिन्दी"],
    "— … ' _ \u200c َ": [],
}


@pytest.mark.parametrize(("text", "found"), CASES.items(), ids=CASES)
def test_a_text_is_its_words(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_a_word_knows_its_form_and_where_it_stands() -> None:
    text = "\u200bVisited\u200b Ost\u00adrel"
    visited, ostrel = words(text)
    assert (visited.term, visited.form, text[visited.start : visited.end]) == ("visit", "visited", "Visited")
    assert (ostrel.term, text[ostrel.start : ostrel.end]) == ("ostrel", "Ost\u00adrel")


def test_a_sign_for_several_words_is_all_of_them_in_its_place() -> None:
    found = list(words("ﷺ"))
    assert [word.term for word in found] == ["صلی", "الله", "علیه", "وسلم"]
    assert {(word.start, word.end) for word in found} == {(0, 1)}


@given(TEXTS)
def test_words_stand_in_their_order_and_each_is_found_by_its_own_letters(text: str) -> None:
    found = list(words(text))
    assert [word.term for word in found] == terms(text)
    assert {(word.form, word.term) for word in found} == vocabulary(text)
    places = list(dict.fromkeys((word.start, word.end) for word in found))
    assert places == sorted(places)
    for start, end in places:
        assert terms(text[start:end]) == [word.term for word in found if (word.start, word.end) == (start, end)]


@given(TEXTS)
def test_terms_are_words_that_any_index_keeps_whole(text: str) -> None:
    for term in terms(text):
        assert term
        assert all(letter.isalnum() or not letter.isascii() for letter in term)
        assert term == term.lower()
