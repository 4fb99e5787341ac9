"""A whole desk over a corpus: ``python -m benchmarks.desk [ARTICLES.jsonl[.gz]] [--keep DIR]``.

Imports and runs the articles, with seconds and peak memory of each command and what each step of the run took, then
serves the desk and asks for its pages: median and slowest answer of each kind. More than 1.5 GB, or a median over
200 ms, fails.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import corpus, machine, pages, watched
from reportedly.sample import DAYS, play

MEMORY = 1.5 * 2**30  # bytes
ANSWER = 0.2  # seconds


def fill(desk: Path, file: Path | None) -> list[watched.Cost]:
    """Fill a desk with a file of articles, or by playing the sample world's last day; prints the cost of each step."""
    if file is None:
        costs: list[watched.Cost] = []
        play(desk, DAYS[-1:], lambda _: costs.append(_step("run", desk)))
        return costs
    watched.reportedly("init", desk)
    return [_step("import", desk, file), _step("run", desk)]


def _step(command: str, desk: Path, *files: Path) -> watched.Cost:
    told = ["--timings"] if command == "run" else []
    cost = watched.reportedly(command, *files, *told, "--desk", desk)
    print(f"{command:<8} {cost}", flush=True)
    return cost


def main() -> None:
    """Measure, print, and end with 1 where a limit was passed."""
    asked = _arguments()
    file = asked.file or corpus.at_hand()
    print(machine.facts())
    print(f"articles of {file.name if file else 'the sample world'}")
    with tempfile.TemporaryDirectory() as folder:
        desk = asked.keep or Path(folder) / "desk"
        costs = fill(desk, file)
        with pages.served(desk) as address:
            answers = pages.answers(address)
    for answer in answers:
        print(answer)
    slow = [answer.kind for answer in answers if answer.median > ANSWER]
    if slow or max(cost.peak for cost in costs) > MEMORY:
        sys.exit(f"over the limits of {MEMORY / 2**30} GB and {ANSWER} s: {', '.join(slow) or 'memory'}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.desk", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the desk there and leave it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
