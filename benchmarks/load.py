"""The queue and the filing of a ledger under load: ``python -m benchmarks.load URL [--rate 120] [--minutes 10]``.

URL is an empty database of PostgreSQL, to be thrown away afterwards. Pages of invented worlds (``benchmarks.worlds``)
come at RATE a second, 120 being ten million a day; DRIVERS processes, each a worker with leases as a run is one, take
what is due and file what pages show and what is found in them. Fetching, extracting and reading are left out: a canned
reading stands for them. One snapshot of the database stays open all the while, as a long export would, so that no row
that was struck off a list can be cleared away. Printed for each minute are what was filed in a second, what waits, how
long claims took, and shares of a processor; at the end rows and bytes an article. Ends with 1 where claims take longer
than 20 ms (95 of 100), grow by half, or filing lags.
"""

import argparse
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from multiprocessing.context import ForkProcess
from multiprocessing.queues import Queue
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

import psutil
import sqlalchemy as sa
from msgspec.structs import replace

from benchmarks import machine, worlds
from reportedly.archive import Archive
from reportedly.assigning.filing import Settled, file
from reportedly.crew.jobs import Extracted, Found
from reportedly.ledger import Arrived, claiming, open_ledger, schema
from reportedly.ledger.database import connect
from reportedly.records import Capture, content_id
from reportedly.session import Session
from reportedly.settings import Desk, init_desk

RATE: Final = 120
MINUTES: Final = 10
DRIVERS: Final = 2
AT_ONCE: Final = 64
"""Articles filed in one transaction. Of 16 each takes half as much again, of client and server: 11.3 ms, else 7.9."""
SLOW: Final = 0.020  # seconds, of 95 claims in 100
GROWN: Final = 1.5
KEPT_UP: Final = 0.99  # of what came
_FETCHED: Final = 64  # pages put in at once, as they are looked up
_WORLDS_A_DAY: Final = 150_000
_LISTS: Final = ("unextracted", "unread")


class Told(NamedTuple):
    """What a process did since it told last: articles filed, seconds each claim took, and of its processor."""

    who: str
    filed: int
    claims: list[float]
    processor: float


class Minute(NamedTuple):
    """What was seen of a minute."""

    filed: int
    claims: list[float]
    processor: dict[str, float]
    seconds: float


def pages(patterns: Sequence[worlds.Pattern]) -> Iterator[Capture]:
    """Pages without end, world after world."""
    now = datetime.now(UTC)  # of the benchmark alone
    for own in count():
        for number in range(len(patterns)):
            url = f"https://invented.example/{number}/{own}"
            sha = content_id("h", url)
            yield Capture(
                content_id("c", url), url, now, 200, "text/html", sha, 20_000, "load.warc.gz", own * 1_000 + number
            )


def worked_on(page: Capture, patterns: Sequence[worlds.Pattern]) -> Settled:
    """What a crew would answer for a page."""
    number, own = map(int, page.url.rsplit("/", 2)[1:])
    article, found = patterns[number].filled(worlds.Piece(own, number), timedelta(own // _WORLDS_A_DAY))
    return Settled(Extracted(page, replace(article, capture=page.id)), Found(*found))


def feed(desk: Desk, patterns: Sequence[worlds.Pattern], rate: float, until: float, told: "Queue[Told]") -> None:
    """Put pages in as they would come."""
    began, done, worked = time.monotonic(), 0, time.process_time()
    coming = pages(patterns)
    with open_ledger(desk.ledger_url) as ledger:
        while (now := time.monotonic()) < until:
            if done < (now - began) * rate:
                ledger.captures.put_all([Arrived(page) for page in islice(coming, _FETCHED)])
                done += _FETCHED
                told.put(Told("feeding", 0, [], time.process_time() - worked))
                worked = time.process_time()
            else:
                time.sleep(0.05)


def drive(desk: Desk, patterns: Sequence[worlds.Pattern], at_once: int, until: float, told: "Queue[Told]") -> None:
    """Take what is due and file what came of it, as a worker."""
    claims: list[float] = []
    claiming.each = _timed(claiming.each, claims)  # measured where it is done
    worked = time.process_time()
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        session = Session(desk, ledger, archive)
        with session.duty.taken(), session.duty.guarded():
            while time.monotonic() < until:
                due = ledger.captures.to_extract(session.duty.holder)
                while some := [worked_on(page, patterns) for page in islice(due, at_once)]:
                    if unread := file(session, some, session.duty.holder):
                        raise RuntimeError(f"{unread} readings were refused")
                    told.put(Told("drivers", len(some), claims.copy(), time.process_time() - worked))
                    claims.clear()
                    worked = time.process_time()
                time.sleep(0.2)


def _timed(each: Callable[..., Iterator[Any]], into: list[float]) -> Callable[..., Iterator[Any]]:
    """The same, with the seconds that each claim took, those in vain too."""

    def timed(*given: Any) -> Iterator[Any]:
        claims = each(*given)
        while True:
            began = time.perf_counter()
            rows = next(claims, None)
            into.append(time.perf_counter() - began)
            if rows is None:
                return
            yield rows

    return timed


class Watched:
    """The load as it is seen from outside: minute by minute."""

    def __init__(self, url: str, told: "Queue[Told]") -> None:
        self._database, self._told = connect(url), told
        self._server = _server_of(self._database)
        self._before = self._used()

    def minute(self, until: float) -> Minute:
        """What happened until that moment."""
        began, filed, claims = time.monotonic(), 0, list[float]()
        spent = dict.fromkeys(("feeding", "drivers"), 0.0)
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.5))
            while not self._told.empty():
                one = self._told.get()
                filed += one.filed
                claims += one.claims
                spent[one.who] += one.processor
        before, self._before = self._before, self._used()
        return Minute(filed, claims, {**spent, "PostgreSQL": self._before - before}, time.monotonic() - began)

    def waiting(self) -> str:
        """How much waits, and how many rows that were struck off stand in the lists still."""
        with self._database.looking() as connection:
            many = (sa.select(sa.func.count()).select_from(schema.metadata.tables[name]) for name in _LISTS)
            waits = sum(connection.scalar(query) or 0 for query in many)
            dead = sa.text("SELECT sum(n_dead_tup) FROM pg_stat_user_tables WHERE relname = ANY(:names)")
            return f"{waits:>9,} {connection.scalar(dead, {'names': [*_LISTS]}) or 0:>10,}"

    def size(self) -> tuple[int, int]:
        """Rows of all tables, and bytes of the database."""
        with self._database.looking() as connection:
            counts = (sa.select(sa.func.count()).select_from(table) for table in schema.metadata.sorted_tables)
            rows = sum(connection.scalar(many) or 0 for many in counts)
            return rows, connection.scalar(sa.text("SELECT pg_database_size(current_database())")) or 0

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Look at the database as it is now, and go on looking."""
        with self._database.looking() as connection:
            connection.execute(sa.select(sa.func.count()).select_from(schema.unextracted))
            yield

    def _used(self) -> float:
        """Seconds of a processor that the server took so far, where it is on this machine; also those that ended."""
        if self._server is None:
            return 0.0
        own = self._server.cpu_times()
        running = 0.0
        for one in self._server.children():
            try:
                running += sum(one.cpu_times()[:2])
            except psutil.NoSuchProcess:
                continue
        return running + sum(own[:4])


def _server_of(database: Any) -> psutil.Process | None:
    """The process of the server that serves a database, where it is here and may be looked at."""
    with database.looking() as connection:
        number = connection.scalar(sa.text("SELECT pg_backend_pid()"))
        try:
            return psutil.Process(number).parent()
        except psutil.Error:
            return None


def line(number: int, minute: Minute, waiting: str) -> str:
    """A minute in a line."""
    claims = [1e3 * one for one in minute.claims]
    shares = (minute.processor[who] / minute.seconds for who in ("feeding", "drivers", "PostgreSQL"))
    times = statistics.median(claims or [0]), _p95(claims), max(claims, default=0)
    return (
        f"{number:>6} {minute.filed / minute.seconds:>8.1f} {waiting} {len(claims):>7} "
        f"{' '.join(f'{one:>8.1f}' for one in times)} {' '.join(f'{share:>10.0%}' for share in shares)} "
        f"{psutil.cpu_percent():>8.0f}%"
    )


def _p95(given: Sequence[float]) -> float:
    return sorted(given)[int(0.95 * len(given))] if given else 0.0


def main() -> None:
    """Measure, print, and end with 1 where a limit was passed."""
    asked = _arguments()
    print(machine.facts())
    patterns = worlds.patterns()
    context = multiprocessing.get_context("fork")
    told: Queue[Told] = context.Queue()
    with TemporaryDirectory() as folder, ExitStack() as leaving:
        desk = _desk(Path(folder), asked.url)
        watched = Watched(asked.url, told)
        rows, size = watched.size()
        leaving.enter_context(watched.snapshot())
        until = time.monotonic() + 60 * asked.minutes
        processes = [context.Process(target=feed, args=(desk, patterns, asked.rate, until, told))]
        processes += [
            context.Process(target=drive, args=(desk, patterns, asked.at_once, until, told))
            for _ in range(asked.drivers)
        ]
        minutes = _watch(watched, processes, asked.minutes, until)
        more_rows, more_bytes = (now - then for now, then in zip(watched.size(), (rows, size), strict=True))
        filed = sum(minute.filed for minute in minutes)
        print(f"{filed:,} articles: {more_rows / filed:.1f} rows and {more_bytes / filed:,.0f} bytes an article")
    _judge(minutes, asked.rate)


def _watch(watched: Watched, processes: Sequence[ForkProcess], many: float, until: float) -> list[Minute]:
    """Let them work, and print each minute."""
    shares = " ".join(f"{who:>10}" for who in ("feeding", "drivers", "PostgreSQL"))
    print(
        f"{'minute':>6} {'filed/s':>8} {'waiting':>9} {'dead rows':>10} {'claims':>7} {'ms':>8} {'p95':>8} {'most':>8} "
        f"{shares} {'machine':>9}",
        flush=True,
    )
    for one in processes:
        one.start()
    psutil.cpu_percent()
    minutes = []
    began = until - 60 * many
    for number in range(1, max(1, round(many)) + 1):
        minutes.append(watched.minute(min(until, began + 60 * number)))
        print(line(number, minutes[-1], watched.waiting()), flush=True)
        if dead := [one for one in processes if one.exitcode]:
            sys.exit(f"{len(dead)} processes ended with an error")
    for one in processes:
        one.join()
    return minutes


def _judge(minutes: Sequence[Minute], rate: float) -> None:
    """Say what was passed."""
    third = max(1, len(minutes) // 3)
    first, last = ([one for minute in some for one in minute.claims] for some in (minutes[:third], minutes[-third:]))
    every = [one for minute in minutes for one in minute.claims]
    filed = sum(minute.filed for minute in minutes) / sum(minute.seconds for minute in minutes)
    grown = statistics.median(last) / statistics.median(first)
    print(
        f"claims: 95 of 100 within {1e3 * _p95(every):.1f} ms; in the last third {grown:.2f} times those of the first"
    )
    print(f"filed {filed:.1f} a second of {rate:g} that came")
    if _p95(every) > SLOW or grown > GROWN or filed < KEPT_UP * rate:
        sys.exit("over the limits")


def _desk(folder: Path, url: str) -> Desk:
    """A desk whose ledger is at ``url``, where nothing may be yet."""
    desk = init_desk(folder / "desk")
    with open_ledger(url) as ledger:
        if ledger.count("captures"):
            sys.exit("this database has a ledger of its own: name one that is empty and may be thrown away")
    os.environ["REPORTEDLY_LEDGER"] = url
    return desk


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.load", description=__doc__)
    parser.add_argument("url", metavar="URL", help="an empty database of PostgreSQL")
    parser.add_argument("--rate", type=float, default=RATE, help="articles a second")
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--drivers", type=int, default=DRIVERS, help="processes that take and file")
    parser.add_argument("--at-once", type=int, default=AT_ONCE, help="articles filed in one transaction")
    return parser.parse_args()


if __name__ == "__main__":
    main()
