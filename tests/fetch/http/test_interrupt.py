"""Ctrl-C in the middle of fetching ends the program at once, whatever the hosts are doing."""

import os
import signal
import socket
import subprocess
import sys
import time

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


def _interrupted(port: int, delay: float) -> tuple[str, float, int]:
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(port), str(delay)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "asking\n"
    time.sleep(0.5)
    began = time.monotonic()
    os.kill(program.pid, signal.SIGINT)
    said, _ = program.communicate(timeout=30)
    return said, time.monotonic() - began, program.returncode


def test_hosts_that_never_answer_do_not_hold_it_up() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=50) as silent:
        said, seconds, code = _interrupted(silent.getsockname()[1], 0.0)
    assert said == "stopped\n"
    assert code == 0
    assert seconds < 3


def test_nor_does_politeness() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=50) as silent:
        said, seconds, code = _interrupted(silent.getsockname()[1], 30.0)
    assert (said, code) == ("stopped\n", 0)
    assert seconds < 3
