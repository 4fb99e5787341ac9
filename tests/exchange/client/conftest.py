"""Servers of others, on loopback."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from reportedly import clock
from reportedly.exchange.client.remote import Ask
from reportedly.fetch.http.asking import Asker
from reportedly.records import Partner
from reportedly.settings import FetchSettings
from tests.exchange.desks import NOW, Newsroom
from tests.exchange.door import TAXII, app_of, know
from tests.web.conftest import serving

Says = Callable[[str, dict[str, str]], tuple[int, Any, dict[str, str]]]
"""What a server answers to a path and a query: a status, a resource, headers."""


def asker(address: str, *hosts: str) -> Ask:
    """What asks through the address guard, with some names that lead to a server on loopback."""
    port = urlsplit(address).netloc
    settings = FetchSettings(timeout=120.0, resolve=dict.fromkeys(hosts or ("desk.example",), port))
    return Asker(settings, clock.system)


@contextmanager
def reached(desk: Newsroom, other: Newsroom, **more: Any) -> Iterator[tuple[Partner, Ask]]:
    """The server of a desk, running, as another knows it."""
    secret = know(desk, other)
    with serving(app_of(desk, **more)) as address:
        partner = Partner(
            desk.own.desk, desk.own.name, desk.own.key, NOW, address="http://desk.example/taxii2/", secret=secret
        )
        other.ledger.partners.put(partner)
        yield partner, asker(address)


@contextmanager
def saying(says: Says) -> Iterator[tuple[Ask, list[tuple[str, dict[str, str], str]]]]:
    """A server that answers as told, and what it was asked: paths, queries, and with which secret."""
    asked: list[tuple[str, dict[str, str], str]] = []

    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query))
            asked.append((f"{self.headers['Host']}{parts.path}", query, self.headers.get("Authorization", "")))
            status, told, headers = says(parts.path, query)
            body = json.dumps(told).encode()
            self.send_response(status)
            for name, value in {"Content-Type": TAXII, "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield asker(f"http://127.0.0.1:{server.server_address[1]}", "desk.example", "other.example"), asked
        server.shutdown()
        thread.join()
