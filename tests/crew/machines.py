"""A real Ray cluster of several nodes on one machine, in a network of its own that has nothing but loopback.

Ray takes connections at ports of its choice; so the thread that runs the tests steps into a network namespace of the
kernel, starts the nodes there, and steps back when the tests are done. That takes root, and Ray.
"""

import ctypes
import importlib.util
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

import pytest

from reportedly.crew.joining import Order

_CLONE_NEWNET: Final = 0x40000000
_SLOW: Final = {"RAY_raylet_start_wait_time_s": "120", "RAY_agent_register_timeout_ms": "120000"}
"""Nodes get two minutes to start: on a busy machine its own half minute is not enough for Ray."""


@contextmanager
def loopback_alone() -> Iterator[None]:
    """Let this thread, and the processes that it starts, see no network but loopback while the block runs."""
    libc = ctypes.CDLL(None, use_errno=True)
    with Path("/proc/thread-self/ns/net").open("rb") as before:
        if libc.unshare(_CLONE_NEWNET):
            pytest.skip(f"no network of its own can be had here ({os.strerror(ctypes.get_errno())}): it takes root")
        try:
            subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
            yield
        finally:
            libc.setns(before.fileno(), _CLONE_NEWNET)


class Machines:
    """Nodes of one cluster, in the folder ``place``: the head, and those that are added, by their ``raylets``."""

    def __init__(self, place: Path, token: str | None = None) -> None:
        self._place = place
        self.token = place / "token"
        self.token.write_text(token or secrets.token_hex(32))
        self.address = ""
        self.raylets = list[int]()
        self._nodes: subprocess.Popen[str] | None = None

    def start(self, *, asks: bool = True) -> Self:
        """Start the head, with one processor; where it ``asks`` nobody is let in without the token."""
        mode = {"RAY_AUTH_MODE": "token" if asks else "disabled", "RAY_AUTH_TOKEN_PATH": str(self.token)}
        quiet = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}
        self._nodes = subprocess.Popen(
            [sys.executable, "-m", "tests.crew.nodes"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | _SLOW | quiet | mode,
            start_new_session=True,
        )
        self.address = self._answer()
        return self

    def order(self, actors: int = 1) -> Order:
        """What a crew is told that is to work there."""
        return Order(self.address, str(self.token), (), actors)

    def add(self, program: Path | None = None) -> None:
        """Start another node with a processor, on which ``program`` is what is installed."""
        self.raylets.append(int(self._tell(f"add {program or ''}")))

    def calm(self) -> None:
        """Let the nodes, which started in a hurry, have no more of the processors than others have."""
        self._tell("calm")

    def kill(self, raylet: int) -> None:
        """Kill a node, by the number of its raylet."""
        self._tell(f"kill {raylet}")
        self.raylets.remove(raylet)

    def kill_head(self) -> None:
        """Kill the head: nobody knows any more who belongs to the cluster."""
        self._tell("kill head")

    def stop(self) -> None:
        """End all nodes."""
        if self._nodes and self._nodes.stdin and self._nodes.stdout:
            self._nodes.stdin.close()
            self._nodes.wait(60)
            self._nodes.stdout.close()
            self._nodes = None
            self.address = ""
            self.raylets.clear()

    def _tell(self, words: str) -> str:
        assert self._nodes
        assert self._nodes.stdin
        self._nodes.stdin.write(words + "\n")
        self._nodes.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._nodes
        assert self._nodes.stdout
        while line := self._nodes.stdout.readline():
            if line.startswith("now: "):
                return line.removeprefix("now: ").strip()
        pytest.fail("the nodes of the cluster ended by themselves")


@pytest.fixture(scope="module")
def alone() -> Iterator[None]:
    """No network but loopback, for tests that start nodes; they skip where Ray is not installed."""
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is not installed: pip install 'reportedly[cluster]'")
    with loopback_alone():
        yield
