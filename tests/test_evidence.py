import pytest

from reportedly.evidence import Clue, points, spoke, table

TABLE = (
    Clue[str]("is a title", 3.0, str.istitle, "invented here"),
    Clue[str]("has an x", -2.0, lambda word: "x" in word, "invented here"),
    Clue[str]("is long", 0.5, lambda word: len(word) // 4, "invented here"),
)


def test_a_case_is_worth_the_rows_that_hold_of_it() -> None:
    assert points(TABLE, "Zahedan") == 3.5
    assert points(TABLE, "xebec") == -1.5
    assert points(TABLE, "") == 0


def test_a_table_says_which_of_its_rows_spoke() -> None:
    assert list(spoke(TABLE, "Xanthippe")) == [("is a title", 3.0), ("is long", 1.0)]
    assert list(spoke(TABLE, "")) == []


def test_a_learned_table_counts_every_bound_that_a_clue_is_above() -> None:
    learned = table([("bias", "0", "-1"), ("length", "6", "2"), ("length", "3", "1")])
    assert [learned.odds({"length": length}) for length in (3, 4, 7)] == pytest.approx([-1, 0, 2])
