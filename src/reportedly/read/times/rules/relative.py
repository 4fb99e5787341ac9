"""Times told from the day of publication: ``yesterday``, ``last Friday``, ``next week``, ``over the weekend``."""

import re
from datetime import date, timedelta

from reportedly.read.days.calendar import WEEK, Days, around, period, season_of, shift, week_of
from reportedly.read.days.nearest import bare_weekday
from reportedly.read.days.value import Here, Rule, Value, grain_of, one_day, recurring, stretch, whole_unit
from reportedly.read.times.vocabulary import (
    ANY_WEEKDAY,
    BACK,
    FULL_MONTH,
    PART_OF_DAY,
    PARTS_OF_DAY,
    SEASON,
    SEASON_CODES,
    STEPS,
    WEEKDAY,
    WEEKDAY_HEADS,
    WHICH,
    month,
    unit,
    weekday,
)

_DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "to-morrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def _part_of(when: date | None, part: str | None, unknown: str | None = None) -> Value:
    """A day, or its morning or evening."""
    code = f"T{PARTS_OF_DAY[part.strip()]}" if part else ""
    return one_day(when, f"{when}{code}" if when else unknown and unknown + code)


def _today(m: re.Match[str], here: Here) -> Value:
    when = here.today + timedelta(days=_DAY_WORDS[m["word"]]) if here.today else None
    return _part_of(when, "night" if m["word"] == "tonight" else m["part"])


def _part_of_day(m: re.Match[str], here: Here) -> Value:
    return _part_of(here.today - timedelta(days=m["which"] == "last") if here.today else None, m["part"])


_OF_WEEK = re.compile(r" (last|this|next) week(?![\w'-])")  # on Tuesday next week


def _weekday(m: re.Match[str], here: Here) -> Value | None:
    """A weekday; the word in brackets after it (``Sunday (today)``) beats the tense of its clause."""
    name, number = m["weekday"], weekday(m["weekday"])
    if len(name.strip(".")) < 5 and not re.search(r"\b(?:on|last|next|this|until|by) $", here.before):  # noqa: PLR2004
        return None
    if m["plural"]:
        return recurring(f"XXXX-WXX-{number + 1}", "day")
    week = _OF_WEEK.match(here.after)
    if week is not None and here.today:
        first = week_of(here.today).first + timedelta(weeks=STEPS[week[1]])
        return one_day(first + timedelta(days=number))._replace(reach=m.end() + week.end())
    said = re.match(r" ?\((today|tomorrow|yesterday)\)", here.after)
    named = here.today + timedelta(days=_DAY_WORDS[said[1]]) if said and here.today else bare_weekday(number, here)
    return _part_of(named, m["part"], f"XXXX-WXX-{number + 1}")


def _which_weekday(m: re.Match[str], here: Here) -> Value:
    """``last``: strictly before; ``coming``, ``this``: the first one ahead; ``next``: that of the following week."""
    wanted, which, today = weekday(m["weekday"]), m["which"], here.today
    if today is None:
        return one_day(None, f"XXXX-WXX-{wanted + 1}")
    ahead = (wanted - today.weekday()) % WEEK
    if which in BACK:
        return one_day(today + timedelta(days=ahead - WEEK))
    if which == "this":
        return one_day(bare_weekday(wanted, here) if here.ahead() < 0 else today + timedelta(days=ahead))
    if which == "next":
        return one_day(week_of(today).last + timedelta(days=wanted + 1))
    return one_day(today + timedelta(days=ahead or WEEK))


def _which_month(m: re.Match[str], here: Here) -> Value:
    number, today, which = month(m["month"]), here.today, m["which"]
    if today is None:
        return stretch(None, "month", f"XXXX-{number:02}")
    year = today.year
    if which in {"last", "past"}:
        year -= number >= today.month
    elif which != "this":
        year += number <= today.month
    return whole_unit(date(year, number, 1), "month")


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


_OVER = re.compile(r"\b(?:over|during|within|in|for)(?: the)? $")


def _is_to_today(which: str, name: str, here: Here) -> bool:
    """``over the past week`` ends today; ``last week`` ended on Sunday."""
    if name == "decade":
        return which in {"last", "past"}
    return which == "past" and (name in {"day", "hour"} or _OVER.search(here.before) is not None)


def _which_unit(m: re.Match[str], here: Here) -> Value | None:
    """``last week``, ``next year``: the calendar's own unit; ``this week`` is what is left of it, or past of it."""
    name, which, today = unit(m["unit"]), m["which"], here.today
    ends_today = _is_to_today(which, name, here)
    if name in {"day", "hour"} and not ends_today:
        return None
    if ends_today and today:
        days = Days(shift(today, -1, "day" if name == "hour" else name) or today, today)
        return stretch(days, grain_of(name), period(1, name), kind="window")
    whole = whole_unit(shift(today, STEPS[which], name) if today else None, name)
    if today and whole.days and whole.days.first <= today <= whole.days.last:
        return stretch(_narrowed(m, whole.days, today, here), whole.grain, whole.timex)
    return whole


def _narrowed(m: re.Match[str], days: Days, today: date, here: Here) -> Days:
    """``later this week``, ``earlier this year``; of ``this week`` what the clause looks at."""
    edge = m["edge"]
    if edge == "earlier":
        return Days(days.first, today)
    if edge == "later":
        return Days(today, days.last)
    if m["unit"] != "week" or m["which"] not in {"this", "current"}:
        return days
    if here.ahead() < 0:
        return Days(days.first, today)
    return Days(today, days.last if today < days.last else today + timedelta(days=WEEK))


def _in_unit(m: re.Match[str], here: Here) -> Value:
    """``later in the month``, ``earlier in the day``: of the one named before, or of the one at hand."""
    named, name = here.named.days if here.named else None, m["unit"]
    if named and here.ahead() < 0:
        whole = whole_unit(named.first, name)
        return whole._replace(vague=whole.grain != "day")
    whole = whole_unit(here.today, name)
    if whole.days is None or here.today is None:
        return whole
    days = Days(whole.days.first, here.today) if m["edge"] == "earlier" else Days(here.today, whole.days.last)
    return stretch(days, whole.grain, whole.timex, vague=days.first != days.last)


def _weekend(_m: re.Match[str], here: Here) -> Value:
    """``over the weekend``: the one at hand or just gone; the coming one where the clause looks ahead."""
    gone = here.today is not None and here.today < around(here.today, "weekend").first and here.ahead() <= 0
    return whole_unit(here.today - timedelta(days=WEEK) if here.today and gone else here.today, "weekend")


RULES = (
    Rule(
        "today",
        rf"(?:(?:earlier|later|late|early) )?(?P<word>{'|'.join(_DAY_WORDS)})(?!\w)(?P<part> {PART_OF_DAY}(?!\w))?",
        _today,
        article=True,
        heads="earlier later late early today tonight yesterday tomorrow to day",
    ),
    Rule("part_of_day", rf"(?P<which>this|last) (?P<part>{PART_OF_DAY})(?!\w)", _part_of_day),
    Rule("which_weekday", rf"{WHICH} (?P<weekday>{WEEKDAY})(?!\w)", _which_weekday, article=True),
    Rule("which_month", rf"{WHICH} (?P<month>{FULL_MONTH})(?!\w)(?! \d)", _which_month),
    Rule("which_season", rf"{WHICH} (?P<season>{SEASON})(?!\w)", _which_season),
    Rule(
        "which_unit",
        rf"(?:(?P<edge>earlier|later|sometime|late|early) )?{WHICH} "
        r"(?P<unit>weekend|week|month|quarter|year|decade|century|fortnight|day|hour)(?!\w)",
        _which_unit,
        article=True,
        heads=f"{' '.join(STEPS)} earlier later sometime late early",
    ),
    Rule("in_unit", r"(?P<edge>earlier|later|sometime) in the (?P<unit>day|week|month|year)(?![\w'-])", _in_unit),
    Rule("the_weekend", r"(?<=the )weekend(?!\w)", _weekend, article=True),
    Rule(
        "weekday",
        rf"(?P<weekday>{ANY_WEEKDAY})(?P<plural>s(?!\w))?(?P<part> {PART_OF_DAY}(?!\w))?(?!\w)",
        _weekday,
        heads=WEEKDAY_HEADS,
    ),
)
