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
from tests.web.crew import hire

DELAYED_RECEIPT = 0.035  # seconds; a server that waits for receipts takes at least 0.04 for each answer

SERVE = """
import sys
from pathlib import Path
from statistics import median
from reportedly.ledger import open_ledger
from reportedly.settings import desk_in
from reportedly.web.serve import serve

desk, host = desk_in(Path(sys.argv[1])), sys.argv[2] if len(sys.argv) > 2 else None
with open_ledger(desk.ledger_url) as ledger:
    serve(desk, ledger, lambda capture: b"", 0, lambda address: print(address, flush=True), host=host)
"""


@pytest.mark.process("a server does not end by itself")
def test_it_says_where_it_is_answers_there_and_ends_on_an_interrupt(tmp_path: Path) -> None:
    init_desk(tmp_path / "desk")
    with started(SERVE, tmp_path / "desk") as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        answer = httpx.get(f"{address}stories", trust_env=False)
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


@pytest.mark.process("a server does not end by itself")
def test_beyond_this_machine_it_answers_to_its_names_and_lets_nobody_in_unknown(tmp_path: Path) -> None:
    desk = init_desk(tmp_path / "desk")
    (desk.folder / "desk.toml").write_text('[web]\nnames = ["desk.example"]\nproxies = ["127.0.0.1"]\n')
    with open_ledger(desk.ledger_url) as ledger:
        hire(ledger)
    with started(SERVE, desk.folder, "0.0.0.0") as server:  # noqa: S104  beyond this machine is what is tried
        assert server.stdout is not None
        said = server.stdout.readline()
        assert said.startswith("https://desk.example/, by a server before http://0.0.0.0:")
        port = re.findall(r":(\d+)/", said)[-1]
        proxied = {"host": "desk.example", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7"}
        answer = httpx.get(f"http://127.0.0.1:{port}/names", headers=proxied, trust_env=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login?to=/names")
        assert "strict-transport-security" in answer.headers
        answer = httpx.get(f"http://127.0.0.1:{port}/names", headers={"host": "evil.example"}, trust_env=False)
        assert answer.status_code == httpx.codes.MISDIRECTED_REQUEST
        interrupted(server)
