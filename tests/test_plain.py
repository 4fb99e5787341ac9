"""What is installed for all needs none of the extras: nothing loads them where nobody asks for them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXTRAS = ("ray", "psycopg", "obstore", "authlib", "weasyprint")
WITHOUT = """
import json, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in EXTRAS:
            tried.append(name)
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

EXTRAS, tried = sys.argv.pop(1).split(","), []
sys.meta_path.insert(0, Missing())
from reportedly import cli
try:
    cli.main()
finally:
    print(json.dumps(tried), file=sys.stderr)
"""


def without(*words: str | Path) -> tuple[list[str], str]:
    """Which extras a command asked for, where none is installed, and what it printed."""
    command = [sys.executable, "-c", WITHOUT, ",".join(EXTRAS), *map(str, words)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stderr.splitlines()[-1]), answer.stdout


@pytest.mark.process("modules are missing in it")
def test_help_and_reading_load_no_extra(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("Ferry 12 sank off Tarnow\n\nPolice said nobody was hurt.\n")
    assert without("--help")[0] == []
    tried, told = without("read", tmp_path / "ferry.txt")
    assert tried == []
    assert "Police" in told


@pytest.mark.process("modules are missing in it")
def test_a_desk_that_asks_for_none_loads_no_extra(tmp_path: Path) -> None:
    desk, given = tmp_path / "desk", tmp_path / "ferry.jsonl"
    given.write_text(json.dumps({"url": "https://wire.example/1", "text": "Police said the ferry sank on Monday."}))
    for words in (
        ("init", desk),
        ("import", given, "--desk", desk),
        ("run", "--desk", desk),
        ("health", "--desk", desk),
    ):
        assert without(*words)[0] == []
