"""A real S3 server (moto's) on loopback, a process of its own once a session of tests, and a bucket for each test."""

import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Final

import obstore
import pytest
from obstore.store import S3Store

from reportedly.archive import Place

KEY, SECRET = "AKIATARNOWFERRIES", "what-the-harbour-master-keeps-to-himself"

_SERVER: Final = """
import logging, sys
from moto.server import ThreadedMotoServer
logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
"""


class Buckets:
    """One server; ``made`` makes a bucket in it, whose files are then seen and spoilt as a stranger would."""

    def __init__(self, port: int) -> None:
        self.endpoint = f"http://127.0.0.1:{port}"
        self._names = count(1)

    def made(self) -> str:
        """The address of a new bucket's prefix."""
        name = f"harbour-{next(self._names)}"
        urllib.request.urlopen(urllib.request.Request(f"{self.endpoint}/{name}", method="PUT")).close()  # noqa: S310
        return f"s3://{name}/desk"

    def place(self, folder: Path, bucket: str, **changes: object) -> Place:
        """Such a bucket as the place of an archive."""
        given: dict[str, object] = {"segment_seconds": 1e9, **changes}
        return Place(folder, bucket, self.endpoint, "us-east-1", **given)  # type: ignore[arg-type]

    def read(self, bucket: str, name: str) -> bytes:
        """The bytes of a file."""
        return bytes(obstore.get(self._store(bucket), name).bytes())

    def write(self, bucket: str, name: str, data: bytes) -> None:
        """Put other bytes into a file's place, as the program never does."""
        obstore.put(self._store(bucket), name, data)

    def remove(self, bucket: str, name: str) -> None:
        """Take a file away."""
        obstore.delete(self._store(bucket), name)

    def names(self, bucket: str) -> list[str]:
        """The files there are."""
        return [one["path"] for some in obstore.list(self._store(bucket)) for one in some]

    def _store(self, bucket: str) -> S3Store:
        name, _, prefix = bucket.removeprefix("s3://").partition("/")
        told = {"access_key_id": KEY, "secret_access_key": SECRET, "region": "us-east-1", "endpoint": self.endpoint}
        return S3Store(name, prefix=prefix, config=told, client_options={"allow_http": True})  # type: ignore[arg-type]


@contextmanager
def forgetful(endpoint: str) -> Iterator[str]:
    """A server before the server that passes on what is asked but for conditions, and gives its address."""

    class Proxy(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            kept = {name: value for name, value in self.headers.items() if name.lower() != "if-none-match"}
            request = urllib.request.Request(endpoint + self.path, data, kept, method="PUT")  # noqa: S310
            with urllib.request.urlopen(request) as answer:  # noqa: S310
                self.send_response(answer.status)
                self.send_header("ETag", answer.headers["ETag"])
                self.send_header("Content-Length", "0")
                self.end_headers()

        def log_message(self, *_told: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="session")
def s3_server() -> Iterator[Buckets]:
    """The server, for as long as there are tests."""
    program = [sys.executable, "-c", _SERVER]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield Buckets(int(server.stdout.readline()))
        server.stdin.close()


@pytest.fixture
def buckets(s3_server: Buckets, monkeypatch: pytest.MonkeyPatch) -> Buckets:
    """The server, with the environment of somebody who may write there."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    return s3_server
