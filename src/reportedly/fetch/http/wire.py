"""Connections: through the guard, under one time limit, and closable from another thread.

Sockets know only limits for a single read. A host that sends a byte now and then would never run into one, so every
read and write here gets what is left of the whole exchange's time.
"""

import socket
import ssl
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import httpcore

from reportedly.errors import ForbiddenAddress
from reportedly.fetch.http.guard import Guard


class Deadline:
    """The moment when an exchange must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises ``TimeoutError`` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Wire(httpcore.NetworkBackend):
    """Opens the connections of one exchange; ``httpcore`` does the talking."""

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._sockets: list[socket.socket] = []
        self._cut = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  # the deadline rules
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's checked addresses that answers."""
        endpoints = self._guard.endpoints(host, port, self._deadline.left())
        for last, (address, target) in enumerate(endpoints, 1 - len(endpoints)):
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    address, target, self._deadline.left(), local_address, socket_options
                )
            except httpcore.ConnectError:
                if not last:
                    raise
            else:
                return self._kept(stream)
        raise ForbiddenAddress(f"{host} has no address")

    def _kept(self, stream: httpcore.NetworkStream) -> "TimedStream":
        self._sockets.append(stream.get_extra_info("socket"))
        if self._cut:
            self.cut()
        return TimedStream(stream, self._deadline)

    def cut(self) -> None:
        """End whatever goes on, from any thread: blocked reads return at once."""
        self._cut = True
        for connected in self._sockets:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)


class TimedStream(httpcore.NetworkStream):
    """A connection that is never waited for beyond the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Up to ``max_bytes`` as they come."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send all of ``buffer``."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """The same line, encrypted; the certificate must be for the name that was asked for."""
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore wants to know of the socket."""
        return self._stream.get_extra_info(info)
