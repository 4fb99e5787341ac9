"""Times told from the day of publication: ``yesterday``, ``last Friday``, ``next week``, ``within 15 days``."""

import re
from datetime import date, timedelta

from reportedly.read.times.calendar import (
    WEEK,
    Days,
    around,
    day,
    month_of,
    season_of,
    shift,
    unit_name,
    week_of,
)
from reportedly.read.times.nearest import bare_weekday
from reportedly.read.times.value import Here, Rule, Value, grain_of, one_day, stretch
from reportedly.read.times.vocabulary import (
    ANY_WEEKDAY,
    FULL_MONTH,
    MONTHS,
    PART_OF_DAY,
    PARTS_OF_DAY,
    SEASON,
    SEASON_CODES,
    WEEKDAY,
    month,
    period,
    unit,
    weekday,
)

_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "to-morrow": 1}
_STEP = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "ongoing": 0, "same": 0, "the": 0}
_AHEAD = {"next": 1, "coming": 1, "upcoming": 1, "following": 1}
_STEPS = {**_STEP, **_AHEAD}


def _today(m: re.Match[str], here: Here) -> Value:
    offset = _DAY_WORDS[m["word"]]
    when = here.today + timedelta(days=offset) if here.today else None
    part = (m.groupdict().get("part") or "").strip()
    code = "TNI" if m["word"] == "tonight" else f"T{PARTS_OF_DAY[part]}" if part else ""
    return one_day(when, f"{when.isoformat()}{code}" if when else None)


def _day_beyond(m: re.Match[str], here: Here) -> Value:
    return one_day(here.today + timedelta(days=-2 if m["word"] == "yesterday" else 2) if here.today else None)


def _part_of_day(m: re.Match[str], here: Here) -> Value:
    when = here.today - timedelta(days=m["which"] == "last") if here.today else None
    return one_day(when, f"{when.isoformat()}T{PARTS_OF_DAY[m['part']]}" if when else None)


_SAID_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1}


def _weekday(m: re.Match[str], here: Here) -> Value | None:
    """A weekday; the word in brackets after it (``Sunday (today)``) beats the tense of its clause."""
    name = m["weekday"]
    if len(name.strip(".")) < 5 and not re.search(r"\b(?:on|last|next|this|until|by) $", here.before):  # noqa: PLR2004
        return None
    if m["plural"]:
        return Value("set", None, None, "day", f"XXXX-WXX-{weekday(name) + 1}")
    said = re.match(r" ?\((today|tomorrow|yesterday)\)", here.after)
    if said and here.today:
        when: date | None = here.today + timedelta(days=_SAID_DAYS[said[1]])
    else:
        when = bare_weekday(weekday(name), here)
    part = (m["part"] or "").strip()
    code = f"T{PARTS_OF_DAY[part]}" if part else ""
    return one_day(when, f"{when.isoformat()}{code}" if when else f"XXXX-WXX-{weekday(name) + 1}{code}")


def _which_weekday(m: re.Match[str], here: Here) -> Value:
    """``last``: strictly before; ``coming``, ``this``: the first one ahead; ``next``: that of the following week."""
    wanted, which, today = weekday(m["weekday"]), m["which"], here.today
    if today is None:
        return one_day(None, f"XXXX-WXX-{wanted + 1}")
    ahead = (wanted - today.weekday()) % WEEK
    if which in {"last", "past", "previous"}:
        return one_day(today - timedelta(days=(today.weekday() - wanted - 1) % WEEK + 1))
    if which == "this":
        return one_day(bare_weekday(wanted, here) if here.ahead() < 0 else today + timedelta(days=ahead))
    if which == "next":
        return one_day(week_of(today).last + timedelta(days=wanted + 1))
    return one_day(today + timedelta(days=ahead or WEEK))


def _which_month(m: re.Match[str], here: Here) -> Value:
    number_, today, which = month(m["month"]), here.today, m["which"]
    if today is None:
        return stretch(None, "month", f"XXXX-{number_:02}")
    year = today.year
    if which in {"last", "past"}:
        year -= number_ >= today.month
    elif which != "this":
        year += number_ <= today.month
    days = month_of(year, number_)
    return stretch(days, "month", f"{days.first:%Y-%m}")


def _which_season(m: re.Match[str], here: Here) -> Value:
    name, today = m["season"], here.today
    code = SEASON_CODES[name]
    if today is None:
        return stretch(None, "quarter", f"XXXX-{code}", vague=True)
    seasons = [season_of(year, name) for year in range(today.year - 2, today.year + 3)]
    if m["which"] in {"last", "past"}:
        days = max(s for s in seasons if s.last < today)
    elif m["which"] == "this":
        days = min(seasons, key=lambda s: abs((s.first - today).days + 45))
    else:
        days = min(s for s in seasons if s.first > today)
    return stretch(days, "quarter", f"{days.first.year}-{code}", vague=True)


_PAST_WEEK = frozenset({"week", "month", "quarter", "year"})
_OVER = re.compile(r"\b(?:over|during|within|in|for)(?: the)? $")


def _is_to_today(which: str, name: str, here: Here) -> bool:
    """``over the past week`` ends today; ``last week`` ended on Sunday."""
    if name == "decade":
        return which in {"last", "past"}
    return which == "past" and name in _PAST_WEEK and _OVER.search(here.before) is not None


def _which_unit(m: re.Match[str], here: Here) -> Value | None:
    """``last week``, ``next year``: the calendar's own unit; ``this week`` is what is left of it, or past of it."""
    name, which, today = unit(m["unit"]), m["which"], here.today
    if name in {"second", "minute", "night"} or (name in {"day", "hour"} and which != "past"):
        return None
    grain = grain_of(name)
    if today is None:
        return stretch(None, grain, None)
    if name in {"day", "hour"}:
        return stretch(Days(today - timedelta(days=1), today), grain, period(1, name), kind="window")
    if _is_to_today(which, name, here):
        days = Days(shift(today, -1, name) or today, today)
        return stretch(days, grain, "P10Y" if name == "decade" else period(1, name), kind="window")
    when = shift(today, _STEPS[which], name)
    if when is None:
        return stretch(None, grain, None)
    days = around(when, name)
    timex = unit_name(days, name)
    narrowed = _narrowed(m.groupdict().get("edge") or "", which, name, days, here)
    return stretch(narrowed, grain, timex)


def _narrowed(edge: str, which: str, name: str, days: Days, here: Here) -> Days:
    today = here.today
    if today is None or not days.first <= today <= days.last:
        return days
    if edge.startswith("later"):
        return Days(today, days.last)
    if edge.startswith("earlier"):
        return Days(days.first, today)
    if name == "week" and which in {"this", "current"}:
        if here.ahead() < 0:
            return Days(days.first, today)
        return Days(today, days.last if today < days.last else today + timedelta(days=WEEK))
    return days


def _weekend(_m: re.Match[str], here: Here) -> Value:
    """``over the weekend``: the one at hand or just gone; the coming one where the clause looks ahead."""
    today = here.today
    if today is None:
        return stretch(None, "day", None)
    days = around(today, "weekend")
    if today < days.first and here.ahead() <= 0:
        days = around(today - timedelta(days=WEEK), "weekend")
    return stretch(days, "day", unit_name(days, "weekend"))


def _month_edge(m: re.Match[str], here: Here) -> Value | None:
    """``May-end``, ``year-end``, ``month-end``: the last days of it."""
    if here.today is None:
        return stretch(None, "day", None, vague=True)
    if m["word"] in {"year", "month"}:
        whole = around(here.today, m["word"])
    else:
        number_ = MONTHS[m["word"]]
        back = here.ahead() < 0 and number_ <= here.today.month
        whole = month_of(here.today.year + (number_ < here.today.month and not back), number_)
    first = day(whole.last.year, whole.last.month, 25) or whole.first
    return stretch(
        Days(first, whole.last),
        "day",
        f"{whole.first:%Y-%m}" if m["word"] != "year" else f"{whole.first.year}",
        vague=True,
    )


_WHICH = "(?P<which>last|past|previous|this|current|ongoing|next|coming|upcoming|following)"

RULES = (
    Rule("day_beyond", r"day (?:before|after) (?P<word>yesterday|tomorrow)(?!\w)", _day_beyond, article=True),
    Rule(
        "today",
        r"(?:(?:earlier|later|late|early) )?(?P<word>today|tonight|yesterday|tomorrow|to-morrow)(?!\w)"
        rf"(?P<part> {PART_OF_DAY}(?!\w))?",
        _today,
    ),
    Rule("part_of_day", rf"(?P<which>this|last) (?P<part>{PART_OF_DAY})(?!\w)", _part_of_day),
    Rule("which_weekday", rf"{_WHICH} (?P<weekday>{WEEKDAY})(?!\w)", _which_weekday, article=True),
    Rule("which_month", rf"{_WHICH} (?P<month>{FULL_MONTH})(?!\w)(?! \d)", _which_month),
    Rule("which_season", rf"{_WHICH} (?P<season>{SEASON})(?!\w)", _which_season),
    Rule(
        "which_unit",
        rf"(?:(?P<edge>earlier|later|sometime|late|early) )?{_WHICH} "
        r"(?P<unit>weekend|week|month|quarter|year|decade|century|fortnight|day|hour)(?![\w'])",
        _which_unit,
        article=True,
    ),
    Rule("the_weekend", r"(?<=the )weekend(?!\w)", _weekend, article=True),
    Rule("month_edge", rf"(?P<word>{FULL_MONTH}|year|month)[ -]end(?!\w)", _month_edge),
    Rule("weekday", rf"(?P<weekday>{ANY_WEEKDAY})(?P<plural>s(?!\w))?(?P<part> {PART_OF_DAY}(?!\w))?(?!\w)", _weekday),
)
