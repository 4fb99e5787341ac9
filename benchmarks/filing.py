"""How long filing takes: ``python -m benchmarks.filing LEDGER.db [--articles 1000] [--at-once 32]``.

Articles and readings are taken from a copy of a ledger and filed in a new one, some at a time, then filed again as they
are. Prints how many a second, and processor time each.
"""

import argparse
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import machine
from reportedly.ledger import Filing, Ledger, open_ledger
from reportedly.records import Article, Sighting


def main() -> None:
    """Take, file, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--articles", type=int, default=1_000)
    asked.add_argument("--at-once", type=int, default=32)
    given = asked.parse_args()
    print(machine.facts())
    with TemporaryDirectory() as folder:
        articles, filings = taken(given.ledger, Path(folder), given.articles)
        with open_ledger(f"sqlite:///{folder}/new.db") as ledger:
            for name, work in steps(ledger, articles, filings, given.at_once):
                measure(name, len(articles), work)


def taken(held: Path, folder: Path, most: int) -> tuple[list[Article], list[Filing]]:
    """The first articles of a ledger that were read, with what is filed of each; from a copy."""
    shutil.copy(held, folder / "held.db")
    with open_ledger(f"sqlite:///{folder}/held.db") as ledger:
        gists = {gist.article: gist for gist in islice(ledger.readings.gists(), most)}
        seen: dict[str, list[Sighting]] = defaultdict(list)
        for sighting in ledger.readings.sightings():
            seen[sighting.article].append(sighting)
        articles, readings = ledger.articles.by_id(gists), ledger.readings.by_article(gists)
    filings = [Filing(readings[own], gist, tuple(seen[own])) for own, gist in gists.items()]
    return [articles[own] for own in gists], filings


def steps(
    ledger: Ledger, articles: Sequence[Article], filings: Sequence[Filing], at_once: int
) -> Iterable[tuple[str, Callable[[], None]]]:
    """What is measured, one after another."""

    def file_articles() -> None:
        for start in range(0, len(articles), at_once):
            ledger.articles.file_all(articles[start : start + at_once])

    def file_readings() -> None:
        for start in range(0, len(filings), at_once):
            for refused in ledger.readings.file_all(filings[start : start + at_once]):
                raise ValueError(refused.why)

    return [("articles", file_articles), ("readings", file_readings), ("the same again", file_readings)]


def measure(name: str, many: int, work: Callable[[], None]) -> None:
    """Print what ``work`` on so many took."""
    start, spent = time.perf_counter(), time.process_time()
    work()
    start, spent = time.perf_counter() - start, time.process_time() - spent
    print(f"{name:<15}{many / start:>8,.0f} a second{spent / many * 1000:>8.2f} ms of processor time each", flush=True)


if __name__ == "__main__":
    main()
