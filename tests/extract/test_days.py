from datetime import date

import pytest

from reportedly.errors import BadDate
from reportedly.extract.days import day

MARCH = date(2026, 3, 9)


@pytest.mark.parametrize(
    "given",
    [
        "2026-03-09",
        "2026-03-09T23:30:00+05:00",
        "2026-03-09 08:15:00",
        "20260309",
        "2026/3/9",
        "9.3.2026",
        "Mon, 09 Mar 2026 10:00:00 GMT",
        "9 March 2026",
        "March 9, 2026",
        "Monday, March 9, 2026 at 10:15 pm",
        "09-Mar-2026",
        "1773050000",
        "1773050000000",
    ],
)
def test_a_day_that_can_be_told(given: str) -> None:
    assert day(given) == MARCH


def test_numbers_with_a_slash_tell_a_day_only_where_there_is_one_way_to_read_them() -> None:
    assert day("23/03/2026") == day("03/23/2026") == date(2026, 3, 23)
    assert day("03/03/2026") == date(2026, 3, 3)
    with pytest.raises(BadDate, match="03/04/2026"):
        day("03/04/2026")


@pytest.mark.parametrize("given", ["soon", "2026-02-31", "99/99/2026", "12", "2026"])
def test_no_day_is_made_up(given: str) -> None:
    with pytest.raises(BadDate):
        day(given)


def test_nothing_given_is_no_day() -> None:
    assert day(None) is None
    assert day("  ") is None
