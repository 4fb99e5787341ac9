"""The web desk as a browser meets it: a real server on loopback over the invented newsroom's ledger."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from reportedly.clock import standing_at
from reportedly.ledger import Ledger, open_ledger
from reportedly.web.app import create_app
from tests import newsroom


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address of a running server, stopped at the end."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    started = threading.Event()
    while not server.started and thread.is_alive():
        started.wait(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The newsroom's ledger, filed once: pages only look."""
    folder: Path = tmp_path_factory.mktemp("newsroom")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        yield newsroom.fill(opened)


@pytest.fixture(scope="session")
def address(ledger: Ledger) -> Iterator[str]:
    """The desk's address."""
    app = create_app(
        ledger, name="River Desk", now=standing_at(newsroom.TODAY), sample=True, body_of=lambda _: newsroom.PAGE
    )
    with serving(app) as at:
        yield at


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A client of the desk."""
    with httpx.Client(base_url=address, trust_env=False) as opened:
        yield opened
