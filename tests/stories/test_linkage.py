"""Linkage: the mean decides, what was there before keeps its place, and two that were there never join."""

from reportedly.stories.linkage import Linkage

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
