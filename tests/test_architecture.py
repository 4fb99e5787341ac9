"""What import rules cannot say about the code: sizes, names, where time enters, and what a command loads at start."""

import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "reportedly"
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "manager", "service", "base", "misc"}
CLOCKS = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.(time|localtime|gmtime))\(")
HEAVY = ("spacy", "sqlalchemy", "fastapi", "trafilatura", "httpx", "rich.progress", "numpy")


def test_no_file_is_too_long() -> None:
    assert [f"{path}: {n}" for path in FILES if (n := len(path.read_text("utf-8").splitlines())) > LONGEST] == []


def test_every_module_and_package_has_a_name_that_says_something() -> None:
    names = [part for path in FILES for part in path.relative_to(PACKAGE).with_suffix("").parts]
    assert NAMES_THAT_SAY_NOTHING.isdisjoint(names)


def test_time_enters_in_one_place() -> None:
    asking = [path.name for path in FILES if CLOCKS.search(path.read_text("utf-8"))]
    assert asking == ["clock.py"]


def test_nothing_is_promised_in_the_code() -> None:
    promise = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b")
    assert [path.name for path in FILES if promise.search(path.read_text("utf-8"))] == []


def test_help_loads_no_stage() -> None:
    show = "import sys, reportedly.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", show], capture_output=True, check=True, text=True).stdout.split()
    assert [name for name in HEAVY if name in loaded] == []
