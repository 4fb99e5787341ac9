"""Decisions: a wrong match is undone, stays undone when all is matched anew, and comes back by an undo."""

import getpass
import json
from pathlib import Path

import pytest

from tests.commands import reportedly
from tests.harbour import HERE, THERE


def visit(desk: Path) -> dict[str, object]:
    printed = reportedly("followups", "--as-of", "2025-06-30", "--format", "jsonl", "--desk", desk).out
    return next(one for line in printed.splitlines() if (one := json.loads(line))["article_url"] == HERE)


def test_a_wrong_match_is_undone_and_the_decision_undone_again(own: Path) -> None:
    known = visit(own)
    assert known["state"] == "happened"
    code, said, error = reportedly("judge", "wrong", str(known["id"]), THERE, "--who", "Ilse", "--desk", own)
    assert code == 0, error
    assert visit(own)["state"] == "silent"
    decision = said.partition(":")[0]
    listed = reportedly("judge", "list", "--desk", own).out
    assert listed.startswith(f"* {decision}")
    assert f"Ilse: split {known['id']} {THERE}" in listed
    assert reportedly("judge", "undo", decision, "--who", "Ilse", "--desk", own).code == 0
    assert visit(own)["state"] == "happened"


def test_what_is_not_there_cannot_be_judged(filled: Path) -> None:
    known = str(visit(filled)["id"])
    for words in (("wrong", "f0", THERE), ("wrong", known, "https://else.example/3"), ("undo", "j0")):
        assert reportedly("judge", *words, "--who", "Ilse", "--desk", filled).code == 3
    assert reportedly("judge", "list", "--desk", filled).out == ""


def test_a_user_without_a_name_is_asked_for_one(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", nameless)
    code, _, complaint = reportedly("judge", "withdraw", str(visit(filled)["id"]), "--desk", filled)
    assert code == 3
    assert complaint.strip().endswith("a decision needs the name of who decides: in the form, or with --who")


def nameless() -> str:
    raise KeyError("uid not found: 4711")


def test_the_list_names_what_a_decision_needs(filled: Path) -> None:
    printed = reportedly("followups", "--as-of", "2025-06-30", "--desk", filled).out
    assert any(line.endswith(f" | {visit(filled)['id']}") for line in printed.splitlines())
