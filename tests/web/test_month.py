"""How a month is laid out: nothing over another, nothing sharper than its window."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import Planned
from reportedly.web.month import WIDE, ends_of, laid_out

MARCH = date(2026, 3, 15)
FAR = st.dates(date(2026, 1, 20), date(2026, 5, 10))


@st.composite
def windows(draw: st.DrawFn) -> Planned:
    opens = draw(FAR)
    closes = draw(st.none() | st.integers(0, 50).map(lambda days: opens + timedelta(days)))
    return Planned(draw(st.text("abc", min_size=4, max_size=4)), "open", opens, closes)


def test_a_window_over_two_weeks_is_two_bars_that_say_so() -> None:
    month = laid_out(MARCH, [Planned("f1", "open", date(2026, 3, 14), date(2026, 3, 17))])
    (second,), (third,) = (week.lanes for week in month.weeks if week.lanes)
    assert [(bar.column, bar.days, bar.begins, bar.ends) for bar in (*second, *third)] == [
        (6, 2, True, False),
        (1, 2, False, True),
    ]


def test_what_has_no_end_is_told_beside_and_not_drawn() -> None:
    month = laid_out(MARCH, [Planned("f1", "open", date(2026, 3, 14), None)])
    assert [one.followup for one in month.wide] == ["f1"]
    assert not any(week.lanes for week in month.weeks)


@given(st.lists(windows(), max_size=25))
def test_every_day_of_every_window_is_drawn_once_and_none_lies_over_another(planned: list[Planned]) -> None:
    month = laid_out(MARCH, planned)
    drawn: list[tuple[Planned, date]] = []
    for week in month.weeks:
        assert week.days[0].weekday() == 0
        for lane in week.lanes:
            taken = [week.days[bar.column - 1 + n] for bar in lane for n in range(bar.days)]
            assert len(taken) == len(set(taken))
            drawn += [(bar.planned, week.days[bar.column - 1 + n]) for bar in lane for n in range(bar.days)]
    shown = {day for week in month.weeks for day in week.days}
    narrow = [one for one in planned if one.closes and one.closes - one.opens < WIDE]
    wanted = [(one, day) for one in narrow for day in _days(one) if day in shown]
    assert sorted(map(str, drawn)) == sorted(map(str, wanted))
    assert len(month.wide) == len(planned) - len(narrow)


def _days(planned: Planned) -> list[date]:
    assert planned.closes
    return [planned.opens + timedelta(n) for n in range((planned.closes - planned.opens).days + 1)]


def test_the_ends_of_a_month() -> None:
    assert ends_of(date(2024, 2, 10)) == (date(2024, 2, 1), date(2024, 2, 29))
