"""Quotations are found before sentences are, whatever their marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.grammar import quotes


def inside(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said “we will stay” and left.", "we will stay"),
        ('She said "we will stay" and left.', "we will stay"),
        ("She said „we will stay“ and left.", "we will stay"),
        ("She said « we will stay » and left.", "we will stay"),
        ("She said ‘we will stay’ and left.", "we will stay"),
        ("A ruler 5' long; she said 'we will stay' and left.", "we will stay"),
        ('Glass 5" wide: "we will stay" it says.', "we will stay"),
    ],
)
def test_marks(text: str, words: str) -> None:
    assert words in inside(text)


def test_apostrophes_are_no_quotations() -> None:
    assert inside("The miners’ union said it’s the boys' turn; don't wait.") == []


def test_a_quotation_over_paragraphs_is_one_chain() -> None:
    text = "“The first part.\n\n“The second part.\n\n“The last part,” she said. “Another.”"
    found = quotes.find(text)
    assert [quote.chain == found[0].chain for quote in found] == [True, True, True, False]
    assert [quote.closed for quote in found] == [False, False, True, True]


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    assert inside("He said “we will stay.\nThe next day they left.") == ["we will stay."]


def test_a_stray_opening_mark_does_not_swallow_the_next() -> None:
    assert inside("The “lake and the “river” are low.")[-1] == "river"


@pytest.mark.parametrize("mark", ["“", '"', "‘", "'", "«", "“a ", '"a\n'])
def test_ten_thousand_marks_take_linear_time(mark: str) -> None:
    began = time.process_time()
    quotes.find(mark * 10_000)
    assert time.process_time() - began < 2


@given(st.text(alphabet="a .,\n“”\"„«»‘’'", max_size=60))
def test_quotes_lie_inside_their_marks_and_the_text(text: str) -> None:
    for quote in quotes.find(text):
        assert 0 <= quote.outer < quote.start <= quote.end <= quote.after <= len(text)
