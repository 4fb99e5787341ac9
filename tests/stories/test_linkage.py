"""Linkage: a mean decides, what was there before keeps its place, and two that were there never join."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.stories.linkage import ASKED, Linkage, backed

ALIKE = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (3, 4): 0.2}


def alike(a: int, b: int) -> float:
    return ALIKE.get((min(a, b), max(a, b)), 0.0)


def test_two_join_where_the_mean_is_high_enough() -> None:
    assert Linkage([], [[n] for n in range(5)], alike).joined(ALIKE, 0.5) == ([], [[2], [3], [4], [0, 1]])
    assert Linkage([], [[n] for n in range(5)], alike).joined(ALIKE, 0.4) == ([], [[3], [4], [0, 1, 2]])


def test_stories_that_were_there_grow_in_their_order_but_do_not_join() -> None:
    assert Linkage([[0], [2]], [[1]], alike).joined([(0, 1), (1, 2)], 0.4) == ([[0, 1], [2]], [])


def test_log_odds_average_too_and_one_that_is_parted_keeps_groups_apart() -> None:
    odds = {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -2.5, (2, 3): -0.9, (1, 3): -9_000.0, (0, 3): 0.3}

    def told(a: int, b: int) -> float:
        return odds[min(a, b), max(a, b)]

    assert Linkage([], [[n] for n in range(4)], told, -2.0).joined(odds, -1.0) == ([], [[3], [0, 1, 2]])


def test_groups_of_which_no_pair_counts_stay_apart_at_any_threshold() -> None:
    assert Linkage([], [[0], [1]], lambda _, __: None, -2.0).joined([(0, 1)], -1.0) == ([], [[0], [1]])


def test_a_pair_is_as_alike_as_it_is_likely_and_many_unsure_pairs_say_more_than_one() -> None:
    assert backed([0.14]) == pytest.approx(0.14)
    assert backed([0.14] * 9) > 0.2


def test_even_pairs_say_more_than_one_that_seems_sure() -> None:
    assert backed([0.2, 0.2, 0.2, 0.2]) > backed([0.8, 0.0, 0.0, 0.0])


@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=ASKED**2), st.randoms())
def test_what_pairs_say_together_hangs_on_no_order(likelihoods: list[float], chance: Random) -> None:
    mixed = sorted(likelihoods, key=lambda _: chance.random())
    assert backed(mixed) == backed(likelihoods)
    assert backed(likelihoods) <= ASKED


def test_a_large_happening_takes_in_what_each_of_its_articles_is_a_little_like() -> None:
    group = list(range(6))

    def unsure(a: int, b: int) -> float:
        return 0.9 if max(a, b) < 6 else 0.12

    near = [(n, 6) for n in group]
    assert Linkage([group], [[6]], unsure, mean=backed).joined(near, 0.15) == ([[*group, 6]], [])
    assert Linkage([[0]], [[6]], unsure, mean=backed).joined([(0, 6)], 0.15) == ([[0]], [[6]])


def test_of_a_large_group_only_the_newest_are_asked() -> None:
    asked = set[tuple[int, int]]()

    def noted(a: int, b: int) -> float:
        asked.add((a, b))
        return 0.5

    Linkage([list(range(100))], [[100]], noted, mean=backed).joined([(3, 100)], 0.15)
    assert asked == {(n, 100) for n in range(100 - ASKED, 100)}
