"""How long filing takes: ``python -m benchmarks.filing LEDGER.db [--articles 1000] [--at-once 32] [--into URL]``.

Articles and readings are taken from a copy of a ledger and filed in a new one, or in the empty one at an address, some
at a time, then filed again as they are. Then bare rows are put in as the ledger does, and as its query builder would.
Prints how many a second, and processor time each, that of a database's own processes not counted.
"""

import argparse
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from benchmarks import machine
from reportedly.ledger import Filing, Ledger, open_ledger, tuples
from reportedly.ledger.database import Database, connect
from reportedly.ledger.schema import article_marks
from reportedly.records import Article, Sighting

ROWS = 50_000


def main() -> None:
    """Take, file, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--articles", type=int, default=1_000)
    asked.add_argument("--at-once", type=int, default=32)
    asked.add_argument("--into", metavar="URL")
    given = asked.parse_args()
    print(machine.facts())
    with TemporaryDirectory() as folder:
        articles, filings = taken(given.ledger, Path(folder), given.articles)
        url = given.into or f"sqlite:///{folder}/new.db"
        with open_ledger(url) as ledger:
            for name, work in steps(ledger, articles, filings, given.at_once):
                measure(name, len(articles), work)
        with closing(connect(url)) as database:
            for name, work in ways(database):
                measure(name, ROWS, work)


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


def ways(database: Database) -> Iterable[tuple[str, Callable[[], None]]]:
    """Bare rows put in, in one transaction each, in two ways."""

    def row(n: int) -> tuple[str, int]:
        return f"entity:{n % 997:016x}", n

    def as_filed() -> None:
        with database.writing() as connection:
            tuples.insert(connection, article_marks, ("mark", "place"), map(row, range(ROWS)))

    def by_builder() -> None:
        rows = [{"mark": mark, "place": place} for mark, place in map(row, range(ROWS, 2 * ROWS))]
        with database.writing() as connection:
            connection.execute(sa.insert(article_marks), rows)

    return [("rows, as filed", as_filed), ("rows, by builder", by_builder)]


def measure(name: str, many: int, work: Callable[[], None]) -> None:
    """Print what ``work`` on so many took."""
    start, spent = time.perf_counter(), time.process_time()
    work()
    start, spent = time.perf_counter() - start, time.process_time() - spent
    print(f"{name:<17}{many / start:>8,.0f} a second{spent / many * 1000:>8.2f} ms of processor time each", flush=True)


if __name__ == "__main__":
    main()
