from hypothesis import given
from hypothesis import strategies as st

from quality.measure import characters, jaccard, match, percent, prf, touch

scores = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 5), st.integers(0, 5)), max_size=20)


def test_blanks_are_not_counted_as_covered() -> None:
    assert characters([(0, 5)], "a b\u00a0c") == {0, 2, 4}


def test_ranges_that_only_meet_do_not_touch() -> None:
    assert touch((0, 3), (2, 5))
    assert not touch((0, 3), (3, 5))


def test_two_empty_covers_share_nothing() -> None:
    assert jaccard(frozenset(), frozenset()) == 0


def test_the_best_pair_is_married_first() -> None:
    assert match([(0.6, "a", 1), (0.9, "b", 1), (0.5, "a", 2)]) == {"b": 1, "a": 2}


@given(scores)
def test_nobody_is_married_twice(scored: list[tuple[float, int, int]]) -> None:
    partners = match(scored)
    assert len(set(partners.values())) == len(partners)


def test_nothing_of_nothing_is_zero_percent() -> None:
    assert percent(0, 0) == 0
    assert prf(0, 0, 0) == (0, 0, 0)
    assert prf(1, 2, 4) == (50.0, 25.0, 33.3)
