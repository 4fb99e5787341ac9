"""Times that lean on one named before: ``at the time``, ``that day``, ``two days later``, ``the same year``.

What they lean on is the time last named in the text that has days of its own; without one, nothing is known.
"""

import re
from datetime import date, datetime, timedelta

from reportedly.read.times.calendar import Days, around, shift, unit_name
from reportedly.read.times.value import Here, Rule, Value, grain_of, length, one_day, stretch
from reportedly.read.times.vocabulary import NUMBER, PARTS_OF_DAY, SOME, UNIT, number, period, unit


def _same(_m: re.Match[str], here: Here) -> Value | None:
    """``at the time``, ``by then``: the very stretch named before."""
    if here.named is None:
        return Value("point", None, None, "day", None)
    return here.named._replace(kind="point", reach=0)


def _that_unit(m: re.Match[str], here: Here) -> Value | None:
    name = m["unit"]
    if name in PARTS_OF_DAY:
        days = here.named.days if here.named else None
        when = days.first if days and days.first == days.last else None
        return one_day(when, f"{when.isoformat()}T{PARTS_OF_DAY[name]}" if when else None)
    days = here.named.days if here.named else None
    grain = grain_of(name)
    if days is None or here.named is None:
        return stretch(None, grain, None)
    if name == "day" and days.first != days.last:
        return stretch(None, grain, None)
    around_it = around(days.first, name)
    return stretch(around_it, grain, unit_name(around_it, name))


def _last_day(here: Here) -> date | None:
    return here.named.days.last if here.named and here.named.days else None


def _step(m: re.Match[str], here: Here) -> Value | None:
    """``the following day``, ``the previous month``, ``the year previous``, ``the next day``."""
    name, start = m["unit"], _last_day(here)
    sign = -1 if m["which"] in {"previous", "preceding"} else 1
    when = shift(start, sign, name) if start else None
    if when is None:
        return stretch(None, grain_of(name), None)
    days = around(when, name)
    return stretch(days, grain_of(name), unit_name(days, name))


def _later(m: re.Match[str], here: Here) -> Value | None:
    """``two days later``, ``a week earlier``: counted from the time named before; from publication if none was."""
    amount, name = number(m["number"]), unit(m["unit"])
    start = _last_day(here) or (here.today if m["which"] == "earlier" else None)
    sign = -1 if m["which"] in {"earlier", "before", "previously"} else 1
    when = shift(start, sign * amount, name) if start and amount is not None else None
    if when is None:
        return length(period(amount, name), grain_of(name))
    days = around(when, name)
    return stretch(days, grain_of(name), unit_name(days, name))


def _from_told(m: re.Match[str], here: Here) -> Value | None:
    """``two days after the attack``: counted from the day on which the text put the attack; else no such rule."""
    told = here.told(m["noun"])
    amount = number(m["number"]) if m["number"] else 1
    if told is None or told.days is None or amount is None or told.grain not in {"day", "minute", "hour"}:
        return None
    sign = -1 if m["which"] == "before" else 1
    when = shift(told.days.last, sign * amount, unit(m["unit"]))
    if when is None:
        return None
    name = unit(m["unit"])
    return stretch(around(when, name), grain_of(name), period(amount, name))  # TIMEX3 names the length, not the day


def _that_day(_m: re.Match[str], here: Here) -> Value | None:
    """``ended the day down``: the day named before, else that of publication."""
    day = here.named if here.named and here.named.grain in {"day", "minute"} else None
    days = day.days if day else None
    return one_day(days.first if days and days.first == days.last else here.today)


def _all_of_it(m: re.Match[str], here: Here) -> Value | None:
    """``for the entire year``: of the time named before; without one it is no time."""
    return _that_unit(m, here) if here.named and here.named.days else None


_AFTERWARDS = timedelta(days=30)  # how long "afterwards" reaches: a choice, in line with "shortly"


def _afterwards(_m: re.Match[str], here: Here) -> Value | None:
    start = _last_day(here)
    if start is None:
        return Value("window", None, None, "day", "FUTURE_REF", vague=True)
    days = Days(start + timedelta(days=1), start + _AFTERWARDS)
    return stretch(days, "day", "FUTURE_REF", kind="window", vague=True)


def moment(value: Value, hour: int, minute: int) -> Value:
    """A day with a clock time."""
    if value.start is None:
        return value
    at = datetime(value.start.year, value.start.month, value.start.day, hour, minute)  # noqa: DTZ001 - local to the outlet
    return value._replace(start=at, end=at, grain="minute")


# "the day before the vote" leans on the vote, not on a time named before
_OWN = r"(?! (?:the|a|an|his|her|its|their|they|he|she|it|that|[a-z]+ing|yesterday|tomorrow)\b)"
_TIME_OF = r"(?! (?:of|when|that|to|being|has|for)\b)"

_OWN_DAY = r"(?! (?:of|when|that|on|before|after|he|she|it|they|we|i|the|his|her|their|you)\b)"
_ENDING = "end ends ended ending finish finished finishing close closed closing start started"
_ENDED = "(?:" + "|".join(rf"(?<={verb} )" for verb in _ENDING.split()) + ")"

RULES = (
    Rule(
        "at_the_time",
        rf"(?:at|by|until|till|since|around|from) (?:the|that|this) time{_TIME_OF}(?!\w)",
        _same,
    ),
    Rule("then", r"(?:by|since|until|till|back) then(?!\w)", _same),
    Rule(
        "that_unit",
        r"(?:on |in )?(?:that|(?:the )?(?:very )?same) "
        r"(?P<unit>day|week|weekend|month|year|morning|afternoon|evening|night)(?![\w'])",
        _that_unit,
    ),
    Rule("the_day", rf"{_ENDED}the day(?=[ ,.;:]|$){_OWN_DAY}", _that_day),
    Rule(
        "all_of_it",
        r"the (?:entire|whole|full) (?P<unit>week|month|year)(?![\w'-])(?! (?:of|when|that|before|after)\b)",
        _all_of_it,
    ),
    Rule(
        "step",
        r"the (?P<which>following|previous|preceding|next) (?P<unit>day|week|weekend|month|year)(?!\w)",
        _step,
    ),
    Rule("step_back", rf"the (?P<unit>day|week|month|year) (?P<which>previous|before)(?!\w){_OWN}", _step),
    Rule(
        "later",
        rf"(?P<number>{NUMBER}|{SOME}|an?)[ -](?P<unit>{UNIT}) "
        r"(?P<which>(?:later|earlier|previously)(?! than)|(?:before|after)(?=[,.;]|$))(?!\w)",
        _later,
    ),
    Rule(
        "from_told",
        rf"(?P<number>{NUMBER}|{SOME}|an?|the)[ -](?P<unit>{UNIT})"
        r"(?= (?P<which>before|after) (?:the|that|this) (?:\w+ ){0,2}?(?P<noun>[a-z]{4,})(?:[ ,.;:]|$))",
        _from_told,
    ),
    Rule("afterwards", r"(?:immediately |soon |shortly )?(?:afterwards|thereafter)(?!\w)", _afterwards),
)
