import json
import re
from pathlib import Path

from tests.commands import reportedly


def test_size_says_what_takes_the_room(filled: Path) -> None:
    answer = reportedly("ledger", "size", "--desk", filled)
    assert answer.code == 0
    ledger, archive, *parts = answer.out.splitlines()
    assert ledger.startswith("ledger ")
    assert ledger.endswith(" an article")
    assert archive.startswith("archive  0 bytes in 0 files")
    assert any(re.search(r"%  [a-z_]+ +[0-9,]+ rows?$", part) for part in parts)


def test_size_for_programs_adds_up(filled: Path) -> None:
    lines = [
        json.loads(line)
        for line in reportedly("ledger", "size", "--desk", filled, "--format", "jsonl").out.splitlines()
    ]
    whole, *parts, archive = lines
    assert whole["what"] == "ledger"
    assert whole["bytes"] == sum(part["bytes"] for part in parts)
    assert whole["bytes_an_article"] == round(whole["bytes"] / whole["rows"], 1)
    assert archive["what"] == "archive"


def test_size_of_an_empty_desk_shares_nothing_out(tmp_path: Path) -> None:
    reportedly("init", tmp_path / "desk")
    answer = reportedly("ledger", "size", "--desk", tmp_path / "desk")
    assert answer.code == 0
    assert "an article" not in answer.out
