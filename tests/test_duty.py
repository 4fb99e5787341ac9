"""A process as a worker: it is told from others, known to be gone, and goes on as another where its lease ran out."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly import duty
from reportedly.archive import Archive
from reportedly.errors import LeaseLost
from reportedly.ledger import Worker, open_ledger
from reportedly.records import Outlet
from reportedly.session import Session, on_duty
from reportedly.settings import init_desk

NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = init_desk(tmp_path / "desk")
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        yield Session(desk, ledger, archive)


def worker(process: int, began: str) -> Worker:
    return Worker("w", "north", process, began, "english/0.8.0", NOON, NOON, NOON)


def test_a_process_that_goes_on_is_not_gone() -> None:
    own = duty.this_process()
    assert own.process == os.getpid()
    assert not duty.gone(worker(own.process, own.began))


@pytest.mark.process("it is to be gone")
def test_a_process_that_was_killed_is_gone_before_anybody_asked_how_it_ended() -> None:
    show = "from reportedly import duty; print(duty.this_process().began, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", show], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as one:
        assert one.stdout is not None
        known = worker(one.pid, one.stdout.readline().strip())
        assert not duty.gone(known)
        one.kill()
        os.waitid(os.P_PID, one.pid, os.WEXITED | os.WNOWAIT)
        assert duty.gone(known)


def test_a_later_process_of_the_same_number_is_another() -> None:
    own = duty.this_process()
    if not own.began:
        pytest.skip("no /proc tells here when processes began")
    machine, _, _ = own.began.rpartition(" ")
    assert duty.gone(worker(own.process, f"{machine} 1"))


def test_of_processes_elsewhere_nothing_is_known() -> None:
    assert not duty.gone(worker(1, "another kernel 1"))


def test_duty_is_taken_up_once_however_often_it_is_asked_for_within(session: Session) -> None:
    seen: list[str] = []

    @on_duty
    def inner(session: Session) -> None:
        seen.extend(worker.id for worker in session.ledger.leases.workers())

    @on_duty
    def outer(session: Session) -> None:
        inner(session)
        inner(session)

    outer(session)
    assert len(seen) == 2
    assert len({*seen}) == 1
    assert session.ledger.leases.workers() == []


def test_a_stage_whose_lease_ran_out_files_nothing_and_is_begun_again(session: Session) -> None:
    tries: list[str] = []

    @on_duty
    def stage(session: Session) -> int:
        tries.append(session.duty.holder.id)
        if len(tries) == 1:
            session.ledger.leases.renew(session.duty.holder, timedelta(seconds=-1))  # as if it had slept
        session.ledger.outlets.put([Outlet("o", f"Try {len(tries)}", "https://o.example/")])
        return len(tries)

    assert stage(session) == 2
    assert len({*tries}) == 2
    assert [outlet.name for outlet in session.ledger.outlets.all()] == ["Try 2"]
    assert session.ledger.leases.workers() == []


def test_a_stage_within_another_whose_lease_ran_out_lets_all_begin_again(session: Session) -> None:
    tries: list[str] = []

    @on_duty
    def inner(session: Session) -> None:
        tries.append(session.duty.holder.id)
        with session.duty.alone("inner"):
            if len(tries) == 1:
                session.ledger.leases.renew(session.duty.holder, timedelta(seconds=-1))
            session.ledger.outlets.put([Outlet("inner", f"Try {len(tries)}", "https://o.example/")])

    @on_duty
    def outer(session: Session) -> None:
        inner(session)
        session.ledger.outlets.put([Outlet("outer", f"Try {len(tries)}", "https://o.example/")])

    outer(session)
    assert len({*tries}) == 2
    assert {outlet.id: outlet.name for outlet in session.ledger.outlets.all()} == {"inner": "Try 2", "outer": "Try 2"}
    assert session.ledger.leases.workers() == []


def test_who_is_not_on_duty_holds_nothing(session: Session) -> None:
    with pytest.raises(RuntimeError, match="not on duty"):
        _ = session.duty.holder


def test_who_was_taken_off_takes_nothing(session: Session) -> None:
    with session.duty.taken():
        session.ledger.leases.renew(session.duty.holder, timedelta(seconds=-1))
        with pytest.raises(LeaseLost):
            session.duty.take("stage", ["relate"])


def test_a_stage_that_another_is_at_is_waited_for(session: Session) -> None:
    other = session.ledger.leases.enter(duty.this_process())
    session.ledger.leases.take(other, "stage", ["relate"])
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            session.ledger.leases.leave(other)

    with session.duty.taken(), session.duty.alone("relate", wait):
        assert len(waited) == 3
        assert session.ledger.leases.holdings() == {session.duty.holder.id: {"stage": 1}}
