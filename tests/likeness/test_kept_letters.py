"""Two measures of how much of a word is kept in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.likeness.kept_letters import by_edits, in_common

WORDS = st.text("srfbn", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "edits", "common"),
    [
        ("srf", "srf", 1, 1),
        ("srf", "srb", 2 / 3, 2 / 3),
        ("srf", "srbf", 3 / 4, 6 / 7),
        ("", "sr", 0, 0),
        ("", "", 1, 1),
        ("sr", "nb", 0, 0),
    ],
)
def test_how_much_is_the_same(one: str, other: str, edits: float, common: float) -> None:
    assert by_edits(one, other) == pytest.approx(edits)
    assert in_common(one, other) == pytest.approx(common)


@given(WORDS, WORDS)
def test_both_are_the_same_from_both_sides(one: str, other: str) -> None:
    assert by_edits(one, other) == by_edits(other, one)
    assert in_common(one, other) == in_common(other, one)
    assert all(0 <= measure(one, other) <= 1 for measure in (by_edits, in_common))
