from datetime import UTC, datetime

from reportedly.records import (
    Exchange,
)


def test_headers_are_found_whatever_their_case() -> None:
    moment = datetime(2031, 5, 1, tzinfo=UTC)
    exchange = Exchange("https://gazette.example/", moment, 200, "OK", (), (("ETag", '"7"'),), b"")
    assert exchange.etag == '"7"'
    assert exchange.last_modified is None
