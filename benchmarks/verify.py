"""How fast an archive is verified: ``python -m benchmarks.verify [--pages N] [--desk DIR]``.

Writes an archive of invented pages (or takes a desk's own), then reads it through with ``verify``, with ``gzip -t``,
which unpacks every byte and compares each record's checksum, and with ``sha256sum``, which only reads. All three on the
same files in the same run, the best of some rounds. Processor time is told besides, because it hardly hangs on what
else the machine does; the files are in the system's memory by then, so what is measured is the work, not the disk.
"""

import argparse
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import machine
from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.records import Capture, Exchange
from reportedly.settings import desk_in

ROUNDS = 3
STARTED = datetime(2024, 6, 1, tzinfo=UTC)
SIZES = (8_000, 40_000, 90_000, 160_000)  # bytes; pages of news sites are like this
AGAIN = 10  # every so many pages comes again with the same bytes
SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "sha", "che", "thi", "pro")


def words(chance: random.Random, many: int) -> list[str]:
    """Invented words: enough of them that a page packs as text does, to a quarter."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(many)]


def pages(many: int) -> Iterable[Exchange]:
    """Invented pages of markup and words, the same in every run."""
    chance = random.Random(11)  # noqa: S311 - pages, not secrets
    known = words(chance, 20_000)
    body = b""
    for n in range(many):
        if n % AGAIN:
            text = " ".join(chance.choices(known, k=chance.choice(SIZES) // 7))
            body = f"<html><head><title>{n}</title></head><body><p>{text}</p></body></html>".encode()
        headers = (("Content-Type", "text/html; charset=utf-8"), ("Server", "invented"))
        asked = (("Host", "herald.example"), ("User-Agent", "desk"))
        yield Exchange(f"https://herald.example/{n}", STARTED + timedelta(seconds=n), 200, "OK", asked, headers, body)


def written(folder: Path, many: int) -> list[Capture]:
    """An archive of so many pages in three files or so."""
    first: dict[str, Capture] = {}
    archive = Archive(folder, full=40_000_000, seen=first.get)
    captures = []
    for page in pages(many):
        captures.append(archive.write(page))
        first.setdefault(captures[-1].sha256, captures[-1])
    return captures


def fastest(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processors, each the least of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        begin, before = time.perf_counter(), sum(os.times()[:4])
        work()
        taken.append((time.perf_counter() - begin, sum(os.times()[:4]) - before))
    return min(wall for wall, _ in taken), min(busy for _, busy in taken)


def measure(folder: Path, captures: Iterable[Capture]) -> None:
    """Print the table; ends the program where verify finds anything."""
    held = list(captures)
    files = sorted(folder.glob("*.warc.gz"))
    size = sum(file.stat().st_size for file in files)
    print(f"{len(files)} files, {size / 1e6:,.0f} MB, {len(held):,} captures")
    ways: dict[str, Callable[[], object]] = {
        "sha256sum": lambda: subprocess.run(["sha256sum", *files], check=True, stdout=subprocess.DEVNULL),  # noqa: S607
        "gzip -t": lambda: subprocess.run(["gzip", "-t", *files], check=True),  # noqa: S607
        "verify": lambda: _clean(Archive(folder, read_only=True), held),
    }
    print("| what | MB of files a second | MB a processor second |\n|---|---|---|")
    for name, work in ways.items():
        wall, busy = fastest(work)
        print(f"| `{name}` | {size / 1e6 / wall:,.0f} | {size / 1e6 / busy:,.0f} |", flush=True)


def _clean(archive: Archive, captures: list[Capture]) -> None:
    faults = list(archive.verify(captures))
    if faults:
        raise SystemExit(f"{faults[0].warc} at {faults[0].offset}: {faults[0].message}")


def main() -> None:
    """Measure on a desk's archive, or on an invented one."""
    parser = argparse.ArgumentParser(prog="benchmarks.verify", description=__doc__)
    parser.add_argument("--pages", type=int, default=4_000, help="how many invented pages (default 4,000)")
    parser.add_argument("--desk", type=Path, help="take this desk's archive")
    asked = parser.parse_args()
    print(machine.facts())
    if asked.desk:
        desk = desk_in(asked.desk)
        with open_ledger(desk.ledger_url) as ledger:
            measure(desk.archive, ledger.captures.all())
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), written(Path(folder), asked.pages))


if __name__ == "__main__":
    main()
