"""Weights and the cosine: the rarer a shared word, the more two texts are alike."""

import pytest

from reportedly.likeness import cosine, rarity, unit


def test_a_rare_word_weighs_more_and_none_weighs_nothing() -> None:
    assert rarity(100, 1) > rarity(100, 50) > rarity(100, 100) > 0


def test_texts_are_alike_from_nought_to_one() -> None:
    ferry, fair = unit({"ferry": 3.0, "pier": 1.0}), unit({"fair": 2.0})
    assert cosine(ferry, ferry) == pytest.approx(1)
    assert cosine(ferry, fair) == 0
    assert 0 < cosine(ferry, unit({"ferry": 1.0, "fair": 1.0})) < 1


def test_of_no_words_there_is_no_direction() -> None:
    assert unit({}) == {}
    assert unit({"the": 0.0}) == {}
