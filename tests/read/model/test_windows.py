import pytest
from tokenizers import Tokenizer

from reportedly.read.model import windows
from reportedly.read.model.graphs import load
from reportedly.read.model.windows import NOWHERE


@pytest.fixture
def tokenizer() -> Tokenizer:
    return load().tokenizer


def test_a_paragraph_is_one_window_whose_pieces_know_their_places(tokenizer: Tokenizer) -> None:
    text = "First line.\nThe ferry to Tallmere sails again."
    (window,) = windows.by_paragraph(tokenizer, text, [(12, len(text))])
    words = [text[a:b] for a, b in window.places if (a, b) != NOWHERE]
    assert words[:2] == ["The", "ferry"]
    assert "".join(words) == text[12:].replace(" ", "")
    assert (window.pieces[0], window.pieces[-1]) == (windows.BEGINS, windows.ENDS)


def test_a_long_paragraph_is_cut_at_sentence_ends(tokenizer: Tokenizer) -> None:
    text = "The council met on the quay and talked of nets. " * 40
    cut = list(windows.by_paragraph(tokenizer, text, [(0, len(text))]))
    assert len(cut) > 2
    assert all(len(window.pieces) <= windows.MOST + 2 for window in cut)
    assert all(text[window.places[1][0] :].startswith("The council") for window in cut)


def test_a_sentence_without_end_is_cut_anywhere_and_loses_nothing(tokenizer: Tokenizer) -> None:
    text = "fish " * 1000
    cut = list(windows.by_paragraph(tokenizer, text, [(0, len(text))]))
    places = [place for window in cut for place in window.places if place != NOWHERE]
    assert len(places) == 1000
    assert places == sorted(places)
