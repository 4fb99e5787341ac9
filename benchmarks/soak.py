"""A soak in a hostile web: ``python -m benchmarks.soak [--feeds 2000] [--pages 20000] [--kills 200]``.

A server in a process of its own plays thousands of hosts, and every twentieth answer each is slow, broken, huge,
redirecting, flapping or wrongly encoded. A new desk watches them in rounds on a clock that is moved ahead, until all
good pages are there. With ``--kills`` the watching process is killed (SIGKILL) so many times, spread over the work,
and begun again. In the end the archive, the ledger and the server's log are held against each other; ends with 1 where
anything was lost, taken twice, damaged, or asked too fast.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks import machine, soak_findings
from benchmarks.hostile import World
from benchmarks.soak_findings import Findings, whole_records
from reportedly import outlets
from reportedly.archive.place import FULL
from reportedly.records import Outlet
from reportedly.settings import init_desk

LOOK = 0.05  # seconds between looks at the server's log
SAMPLE = 0.5  # seconds between looks at the memory
MOST_ROUNDS = 7
EARLY = 0.2  # share of the kills that come soon after a start, while it recovers and reads what is known
SPREAD = 0.95  # of the answers expected, over which the kills are spread
SETTINGS = """\
name = "Soak"

[fetch]
timeout = {patience}
max_bytes = 2_000_000
per_host_delay = {delay}
parallel_hosts = {parallel}
look_again_after = []

[archive]
file_bytes = {rotate}

[fetch.resolve]
"*.example" = "127.0.0.1:{port}"
"""


class Log:
    """The server's log as it grows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._place = self._count = 0

    def answers(self) -> int:
        """How many answers were given until now, those for robots.txt left out."""
        with self.path.open("rb") as file:
            file.seek(self._place)
            new = file.read()
        self._place += len(new)
        self._count += new.count(b"\n") - new.count(b"\t/robots.txt\t")
        return self._count


class Kills:
    """When the watching process is to be killed: the next number of answers, or soon after a start."""

    def __init__(self, many: int, expected: int, dice: random.Random) -> None:
        self._dice = dice
        self._early = round(many * EARLY)
        late = many - self._early
        self._due = sorted(dice.uniform(0, SPREAD * expected) for _ in range(late))
        self.done = 0

    def left(self) -> int:
        """How many are still to come."""
        return self._early + len(self._due)

    def draw(self, answers: int) -> tuple[float | None, float]:
        """For a new start: the seconds after which it is killed, and the number of answers after which it is."""
        if self._early and (not self._due or self._dice.random() < self._early / self.left()):
            self._early -= 1
            return self._dice.uniform(0.2, 4.0), float("inf")
        if self._due:
            return None, max(self._due.pop(0), answers + 1 + self._dice.random() * 20)
        return None, float("inf")


class Soak(NamedTuple):
    """What was asked for."""

    world: World
    folder: Path
    kills: Kills
    dice: random.Random


def settle(folder: Path, world: World, fetch: str) -> None:
    """Make the desk with an outlet for each feed."""
    folder.mkdir()
    (folder / "desk.toml").write_text(fetch, encoding="utf-8")
    init_desk(folder)
    for number in range(world.feeds):
        host = world.host(number)
        outlet = Outlet(f"paper-{number:04}", f"Paper {number}", f"http://{host}/", feeds=(world.feed_url(number),))
        outlets.save(folder / "outlets", outlet)


@contextmanager
def server(world: World, log: Path) -> Iterator[int]:
    """The hostile web while the block lasts; gives its port."""
    log.touch()
    command = [sys.executable, "-m", "benchmarks.hostile_server", str(world.feeds), str(world.pages), str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield int((running.stdout and running.stdout.readline()) or 0)
        finally:
            running.terminate()


def one_start(soak: Soak, log: Log, days: int, findings: Findings) -> bool:
    """Watch once on the moved clock, to the end or until it is killed; gives whether it came to its end."""
    seconds, answers = soak.kills.draw(log.answers())
    began = time.monotonic()
    with psutil.Popen([sys.executable, "-m", "benchmarks.soak_watch", str(soak.folder), str(days)]) as running:
        memory: list[int] = []
        while running.poll() is None:
            passed = time.monotonic() - began
            if (seconds is not None and passed > seconds) or log.answers() >= answers:
                time.sleep(soak.dice.uniform(0, 0.1))
                running.kill()
                running.wait()
                break
            if passed > SAMPLE * len(memory):
                memory.append(_resident(running))
            time.sleep(LOOK)
        code = running.returncode
    findings.started(time.monotonic() - began, memory)
    if code == -9:  # noqa: PLR2004 - SIGKILL
        soak.kills.done += 1
        findings.at_kill(whole_records(soak.folder / "archive", findings.seen_to))
    elif code:
        raise RuntimeError(f"watching ended with {code}")
    return bool(code == 0)


def _resident(process: psutil.Popen) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it ended while we looked
        return 0


def rounds(soak: Soak, log: Log, findings: Findings) -> None:
    """Watch until every good page is there, each round twice as far ahead as the one before."""
    for number in range(MOST_ROUNDS):
        while not one_start(soak, log, 2**number - 1, findings):
            pass
        left = soak_findings.missing(soak.folder, soak.world)
        print(
            f"round {number + 1}: {sum(findings.seconds):,.0f} s, {log.answers():,} answers, "
            f"{soak.kills.done} kills, {len(left):,} good pages to come",
            flush=True,
        )
        if not left and not soak.kills.left():
            return


def main() -> None:
    """Run it and print what was found."""
    asked = _arguments()
    world = World(asked.feeds, asked.pages)
    dice = random.Random(asked.seed)  # noqa: S311 - for moments, not for secrets
    print(machine.facts())
    print(f"{world.feeds:,} feeds, {world.pages:,} pages, {asked.kills} kills, seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory() as place:
        findings = play(world, asked, dice, asked.keep or Path(place))
    sys.exit(bool(findings.faults))


def play(world: World, asked: argparse.Namespace, dice: random.Random, place: Path) -> Findings:
    """The whole soak in a folder; prints and gives what was found."""
    log = Log(place / "log")
    kills = Kills(asked.kills, world.feeds + world.pages, dice)
    soak = Soak(world, place / "desk", kills, dice)
    findings = Findings()
    with server(world, log.path) as port:
        fetch = {"patience": asked.patience, "delay": asked.delay, "parallel": asked.parallel, "rotate": asked.rotate}
        settle(soak.folder, world, SETTINGS.format(**fetch, port=port))
        rounds(soak, log, findings)
    soak_findings.judge(findings, soak.folder, world, log.path, asked.delay)
    print("\n".join(findings.lines))
    print("\n".join(f"FAULT: {fault}" for fault in findings.faults) or "no faults")
    return findings


def arguments() -> argparse.ArgumentParser:
    """What may be asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks.soak", description=__doc__)
    parser.add_argument("--feeds", type=int, default=2000, help="feeds, each on a host of its own (default 2000)")
    parser.add_argument("--pages", type=int, default=20_000, help="pages over all hosts (default 20000)")
    parser.add_argument("--kills", type=int, default=0, help="times the watching process is killed (default 0)")
    parser.add_argument("--delay", type=float, default=1.0, help="seconds between requests to a host (default 1)")
    parser.add_argument("--parallel", type=int, default=32, help="hosts asked side by side (default 32)")
    parser.add_argument("--patience", type=float, default=5.0, help="seconds given to an answer (default 5)")
    parser.add_argument("--rotate", type=int, default=FULL, help="bytes of a WARC file (default 1,000,000,000)")
    parser.add_argument("--keep", type=Path, help="a folder that is there, to keep the desk and the log in")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random moments")
    return parser


def _arguments() -> argparse.Namespace:
    return arguments().parse_args()


if __name__ == "__main__":
    main()
