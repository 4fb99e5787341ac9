"""Times told by a count of units from publication: ``two weeks ago``, ``within 15 days``, ``this year till date``."""

import re

from reportedly.read.times.calendar import Days, around, shift, unit_name
from reportedly.read.times.value import Here, Rule, Value, grain_of, length, stretch
from reportedly.read.times.vocabulary import LONG_UNITS, NUMBER, SOME, UNIT, number, period, unit

_AHEAD = frozenset({"next", "coming", "upcoming", "following"})


def _span_of_units(m: re.Match[str], here: Here) -> Value | None:
    """``the past three days``, ``the next six months``: a window that begins or ends at publication."""
    amount, name, today = number(m["number"]), unit(m["unit"]), here.today
    if amount is None or name not in LONG_UNITS:
        return None
    timex, grain = period(amount, name), grain_of(name)
    if today is None:
        return Value("window", None, None, grain, timex)
    forward = m["which"] in _AHEAD
    other = shift(today, amount if forward else -amount, name)
    days = Days(*sorted((today, other))) if other else None
    return stretch(days, grain, timex, kind="window")


def _so_far(m: re.Match[str], here: Here) -> Value:
    """``so far this year``, ``this year till date``: from its first day to publication."""
    name, today = unit(m["unit"]), here.today
    if today is None:
        return stretch(None, grain_of(name), None)
    days = around(today, name)
    return stretch(Days(days.first, today), grain_of(name), unit_name(days, name), kind="window")


def _ago(m: re.Match[str], here: Here) -> Value | None:
    return _offset(m, here, -1)


def _from_now(m: re.Match[str], here: Here) -> Value | None:
    return _offset(m, here, 1)


def _offset(m: re.Match[str], here: Here, sign: int) -> Value | None:
    amount, name, today = number(m["number"]), unit(m["unit"]), here.today
    grain = grain_of(name)
    when = shift(today, sign * amount, name) if today and amount is not None else None
    if when is None:
        return Value("point", None, None, grain, "PAST_REF" if sign < 0 else "FUTURE_REF", amount is None)
    days = around(when, name)
    counted = Days(when, when) if sign > 0 and name == "week" else days  # "in two weeks" is that day, not all its week
    return stretch(counted, grain, unit_name(days, name))


_FEW_WORDS = r"(?: (?!will |would |shall |may |can |could |must |is |are )[a-z]+){0,2}"
_OUTDONE = re.compile(
    rf"\b(?:worst|(?<=the )only|(?<!will )(?<!to )(?:first|record)){_FEW_WORDS} in $|\b(?:only|once) in $"
)


def _in_units(m: re.Match[str], here: Here) -> Value | None:
    """``in three days``: that day where the clause looks ahead, else how long it took (``lowest in six years``)."""
    amount = number(m["number"])
    if amount is not None and here.ahead() > 0 and not (_OUTDONE.search(here.before) or here.outdone()):
        return _offset(m, here, 1)
    return length(period(amount, unit(m["unit"])), grain_of(unit(m["unit"])))


def _within(m: re.Match[str], here: Here) -> Value | None:
    amount, name, today = number(m["number"]), unit(m["unit"]), here.today
    if amount is None:
        return None
    last = shift(today, amount, name) if today and here.ahead() >= 0 else None
    days = Days(today, last) if today and last else None
    return stretch(days, grain_of(name), period(amount, name), kind="window" if days else "duration")


_WHICH = "(?P<which>last|past|previous|this|current|ongoing|next|coming|upcoming|following)"
_COUNT = rf"(?P<number>{NUMBER}|{SOME}|an?)"
_MORE_UNITS = rf"(?P<unit>{UNIT}|quarters?|weekends?)"
_COUNTED_UNIT = (
    rf"(?:{NUMBER}(?:-| to | or ))?{_COUNT}"
    rf"[ -](?:working |business |calendar |full |more |consecutive )?{_MORE_UNITS}(?!\w)"
)


RULES = (
    Rule("so_far", r"(?:so far |to date |till date )this (?P<unit>week|month|quarter|year)(?![\w'])", _so_far),
    Rule("unit_so_far", r"this (?P<unit>week|month|quarter|year) (?:so far|to date|till date|till now)(?!\w)", _so_far),
    Rule("within", rf"within (?:the )?(?:next |coming )?{_COUNTED_UNIT}", _within),
    Rule("span_of_units", rf"{_WHICH} {_COUNTED_UNIT}", _span_of_units, article=True),
    Rule("ago", rf"{_COUNTED_UNIT} (?:ago|back)(?!\w)", _ago),
    Rule("from_now", rf"{_COUNTED_UNIT} from (?:now|today)(?!\w)", _from_now),
    Rule(
        "in_units",
        rf"(?<=in )(?:less than |under |about |around |roughly |some |just |only )?{_COUNTED_UNIT}(?:'s?)?(?: time)?",
        _in_units,
    ),
)
