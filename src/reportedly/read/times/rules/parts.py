"""Parts of a longer time: ``early June``, ``mid-2011``, ``the end of next year``, ``the last week of March``.

Of a month, early is days 1-10, mid 11-20, late 21 to the end; start and end are a fifth of it. Longer stretches are
cut alike, a year at months and a decade at years. All of these are vague, except a half.
"""

import re
from datetime import timedelta

from reportedly.read.days.calendar import WEEK, Days, period, shift, week_name
from reportedly.read.days.parts import share
from reportedly.read.days.value import Here, Rule, Value, grain_of, stretch, whole_unit
from reportedly.read.times.vocabulary import NTH, NTH_HEADS, NUMBER, number, unit

_SHARES = {  # parts of the whole: from, to
    **dict.fromkeys(("early",), (0, 1 / 3)),
    **dict.fromkeys(("mid", "middle"), (1 / 3, 2 / 3)),
    **dict.fromkeys(("late",), (2 / 3, 1)),
    **dict.fromkeys(("beginning", "start", "first days"), (0, 1 / 5)),
    **dict.fromkeys(("end", "close", "last days"), (4 / 5, 1)),
    **dict.fromkeys(("first half",), (0, 1 / 2)),
    **dict.fromkeys(("second half", "latter half"), (1 / 2, 1)),
    **dict.fromkeys(("rest", "remainder"), (0, 1)),
}


def _whole(m: re.Match[str], here: Here) -> Value | None:
    """The longer time: named by the words that follow, or the unit that holds the day of publication."""
    return whole_unit(here.today, m["unit"]) if m["unit"] else here.inner(m.end())


def _part(m: re.Match[str], here: Here) -> Value | None:
    whole, part = _whole(m, here), m["part"]
    if whole is None or whole.kind in {"set", "duration"}:
        return None
    if whole.days is None:
        return whole._replace(vague=True)
    days, vague = whole.days, False
    if part in {"rest", "remainder"} and here.today and days.first <= here.today <= days.last:
        days = Days(here.today, days.last)
    elif days.first < days.last:
        days, vague = share(days, _SHARES[part]), not part.endswith("half")
    return stretch(days, whole.grain, whole.timex, vague=vague)._replace(reach=whole.reach)


def _week_of_month(m: re.Match[str], here: Here) -> Value | None:
    whole = _whole(m, here)
    if whole is None or whole.days is None:
        return whole
    days, nth = whole.days, NTH[m["nth"]]
    first = days.first + timedelta(days=WEEK * (nth - 1)) if nth > 0 else days.last + timedelta(days=WEEK * nth + 1)
    chosen = Days(first, min(first + timedelta(days=6), days.last))
    return stretch(chosen, "week", week_name(first), vague=True)._replace(reach=whole.reach)


def _week_of(m: re.Match[str], here: Here) -> Value | None:
    """``the week of June 9``: that holds the day."""
    named = here.inner(m.end())
    if named is None or named.grain != "day" or named.kind != "point" or named.one_day is None:
        return None
    return whole_unit(named.one_day, "week")._replace(vague=named.vague, reach=named.reach)


def _counted(m: re.Match[str], here: Here) -> Value | None:
    """``the first nine months of the fiscal year``, ``the last ten days of July``: from its first, to its last day."""
    whole, amount, name = _whole(m, here), number(m["number"]), unit(m["counted"])
    if whole is None or whole.days is None or amount is None:
        return None
    days, back = whole.days, m["edge"] in {"last", "final"}
    after = shift(days.last + timedelta(days=1) if back else days.first, -amount if back else amount, name)
    if after is None or not days.first <= after <= days.last:
        return None
    chosen = Days(after, days.last) if back else Days(days.first, after - timedelta(days=1))
    value = stretch(chosen, grain_of(name), period(amount, name), kind="window", vague=whole.vague)
    return value._replace(reach=whole.reach)


_OF = r"of (?:(?:the|this) (?P<unit>year|month|week|day|quarter|decade|century)(?!\w)|the )?"

RULES = (
    Rule(
        "part_of",
        r"(?:very )?(?P<part>beginning|start|end|close|middle|first days|last days|first half|second half|latter half"
        rf"|rest|remainder) {_OF}",
        _part,
        article=True,
        heads="very beginning start end close middle first last second latter rest remainder",
    ),
    Rule(
        "counted",
        rf"(?P<edge>first|last|initial|opening|final) (?P<number>{NUMBER}) "
        rf"(?P<counted>days|weeks|months|quarters|years|decades) {_OF}",
        _counted,
        article=True,
    ),
    Rule("week_of", r"week of ", _week_of, article=True),
    Rule("end_of", r"(?P<unit>year|month)[ -](?P<part>end)(?!\w)", _part),
    Rule("week_of_month", rf"(?P<nth>{'|'.join(NTH)}) week {_OF}", _week_of_month, article=True, heads=NTH_HEADS),
    Rule(
        "mid_unit", r"(?P<part>mid)[ -]?(?P<unit>month|week|year)(?![\w'])", _part, heads="mid midmonth midweek midyear"
    ),
    Rule(
        "early",
        r"(?P<part>early|mid|late)(?:[ -]to[ -](?:mid|late))?"
        r"(?: in the (?P<unit>year|month|week|day|decade|century)(?!\w)| in |[ -])(?:the )?",
        _part,
    ),
)
