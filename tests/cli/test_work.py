"""``reportedly work`` in a process of its own: it does what comes, is seen at work, and leaves when it is stopped."""

import json
import time
from pathlib import Path

import pytest

from reportedly.ledger import Ledger, Worker, open_ledger
from reportedly.settings import desk_in
from tests.commands import interrupted, reportedly, started
from tests.read.reading_of import article

pytestmark = pytest.mark.process("it stays until it is stopped")

RUN = "import sys; from reportedly import cli; sys.argv = ['reportedly', *sys.argv[1:]]; cli.main()"
WORK = ("work", "--only", "read", "--only", "relate")


def at_work(ledger: Ledger) -> list[Worker]:
    while not (workers := ledger.leases.workers()):
        time.sleep(0.05)
    return workers


def test_it_does_what_comes_until_it_is_stopped(own: Path) -> None:
    with open_ledger(desk_in(own).ledger_url) as ledger, started(RUN, *WORK, "--desk", own) as working:
        (worker,) = at_work(ledger)
        given = article("Ferry 12 sank off Tarnow. Police said nobody was hurt.", url="https://wire.example/12")
        ledger.articles.file(given)
        while ledger.unrelated.any() or not ledger.readings.get(given.id):
            assert working.poll() is None
            time.sleep(0.05)
        lines = map(json.loads, reportedly("health", "--format", "jsonl", "--desk", own).out.splitlines())
        (told,) = [line for line in lines if line["what"] == "worker"]
        assert (told["worker"], told["process"]) == (worker.id, working.pid)
        assert f"process {working.pid} on " in reportedly("health", "--desk", own).out
        answer = interrupted(working, within=60)
        assert (answer.code, answer.out) == (130, "")
        assert "stopped; what was filed is kept" in answer.err
        assert ledger.leases.workers() == []


def test_it_is_refused_beside_another_reader(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(desk_in(own).ledger_url) as ledger, started(RUN, *WORK, "--desk", own) as working:
        at_work(ledger)
        monkeypatch.setattr("reportedly.duty.READER", "english/99.0.0")
        answer = reportedly("run", "--desk", own)
        assert answer.code == 2
        assert f"process {working.pid} on " in answer.err
        assert "all that work on a ledger read alike" in answer.err
        working.terminate()
        assert working.wait(60) == 130
        assert ledger.leases.workers() == []
