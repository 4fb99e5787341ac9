"""The server itself: it says where it is, answers there, ends when told to, and refuses a port that is taken."""

import re
import socket
from pathlib import Path
from statistics import median

import httpx
import pytest

from reportedly.errors import UsageError
from reportedly.ledger import open_ledger
from reportedly.settings import init_desk
from reportedly.web.serve import serve
from tests.commands import interrupted, started

DELAYED_RECEIPT = 0.035  # seconds; a server that waits for receipts takes at least 0.04 for each answer

SERVE = """
import sys
from pathlib import Path
from statistics import median
from reportedly.ledger import open_ledger
from reportedly.settings import desk_in
from reportedly.web.serve import serve

desk = desk_in(Path(sys.argv[1]))
with open_ledger(desk.ledger_url) as ledger:
    serve(desk, ledger, lambda capture: b"", 0, lambda address: print(address, flush=True))
"""


@pytest.mark.process("a server does not end by itself")
def test_it_says_where_it_is_answers_there_and_ends_on_an_interrupt(tmp_path: Path) -> None:
    init_desk(tmp_path / "desk")
    with started(SERVE, tmp_path / "desk") as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        answer = httpx.get(address, trust_env=False)
        assert answer.status_code == httpx.codes.OK
        assert "No stories yet" in answer.text
        assert median(seconds_of_each(address)) < DELAYED_RECEIPT
        interrupted(server)


def seconds_of_each(address: str) -> list[float]:
    """How long a browser that keeps its connection waits for a small file, again and again."""
    with httpx.Client(base_url=address, trust_env=False) as browser:
        return [browser.get("/static/mark.svg").elapsed.total_seconds() for _ in range(60)]


@pytest.mark.parametrize("how", ["taken", "impossible"])
def test_a_port_that_cannot_be_had_is_a_usage_error(tmp_path: Path, how: str) -> None:
    desk = init_desk(tmp_path / "desk")
    said: list[str] = []
    with open_ledger(desk.ledger_url) as ledger, socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1] if how == "taken" else 70_000
        with pytest.raises(UsageError, match=f"port {port} cannot be used .*--port"):
            serve(desk, ledger, lambda _: b"", port, said.append)
    assert said == []


def test_it_is_not_served_beyond_this_machine_before_an_admin_may_come_in(tmp_path: Path) -> None:
    desk = init_desk(tmp_path / "desk")
    with open_ledger(desk.ledger_url) as ledger, pytest.raises(UsageError, match="make an admin first"):
        serve(desk, ledger, lambda _: b"", 0, print, host="192.0.2.4")
