"""A desk with a search that is alerted of, and real servers on loopback that take what is sent."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Alert, Article, Filters, Published, SavedSearch, article_id
from reportedly.settings import Desk, FetchSettings, MailSettings, Settings
from reportedly.text import Span

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)


class Hour:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


class TimedDesk(Desk, frozen=True):
    """A desk whose clock is set by hand."""

    hour: Callable[[], datetime] = Hour()

    def clock(self) -> Callable[[], datetime]:
        return self.hour


class Taken(NamedTuple):
    """What came to a web address."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> Any:
        return json.loads(self.body)


class Receiver:
    """A web server that takes what is posted, and answers ``status``; ``before`` is done before it answers."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.status = 200
        self.taken: list[Taken] = []
        self.before: Callable[[], None] = lambda: None


@contextmanager
def receiving() -> Iterator[Receiver]:
    held: list[Receiver] = []

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            held[0].taken.append(Taken(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            held[0].before()
            self.send_response(held[0].status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    held.append(Receiver(server.server_address[1]))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield held[0]
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as opened:
        yield opened


@pytest.fixture
def hour() -> Hour:
    return Hour()


@pytest.fixture
def desk(tmp_path: Path, receiver: Receiver, hour: Hour) -> Desk:
    """``hooks.example`` is the receiver; no other host can be reached."""
    fetch = FetchSettings(timeout=5.0, resolve={"hooks.example": f"127.0.0.1:{receiver.port}"})
    mail = MailSettings(host="127.0.0.1", port=1, sender="desk@desk.example", starttls=False, timeout=5.0)
    return TimedDesk(tmp_path, Settings(name="River Desk", fetch=fetch, mail=mail), hour)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened


@pytest.fixture
def rain(ledger: Ledger) -> SavedSearch:
    return ledger.searches.save("Rain", "rain", Filters(), owner="ada", at=NOW)


def article(n: int, text: str = "Rain over Varn.") -> Article:
    """An article whose first line is its headline."""
    whole, url = f"{text} {n}\n\nIt went on.", f"https://herald.example/{n}"
    title = Span(0, whole.index("\n"))
    published = Published(NOW.date(), NOW.date(), "given")
    own = article_id(url, whole, "hand/1")
    return Article(own, url, "herald", whole, "en", "hand/1", title.of(whole), title, published=published)


def alert(search: SavedSearch, **more: Any) -> Alert:
    """An alert to the receiver."""
    given = {"way": "webhook", "target": "http://hooks.example/in", "pace": "at_once", "secret": "seven herons", **more}
    return Alert("w1", search.id, "ada", made=NOW, **given)
