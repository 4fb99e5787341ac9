"""A desk that watches two outlets on 127.0.0.1: one sends the input of a case, the other an honest feed."""

import contextlib
import tempfile
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import msgspec

from reportedly import gather, outlets
from reportedly.archive import Archive
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import FeedItem, Outcome, Outlet
from reportedly.session import Session
from reportedly.settings import Desk, init_desk

HONEST = (
    b"<rss version='2.0'><channel><title>H</title><item><link>http://honest.example/a</link></item></channel></rss>"
)
FEED, HONEST_FEED, HONEST_PAGE = "http://news.example/feed", "http://honest.example/feed", "http://honest.example/a"


class Watched(NamedTuple):
    """What a round of watching left: the items of the case's outlet, how its feed ended, whether the other went on."""

    items: tuple[FeedItem, ...]
    outcome: Outcome | None
    went_on: bool


def watched(body: bytes) -> Watched:
    """One round of watching in which an outlet's feed is ``body``."""
    pages = {FEED: body, HONEST_FEED: HONEST}
    with (
        tempfile.TemporaryDirectory() as work,
        _serving(pages) as port,
        open_ledger(f"sqlite:///{work}/l.db") as ledger,
    ):
        desk = _desk(Path(work), port)
        with Archive(desk.archive) as archive:
            gather.watch(Session(desk, ledger, archive))
        ended = {outcome.url: outcome for outcome in ledger.outcomes.last(1_000)}
        items = tuple(item for url in _announced(ledger) if (item := ledger.feeds.item(url)) and item.outlet == "news")
    return Watched(items, ended.get(FEED), HONEST_PAGE in ended)


def _announced(ledger: Ledger) -> list[str]:
    return [outcome.url for outcome in ledger.outcomes.last(1_000) if outcome.url not in {FEED, HONEST_FEED}]


def _desk(work: Path, port: int) -> Desk:
    made = init_desk(work / "desk")
    for name, feed in (("news", FEED), ("honest", HONEST_FEED)):
        outlets.save(made.outlets, Outlet(id=name, name=name, home=feed.removesuffix("feed"), feeds=(feed,)))
    fetch = msgspec.structs.replace(
        made.settings.fetch, per_host_delay=0.0, timeout=5.0, resolve={"*.example": f"127.0.0.1:{port}"}
    )
    return Desk(made.folder, msgspec.structs.replace(made.settings, fetch=fetch))


@contextlib.contextmanager
def _serving(pages: Mapping[str, bytes]) -> Iterator[int]:
    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(f"http://{self.headers.get('Host', '').split(':')[0]}{self.path}")
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
