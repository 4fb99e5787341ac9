"""What import rules cannot say about the code: sizes, names, where time enters, and what a command loads at start."""

import ast
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "reportedly"
FILES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
LONGEST = 400
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "manager", "service", "base", "misc"}
CLOCKS = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.(time|localtime|gmtime))\(")
BY_ADDRESS = re.compile(r"\bc\.url ==|\.url\.(in_|not_in)\(|\w\.url = \w+\.url\b")
STAGES = {"fetch", "archive", "extract", "read", "stories", "followups", "edits", "crew"}  # a crew does stages
LEDGER = {"ledger", "session"}  # a session holds a ledger
ASKED_BY_LIBRARIES = re.compile(r"__\w+__|do_[A-Z]+|log_message|self_group|load_dialect_impl")
HEAVY = ("spacy", "sqlalchemy", "fastapi", "trafilatura", "httpx", "rich.progress", "numpy")


def test_no_file_is_too_long() -> None:
    assert [f"{path}: {n}" for path in FILES if (n := len(path.read_text("utf-8").splitlines())) > LONGEST] == []


def test_every_module_and_package_has_a_name_that_says_something() -> None:
    names = [part for path in FILES for part in path.relative_to(PACKAGE).with_suffix("").parts]
    assert NAMES_THAT_SAY_NOTHING.isdisjoint(names)


def test_nothing_stands_there_that_nothing_asks_for() -> None:
    words = Counter(word for path in (*FILES, *TEMPLATES) for word in re.findall(r"\w+", path.read_text("utf-8")))
    lonely = {name for path in FILES if "versions" not in path.parts for name in named(path) if words[name] == 1}
    assert [name for name in lonely if not ASKED_BY_LIBRARIES.fullmatch(name)] == []


def named(path: Path) -> Iterator[str]:
    """The functions, classes and constants that a file defines, but for those that a decorator hands on."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.decorator_list:
            yield node.name
    for line in tree.body:
        targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_the_ledger_looks_for_pages_by_their_ids_and_never_by_their_addresses() -> None:
    """No index holds addresses, for they have no bounded length: a query for one would go through the whole table."""
    ledger = [path for path in FILES if "ledger" in path.parts and "versions" not in path.parts]
    assert [path.name for path in ledger if BY_ADDRESS.search(path.read_text("utf-8"))] == []


def test_time_enters_in_one_place() -> None:
    asking = [path.name for path in FILES if CLOCKS.search(path.read_text("utf-8"))]
    assert asking == ["clock.py"]


def imported(path: Path) -> Iterator[str]:
    """The parts of the package that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            package, *parts = node.module.split(".")
            if package == "reportedly":
                yield from parts[:1] or [alias.name for alias in node.names]


def test_stages_and_ledger_are_seen_together_only_where_the_map_says() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for path in FILES:
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        seen[part].update(imported(path))
    both = {part for part, others in seen.items() if others & STAGES and (others | {part}) & LEDGER}
    assert both == {
        "gather",
        "relating",
        "alerting",
        "assigning",
        "pipeline",
        "bundle",
        "upkeep",
        "session",
        "serving",
        "front",
        "cli",
    }
    page = (PACKAGE.parents[1] / "ARCHITECTURE.md").read_text("utf-8")
    (listed,) = re.findall(r"a test keeps the list: (.*?)\.\n\n", page, re.DOTALL)
    assert both == set(re.findall(r"`(\w+)`", listed))


def test_nothing_is_promised_in_the_code() -> None:
    promise = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b")
    assert [path.name for path in FILES if promise.search(path.read_text("utf-8"))] == []


@pytest.mark.process("what a fresh interpreter loads")
def test_help_loads_no_stage() -> None:
    show = "import sys, reportedly.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", show], capture_output=True, check=True, text=True).stdout.split()
    assert [name for name in HEAVY if name in loaded] == []
