from datetime import UTC, datetime

from msgspec.structs import replace

from reportedly.ledger import Ledger
from reportedly.records import Outlet

AT = datetime(2031, 5, 20, 8, 15, 30, 123456, tzinfo=UTC)
HERALD = Outlet("herald", "The Herald", "https://herald.example/", ("https://herald.example/rss",), "VN", ("en", "fa"))


def test_outlets_are_brought_up_to_date(ledger: Ledger) -> None:
    moved = replace(HERALD, home="https://new.example/", owner="Tarnow Press", feeds=())
    ledger.outlets.put([HERALD])
    assert ledger.outlets.all() == [HERALD]
    ledger.outlets.put([moved])
    assert ledger.outlets.all() == [moved]
