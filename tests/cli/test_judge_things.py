"""Corrections, withdrawals, notes, tags and marks by command."""

import json
from pathlib import Path

from tests.commands import reportedly
from tests.harbour import HERE


def statements(desk: Path) -> list[dict[str, object]]:
    """The article's, as they are given out."""
    taken = desk / "statements.jsonl"
    reportedly("export", "statements", "--format", "jsonl", "-o", str(taken), "--desk", desk)
    lines = [json.loads(line) for line in taken.read_text("utf-8").splitlines()]
    return [line for line in lines if line["url"] == HERE]


def ids(desk: Path) -> tuple[str, str]:
    """Of the article and of its expectation."""
    printed = reportedly("followups", "--as-of", "2025-06-30", "--format", "jsonl", "--desk", desk).out
    expected = next(one for line in printed.splitlines() if (one := json.loads(line))["article_url"] == HERE)
    return str(statements(desk)[0]["article"]), str(expected["id"])


def judge(desk: Path, *words: str) -> str:
    """The id of the decision that a command files."""
    code, said, error = reportedly("judge", *words, "--who", "Ilse", "--desk", desk)
    assert code == 0, error
    return said.partition(":")[0]


def test_what_is_corrected_is_exported_so_until_that_is_undone(own: Path) -> None:
    before = statements(own)
    about = f"{before[0]['article']}:{before[0]['statement']}"
    made = judge(own, "correct", about, "certainty=unknown", "--note", "nobody saw it")
    assert statements(own)[0]["certainty"] == "unknown"
    gone = judge(own, "withdraw", about)
    assert len(statements(own)) == len(before) - 1
    for decision in (made, gone):
        judge(own, "undo", decision)
    assert statements(own) == before


def test_remarks_are_listed_and_narrowed_down(own: Path) -> None:
    article, expected = ids(own)
    judge(own, "note", article, "ask the embassy")
    judge(own, "tag", expected, "visits")
    judge(own, "mark", HERE, "amber")
    confirmed = judge(own, "confirm", expected)
    listed = reportedly("judge", "list", "--desk", own).out
    assert "(ask the embassy)" in listed
    assert f"tag {expected} visits" in listed
    assert f"mark {article} AMBER" in listed
    only = reportedly("judge", "list", "--about", expected, "--kind", "confirm", "--who", "Ilse", "--desk", own).out
    assert only.split()[:2] == ["*", confirmed]
    assert reportedly("judge", "list", "--day", "2001-01-01", "--desk", own).out == ""


def test_what_cannot_be_decided_ends_the_command(own: Path) -> None:
    article, expected = ids(own)
    about = f"{article}:{statements(own)[0]['statement']}"
    for words in (
        ("withdraw", article),
        ("correct", about, "colour=red"),
        ("correct", expected, "window=soon"),
        ("correct", article, "title=x"),
        ("mark", article, "PINK"),
        ("tag", article, " "),
        ("confirm", "s0"),
        ("note", "https://else.example/3", "x"),
    ):
        assert reportedly("judge", *words, "--who", "Ilse", "--desk", own).code == 3, words
