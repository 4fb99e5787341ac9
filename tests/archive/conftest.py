from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.archive import Place
from reportedly.records import Exchange
from tests.archive.kept import Kept
from tests.buckets import Buckets

Make = Callable[..., Exchange]


@pytest.fixture
def exchange() -> Make:
    """Makes the n-th exchange of an invented morning."""

    def make(n: int = 0, body: bytes | None = None, **changes: object) -> Exchange:
        words = f"<p>Ferry {n} left Tarnow at dawn.</p>".encode() * 20 if body is None else body
        plain: dict[str, object] = {
            "url": f"http://herald.example/story/{n}",
            "fetched_at": datetime(2024, 6, 3, 6, 0, 0, 250_000, tzinfo=UTC) + timedelta(seconds=n),
            "status": 200,
            "reason": "OK",
            "request_headers": (("Host", "herald.example"), ("User-Agent", "desk/1")),
            "response_headers": (("Content-Type", "text/html; charset=utf-8"), ("X-Odd", "caf\xe9")),
            "body": words,
        }
        return Exchange(**{**plain, **changes})  # type: ignore[arg-type]

    return make


@pytest.fixture(params=["folder", "bucket"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    """An archive's place: once a folder, once a bucket."""
    if request.param == "folder":
        return Kept(Place(tmp_path / "kept"))
    buckets: Buckets = request.getfixturevalue("buckets")
    return Kept(buckets.place(tmp_path / "spool", buckets.made(), writer="quay"), buckets)
