"""A desk that lived through days of the sample world, played once for all processes that run tests."""

import fcntl
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.sample import DAYS, play
from reportedly.session import Session
from reportedly.settings import desk_in

LIVED = (DAYS[3], DAYS[7], DAYS[9], DAYS[10], DAYS[12], DAYS[17], DAYS[-1])
"""Edits need more than one look; what nobody dates stands under the day on which it is first fetched."""


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of such a desk, for this process alone; whoever changes it takes a copy."""
    own = tmp_path_factory.mktemp("played") / "desk"
    together = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        together = together.parent
    with (together / "played.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        first = together / "played-first"
        if not first.exists():
            play(own, LIVED, lambda day: live(own, day))
            shutil.copytree(own, together / "played-half")
            (together / "played-half").rename(first)
        else:
            shutil.copytree(first, own)
    return own


def live(folder: Path, day: date) -> None:
    """One day of the desk in a folder."""
    desk = desk_in(folder).but(today=day)
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        pipeline.everything(Session(desk, ledger, archive))
