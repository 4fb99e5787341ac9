"""Serves the hostile web on 127.0.0.1: ``python -m benchmarks.hostile_server FEEDS PAGES LOG`` prints its port.

Each request is a line of the log: when it came and when it was done with (seconds of the machine's monotonic clock),
the host, the path, and ``whole`` where a whole answer went out (``odd`` where it was meant not to, or did not).
"""

import argparse
import asyncio
import gzip
import socket
import struct
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TextIO

from benchmarks import hostile
from benchmarks.hostile import Page, World

DRIP = 5  # pieces of a slow answer
PAUSE = 0.2  # seconds between them
FOREVER = 60  # seconds after which an answer that never ends is given up
PIECE = b"<p>and so on</p>" * 4096
LISTENERS = 1000  # connections that may wait


class Odd(Exception):
    """The answer was meant to fail, or the visitor hung up."""


class Site:
    """What all visits share: the world, the log, and how often each address was asked."""

    def __init__(self, world: World, log: TextIO) -> None:
        self.world = world
        self._log = log
        self._asked: Counter[str] = Counter()
        self._dated = format_datetime(datetime.now(UTC) - timedelta(hours=1))

    async def visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, one answer, and the line is closed."""
        try:
            request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        except (asyncio.IncompleteReadError, OSError):
            writer.close()
            return
        came = time.monotonic()
        path = request.split(" ", 2)[1]
        host = next(line[6:] for line in request.split("\r\n") if line.lower().startswith("host:"))
        self._asked[host + path] += 1
        how = "whole"
        try:
            await self._answer(Talk(writer, request), host, path)
            await writer.drain()
        except (Odd, OSError):
            how = "odd"
        self._log.write(f"{came:.6f}\t{time.monotonic():.6f}\t{host}\t{path}\t{how}\n")
        writer.close()

    async def _answer(self, talk: "Talk", host: str, path: str) -> None:
        number = int(host.removeprefix("paper-").removesuffix(".example"))
        first = self._asked[host + path] == 1
        if path == "/robots.txt":
            talk.whole(hostile.robots(self.world, number), "text/plain")
        elif path.startswith("/feed"):
            await self._feed(talk, number, path, first=first)
        elif path.startswith("/news/"):
            page = self.world.page(int(path[6:12]))
            await _page(talk, page, self.world.host((number + 1) % self.world.feeds), first=first)
        elif path.startswith("/moved/"):
            talk.whole(hostile.article(self.world.page(int(path[7:13]))), "text/html; charset=utf-8")
        else:
            talk.whole(b"no such page", "text/plain", "404 Not Found")

    async def _feed(self, talk: "Talk", number: int, path: str, *, first: bool) -> None:
        kind = self.world.feed_kind(number)
        tag = f'"feed-{number}"' if number % 2 else ""
        if tag and tag in talk.request:
            talk.whole(b"", "text/plain", "304 Not Modified")
        elif kind == "redirecting" and path == "/feed.xml":
            talk.moved("/feed-now.xml")
        elif kind == "flapping" and first:
            talk.whole(b"in trouble", "text/plain", "500 Internal Server Error")
        elif kind == "broken" and first:
            talk.reset()
        else:
            data = hostile.feed(self.world, number, self._dated)
            more = f"ETag: {tag}\r\n" if tag else ""
            await talk.slowly(data, "application/rss+xml", more, DRIP if kind == "slow" else 1)


class Talk:
    """One answer under way."""

    def __init__(self, writer: asyncio.StreamWriter, request: str) -> None:
        self.request = request
        self.writer = writer

    def whole(self, data: bytes, kind: str, status: str = "200 OK", more: str = "", length: int | None = None) -> None:
        """Send a whole answer; ``length`` is what the head claims."""
        claimed = len(data) if length is None else length
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {claimed}\r\n{more}Connection: close\r\n\r\n"
        )
        self.writer.write(head.encode() + data)

    def moved(self, to: str) -> None:
        """Send the visitor elsewhere."""
        self.whole(b"", "text/plain", "302 Found", f"Location: {to}\r\n")

    def reset(self) -> None:
        """Break the line off so that the visitor sees a reset."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()
        raise Odd

    async def slowly(self, data: bytes, kind: str, more: str = "", pieces: int = DRIP) -> None:
        """Send a whole answer piece by piece."""
        size = len(data) // pieces + 1
        self.whole(data[:size], kind, more=more, length=len(data))
        for start in range(size, len(data), size):
            await self.writer.drain()
            await asyncio.sleep(PAUSE)
            self.writer.write(data[start : start + size])

    async def endless(self, pause: float) -> None:
        """Never end, with a pause after each piece, until the visitor hangs up."""
        self.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>")
        until = time.monotonic() + FOREVER
        while time.monotonic() < until:
            self.writer.write(PIECE if not pause else b" ")
            await self.writer.drain()
            await asyncio.sleep(pause)
        raise Odd


async def _page(talk: Talk, page: Page, neighbour: str, *, first: bool) -> None:
    match page.kind:
        case "broken":
            _break(talk, page)
        case "slow" if page.way == 2:  # noqa: PLR2004
            await talk.endless(PAUSE)
        case "slow":
            await talk.slowly(hostile.article(page), "text/html; charset=utf-8")
        case "huge" if page.way:
            await _too_large(talk, page)
        case "redirecting":
            _lead_on(talk, page, neighbour)
        case "flapping" if first:
            more = "Retry-After: 1\r\n" if page.way == 1 else ""
            talk.whole(b"in trouble", "text/plain", "503 Busy" if more else "500 Internal Server Error", more)
        case _:
            _well(talk, page)


def _well(talk: Talk, page: Page) -> None:
    data, kind = hostile.article(page), f"text/html; charset={hostile.charset(page)}"
    if page.number % 2:
        talk.whole(gzip.compress(data, 1), kind, more="Content-Encoding: gzip\r\n")
    else:
        talk.whole(data, kind)


def _break(talk: Talk, page: Page) -> None:
    data = hostile.article(page)
    if page.way == 0:
        talk.reset()
    elif page.way == 1:
        talk.whole(data[: len(data) // 2], "text/html", length=len(data))
    else:
        talk.whole(gzip.compress(data)[:-20], "text/html", more="Content-Encoding: gzip\r\n")
    raise Odd


async def _too_large(talk: Talk, page: Page) -> None:
    if page.way == 1:
        await talk.endless(0)
    talk.whole(hostile.bomb(), "text/html", more="Content-Encoding: gzip\r\n")
    raise Odd


def _lead_on(talk: Talk, page: Page, neighbour: str) -> None:
    """To another path, to another host with a hop between, or in a circle."""
    hop = "hop=1" in talk.request.split("\r\n", 1)[0]
    if page.way == 1 and not hop:
        talk.moved(f"{page.path}?hop=1")
    elif page.way == 1:
        talk.moved(f"http://{neighbour}/moved/{page.number:06}-story-told-elsewhere")
    elif page.way == 0:
        talk.moved(f"/moved/{page.number:06}-story-told-anew")
    else:
        talk.moved(page.path if hop else f"{page.path}?hop=1")


async def serve(world: World, log: Path) -> None:
    """Serve until the process is ended."""
    with log.open("a", buffering=1, encoding="utf-8") as opened:
        server = await asyncio.start_server(Site(world, opened).visit, "127.0.0.1", 0, backlog=LISTENERS)
        print(server.sockets[0].getsockname()[1], flush=True)
        async with server:
            await server.serve_forever()


def main() -> None:
    """Serve as the arguments say."""
    parser = argparse.ArgumentParser(prog="benchmarks.hostile_server", description=__doc__)
    parser.add_argument("feeds", type=int)
    parser.add_argument("pages", type=int)
    parser.add_argument("log", type=Path)
    asked = parser.parse_args()
    asyncio.run(serve(World(asked.feeds, asked.pages), asked.log))


if __name__ == "__main__":
    main()
