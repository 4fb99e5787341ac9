"""Times told by a count of units from publication: ``two weeks ago``, ``within 15 days``, ``this year till date``."""

import re

from reportedly.read.times.calendar import Days, shift
from reportedly.read.times.value import Here, Rule, Value, grain_of, length, stretch, whole_unit
from reportedly.read.times.vocabulary import AHEAD, NUMBER, NUMBER_HEADS, SOME, UNIT, WHICH, number, period, unit


def _span_of_units(m: re.Match[str], here: Here) -> Value | None:
    """``the past three days``, ``for two years now``, ``the next six months``: a window up to or from publication."""
    amount, name, today = number(m["number"]), unit(m["unit"]), here.today
    if amount is None:
        return None
    other = shift(today, amount if m["which"] in AHEAD else -amount, name) if today else None
    days = Days(*sorted((today, other))) if today and other else None
    return stretch(days, grain_of(name), period(amount, name), kind="window")


def _so_far(m: re.Match[str], here: Here) -> Value:
    """``so far this year``, ``this year till date``: from its first day to publication."""
    whole = whole_unit(here.today, unit(m["unit"]))
    days = Days(whole.days.first, here.today) if whole.days and here.today else None
    return stretch(days, whole.grain, whole.timex, kind="window")


def _ago(m: re.Match[str], here: Here) -> Value:
    return _offset(m, here, -1)


def _offset(m: re.Match[str], here: Here, sign: int) -> Value:
    amount, name = number(m["number"]), unit(m["unit"])
    when = shift(here.today, sign * amount, name) if here.today and amount is not None else None
    if when is None:
        return Value("point", None, None, grain_of(name), "PAST_REF" if sign < 0 else "FUTURE_REF", amount is None)
    whole = whole_unit(when, name)
    if sign > 0 and name == "week":  # "in two weeks" is that day, not all its week
        return stretch(Days(when, when), whole.grain, whole.timex)
    return whole


def _in_units(m: re.Match[str], here: Here) -> Value | None:
    """``in three days``: that day where the clause looks ahead, else how long it took (``lowest in six years``)."""
    amount = number(m["number"])
    if amount is not None and here.ahead() > 0 and not here.outdone():
        return _offset(m, here, 1)
    return length(period(amount, unit(m["unit"])), grain_of(unit(m["unit"])))


def _within(m: re.Match[str], here: Here) -> Value | None:
    amount, name, today = number(m["number"]), unit(m["unit"]), here.today
    if amount is None:
        return None
    last = shift(today, amount, name) if today and here.ahead() >= 0 else None
    days = Days(today, last) if today and last else None
    return stretch(days, grain_of(name), period(amount, name), kind="window" if days else "duration")


_COUNTED_UNIT = (
    rf"(?:{NUMBER}(?:-| to | or ))?(?P<number>{NUMBER}|{SOME}|an?)"
    rf"[ -](?:working |business |calendar |full |more |consecutive )?(?P<unit>{UNIT}|quarters?|weekends?)(?!\w)"
)

RULES = (
    Rule("so_far", r"(?:so far |to date |till date )this (?P<unit>week|month|quarter|year)(?![\w'])", _so_far),
    Rule("unit_so_far", r"this (?P<unit>week|month|quarter|year) (?:so far|to date|till date|till now)(?!\w)", _so_far),
    Rule("within", rf"within (?:the )?(?:next |coming )?{_COUNTED_UNIT}", _within),
    Rule("span_of_units", rf"{WHICH} {_COUNTED_UNIT}", _span_of_units, article=True),
    Rule("until_now", rf"(?P<which>){_COUNTED_UNIT}(?= now\b)", _span_of_units, heads=NUMBER_HEADS),
    Rule("ago", rf"{_COUNTED_UNIT} (?:ago|back)(?!\w)", _ago, heads=NUMBER_HEADS),
    Rule(
        "in_units",
        rf"(?<=in )(?:less than |under |about |around |roughly |some |just |only )?{_COUNTED_UNIT}(?:'s?)?(?: time)?",
        _in_units,
        heads=f"{NUMBER_HEADS} less under about around roughly just only",
    ),
)
