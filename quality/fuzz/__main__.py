"""Break documents and hand them in; prints each that ended its stage, and the sum. Exit status 1 where one did."""

import argparse
import sys
from pathlib import Path

from quality.fuzz.trying import Fault, faults


def main() -> int:
    """Try so many mutants of a seed; ``--keep`` writes those that ended a stage into a folder."""
    parser = argparse.ArgumentParser(prog="python -m quality.fuzz", description=__doc__)
    parser.add_argument("--mutants", type=int, default=60_000, help="how many documents are tried (default 60,000)")
    parser.add_argument("--seed", type=int, default=0, help="another seed, other mutants (default 0)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the documents that ended a stage there")
    given = parser.parse_args()
    found = []
    for fault in faults(given.mutants, given.seed):
        found.append(fault)
        print(f"mutant {fault.number}: {fault.door}: {fault.what}", flush=True)
        _keep(fault, given.keep)
    print(f"{given.mutants:,} mutants of seed {given.seed}: {len(found)} ended a stage or took too long")
    return int(bool(found))


def _keep(fault: Fault, folder: Path | None) -> None:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{fault.number}.bin").write_bytes(fault.body)


if __name__ == "__main__":
    sys.exit(main())
