from datetime import date

import pytest

from reportedly.account.days import all_or, lately
from reportedly.errors import BadDate

TODAY = date(2031, 5, 20)


def test_by_default_the_week_that_ends_today() -> None:
    assert lately(None, None, TODAY) == (date(2031, 5, 14), TODAY)


def test_the_week_up_to_a_day() -> None:
    assert lately(None, date(2031, 5, 1), TODAY) == (date(2031, 4, 25), date(2031, 5, 1))


def test_from_a_day_to_today_or_to_that_day_where_it_lies_ahead() -> None:
    assert lately(date(2031, 3, 1), None, TODAY) == (date(2031, 3, 1), TODAY)
    assert lately(date(2031, 6, 1), None, TODAY) == (date(2031, 6, 1), date(2031, 6, 1))


def test_no_days_are_all_days() -> None:
    assert all_or(None, None) is None
    assert all_or(TODAY, None) == (TODAY, date.max)
    assert all_or(None, TODAY) == (date.min, TODAY)


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(BadDate, match="give the earlier day first"):
        lately(TODAY, date(2031, 5, 1), TODAY)


def test_the_calendar_begins_somewhere() -> None:
    assert lately(None, date(1, 1, 3), TODAY) == (date.min, date(1, 1, 3))
