"""Workers killed at random moments, and a run that is stopped anywhere: run again, the ledger holds the same."""

import multiprocessing
import random
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from benchmarks import content
from reportedly import pipeline
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.assigning.conftest import ARTICLES, PAGES, fill, session_on
from tests.commands import started
from tests.thorough import rounds

pytestmark = pytest.mark.slow  # each starts workers some ten times


def working() -> list[psutil.Process]:
    """The workers; asked of ``multiprocessing``, it would bury the dead before their crew sees them."""
    alive = []
    for child in psutil.Process().children():
        with suppress(psutil.NoSuchProcess):
            alive += [child] if "spawn_main" in str(child.cmdline()) else []
    return alive


@contextmanager
def murderous(kills: int, seed: int) -> Iterator[None]:
    """Kill a worker at random moments while the block runs."""
    dice, over = random.Random(seed), threading.Event()

    def kill() -> None:
        for _ in range(kills):
            if over.wait(dice.uniform(0.1, 1.5)):
                return
            if workers := working():
                with suppress(psutil.NoSuchProcess):
                    dice.choice(workers).kill()

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        yield
    finally:
        over.set()
        killer.join()


@pytest.mark.parametrize("seed", range(rounds(1, 4)))
def test_killed_workers_cost_nothing(undisturbed: Path, tmp_path: Path, seed: int) -> None:
    opened = session_on(init_desk(tmp_path / "desk").but(processes=2))
    with opened.ledger:
        fill(opened, PAGES, ARTICLES)
        with murderous(6, seed):
            pipeline.extract_and_read(opened)
        pipeline.extract_and_read(opened)  # a job whose worker was killed twice is told, and due again
    assert without_failures(tmp_path / "desk") == without_failures(undisturbed)


def test_a_run_stopped_anywhere_goes_on_from_there(undisturbed: Path, tmp_path: Path) -> None:
    desk = init_desk(tmp_path / "desk").but(processes=2)
    opened = session_on(desk)
    with opened.ledger:
        fill(opened, PAGES, ARTICLES)
        for stop in (1, 2):
            with pytest.raises(KeyboardInterrupt):
                pipeline.extract_and_read(Session(desk, opened.ledger, opened.archive, Interrupting(stop)))
            assert multiprocessing.active_children() == []
        pipeline.extract_and_read(opened)
    assert content.differences(undisturbed, desk.folder) == []


RUN = """
import os, signal, sys
from pathlib import Path
from reportedly import pipeline
from reportedly.session import Session
from reportedly.settings import desk_in
from tests.assigning.conftest import session_on

def die(stage, done, total):
    if stage == "extracting articles" and done:
        os.kill(os.getpid(), signal.SIGKILL)

desk = desk_in(Path(sys.argv[1])).but(processes=2)
opened = session_on(desk)
pipeline.extract_and_read(Session(desk, opened.ledger, opened.archive, die))
"""


@pytest.mark.process("it is killed")
def test_a_run_killed_half_way_goes_on_from_there(undisturbed: Path, tmp_path: Path) -> None:
    opened = session_on(init_desk(tmp_path / "desk").but(processes=2))
    with opened.ledger:
        fill(opened, PAGES, ARTICLES)
        waiting = opened.ledger.captures.count_to_extract()
        with started(RUN, tmp_path / "desk") as running:
            assert running.wait() == -signal.SIGKILL
        left = opened.ledger.captures.count_to_extract()
        assert 0 < left < waiting
        pipeline.extract_and_read(opened)
        assert opened.ledger.runs.last("extract")[0].done == left
    assert content.differences(undisturbed, tmp_path / "desk") == []


class Interrupting:
    """Ctrl-C at the so manieth time that somebody is told how far it is."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, _stage: str, _done: int, _total: int | None) -> None:
        self.left -= 1
        if not self.left:
            raise KeyboardInterrupt


def without_failures(desk: Path) -> content.Content:
    held = content.of(desk)
    return {**held, "refused": frozenset(told for told in held["refused"] if " failed " not in told)}
