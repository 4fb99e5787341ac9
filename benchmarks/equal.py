"""The same ledger whatever works on it: ``python -m benchmarks.equal [--seeds 20] [--weeks 2] [--nodes 1 2 3]``.

The sample world is fetched week by week into an archive; that is where all begin. On SQLite one process, undisturbed,
extracts, reads, compares and relates: that is what is wanted. Then, for each seed, so many workers at once do it on
SQLite, on PostgreSQL, and on PostgreSQL with a Ray cluster of so many nodes. The seed says how many workers, how many
rows each takes and files at once, what each does when, and where it rests. All rows of all tables are compared
(``benchmarks.rows``), and what words find. It starts a PostgreSQL and the nodes itself, in a network of its own, which
takes root. Ends with 1 where a ledger differs.
"""

import argparse
import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from unittest import mock

from benchmarks import content, machine, rows
from reportedly import crew, pipeline
from reportedly.archive import Archive, place_of
from reportedly.assigning import assignment
from reportedly.crew.cluster import Cluster
from reportedly.crew.crew import Job, Lesser, Result, nothing
from reportedly.ledger import captures, open_ledger
from reportedly.ledger.articles import articles
from reportedly.ledger.moving import move
from reportedly.sample import DAYS, Server
from reportedly.sample import desk as sample_desk
from reportedly.session import Session
from reportedly.settings import desk_in
from tests.crew.machines import Machines, loopback_alone
from tests.postgres import Postgres, programs

WEEK: Final = 7
REST: Final = 0.05  # seconds a worker rests at most, now and then
STAGES: Final[tuple[Callable[[Session], object], ...]] = (
    pipeline.extract_and_read,
    pipeline.extract_and_read,
    pipeline.read,
    pipeline.compare,
    pipeline.relate,
)


class Found(NamedTuple):
    """What a ledger holds, row by row, and what is found in it by words."""

    rows: rows.Held
    hits: frozenset[str]

    @classmethod
    def of(cls, desk: Path) -> "Found":
        """What the desk in a folder holds."""
        with open_ledger(desk_in(desk).ledger_url) as ledger:
            return cls(rows.of(desk), content.hits(ledger))

    def unlike(self, other: "Found") -> list[str]:
        """In what another differs."""
        return rows.unlike(self.rows, other.rows) + (["what words find"] if self.hits != other.hits else [])


def fetched(folder: Path, weeks: int) -> None:
    """Make a desk that has fetched so many weeks of the sample world, and done nothing else."""
    last = DAYS[weeks * WEEK - 1]
    with Server(DAYS[0]) as server:
        for day in DAYS[WEEK - 1 : weeks * WEEK : WEEK]:
            server.day = day
            sample_desk(folder, server.address, day)
            with session_on(folder) as session:
                pipeline.watch(session)
        sample_desk(folder, server.address, last)


@contextmanager
def session_on(folder: Path, report: Callable[[], None] = lambda: None) -> Iterator[Session]:
    """A session on a desk; each time that it tells how far it is ``report`` is called."""
    desk = desk_in(folder)
    with (
        open_ledger(desk.ledger_url, desk.clock()) as ledger,
        Archive(place_of(desk), seen=ledger.captures.first_with) as archive,
    ):
        yield Session(desk, ledger, archive, lambda *_: report())


def to_the_end(folder: Path) -> None:
    """Do all that is due, one after the other."""
    with session_on(folder) as session:
        for stage in (pipeline.extract_and_read, pipeline.compare, pipeline.relate):
            stage(session)


def at_once(folder: Path, dice: random.Random, hands: Cluster | None) -> str:
    """Several workers at once, one of them with ``hands``, then what they left; gives how they were set."""
    workers, files, takes = dice.choice((2, 3)), dice.choice((1, 3, 16, 40)), dice.choice((1, 2, 7, 20))
    plans = [[dice.choice(STAGES) for _ in range(dice.randint(1, 4))] for _ in range(workers)]
    plans[0][0] = pipeline.extract_and_read
    done = _Staying.done
    with ExitStack() as set_so:
        for module, name, value in (
            (assignment, "FILED_AT_ONCE", files),
            (captures, "AT_ONCE", takes),
            (articles, "AT_ONCE", takes),
            (crew, "of_desk", _OneHasHands(hands)),
        ):
            set_so.enter_context(mock.patch.object(module, name, value))
        failed: list[BaseException] = []
        threads = [
            threading.Thread(target=_work, args=(folder, plan, random.Random(dice.random()), failed), name=f"{number}")  # noqa: S311
            for number, plan in enumerate(plans)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failed:
            raise failed[0]
        to_the_end(folder)
    by_actors = f", {_Staying.done - done} jobs by actors" if hands else ""
    return f"{workers} workers, {takes} rows taken, {files} filed at once{by_actors}"


class _OneHasHands:
    """Who works: the first worker's crew is the cluster, which stays from seed to seed; the others are alone."""

    def __init__(self, hands: Cluster | None) -> None:
        self._hands = hands

    def __call__(self, _desk: object, *, much: bool, told: object) -> crew.Crew:  # noqa: ARG002
        if self._hands and threading.current_thread().name == "0":
            return _Staying(self._hands)
        return crew.Here()


class _Staying(crew.Here):
    """A crew that is not ended by whoever is through with it, and counts what it did."""

    done = 0

    def __init__(self, hands: Cluster) -> None:
        self._hands = hands

    def each(
        self, work: crew.Work[Job, Result], jobs: Iterable[Job], lesser: Lesser[Job] = nothing
    ) -> Iterator[Result | crew.Lost[Job, Result]]:
        for result in self._hands.each(work, jobs, lesser):
            _Staying.done += 1
            yield result


def _work(
    folder: Path, plan: list[Callable[[Session], object]], dice: random.Random, failed: list[BaseException]
) -> None:
    def rest() -> None:
        if dice.random() < 0.3:  # noqa: PLR2004
            time.sleep(dice.uniform(0, REST))

    try:
        with session_on(folder, rest) as session:
            for stage in plan:
                time.sleep(dice.uniform(0, REST))
                stage(session)
    except BaseException as error:  # noqa: BLE001  raised where the others end
        failed.append(error)


class Trial:
    """Desks that begin where the first one stands, and are compared with what it came to."""

    def __init__(self, folder: Path, postgres: Postgres, begun: Path) -> None:
        self._folder, self._postgres, self._begun = folder, postgres, begun
        self._name = postgres.make()
        move(desk_in(begun).ledger_url, postgres.url(self._name), lambda *_: None)
        shutil.copytree(begun, folder / "wanted")
        to_the_end(folder / "wanted")
        self.wanted = Found.of(folder / "wanted")

    def run(self, seed: int, *, on_postgres: bool, hands: Cluster | None) -> tuple[str, list[str]]:
        """How the workers of a seed were set, and in what their ledger differs."""
        desk = self._folder / "trial"
        shutil.copytree(self._begun, desk)
        name = self._postgres.make(f"TEMPLATE {self._name}") if on_postgres else None
        if name:
            settings = desk / "desk.toml"
            settings.write_text(f'ledger = "{self._postgres.url(name)}"\n{settings.read_text()}')
        try:
            how = at_once(desk, random.Random(seed), hands)  # noqa: S311 - for moments, not for secrets
            return how, self.wanted.unlike(Found.of(desk))
        finally:
            shutil.rmtree(desk)
            if name:
                self._postgres.drop(name)


def main() -> None:
    """All seeds on all crews; end with 1 where a ledger differs."""
    asked = _arguments()
    print(machine.facts(), flush=True)
    with tempfile.TemporaryDirectory(prefix="eq-") as place, loopback_alone(), ExitStack() as ends:
        folder = Path(place)
        folder.chmod(0o755)
        postgres = ends.enter_context(with_postgres())
        fetched(folder / "begun", asked.weeks)
        trial = Trial(folder, postgres, folder / "begun")
        told = trial.wanted.rows
        print(
            f"wanted: {sum(held.total() for held in told.values())} rows, {told['articles'].total()} articles",
            flush=True,
        )
        failed = 0
        for name, on_postgres, nodes in _ways(asked.nodes):
            with _cluster(folder, nodes) as hands:
                for seed in range(1, asked.seeds + 1):
                    how, differs = trial.run(seed, on_postgres=on_postgres, hands=hands)
                    failed += bool(differs)
                    print(f"{name}, seed {seed} ({how}): {'; '.join(differs) or 'the same ledger'}", flush=True)
        print(f"{failed} ledgers differ", flush=True)
    sys.exit(bool(failed))


def _ways(nodes: list[int]) -> list[tuple[str, bool, int]]:
    rays = [(f"PostgreSQL and Ray on {many} nodes", True, many) for many in nodes]
    return [("SQLite", False, 0), ("PostgreSQL", True, 0), *rays]


@contextmanager
def with_postgres() -> Iterator[Postgres]:
    """A server of PostgreSQL of its own, on a Unix socket."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    found = programs()
    if found is None:
        sys.exit("no PostgreSQL is installed (Debian: apt-get install postgresql)")
    server = Postgres(found, folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _cluster(folder: Path, nodes: int) -> Iterator[Cluster | None]:
    if not nodes:
        yield None
        return
    place = folder / f"cluster-{nodes}"
    place.mkdir()
    machines = Machines(place).start()
    try:
        for _ in range(nodes - 1):
            machines.add()
        with Cluster(machines.order(actors=nodes)) as hands:
            yield hands
    finally:
        machines.stop()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.equal", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many interleavings of each (default 20)")
    parser.add_argument("--weeks", type=int, default=2, help="how many weeks of the sample world (default 2)")
    parser.add_argument("--nodes", type=int, nargs="*", default=[1, 2, 3], help="sizes of clusters (default 1 2 3)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
