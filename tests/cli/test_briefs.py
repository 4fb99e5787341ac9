import json
from pathlib import Path

import pytest

from tests.commands import reportedly


@pytest.fixture
def draft(own: Path) -> str:
    """The id of a draft of all there is."""
    answer = reportedly("briefs", "draft", "--from", "2025-06-01", "--to", "2025-06-30", "--who", "ilse", "--desk", own)
    assert answer.code == 0, answer.err
    return answer.out.partition(":")[0]


def test_a_brief_from_draft_to_withdrawal(own: Path, draft: str, tmp_path: Path) -> None:
    def run(*words: str | Path) -> str:
        answer = reportedly("briefs", *words, "--desk", own)
        assert answer.code == 0, answer.err
        return answer.out

    assert draft in run("list")
    assert "**DRAFT**" in run("show", draft)
    assert "issued brief 1" in run("issue", draft, "--marking", "TLP:AMBER", "--who", "ilse")
    assert "TLP:AMBER" in run("list")
    assert "edition 2" in run("correct", "1", "--reason", "a slip", "--who", "omar")
    assert "SUBSTITUTED" in run("show", "1", "--edition", "1")
    run("export", "1", "--format", "json", "-o", tmp_path / "brief.json")
    told = json.loads((tmp_path / "brief.json").read_bytes())
    assert (told["number"], told["edition"], told["author"]) == (1, 2, "omar")
    assert "was withdrawn by ilse" in run("withdraw", "1", "--reason", "taken back", "--who", "ilse")
    assert "KILL" in run("show", "1")
    assert "withdrawn: taken back" in run("list")


def test_stories_can_be_named_or_sought(own: Path) -> None:
    stories = [
        json.loads(line)["story"] for line in reportedly("stories", "--format", "jsonl", "--desk", own).out.splitlines()
    ]
    answer = reportedly("briefs", "draft", *stories[:2], "--title", "Two", "--who", "ilse", "--desk", own)
    assert "Two" in answer.out
    assert reportedly("briefs", "draft", "--search", "zeppelin", "--who", "ilse", "--desk", own).code == 3


def test_what_is_wrong_ends_with_its_exit_code(own: Path, draft: str) -> None:
    assert reportedly("briefs", "issue", draft, "--marking", "SECRET", "--desk", own).code == 3
    assert reportedly("briefs", "show", "9", "--desk", own).code == 3
    assert reportedly("briefs", "export", draft, "--format", "odt", "--desk", own).code == 3


def test_a_desk_without_briefs_says_how_to_begin(own: Path) -> None:
    assert "briefs draft" in reportedly("briefs", "list", "--desk", own).out
