"""Killing a run at any moment costs nothing: ``python -m benchmarks.kill [ARTICLES.jsonl[.gz]] [--times N]``.

A desk is filled in steps, undisturbed, and its folder kept after each. Then, N times: take a step at random, begin it
from the folder before, kill the whole family of processes (SIGKILL) at a random moment, run it again to its end, and
compare with the undisturbed ledger by content. Steps are weeks of the sample world served over HTTP, or a run over a
file: articles that are read, or a WARC file whose pages are extracted and read.
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
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks import content, machine
from reportedly.sample import DAYS, Server
from reportedly.sample import desk as sample_desk

WEEK = 7  # days


class Step(NamedTuple):
    """A run from one folder to the next: its name, how the folder is prepared, both folders, and how long it took."""

    name: str
    prepare: Callable[[Path], None]
    before: Path
    after: Path
    seconds: float


def run(desk: Path, kill_after: float | None = None) -> bool:
    """``reportedly run``, to the end or killed after so many seconds; gives whether it came to its end."""
    command = [sys.executable, "-m", "reportedly", "run", "--desk", str(desk)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as running:
        try:
            code = running.wait(kill_after)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return False
    if code:
        raise RuntimeError(f"reportedly run ended with {code}")
    return True


def undisturbed(folder: Path, plan: list[tuple[str, Callable[[Path], None]]]) -> list[Step]:
    """Run every step of ``plan`` once, keeping the desk as it was after each."""
    steps, before = [], folder / "0"
    before.mkdir()
    for number, (name, prepare) in enumerate(plan, 1):
        after = folder / str(number)
        shutil.copytree(before, after)
        prepare(after)
        begin = time.perf_counter()
        run(after)
        steps.append(Step(name, prepare, before, after, time.perf_counter() - begin))
        print(f"undisturbed: {name}, {steps[-1].seconds:.1f} s", flush=True)
        before = after
    return steps


def trial(step: Step, moment: float, folder: Path) -> list[str]:
    """Kill the step at ``moment``, run it again, and give what differs from the undisturbed ledger."""
    shutil.copytree(step.before, folder)
    step.prepare(folder)
    ended = run(folder, kill_after=moment)
    if not ended:
        run(folder)
    differs = content.differences(step.after, folder)
    how = "ended before" if ended else "killed"
    print(f"{step.name}: {how} at {moment:5.2f} s: {'; '.join(differs) or 'the same ledger'}", flush=True)
    shutil.rmtree(folder)
    return differs


def weeks(server: Server) -> list[tuple[str, Callable[[Path], None]]]:
    """The sample world in steps of a week."""

    def until(day: date) -> Callable[[Path], None]:
        def prepare(folder: Path) -> None:
            server.day = day
            sample_desk(folder, server.address, day)

        return prepare

    return [(f"week to {day}", until(day)) for day in DAYS[WEEK - 1 :: WEEK]]


def imported(file: Path) -> list[tuple[str, Callable[[Path], None]]]:
    """One step: the run over a file that was imported."""

    def prepare(folder: Path) -> None:
        for words in (("init", folder), ("import", file, "--desk", folder)):
            command = [sys.executable, "-m", "reportedly", *map(str, words)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    return [(f"reading {file.name}", prepare)]


def main() -> None:
    """Run all trials; end with 1 where a ledger differed."""
    asked = _arguments()
    dice = random.Random(asked.seed)  # noqa: S311 - for moments, not for secrets
    print(machine.facts())
    with tempfile.TemporaryDirectory() as folder, Server(DAYS[0]) as server:
        steps = undisturbed(Path(folder), imported(asked.file) if asked.file else weeks(server))
        failed = 0
        for _ in range(asked.times):
            step = dice.choices(steps, [each.seconds for each in steps])[0]
            failed += bool(trial(step, dice.uniform(0, step.seconds), Path(folder) / "trial"))
    print(f"{asked.times} times killed, {failed} ledgers differ (seed {asked.seed})")
    sys.exit(bool(failed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.kill", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--times", type=int, default=50, help="how many times to kill (default 50)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random moments")
    return parser.parse_args()


if __name__ == "__main__":
    main()
