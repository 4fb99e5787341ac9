"""A small part of the mutants on every run; ``python -m quality.fuzz`` tries them all."""

import random

import pytest

from quality.fuzz import trying
from quality.fuzz.accidents import mutated
from quality.fuzz.doors import DOORS


def test_no_broken_document_ends_a_stage() -> None:
    assert list(trying.faults(300, seed=7)) == []


def test_mutants_of_one_seed_are_the_same() -> None:
    (one, *_), other = DOORS[0].documents, DOORS[1].documents
    made = [mutated(one, other, random.Random(f"1/{n}")) for n in range(50)]
    assert made == [mutated(one, other, random.Random(f"1/{n}")) for n in range(50)]
    assert len(set(made)) > 40


def test_whatever_is_raised_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(body: bytes) -> None:
        raise KeyError(len(body))

    monkeypatch.setattr(trying, "DOORS", (DOORS[0]._replace(enter=breaks),))
    assert [fault.number for fault in trying.faults(3, seed=1)] == [0, 1, 2]
