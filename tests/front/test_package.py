"""``reportedly.read`` is the function, whatever was imported before, and the package alone costs next to nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

import reportedly

SRC = Path(reportedly.__file__).parent.parent
ORDERS = (
    "import reportedly",
    "from reportedly import read",
    "import reportedly.read",
    "from reportedly.read import reader",
    "import reportedly.read.grammar",
    "import reportedly; import reportedly.read.reader; from reportedly import read",
    "import importlib, reportedly; importlib.import_module('reportedly.read')",
    "import importlib, sys, reportedly.read; importlib.reload(sys.modules['reportedly'])",
)


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize("order", ORDERS)
def test_it_is_the_function_in_whatever_order_things_are_imported(order: str) -> None:
    asked = "import sys, reportedly.read; from reportedly import read; from reportedly.read import grammar"
    told = "print(type(reportedly.read).__name__, read is reportedly.read, type(grammar).__name__)"
    assert python(f"{order}\n{asked}\n{told}").split() == ["function", "True", "module"]


def test_importing_it_loads_nothing_but_itself() -> None:
    show = "import sys; before = set(sys.modules); import reportedly; print(*set(sys.modules) - before)"
    loaded = {name.partition(".")[0] for name in python(show).split()}
    assert loaded <= sys.stdlib_module_names | {"reportedly"}
    assert (
        python("import sys, reportedly; print(*[n for n in sys.modules if n.startswith('reportedly.')])").split() == []
    )


def test_all_that_it_offers_is_there() -> None:
    assert sorted(reportedly.__all__) == ["__version__", "open_desk", "read"]
    assert all(hasattr(reportedly, name) for name in reportedly.__all__)
    assert (SRC / "reportedly" / "py.typed").is_file()


@pytest.mark.slow
def test_a_type_checker_sees_what_it_gives(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import reportedly\n"
        "from reportedly.records import Brief, Reading\n"
        'reading: Reading = reportedly.read("A text.", published="2024-05-20")\n'
        'with reportedly.open_desk("my-desk") as desk:\n'
        "    brief: Brief = desk.brief()\n"
        'wrong: int = reportedly.read("A text.")\n'
    )
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--cache-dir",
            str(tmp_path),
            "--follow-imports=silent",
            str(script),
        ],
        capture_output=True,
        check=False,
        text=True,
        cwd=tmp_path,
        env={"MYPYPATH": str(SRC)},
    ).stdout
    (error,) = [line for line in told.splitlines() if "error:" in line]
    assert error.startswith("script.py:6: ")
    assert 'expression has type "Reading"' in error
