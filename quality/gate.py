"""Measure the reader on the gold sets at hand and hold it to ``floors.toml``: ``python -m quality.gate [GOLD]``.

GOLD is a folder with ``gold/`` and ``data/`` (default: ``$REPORTEDLY_GOLD``, then ``shared`` beside the checkout).
A figure below its floor fails; where a model learned from the very set the figure is called a smoke test, for it shows
only a fall. ``--raise`` lifts floors to what was measured; ``--lower`` also lets them sink, which is to be explained in
the change that does it. A floor holds for the very data it was measured on (a digest is kept).
"""

import argparse
import os
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from quality import rows
from quality.sets import SETS

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.05  # percent points: half of the last digit printed
HEAD = "# Written by `python -m quality.gate --raise`: the least each figure may be, on data of this digest.\n"
SMOKE = "# A smoke test: a model learned from these very data, so that only a fall says something."

Floors = dict[str, dict[str, Any]]


def main() -> None:
    """Measure, print, compare, and end with 1 where something fell."""
    asked = _arguments()
    if not (asked.gold / "gold").is_dir():
        print(f"quality: skipped, no gold sets in {asked.gold}; name their folder in REPORTEDLY_GOLD")
        return
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    measured = {name: _measure(name, asked.gold) for name in asked.only or SETS}
    fallen = [line for name, held in measured.items() if held for line in compare(name, held, floors.get(name, {}))]
    if asked.lift or asked.lower:
        FLOORS.write_text(HEAD + written(merged(floors, measured, lower=asked.lower)), encoding="utf-8")
    if fallen and not asked.lower:
        sys.exit("\n".join(["quality: below the floor", *fallen]))


def _arguments() -> argparse.Namespace:
    beside = Path(__file__).parents[2] / "shared"
    parser = argparse.ArgumentParser(prog="quality.gate", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=Path(os.environ.get("REPORTEDLY_GOLD") or beside))
    parser.add_argument("--only", action="append", choices=SETS, help="measure only this set; may be given again")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was measured")
    parser.add_argument("--lower", action="store_true", help="set floors to what was measured, also downward")
    return parser.parse_args()


def _measure(name: str, home: Path) -> dict[str, Any] | None:
    kind = SETS[name]
    paths = kind.paths(home)
    absent = [path for path in paths if not path.is_file()]
    if absent or not paths:
        print(f"{name:<12} skipped: {absent[0] if absent else home} is not there")
        return None
    with tempfile.TemporaryDirectory() as work:
        figures = kind.measure(home, Path(work))
    note = "  (smoke test: a model learned from these very data)" if kind.smoke else ""
    print(f"{name:<12} {'  '.join(f'{key} {value}' for key, value in figures.items())}{note}", flush=True)
    return {"data": rows.digest(*paths), **figures}


def compare(name: str, measured: dict[str, Any], floor: dict[str, Any]) -> list[str]:
    """A line for each figure below its floor; a floor of other data does not count, and is said not to."""
    if floor and floor["data"] != measured["data"]:
        return [f"{name}: the data changed ({floor['data']} to {measured['data']}): set new floors with --lower"]
    return [
        f"{name}: {key} is {measured.get(key, 'not measured')}, the floor is {least}"
        for key, least in floor.items()
        if key != "data" and measured.get(key, 0.0) < least - SLACK
    ]


def merged(floors: Floors, measured: dict[str, dict[str, Any] | None], *, lower: bool) -> Floors:
    """Floors after a measurement: the higher of both, or with ``lower`` what was measured."""
    out = dict(floors)
    for name, now in measured.items():
        before = floors.get(name, {})
        if now is None or (before and before["data"] != now["data"] and not lower):
            continue
        out[name] = now if lower else {key: _higher(value, before.get(key)) for key, value in now.items()}
    return out


def _higher(now: Any, before: Any) -> Any:
    return now if isinstance(now, str) or before is None else max(now, before)


def written(floors: Floors) -> str:
    """Floors as TOML, a table a set."""
    tables = []
    for name, figures in floors.items():
        lines = [
            f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in figures.items()
        ]
        head = [SMOKE] if name in SETS and SETS[name].smoke else []
        tables.append("\n".join(["", *head, f"[{name}]", *lines, ""]))
    return "".join(tables)


if __name__ == "__main__":
    main()
