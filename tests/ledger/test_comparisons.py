"""Answers of the comparer are kept while they are asked for."""

from reportedly.ledger import Ledger
from reportedly.records import Comparison

YES = Comparison(0.9, 0.0, 0.0, 0.0, 0.05, 0.03, 0.02)
NO = Comparison(0.0, 0.0, 0.0, 0.0, 0.0, 0.1, 0.9)


def test_only_the_answers_of_the_last_matching_are_held(ledger: Ledger) -> None:
    ledger.comparisons.replace("comparer/1", {"q1": YES, "q2": NO})
    assert ledger.comparisons.all("comparer/1") == {"q1": YES, "q2": NO}
    ledger.comparisons.replace("comparer/1", {"q2": NO, "q3": YES})
    assert ledger.comparisons.all("comparer/1") == {"q2": NO, "q3": YES}


def test_answers_of_another_comparer_are_none_and_give_way(ledger: Ledger) -> None:
    ledger.comparisons.replace("comparer/1", {"q1": YES})
    assert ledger.comparisons.all("comparer/2") == {}
    ledger.comparisons.replace("comparer/2", {"q1": NO})
    assert ledger.comparisons.all("comparer/2") == {"q1": NO}
    assert ledger.comparisons.all("comparer/1") == {}
