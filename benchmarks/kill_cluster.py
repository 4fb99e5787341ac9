"""Killing whatever works for a ledger: ``python -m benchmarks.kill_cluster [--times 60] [--weeks 1] [--seed 1]``.

With ``--only the_head`` nothing but that is killed.

Pages of the sample world are fetched; a run on PostgreSQL and a Ray cluster of two nodes extracts, reads, compares and
relates them. At a random moment one thing is killed (SIGKILL), each kind as often: the run, the process that knows
Ray, an actor, a node, the head, a connection's process of the database, the database; or the run is stopped (SIGSTOP)
until its lease is over and others have done its work, and goes on then. The run must end with words or by itself; then
what is left is done by another, and the ledger is compared row by row with one that nothing disturbed
(``benchmarks.rows``): so nothing is lost and nothing twice. Printed is how long it took from the kill until all was
filed. It starts a PostgreSQL and the nodes itself, which takes root. Ends with 1 where a ledger differs.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

import psutil
import pytest

from benchmarks import machine
from benchmarks.equal import Found, fetched, to_the_end, with_postgres
from reportedly.ledger.moving import move
from reportedly.settings import desk_in
from tests.crew.machines import Machines, loopback_alone
from tests.postgres import Postgres

LEASE: Final = 5.0
NODES: Final = 2
START: Final = 4  # times that a head is tried to be started
HANGS: Final = 150.0  # seconds after a kill within which a run must have ended
NOT_YET: Final = "cannot be opened"  # told by a run that had no ledger yet when the database ended
ERRORS: Final = frozenset({0, 7, 8, 9, -signal.SIGKILL})
"""How a run may end: with all done, without its database, its lease or its cluster, or killed."""

RUN: Final = """
import sys
from pathlib import Path
from benchmarks.equal import to_the_end
from reportedly import crew
from reportedly.errors import ReportedlyError
crew.WORTH_STARTING = 1
try:
    to_the_end(Path(sys.argv[1]))
except ReportedlyError as error:
    print(f"{type(error).__name__}: {error}", file=sys.stderr)
    sys.exit(error.exit_code)
"""
SETTINGS: Final = """
[cluster]
address = "{address}"
token_file = "{token}"
actors = 2

[work]
lease = {lease}
beat = 1.0
"""


class Bench:
    """What can be killed, and desks that begin where the first one stands."""

    def __init__(self, folder: Path, postgres: Postgres, begun: Path) -> None:
        self._folder, self.postgres, self._begun = folder, postgres, begun
        self._template = postgres.make()
        move(desk_in(begun).ledger_url, postgres.url(self._template), lambda *_: None)
        shutil.copytree(begun, folder / "wanted")
        to_the_end(folder / "wanted")
        self._wanted = Found.of(folder / "wanted")
        self.machines = Machines(folder)
        self.database = ""
        self.desk = folder / "trial"

    def prepare(self) -> None:
        """A cluster of all its nodes, and a desk that waits."""
        if not self.machines.address:
            self._begin()
        while len(self.machines.raylets) < NODES - 1:
            self.machines.add()
        shutil.rmtree(self.desk, ignore_errors=True)
        if self.database:
            self.postgres.drop(self.database)
        self.database = self.postgres.make(f"TEMPLATE {self._template}")
        shutil.copytree(self._begun, self.desk)
        settings = self.desk / "desk.toml"
        own = SETTINGS.format(address=self.machines.address, token=self.machines.token, lease=LEASE)
        ledger = f"{self.postgres.url(self.database)}&idle={LEASE:.0f}"
        settings.write_text(f'ledger = "{ledger}"\n{settings.read_text()}{own}')

    def _begin(self) -> None:
        """Start the head: on a busy machine Ray gives up at times, and is asked again."""
        for _ in range(START):
            try:
                self.machines.start()
            except pytest.fail.Exception:
                self.machines.stop()
            else:
                return
        sys.exit(f"no head of a cluster started, tried {START} times")

    def run(self) -> "subprocess.Popen[str]":
        """The run, in a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-c", RUN, str(self.desk)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )

    def left(self) -> list[str]:
        """Do what is left, here and without the cluster; gives in what the ledger differs then."""
        settings = self.desk / "desk.toml"
        settings.write_text(settings.read_text().replace(self.machines.address, ""))
        to_the_end(self.desk)
        return self._wanted.unlike(Found.of(self.desk))


# -- what is killed ---------------------------------------------------------------------------------------------------


def the_run(_bench: Bench, run: "subprocess.Popen[str]", _dice: random.Random) -> None:
    """The run itself."""
    run.kill()


def the_foreman(_bench: Bench, run: "subprocess.Popen[str]", _dice: random.Random) -> None:
    """The process of the run that knows Ray."""
    for child in psutil.Process(run.pid).children():
        if "spawn_main" in " ".join(child.cmdline()):
            child.kill()


def an_actor(_bench: Bench, _run: "subprocess.Popen[str]", dice: random.Random) -> None:
    """An actor, on whatever node."""
    own = Path("/proc/thread-self/ns/net").readlink()
    actors = [one for one in psutil.process_iter() if _named(one, "ray::Hand") and _in(one, own)]
    if actors:
        dice.choice(actors).kill()


def _named(process: psutil.Process, name: str) -> bool:
    with suppress(psutil.Error):
        return name in " ".join(process.cmdline())
    return False


def _in(process: psutil.Process, network: Path) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{process.pid}/ns/net").readlink() == network
    return False


def a_node(bench: Bench, _run: "subprocess.Popen[str]", _dice: random.Random) -> None:
    """A node with all that runs there."""
    bench.machines.kill(bench.machines.raylets[-1])


def the_head(bench: Bench, _run: "subprocess.Popen[str]", _dice: random.Random) -> None:
    """The head of the cluster."""
    bench.machines.kill_head()


def a_connection(bench: Bench, _run: "subprocess.Popen[str]", dice: random.Random) -> None:
    """What the database has for one of the run's connections: the server then ends all and recovers."""
    with bench.postgres.connected("postgres") as asked:
        found = asked.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [bench.database]).fetchall()
    if found:
        os.kill(dice.choice(found)[0], signal.SIGKILL)


def the_database(bench: Bench, _run: "subprocess.Popen[str]", _dice: random.Random) -> None:
    """The database, as if its machine failed."""
    bench.postgres.kill()


def paused(bench: Bench, run: "subprocess.Popen[str]", _dice: random.Random) -> None:
    """The run, which sleeps until its lease is over and another has done its work; then it wakes."""
    run.send_signal(signal.SIGSTOP)
    try:
        time.sleep(LEASE + 1)
        bench.left()
    finally:
        run.send_signal(signal.SIGCONT)


KINDS: Final[tuple[Callable[[Bench, "subprocess.Popen[str]", random.Random], None], ...]] = (
    *(the_run, the_foreman, an_actor, a_node, a_connection, the_database, paused, the_head),
)


# -- trials -----------------------------------------------------------------------------------------------------------


def trial(bench: Bench, kind: int, length: float, dice: random.Random) -> tuple[str, list[str]]:
    """How the run ended and how long all took from the kill on, and in what the ledger differs."""
    bench.prepare()
    kill, moment = KINDS[kind], dice.uniform(0.3, length)
    run = bench.run()
    with suppress(subprocess.TimeoutExpired):
        run.wait(moment)
    ended = run.poll() is not None
    begun = time.monotonic()
    if not ended:
        kill(bench, run, dice)
    try:
        _, told = run.communicate(timeout=HANGS)
    except subprocess.TimeoutExpired:
        run.kill()
        run.communicate()
        return f"{kill.__name__} at {moment:.1f} s", [f"the run hung for {HANGS:.0f} seconds"]
    if not ended:
        _mend(bench, kill)
    differs = bench.left()
    took = time.monotonic() - begun
    if run.returncode not in ERRORS and NOT_YET not in told:
        differs.append(f"the run ended with {run.returncode}: {told}")
    how = "ended before" if ended else f"run ended with {run.returncode} {told.strip()[:100]}".strip()
    return f"{kill.__name__} at {moment:.1f} s: {how}; all filed after {took:.1f} s", differs


def _mend(bench: Bench, kill: Callable[[Bench, "subprocess.Popen[str]", random.Random], None]) -> None:
    """Bring back what was killed, as whoever looks after it would; a database that lost a connection does so itself."""
    if kill is the_database:
        bench.postgres.start()
    if kill is the_head:
        bench.machines.stop()
    if kill is a_connection:
        bench.postgres.wait()


def main() -> None:
    """All trials; end with 1 where a ledger differed."""
    asked = _arguments()
    dice = random.Random(asked.seed)  # noqa: S311 - for moments, not for secrets
    print(machine.facts(), flush=True)
    with tempfile.TemporaryDirectory(prefix="kc-") as place, loopback_alone(), ExitStack() as ends:
        folder = Path(place)
        postgres = ends.enter_context(with_postgres())
        fetched(folder / "begun", asked.weeks)
        bench = Bench(folder, postgres, folder / "begun")
        ends.callback(bench.machines.stop)
        bench.prepare()
        begun = time.monotonic()
        if bench.run().wait(HANGS):
            sys.exit("the undisturbed run failed")
        length = time.monotonic() - begun
        print(f"undisturbed: {length:.1f} s; {'; '.join(bench.left()) or 'the same ledger'}", flush=True)
        failed, kinds = 0, Counter[str]()
        for number in range(asked.times):
            kind = asked.only if asked.only is not None else number % len(KINDS)
            how, differs = trial(bench, kind, length, dice)
            kinds[KINDS[kind].__name__] += 1
            failed += bool(differs)
            print(f"{number + 1}. {how}: {'; '.join(differs) or 'the same ledger'}", flush=True)
    print(f"{kinds.total()} times killed ({dict(kinds)}), {failed} ledgers differ (seed {asked.seed})")
    sys.exit(bool(failed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.kill_cluster", description=__doc__)
    parser.add_argument("--times", type=int, default=60, help="how many times to kill (default 60)")
    parser.add_argument("--weeks", type=int, default=1, help="how many weeks of the sample world (default 1)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random moments")
    names = [one.__name__ for one in KINDS]
    parser.add_argument("--only", type=names.index, help=f"kill nothing but one of {', '.join(names)}")
    return parser.parse_args()


if __name__ == "__main__":
    main()
