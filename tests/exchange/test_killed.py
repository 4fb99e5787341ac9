"""Either side killed fifty times in the middle of an exchange: nothing is lost, and nothing is there twice."""

import multiprocessing
import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
import uvicorn

from reportedly.exchange.client.polling import poll
from reportedly.exchange.client.pushing import push
from reportedly.exchange.own import Own
from reportedly.exchange.stix import extension
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Pact, Partner
from tests.exchange import desks
from tests.exchange.client.conftest import asker
from tests.exchange.crowd import article, crowd
from tests.exchange.desks import NOW, STAGES, Newsroom, agree
from tests.exchange.door import app_of, at_now, know
from tests.exchange.test_files import is_delivery
from tests.thorough import rounds

KILLS: Final = rounds(6, 50)
FORKED: Final = multiprocessing.get_context("fork")  # what is killed so often should start at once


@dataclass(frozen=True)
class Away:
    """A desk whose ledger is closed here, so that others may have it."""

    own: Own
    url: str

    @contextmanager
    def at_work(self) -> Iterator[Newsroom]:
        """The desk with its ledger open."""
        with open_ledger(self.url) as ledger:
            yield Newsroom(self.own, ledger)


def away(folder: Path, name: str, fill: Callable[[Ledger], None]) -> Away:
    made = desks.newsroom(folder, name)
    fill(made.ledger)
    made.ledger.close()
    return Away(made.own, f"sqlite:///{folder / name}.db")


def serve(desk: Away, port: int) -> None:
    """A server that only ends when it is killed."""
    with desk.at_work() as here:
        uvicorn.run(app_of(here), host="127.0.0.1", port=port, log_level="critical", lifespan="off")


def ask(desk: Away, partner: Partner, port: int, way: str) -> None:
    """One exchange with the server of another."""
    asks = asker(f"http://127.0.0.1:{port}")
    with desk.at_work() as here:
        if way == "poll":
            done: list[Any] = list(poll(here.ledger, here.own.desk, partner, asks, at_now, page=7))
        else:
            done = list(push(here.ledger, here.own, STAGES, partner, asks, NOW, at_once=7))
    if any(one.failed for one in done):
        raise SystemExit(1)


class Exchange:
    """A server and whoever asks it, started again whenever one of them was killed."""

    def __init__(self, server: Away, asking: Away, partner: Partner, way: str) -> None:
        self._server, self._asking, self._way, self._partner = server, asking, way, partner
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self._serving: BaseProcess = FORKED.Process(target=serve, args=(server, self._port))

    def go_on(self) -> BaseProcess:
        """Have the server answer, and somebody ask it."""
        if not self._serving.is_alive():
            self._serving = FORKED.Process(target=serve, args=(self._server, self._port), daemon=True)
            self._serving.start()
        while not self._answers():
            threading.Event().wait(0.02)
        asking = FORKED.Process(target=ask, args=(self._asking, self._partner, self._port, self._way), daemon=True)
        asking.start()
        return asking

    def _answers(self) -> bool:
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self._port)) == 0

    def kill_one(self, after: float, *, server: bool) -> None:
        """Kill one of the two in the middle."""
        asking = self.go_on()
        asking.join(after)
        killed = self._serving if server else asking
        killed.kill()
        killed.join()
        asking.kill()
        asking.join()

    def end(self) -> None:
        """Let it come to its end."""
        asking = self.go_on()
        asking.join(300)
        assert asking.exitcode == 0
        self._serving.kill()
        self._serving.join()


@pytest.mark.slow
@pytest.mark.timeout(1_200)
@pytest.mark.process("killed in the middle")
@pytest.mark.parametrize("way", ["poll", "push"])
def test_after_kills_of_either_side_all_is_there_once(tmp_path: Path, way: str) -> None:
    north, south = away(tmp_path, "North", lambda ledger: crowd(ledger, 120)), away(tmp_path, "South", lambda _: None)
    pact, partner = acquainted(north, south, way)
    exchange = Exchange(*((north, south) if way == "poll" else (south, north)), partner, way)
    chance = random.Random(7)
    for number in range(KILLS):
        with north.at_work() as here:
            here.ledger.articles.file(article(1_000 + number))
        exchange.kill_one(chance.uniform(0.0, 0.4), server=number % 2 == 0)
    exchange.end()
    with north.at_work() as giver, south.at_work() as receiver:
        given = desks.objects(giver.pack(pact, receiver))
        theirs = {
            one["id"]: one for one in given if extension.of(one).get("desk") == north.own.desk and not is_delivery(one)
        }
        got = {one.id: msgspec.json.decode(one.body) for one in receiver.ledger.received.current()}
        assert got == theirs
        reports = [one.url for one in receiver.ledger.received.current("report")]
        assert len(reports) == len(set(reports)) == 120 + KILLS
        assert all(len(receiver.ledger.received.get(own)) == 1 for own in got)


def acquainted(north: Away, south: Away, way: str) -> tuple[Pact, Partner]:
    """A pact of both; and the one that serves, as the other knows it."""
    with north.at_work() as giver, south.at_work() as receiver:
        pact = agree("Ford", [giver, receiver])
        server, asking = (giver, receiver) if way == "poll" else (receiver, giver)
        secret = know(server, asking)
        address = "http://desk.example/taxii2/"
        own = server.own
        return pact, Partner(own.desk, own.name, own.key, NOW, address=address, secret=secret)
