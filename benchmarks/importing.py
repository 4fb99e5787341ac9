"""What an import costs: ``python -m benchmarks.importing [--rows N]``.

Writes a table of invented articles of 400 words as CSV and as Parquet (one row group, the worst case), imports each
into a new desk in a process of its own, and prints processor time and the most memory that process took.
"""

import argparse
import csv
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
from pyarrow import parquet

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.session import Session
from reportedly.settings import init_desk

HEAD = ("link", "source", "published_at", "title", "content")
WORDS = "Ministers met in Orn on Monday and said the bridge would open next week despite rain that closed two roads"
LENGTH = 400  # words of an article


def main() -> None:
    """Write the tables, import each, print what it took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=50_000)
    asked.add_argument("--one", nargs=2, type=Path, metavar=("FILE", "DESK"), help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one:
        import_one(*given.one)
        return
    with TemporaryDirectory() as folder:
        for file in written(Path(folder), given.rows):
            desk = Path(folder) / f"desk-{file.suffix[1:]}"
            subprocess.run([sys.executable, "-m", "benchmarks.importing", "--one", file, desk], check=True)


def written(folder: Path, rows: int) -> tuple[Path, Path]:
    """The same rows as CSV and as Parquet."""
    chance = random.Random(3)  # noqa: S311  a repeatable text
    words = WORDS.split()
    table = [
        (
            f"https://x.example/{n}",
            "xpost",
            "2026-03-05T10:00:00Z",
            f"Report {n}",
            " ".join(chance.choices(words, k=LENGTH)),
        )
        for n in range(rows)
    ]
    with (folder / "table.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEAD, *table])
    columns = {name: [row[n] for row in table] for n, name in enumerate(HEAD)}
    parquet.write_table(pa.table(columns), folder / "table.parquet", row_group_size=rows)
    return folder / "table.csv", folder / "table.parquet"


def import_one(file: Path, folder: Path) -> None:
    """Import a file into a new desk and print a line."""
    desk = init_desk(folder)
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        start = time.process_time()
        taken = pipeline.import_file(Session(desk, ledger, archive), file)
        seconds = time.process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    each = 1000 * seconds / max(1, taken.filed)
    print(
        f"{file.suffix[1:]:<8} {taken.filed:>7,} rows  {seconds:6.1f} s of processor  {each:5.2f} ms a row  {most} MB"
    )


if __name__ == "__main__":
    main()
