"""What the kernel says of those who listen, in words."""

import subprocess
import sys

import pytest

from reportedly.crew import listening

LISTENER = """
import socket, sys
taker = socket.create_server((sys.argv[1], 0))
print(taker.getsockname()[1], flush=True)
sys.stdin.read()
"""


@pytest.mark.process("it listens in a process that is named as Ray's are")
@pytest.mark.parametrize(("address", "seen"), [("127.0.0.1", False), ("127.0.0.2", False), ("0.0.0.0", True)])  # noqa: S104
def test_a_process_of_ray_is_seen_where_it_listens_beyond_loopback(address: str, *, seen: bool) -> None:
    with subprocess.Popen(
        ["ray::Hand", "-c", LISTENER, address],
        executable=sys.executable,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        port = int(process.stdout.readline())
        found = {listener.port: listener for listener in listening.beyond(())}
        assert (port in found) is seen
        if seen:
            assert str(found[port]) == f"ray::Hand (process {process.pid}) listens at 0.0.0.0 port {port}"
            assert port not in {listener.port for listener in listening.beyond(((port, port),))}
        process.communicate("")
