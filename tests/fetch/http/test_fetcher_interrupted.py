"""Ctrl-C in the middle of fetching ends the program at once, whatever the hosts are doing."""

import socket
import time

import pytest

from tests.commands import interrupted, started

PROGRAM = """
import sys
from reportedly import clock
from reportedly.fetch import Fetcher, Request
from reportedly.settings import FetchSettings

port, delay = sys.argv[1:]
settings = FetchSettings(timeout=60, per_host_delay=float(delay), resolve={"*.example": f"127.0.0.1:{port}"})
print("asking", flush=True)
try:
    with Fetcher(settings, clock.system) as fetcher:
        list(fetcher.get_all(Request(f"http://h{n}.example/") for n in range(20)))
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


pytestmark = pytest.mark.process("Ctrl-C reaches a whole process")


def ended(port: int, delay: float) -> tuple[str, float, int]:
    """What the program says after Ctrl-C, how many seconds that takes, and its exit code."""
    with started(PROGRAM, str(port), str(delay)) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "asking\n"
        time.sleep(0.5)
        began = time.monotonic()
        code, said, complaint = interrupted(program)
    assert complaint == ""
    return said, time.monotonic() - began, code


@pytest.mark.parametrize("delay", [0.0, 30.0], ids=["hosts-that-never-answer", "politeness"])
def test_nothing_holds_it_up(delay: float) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=50) as silent:
        said, seconds, code = ended(silent.getsockname()[1], delay)
    assert (said, code) == ("stopped\n", 0)
    assert seconds < 3
