from datetime import UTC, date, datetime

import pytest

from reportedly.dates import given_day
from reportedly.errors import BadDate

NOW = datetime(2031, 7, 20, tzinfo=UTC)


def test_a_day_handed_in_is_kept() -> None:
    assert given_day("2031-07-14", NOW) == given_day(date(2031, 7, 14), NOW) == date(2031, 7, 14)
    assert given_day(None, NOW) is None
    assert given_day("1912-04-16", NOW) == date(1912, 4, 16)


@pytest.mark.parametrize("day", ["2031-07-22", "0001-01-01", "1403-04-01", "14 July 2031"])
def test_a_day_that_cannot_be_meant_is_refused(day: str) -> None:
    with pytest.raises(BadDate, match=day):
        given_day(day, NOW)
