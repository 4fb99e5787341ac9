"""Several processes at work on one ledger: each page and article is done once, whoever is stopped or killed."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import psutil
import pytest

from benchmarks import content
from reportedly import pipeline
from reportedly.records import Run
from reportedly.session import Session
from reportedly.settings import Desk, WorkSettings, init_desk
from tests.assigning.conftest import ARTICLES, PAGES, fill, session_on
from tests.commands import started
from tests.thorough import THOROUGH

pytestmark = [pytest.mark.slow, pytest.mark.process("several are at work")]

DONE = PAGES + 1 + ARTICLES
"""Articles that are read in all: of the pages one has two revisions."""

WORKER = """
import os, signal, sys, time
from pathlib import Path
from reportedly import pipeline
from reportedly.ledger import captures
from reportedly.ledger.articles import articles
from reportedly.session import Session
from reportedly.settings import desk_in
from tests.assigning.conftest import session_on

captures.AT_ONCE = articles.AT_ONCE = 5  # so that there is something to share
opened = session_on(desk_in(Path(sys.argv[1])).but(processes=1))


def report(stage, done, total):
    if sys.argv[2] != "on" and done:
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))


print("ready", flush=True)
while not Path(sys.argv[1], "go").exists():
    time.sleep(0.01)
pipeline.extract_and_read(Session(opened.desk, opened.ledger, opened.archive, report))
"""


@pytest.fixture(params=["sqlite", "postgresql"] if THOROUGH else ["sqlite"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """A desk whose ledger is a file, and one whose is on PostgreSQL; other processes are missed after five seconds."""
    ledger = request.getfixturevalue("database") if request.param == "postgresql" else "sqlite:///ledger.db"
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "desk.toml").write_text(f'ledger = "{ledger}"\n[work]\nlease = 5.0\nbeat = 0.5\n')
    made = init_desk(folder).but(processes=1)
    return Desk(folder, msgspec.structs.replace(made.settings, work=WorkSettings()))


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    opened = session_on(desk)
    with opened.ledger:
        fill(opened, PAGES, ARTICLES)
        yield opened


def worked(session: Session) -> list[Run]:
    return [run for run in session.ledger.runs.last("read") if run.done]


def test_two_processes_share_the_work_and_do_all_of_it_once(session: Session, undisturbed: Path) -> None:
    folder = session.desk.folder
    with ExitStack() as stack:
        workers = [stack.enter_context(started(WORKER, folder, "on")) for _ in range(2)]
        for one in workers:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        (folder / "go").touch()
        ended = [one.communicate() for one in workers]
    assert [err for _, err in ended] == ["", ""]
    runs = worked(session)
    assert len(runs) >= 2
    assert sum(run.done for run in runs) == DONE
    assert session.ledger.leases.workers() == []
    assert content.differences(undisturbed, folder) == []


def test_a_process_that_is_stopped_for_longer_than_its_lease_files_nothing_when_it_goes_on(
    session: Session, undisturbed: Path
) -> None:
    (session.desk.folder / "go").touch()
    with started(WORKER, session.desk.folder, "SIGSTOP") as paused:
        os.waitid(os.P_PID, paused.pid, os.WSTOPPED | os.WNOWAIT)
        (stopped,) = session.ledger.leases.workers()
        before = session.ledger.counts()
        while session.ledger.leases.workers():  # until its lease is over
            time.sleep(0.02)
        pipeline.extract_and_read(session)
        assert session.ledger.captures.count_to_extract() == session.ledger.counts().unread == 0
        all_done = session.ledger.counts()
        assert all_done.articles > before.articles
        while psutil.Process(paused.pid).status() != psutil.STATUS_ZOMBIE:
            paused.send_signal(signal.SIGCONT)  # it stops itself wherever it tells how far it is
        assert paused.communicate()[1] == ""
    assert session.ledger.counts() == all_done
    assert stopped.done < sum(run.done for run in worked(session)) == DONE
    assert content.differences(undisturbed, session.desk.folder) == []


def test_what_a_killed_process_held_is_done_at_once_by_who_comes_next(session: Session, undisturbed: Path) -> None:
    (session.desk.folder / "go").touch()
    with started(WORKER, session.desk.folder, "SIGKILL") as killed:
        assert killed.wait() == -signal.SIGKILL
    assert session.ledger.leases.holdings() != {}
    pipeline.extract_and_read(session)
    assert session.ledger.captures.count_to_extract() == session.ledger.counts().unread == 0
    assert content.differences(undisturbed, session.desk.folder) == []
