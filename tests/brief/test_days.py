from datetime import date
from pathlib import Path

from reportedly.brief import compose, days
from reportedly.ledger import Ledger, open_ledger
from tests.newsroom import TODAY

LATER = date(2025, 6, 6)


def test_a_desk_full_of_last_years_news_tells_its_last_seven_days(ledger: Ledger) -> None:
    first, last = days(ledger, None, None, today=LATER)
    assert (first, last) == (date(2024, 5, 30), date(2024, 6, 5))
    assert compose(ledger, first, last, today=LATER).stories


def test_news_dated_after_today_does_not_count(ledger: Ledger) -> None:
    assert days(ledger, None, None, today=date(2024, 6, 3)) == (date(2024, 5, 28), date(2024, 6, 3))


def test_days_that_are_given_stay(ledger: Ledger) -> None:
    first, last = date(2024, 1, 1), date(2024, 1, 2)
    assert days(ledger, first, last, today=TODAY) == (first, last)
    assert days(ledger, first, None, today=LATER) == (first, date(2024, 6, 5))
    assert days(ledger, None, last, today=TODAY) == (date(2023, 12, 27), last)


def test_an_empty_desk_has_today(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as empty:
        assert days(empty, None, None, today=TODAY) == (date(2024, 5, 31), TODAY)
