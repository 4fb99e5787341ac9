"""Since when somebody asks what is new: their look, the shift, or a time they name."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reportedly.account.since import beginnings, choices, chosen
from reportedly.errors import BadDate
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Seen
from tests import newsroom

NOW = datetime(2024, 6, 6, 22, tzinfo=UTC)
KARACHI = ZoneInfo("Asia/Karachi")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return newsroom.fill(open_ledger(f"sqlite:///{tmp_path_factory.mktemp('since')}/ledger.db", lambda: NOW))


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2024, 6, 6, 1, 30, tzinfo=UTC), datetime(2024, 6, 6, 1, tzinfo=UTC)),
        (datetime(2024, 6, 6, 0, 30, tzinfo=UTC), datetime(2024, 6, 5, 17, tzinfo=UTC)),
        (datetime(2024, 6, 6, 9, tzinfo=UTC), datetime(2024, 6, 6, 9, tzinfo=UTC)),
    ],
)
def test_a_shift_begins_by_the_clock_of_its_zone(now: datetime, began: datetime) -> None:
    assert beginnings(("06:00", "14:00", "22:00"), KARACHI, now)[0] == began


def test_without_shifts_a_day_stands_for_one(filled: Ledger) -> None:
    known = choices(filled, None, (), UTC, NOW)
    assert [*known] == ["day"]
    assert known["day"].at == NOW - timedelta(days=1)
    assert known["day"].upto == 0


def test_ones_own_look_comes_first(filled: Ledger) -> None:
    seen = Seen(NOW - timedelta(hours=3), 5, 1)
    known = choices(filled, seen, ("06:00",), KARACHI, NOW)
    assert [*known] == ["look", "shift", "day"]
    assert chosen(filled, known, "") == known["look"]
    assert chosen(filled, known, "shift") == known["shift"]
    assert "06:00 PKT, 2024-06-06 01:00 UTC" in known["shift"].words


def test_any_time_can_be_named(filled: Ledger) -> None:
    known = choices(filled, None, (), UTC, NOW)
    assert chosen(filled, known, "2024-06-07").upto == filled.news.last()
    assert chosen(filled, known, "2024-06-06T03:00+05:00").at == datetime(2024, 6, 5, 22, tzinfo=UTC)
    assert chosen(filled, known, "2024-06-06T03:00+05:00").words == "since 2024-06-05 22:00 UTC"
    for strange in ("yesterday", "2024-13-01", "look", "0001-01-01T00:00+05:00"):
        with pytest.raises(BadDate, match="no time to look back to"):
            chosen(filled, known, strange)
