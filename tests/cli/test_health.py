import json
from pathlib import Path

from tests.commands import reportedly


def test_health_tells_how_each_stage_went(filled: Path) -> None:
    answer = reportedly("health", "--desk", filled)
    assert answer.code == 0
    assert answer.out.startswith("No outlet is watched")
    lines = answer.out.splitlines()
    reading = lines[lines.index("Reading: nothing is due") + 1]
    assert "4 articles in " in reading


def test_health_for_programs_has_a_line_for_each_stage(filled: Path) -> None:
    printed = reportedly("health", "--desk", filled, "--format", "jsonl").out.splitlines()
    stages = {line["stage"]: line for each in printed if (line := json.loads(each))["what"] == "stage"}
    assert list(stages) == ["poll", "fetch", "extract", "read", "compare", "relate"]
    assert (stages["read"]["done"], stages["read"]["failed"], stages["read"]["due"]) == (4, 0, 0)
    assert stages["read"]["seconds"] > 0
    assert {json.loads(each)["what"] for each in printed} == {"said", "stage", "language"}
