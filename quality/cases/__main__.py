"""Try every case, prints right or wrong for each, and the sum. Exit status 1 where one is wrong."""

import argparse
import sys
from pathlib import Path

from quality.cases.case import Verdict, tried
from quality.cases.table import CASES


def main() -> int:
    """Try the cases named, or all; ``--wrong`` prints the wrong ones alone."""
    parser = argparse.ArgumentParser(prog="python -m quality.cases", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of cases, with its inputs/")
    parser.add_argument("numbers", nargs="*", help="numbers of cases, such as F01; all where none is given")
    parser.add_argument("--wrong", action="store_true", help="print the wrong ones alone")
    given = parser.parse_args()
    inputs = given.folder / "inputs"
    if not inputs.is_dir():
        print(f"no cases at {given.folder}: nothing tried")
        return 0
    known = {case.number for case in CASES}
    if unknown := set(given.numbers) - known:
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    verdicts = [tried(case, inputs) for case in CASES if not given.numbers or case.number in given.numbers]
    for verdict in verdicts:
        if verdict.wrong != () or not given.wrong:
            print(_line(verdict))
    return _sum(verdicts)


def _line(verdict: Verdict) -> str:
    if verdict.wrong is None:
        return f"{verdict.number}  not tried: its input is not there"
    if verdict.wrong:
        return f"{verdict.number}  wrong: {'; '.join(verdict.wrong)}"
    return f"{verdict.number}  right"


def _sum(verdicts: list[Verdict]) -> int:
    could = [verdict for verdict in verdicts if verdict.wrong is not None]
    wrong = sum(1 for verdict in could if verdict.wrong)
    print(f"{len(could) - wrong} of {len(could)} cases right")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
