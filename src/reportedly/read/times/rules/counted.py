"""Times told by a count of units from publication: ``two weeks ago``, ``within 15 days``, ``this year till date``."""

import re
from datetime import date, timedelta

from reportedly.read.days.calendar import WEEK, Days, period, shift
from reportedly.read.days.value import Here, Rule, Value, grain_of, length, one_day, stretch, whole_unit
from reportedly.read.times.vocabulary import (
    AHEAD,
    NUMBER,
    NUMBER_HEADS,
    SOME,
    UNIT,
    WEEKDAY,
    WEEKDAY_HEADS,
    WHICH,
    number,
    unit,
    weekday,
)


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


_ROUGHLY = re.compile(r"\b(?:about|around|some|roughly|nearly|almost|over|more than|approximately) $")
_EXACT = 100  # years counted singly; "500 years ago" is no year


def _ago(m: re.Match[str], here: Here) -> Value:
    value, amount = _offset(m, here, -1), number(m["number"])
    many = amount is not None and unit(m["unit"]) == "year" and amount >= _EXACT
    return value._replace(vague=True) if many or m["about"] or _ROUGHLY.search(here.before) else value


def _weekdays_off(m: re.Match[str], here: Here) -> Value | None:
    """``two Fridays ago``, ``three Sundays from now``: counted from the last or the coming one."""
    amount, today, ahead = number(m["number"]), here.today, m["way"] != "ago"
    if amount is None or amount != int(amount) or amount < 1:
        return None
    wanted = weekday(m["weekday"])
    return one_day(_nth_from(today, wanted, int(amount) if ahead else -int(amount)) if today else None)


def _nth_from(today: date, wanted: int, count: int) -> date | None:
    """The weekday so many times after today, or before it where negative; today's own counts for neither."""
    ahead = (wanted - today.weekday()) % WEEK or WEEK
    first = today + timedelta(days=ahead) if count > 0 else today - timedelta(days=WEEK - ahead % WEEK)
    return shift(first, count - 1 if count > 0 else count + 1, "week")


def _weekday_after_next(m: re.Match[str], here: Here) -> Value:
    """``the Friday before last``, ``the Monday after next``: the second one back or ahead."""
    count = 2 if m["which"] == "after next" else -2
    return one_day(_nth_from(here.today, weekday(m["weekday"]), count) if here.today else None)


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


_NEARLY = r"(?: at least| about| up to| nearly| almost| just)? $"
_LASTING = re.compile(
    rf"\b(?:for|of|in|within|over|during|than|last\w*|take\w*|took|spen\w+|the|every|another){_NEARLY}"
)
_GOING_ON = re.compile(rf"\b(?:run\w*|clos\w+|suspend\w*){_NEARLY}")


def _from_day(m: re.Match[str], here: Here) -> Value | None:
    """``a week from Tuesday``, ``two days before 3 June``; not ``closed for two weeks from Monday``, a length."""
    base, amount, name = here.inner(m.end()), number(m["number"]), unit(m["unit"])
    if base is None or amount is None or base.grain != "day" or base.kind != "point" or _LASTING.search(here.before):
        return None
    if m["way"] == "from" and _GOING_ON.search(here.before):
        return None
    if m["way"] in {"before", "after"} and m.string.startswith("'s", base.reach):
        return None  # "two days after Monday's attack"
    when = shift(base.one_day, -amount if m["way"] == "before" else amount, name) if base.one_day else None
    return one_day(when)._replace(vague=base.vague, reach=base.reach)


def _from_now(m: re.Match[str], here: Here) -> Value | None:
    return None if _LASTING.search(here.before) else _offset(m, here, 1)


_FROM = {"today": 0, "tomorrow": 1}


def _week_after_day(m: re.Match[str], here: Here) -> Value | None:
    """``Tuesday week``, ``a week on Tuesday``, ``a fortnight tomorrow``: so long after the coming one (British)."""
    today, amount = here.today, number(m.groupdict().get("number") or "a")
    if here.ahead() < 0 or amount is None or (m.groupdict().get("number") and _LASTING.search(here.before)):
        return None
    if today is None:
        return one_day(None)
    ahead = _FROM[m["day"]] if m["day"] else (weekday(m["weekday"]) - today.weekday()) % WEEK
    return one_day(shift(today + timedelta(days=ahead), amount, unit(m["unit"])))


def _weeks_before(m: re.Match[str], here: Here) -> Value:
    """``a week ago Tuesday``: so long before the last one (American)."""
    today, amount = here.today, number(m["number"])
    if today is None or amount is None:
        return one_day(None)
    last = today - timedelta(days=(today.weekday() - weekday(m["weekday"])) % WEEK or WEEK)
    return one_day(shift(last, -amount, unit(m["unit"])))


def _after_next(m: re.Match[str], here: Here) -> Value:
    """``the week after next``, ``the year before last``."""
    when = shift(here.today, 2 if m["which"] == "after next" else -2, m["unit"]) if here.today else None
    return whole_unit(when, m["unit"])


_COUNTED_UNIT = (
    rf"(?:{NUMBER}(?:-| to | or ))?(?P<number>{NUMBER}|{SOME}|an?)"
    rf"[ -](?:working |business |calendar |full |more |consecutive )?(?P<unit>{UNIT}|quarters?|weekends?)(?!\w)"
)

_ENDS = r"(?=$|[\n.,;:!?)]| (?:at|in|to|for|and|when|with|but|after|before|as|by)\b)"

RULES = (
    Rule("so_far", r"(?:so far |to date |till date )this (?P<unit>week|month|quarter|year)(?![\w'])", _so_far),
    Rule("unit_so_far", r"this (?P<unit>week|month|quarter|year) (?:so far|to date|till date|till now)(?!\w)", _so_far),
    Rule("within", rf"within (?:the )?(?:next |coming )?{_COUNTED_UNIT}", _within),
    Rule("span_of_units", rf"{WHICH} {_COUNTED_UNIT}", _span_of_units, article=True),
    Rule("until_now", rf"(?P<which>){_COUNTED_UNIT}(?= now\b)", _span_of_units, heads=NUMBER_HEADS),
    Rule(
        "from_now",
        rf"(?P<number>{NUMBER}|{SOME}|an?)[ -](?:more |full )?(?P<unit>{UNIT}) (?:from now|hence)(?!\w)(?! on\b)",
        _from_now,
        heads=NUMBER_HEADS,
    ),
    Rule(
        "from_day",
        rf"(?P<number>{NUMBER}|an?) (?P<unit>{UNIT}) (?P<way>from|after|before) ",
        _from_day,
        heads=NUMBER_HEADS,
    ),
    Rule(
        "week_on_day",
        rf"(?P<number>{NUMBER}|an?) (?P<unit>weeks?|fortnight) "
        rf"(?:on (?P<weekday>{WEEKDAY})|(?P<day>today|tomorrow))(?![\w'])",
        _week_after_day,
        heads=NUMBER_HEADS,
    ),
    Rule(
        "day_week",
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<day>today|tomorrow)) (?P<unit>week|fortnight){_ENDS}",
        _week_after_day,
        heads=f"{WEEKDAY_HEADS} today tomorrow",
    ),
    Rule(
        "weeks_before",
        rf"(?P<number>{NUMBER}|an?) (?P<unit>weeks?|fortnights?|months?|years?) ago (?P<weekday>{WEEKDAY})(?![\w'])",
        _weeks_before,
        heads=NUMBER_HEADS,
    ),
    Rule(
        "after_next",
        r"(?P<unit>day|weekend|week|month|year) (?P<which>after next|before last)(?![\w'])(?! (?:year|month|week)\b)",
        _after_next,
        article=True,
        heads="day weekend week month year",
    ),
    Rule(
        "weekdays_off",
        rf"(?P<number>{NUMBER}|an?) (?P<weekday>{WEEKDAY})s? (?P<way>ago|from now|hence|away)(?![\w'])",
        _weekdays_off,
        heads=NUMBER_HEADS,
    ),
    Rule(
        "weekday_after_next",
        rf"(?P<weekday>{WEEKDAY}) (?P<which>after next|before last)(?![\w'])",
        _weekday_after_next,
        article=True,
        heads=WEEKDAY_HEADS,
    ),
    Rule("ago", rf"{_COUNTED_UNIT}(?P<about> or (?:so|two|more))? (?:ago|back)(?!\w)", _ago, heads=NUMBER_HEADS),
    Rule(
        "in_units",
        rf"(?<=in )(?:less than |under |about |around |roughly |some |just |only )?{_COUNTED_UNIT}(?:'s?)?(?: time)?",
        _in_units,
        heads=f"{NUMBER_HEADS} less under about around roughly just only",
    ),
)
