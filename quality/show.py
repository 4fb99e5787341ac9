"""A scorer as a command: its files by position, its figures as one JSON object."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quality.measure import Prf


def main(score: Callable[..., dict[str, Any]]) -> None:
    """Run ``score`` on the files named on the command line and print what it gives."""
    if len(sys.argv) < 3:  # noqa: PLR2004 - the program's name, gold, predictions
        sys.exit(f"usage: {sys.argv[0]} GOLD... PREDICTIONS (see the head of the module)")
    print(json.dumps(plain(score(*map(Path, sys.argv[1:])))))


def plain(figures: dict[str, Any]) -> dict[str, Any]:
    """The same with precision, recall and F1 by name."""
    return {key: value._asdict() if isinstance(value, Prf) else value for key, value in figures.items()}
