"""The sample web on its last day, and a way to ask it as a browser would."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from reportedly.sample import Server
from reportedly.sample.world import LAST

Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def last_day() -> Iterator[Server]:
    """The sample web as it stands on the last day; tests do not move its calendar."""
    with Server(LAST) as server:
        yield server


@pytest.fixture(scope="module")
def ask() -> Ask:
    """``ask(server, url, Header_Name=...)``: the invented host goes into the ``Host`` header."""

    def get(server: Server, url: str, method: str = "GET", **headers: str) -> httpx.Response:
        address = httpx.URL(url)
        told = {"Host": address.host, **{name.replace("_", "-"): value for name, value in headers.items()}}
        target = f"http://{server.address}{address.raw_path.decode()}"
        return httpx.request(method, target, headers=told, trust_env=False)

    return get
