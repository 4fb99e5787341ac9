"""A real web server on loopback that answers as told, and remembers every request."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reportedly import clock
from reportedly.fetch import Fetcher
from reportedly.settings import FetchSettings

Answer = Callable[[BaseHTTPRequestHandler], None]


class Newsroom:
    """``pages`` maps ``host/path`` to what is answered; what is not there gets a 404."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port = server.server_address[1]
        self.pages: dict[str, Answer] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    @staticmethod
    def page(body: bytes | str, status: int = 200, **headers: str) -> Answer:
        data = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("Content-Length", str(len(data)))
            handler.end_headers()
            handler.wfile.write(data)

        return answer

    @staticmethod
    def redirect(to: str, status: int = 302) -> Answer:
        return Newsroom.page("", status, Location=to)

    def asked(self, *, robots: bool = False) -> list[str]:
        urls = [url for url, _ in self.requests]
        return urls if robots else [url for url in urls if not url.endswith("/robots.txt")]

    def headers(self, url: str) -> dict[str, str]:
        return next(headers for asked, headers in reversed(self.requests) if asked == url)

    def settings(self, **changes: object) -> FetchSettings:
        plain: dict[str, object] = {
            "per_host_delay": 0.0,
            "timeout": 5.0,
            "resolve": {"*.example": f"127.0.0.1:{self.port}"},
        }
        return FetchSettings(**{**plain, **changes})  # type: ignore[arg-type]

    def fetcher(self, **changes: object) -> Fetcher:
        return Fetcher(self.settings(**changes), clock.system)


@pytest.fixture
def room() -> Iterator[Newsroom]:
    rooms: list[Newsroom] = []

    class Desk(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = f"{self.headers.get('Host', '?').split(':')[0]}{self.path}"
            rooms[0].requests.append((url, {key.lower(): value for key, value in self.headers.items()}))
            try:
                rooms[0].pages.get(url, Newsroom.page("no such page", 404))(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Desk) as server:
        rooms.append(Newsroom(server))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield rooms[0]
        server.shutdown()
        thread.join()
