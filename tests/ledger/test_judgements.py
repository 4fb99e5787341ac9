from datetime import UTC, datetime
from typing import Any

import pytest

from reportedly.ledger import Ledger
from reportedly.records import Judgement

AT = datetime(2031, 5, 20, 9, 30, tzinfo=UTC)


def judge(own: str, kind: Any = "merge", undoes: str | None = None, about: str = "y1") -> Judgement:
    return Judgement(own, "Ines", AT, kind, about, value="y2", undoes=undoes, note="same raid")


def test_a_judgement_is_kept_as_given_and_once(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.judgements.put(judge("j1"))
    assert ledger.judgements.all() == [judge("j1")]


def test_an_undo_is_a_row_of_its_own(ledger: Ledger) -> None:
    merge, undo = judge("j1"), judge("j2", "undo", undoes="j1")
    ledger.judgements.put(merge)
    ledger.judgements.put(undo)
    assert ledger.judgements.all() == [merge, undo]
    assert ledger.judgements.standing() == []


def test_undoing_the_undo_puts_the_first_decision_back(ledger: Ledger) -> None:
    decisions = [judge("j1"), judge("j2", "undo", "j1"), judge("j3", "undo", "j2"), judge("j4", "split")]
    for decision in decisions:
        ledger.judgements.put(decision)
    assert ledger.judgements.standing() == [decisions[0], decisions[3]]


def test_a_list_says_of_undos_too_whether_they_are_in_force_and_goes_on_behind_a_number(ledger: Ledger) -> None:
    for decision in (judge("j1"), judge("j2", "undo", "j1"), judge("j3", "undo", "j2"), judge("j4", "undo", "j1")):
        ledger.judgements.put(decision)
    told = [(line.judgement.id, line.in_force) for line in ledger.judgements.lines(after=0)]
    assert told == [("j1", False), ("j2", False), ("j3", True), ("j4", True)]
    assert [line.judgement.id for line in ledger.judgements.lines(limit=2)] == ["j4", "j3"]
    second = ledger.judgements.lines(after=0, limit=2)[-1].number
    assert [line.judgement.id for line in ledger.judgements.lines(after=second)] == ["j3", "j4"]


def test_judgements_about_one_thing(ledger: Ledger) -> None:
    ledger.judgements.put(judge("j1"))
    ledger.judgements.put(judge("j2", about="y7"))
    ledger.judgements.put(judge("j3", "undo", "j2", about="elsewhere"))
    assert [decision.id for decision in ledger.judgements.all(about="y7")] == ["j2"]
    assert ledger.judgements.standing(about="y7") == []


def test_what_is_not_there_cannot_be_undone(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="undoes j9"):
        ledger.judgements.put(judge("j1", "undo", "j9"))
    assert ledger.judgements.all() == []
