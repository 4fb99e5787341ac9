import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.text import Span, joined, reading_copy, squeezed, unbroken, unseen_dropped

INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
ODD_SPACES = "\u00a0\u2007\u202f\u2009\u200a\t\r\x0b\x0c\x85\u2028\u2029"
texts = st.text(st.sampled_from("abc .\n“”" + INVISIBLE + ODD_SPACES) | st.characters(codec="utf-8"), max_size=60)


def visible(text: str) -> str:
    return "".join(c for c in text if c not in INVISIBLE)


def test_a_span_is_half_open() -> None:
    span = Span(4, 8)
    assert span.of("the port is shut") == "port"
    assert span.touches(Span(7, 9))
    assert not span.touches(Span(8, 9))
    assert span.holds(Span(4, 8))
    assert not span.holds(Span(3, 8))


def test_a_soft_hyphen_does_not_split_a_word() -> None:
    text = "The minis\u00adter left"
    copy = reading_copy(text)
    assert copy.text == "The minister left"
    assert copy.original(4, 12).of(text) == "minis\u00adter"


def test_odd_spaces_become_plain_ones_and_keep_their_place() -> None:
    text = "Mr\u00a0Oren\u2009said"
    copy = reading_copy(text)
    assert copy.text == "Mr Oren said"
    assert copy.original(0, 7).of(text) == "Mr\u00a0Oren"


def test_plain_text_costs_nothing() -> None:
    copy = reading_copy("The bridge at Lower Ford is open.")
    assert copy.kinks == ()
    assert copy.text == "The bridge at Lower Ford is open."


@given(texts)
@example("\u200b\u200babc\u200b")
@example("a\u00ad\u00ad\u00adb")
def test_a_copy_holds_every_visible_character_in_order(text: str) -> None:
    copy = reading_copy(text)
    assert len(copy.text) == len(visible(text))
    for i in range(len(copy.text)):
        original = copy.original(i, i + 1).of(text)
        assert len(original) == 1
        assert original == copy.text[i] or original in ODD_SPACES


@given(texts, st.data())
def test_a_range_of_the_copy_comes_back_as_the_same_words(text: str, data: st.DataObject) -> None:
    copy = reading_copy(text)
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(start, len(copy.text)))
    original = copy.original(start, end)
    assert reading_copy(original.of(text)).text == copy.text[start:end]
    assert end > start or original.start == original.end


@given(texts, st.data())
def test_there_and_back_is_where_it_started(text: str, data: st.DataObject) -> None:
    copy = reading_copy(text)
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(start, len(copy.text)))
    there = copy.original(start, end)
    if end > start:
        assert copy.copied(there) == Span(start, end)


@given(texts, st.data())
def test_a_span_of_the_original_covers_the_same_visible_words_in_the_copy(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    copy = reading_copy(text)
    assert copy.copied(Span(start, end)).of(copy.text) == reading_copy(text[start:end]).text


def test_squeezed_is_one_line() -> None:
    assert squeezed("  Talks\u00a0on \n\t the riv\u00ader ") == "Talks on the river"


@given(texts)
def test_squeezing_twice_changes_nothing(text: str) -> None:
    assert squeezed(squeezed(text)) == squeezed(text)


def test_words_are_joined_with_dots_only_where_words_are_left_out() -> None:
    text = "According \n to the army, which said so, the ford was safe."
    at = [Span(start := text.find(words), start + len(words)) for words in ("According", "to", "the army", "the ford")]
    assert joined(reversed(at), text) == "According to the army … the ford"
    assert joined((), text) == ""


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_marks_of_breaks_are_dropped_from_pages_and_joiners_stay(mark: str) -> None:
    assert unbroken(f"Ost{mark}rel{mark}") == "Ostrel"
    assert unbroken("می\u200cشود \u200e(a)") == "می\u200cشود \u200e(a)"


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200f", "\u2068"])
def test_what_nobody_sees_counts_for_nothing(mark: str) -> None:
    assert unseen_dropped(f"{mark}Ost{mark}rel") == "Ostrel"
    assert reading_copy(f"Ost{mark}rel").text == "Ostrel"
