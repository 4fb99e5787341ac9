"""Which words of a sentence are names, from what the model says of each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.model.decode import Floats
from reportedly.read.model.named import NAMES, likeliest

WORD = st.lists(st.floats(0.01, 1), min_size=len(NAMES), max_size=len(NAMES))


def said(*words: dict[str, float]) -> Floats:
    """Probabilities of tags for each word; what is not given shares the rest."""
    rows = [[word.get(tag, (1 - sum(word.values())) / (len(NAMES) - len(word))) for tag in NAMES] for word in words]
    return np.array(rows, np.float32)


def tags(p: Floats) -> list[str]:
    return [NAMES[tag] for tag in likeliest(p)]


def test_the_likeliest_of_each_word_where_they_may_stand_so() -> None:
    assert tags(said({"B-PER": 0.9}, {"I-PER": 0.9}, {"O": 0.9}, {"B-LOC": 0.8})) == ["B-PER", "I-PER", "O", "B-LOC"]


def test_a_name_does_not_begin_with_its_second_word() -> None:
    assert tags(said({"O": 0.55, "B-ORG": 0.43}, {"I-ORG": 0.9}, {"I-ORG": 0.9})) == ["B-ORG", "I-ORG", "I-ORG"]


def test_a_name_is_of_one_kind() -> None:
    assert tags(said({"B-ORG": 0.9}, {"I-LOC": 0.5, "I-ORG": 0.45}, {"I-ORG": 0.9})) == ["B-ORG", "I-ORG", "I-ORG"]


def test_no_words_have_none() -> None:
    assert likeliest(np.zeros((0, len(NAMES)), np.float32)) == []


@given(st.lists(WORD, min_size=1, max_size=9))
def test_further_words_only_follow_words_of_their_kind(words: list[list[float]]) -> None:
    p = np.array(words, np.float32)
    found = tags(p / p.sum(1, keepdims=True))
    assert len(found) == len(words)
    for before, tag in zip(["O", *found], found, strict=False):
        assert tag[0] != "I" or before[2:] == tag[2:]
