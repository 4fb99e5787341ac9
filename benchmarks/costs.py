"""What a desk of any size takes, by simulation: ``python -m benchmarks.costs [A_DAY ...]``.

Days of articles are played second by second (no article is made): they come by chance, twice as many at noon as on the
mean and a third as many at night, and four times a day for ten minutes three times as many, as when news breaks. Cores
extract and read them, one transaction after another files them, and one worker relates them; what cannot be done yet
waits. The seconds that each step takes an article were measured (``docs/benchmarks.md``) and may be given otherwise.
Searched is the least number of cores by which 99 of 100 articles wait for less than five minutes to be read. Printed is
that, how busy filing and relating are, what waits at most, and what a month costs at prices that may be given, too.
"""

import argparse
import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

A_DAY: Final = (100_000, 1_000_000, 10_000_000)
DAYS: Final = 3
DAY: Final = 86_400
PATIENCE: Final = 300.0  # seconds that 99 of 100 articles wait at most
_NIGHT, _NOON = 0.35, 2.0  # times the mean
_BREAKING: Final = (3, 600, 4)  # times as many, for so many seconds, so often a day

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]


class Asked(NamedTuple):
    """Seconds of a processor that an article takes, bytes that it leaves, and prices."""

    read: float
    file: float
    relate: float
    ledger: int
    archive: int
    core_hour: float
    disk: float
    bucket: float


class Queue(NamedTuple):
    """A step that does so many in a second: what waits at most, for how long 99 of 100 do, and how busy it is."""

    most: float
    wait: float
    busy: float
    done: Numbers


def coming(a_day: int) -> Numbers:
    """How many articles come in each second."""
    chance = np.random.default_rng(1)
    seconds = np.arange(DAYS * DAY)
    shape = _NIGHT + (_NOON - _NIGHT) * np.clip(np.sin(math.pi * (seconds % DAY) / DAY), 0, 1) ** 2
    more, lasting, often = _BREAKING
    for start in chance.integers(0, DAYS * DAY - lasting, DAYS * often):
        shape[start : start + lasting] *= more
    return np.asarray(chance.poisson(shape * (a_day * DAYS / shape.sum())), dtype=np.float64)


def step(given: Numbers, a_second: float) -> Queue:
    """What becomes of what is given to a step, second by second."""
    waiting, done, left = np.empty(len(given)), np.empty(len(given)), 0.0
    for second, some in enumerate(given):
        done[second] = min(left + some, a_second)
        left += some - done[second]
        waiting[second] = left
    wait = _of_articles(waiting / a_second, given)
    return Queue(float(waiting.max()), wait, float(done.sum() / (a_second * len(given))), done)


def _of_articles(waits: Numbers, given: Numbers) -> float:
    """For how long 99 of 100 articles wait at most, each weighing as many as came with it."""
    if not given.any():
        return 0.0
    order = np.argsort(waits)
    passed = np.cumsum(given[order]) / given.sum()
    return float(waits[order][np.searchsorted(passed, 0.99)])


def cores(given: Numbers, read: float) -> tuple[int, Queue]:
    """The least number of cores that read in time."""
    least = max(1, math.ceil(given.mean() * read))
    most = math.ceil(given.max() * read) + 1
    while least < most:
        middle = (least + most) // 2
        least, most = (least, middle) if step(given, middle / read).wait <= PATIENCE else (middle + 1, most)
    return least, step(given, least / read)


def lines(a_day: int, asked: Asked) -> Iterator[str]:
    """What so many articles a day take."""
    given = coming(a_day)
    many, reading = cores(given, asked.read)
    filing = step(reading.done, 1 / asked.file)
    relating = step(filing.done, 1 / asked.relate)
    yield f"{a_day:,} articles a day: {given.mean():.1f} a second on the mean, {given.max():.0f} in the busiest"
    yield f"  extracting and reading  {many:,} cores, {reading.busy:.0%} busy; {_waits(reading)}"
    for name, one, each in (
        ("filing, one at a time", filing, asked.file),
        ("relating, by one worker", relating, asked.relate),
    ):
        behind = given.mean() * each > 1
        yield f"  {name:<24}{one.busy:.0%} busy; {'falls behind for good' if behind else _waits(one)}"
    yield from _prices(a_day, many, asked)


def _waits(one: Queue) -> str:
    return f"99 of 100 wait {one.wait / 60:.1f} minutes at most, {one.most:,.0f} together"


def _prices(a_day: int, many: int, asked: Asked) -> Iterator[str]:
    month = 30 * a_day / 1e9
    computing = (many + 4) * 24 * 30 * asked.core_hour  # four more for the database and whoever files
    ledger, archive = month * asked.ledger, month * asked.archive
    yield f"  a month leaves          {ledger:,.0f} GB of ledger, {archive:,.0f} GB of archive"
    yield (
        f"  a month costs           ${computing:,.0f} of cores, and for what that month left each month "
        f"${ledger * asked.disk:,.0f} of disk and ${archive * asked.bucket:,.0f} of bucket"
    )


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.costs", description=__doc__)
    parser.add_argument("a_day", nargs="*", type=int, default=A_DAY, metavar="A_DAY")
    parser.add_argument("--read", type=float, default=0.27, help="seconds of a core to extract and read an article")
    parser.add_argument("--file", type=float, default=0.0079, help="seconds to file one, of 64 in one transaction")
    parser.add_argument("--relate", type=float, default=0.065, help="seconds of a core to relate one")
    parser.add_argument("--ledger", type=int, default=72_000, help="bytes that it takes in the ledger")
    parser.add_argument("--archive", type=int, default=25_000, help="bytes that its page takes in the archive")
    parser.add_argument("--core-hour", type=float, default=0.04, help="price of a core for an hour")
    parser.add_argument("--disk", type=float, default=0.10, help="price of a GB of disk for a month")
    parser.add_argument("--bucket", type=float, default=0.023, help="price of a GB in a bucket for a month")
    given = vars(parser.parse_args())
    for a_day in given.pop("a_day"):
        print("\n".join(lines(a_day, Asked(**given))))


if __name__ == "__main__":
    main()
