"""One case: a number, and a trial that says what came out instead of what is right."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from quality import rows

Trial = Callable[[Path], Iterator[str]]
"""Takes the folder of inputs; gives a line for each thing that is wrong, and nothing where all is right."""


class Case(NamedTuple):
    """``number`` is the one the list of cases gives it; ``needs`` are the inputs without which it cannot be tried."""

    number: str
    needs: tuple[str, ...]
    trial: Trial


class Verdict(NamedTuple):
    """What came of one case: ``wrong`` is None where the case could not be tried, and empty where all is right."""

    number: str
    wrong: tuple[str, ...] | None


def tried(case: Case, inputs: Path) -> Verdict:
    """The case on the inputs at hand. What a trial raises counts as wrong: no exception may leave the desk."""
    if not all((inputs / name).is_file() for name in case.needs):
        return Verdict(case.number, None)
    try:
        return Verdict(case.number, tuple(case.trial(inputs)))
    except Exception as error:  # noqa: BLE001  whatever the desk lets through is what the case asks about
        return Verdict(case.number, (f"{type(error).__name__}: {error}",))


def differs(what: str, given: object, right: object) -> Iterator[str]:
    """A line where ``given`` is not what is right."""
    if given != right:
        yield f"{what}: {given!r}, not {right!r}"


def row(inputs: Path, name: str, ending: str) -> rows.Row:
    """The row of an input in JSON lines whose address ends in ``ending``."""
    return next(found for found in rows.load(inputs / name) if str(found["url"]).endswith(ending))


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """A folder for one trial."""
    with tempfile.TemporaryDirectory() as work:
        yield Path(work)
