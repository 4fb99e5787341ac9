"""Times that lean on one named before: ``at the time``, ``that day``, ``two days later``, ``the same year``.

What they lean on is the time last named in the text that has days of its own; without one, nothing is known.
"""

import re
from datetime import date, timedelta

from reportedly.read.days.calendar import Days, period, shift
from reportedly.read.days.value import Here, Rule, Value, grain_of, length, one_day, stretch, whole_unit
from reportedly.read.times.vocabulary import NUMBER, NUMBER_HEADS, PARTS_OF_DAY, SOME, UNIT, number, unit
from reportedly.records import Grain

_BACK = frozenset({"previous", "preceding", "before", "earlier", "previously"})


def _same(_m: re.Match[str], here: Here) -> Value | None:
    """``at the time``, ``by then``: the very stretch named before."""
    if here.named is None:
        return Value("point", None, None, "day", None)
    return here.named._replace(kind="point", reach=0)


def _that_unit(m: re.Match[str], here: Here) -> Value | None:
    """``that day``, ``the same evening``, ``the entire year`` (which without a time named before is none)."""
    name, days = m["unit"], here.named.days if here.named else None
    if days is None and m["all"]:
        return None
    when = here.named.one_day if here.named else None
    if name in PARTS_OF_DAY:
        return one_day(when, f"{when}T{PARTS_OF_DAY[name]}" if when else None)
    return whole_unit(when if name == "day" else days and days.first, name)


def _last_day(here: Here) -> date | None:
    return here.named.days.last if here.named and here.named.days else None


def _step(m: re.Match[str], here: Here) -> Value | None:
    """``the following day``, ``the previous month``, ``the year previous``, ``the next day``."""
    name, start, sign = m["unit"], _last_day(here), -1 if m["which"] in _BACK else 1
    if (somewhere := _from_vague(here, sign, name)) is not None:
        return somewhere
    return whole_unit(shift(start, sign, name) if start else None, name)


def _later(m: re.Match[str], here: Here) -> Value | None:
    """``two days later``, ``a week earlier``: counted from the time named before; from publication if none was."""
    amount, name = number(m["number"]), unit(m["unit"])
    start = _last_day(here) or (here.today if m["which"] == "earlier" else None)
    sign = -1 if m["which"] in _BACK else 1
    if amount is not None and (somewhere := _from_vague(here, sign * amount, name)) is not None:
        return somewhere
    when = shift(start, sign * amount, name) if start and amount is not None else None
    return whole_unit(when, name) if when else length(period(amount, name), grain_of(name))


_SIZES: dict[Grain, int] = {"week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3650}  # days, about
_SMALL = 10  # a step of less than this part of the stretch it is counted from leaves the stretch as it is


def _from_vague(here: Here, steps: float, name: str) -> Value | None:
    """Days counted from a time less sharp than they: as far as that time is known, moved by so much, and vague.

    "He left three years ago. Two days earlier": some day of that year. None where the count starts from a known day.
    """
    named = here.named
    days, size = named.days if named else None, _SIZES.get(grain_of(name), 1)
    if named is None or days is None or not (named.vague or _SIZES.get(named.grain, 1) > size):
        return None
    if abs(steps) * size * _SMALL < (days.last - days.first).days:
        return stretch(days, named.grain, named.timex, vague=True)
    first, last = shift(days.first, steps, name), shift(days.last, steps, name)
    return stretch(Days(first, last), grain_of(name), None, vague=True) if first and last else None


def _that_day(_m: re.Match[str], here: Here) -> Value | None:
    """``ended the day down``: the day named before, else that of publication."""
    when = here.named.one_day if here.named and here.named.grain in {"day", "minute"} else None
    return one_day(when or here.today)


_AFTERWARDS = timedelta(days=30)  # how long "afterwards" reaches: a choice, in line with "shortly"


def _afterwards(_m: re.Match[str], here: Here) -> Value | None:
    """``soon afterwards``: some days after the time named before; without one nobody knows when."""
    start = _last_day(here)
    if start is None:
        return Value("window", None, None, "day", "FUTURE_REF", vague=True)
    days = Days(start + timedelta(days=1), start + _AFTERWARDS)
    return stretch(days, "day", "FUTURE_REF", kind="window", vague=True)


# "the day before the vote" leans on the vote, not on a time named before
_OWN = r"(?! (?:the|a|an|his|her|its|their|they|he|she|it|that|last|[a-z]+ing|yesterday|tomorrow)\b)"
_TIME_OF = r"(?! (?:of|when|that|to|being|has|for)\b)"

_OWN_DAY = r"(?! (?:of|when|that|on|before|after|he|she|it|they|we|i|the|his|her|their|you)\b)"
_ENDING = "end ends ended ending finish finished finishing close closed closing start started"
_ENDED = "(?:(?<=for )|" + "|".join(rf"(?<={verb} )" for verb in _ENDING.split()) + ")"

RULES = (
    Rule(
        "afterwards",
        r"(?:immediately |soon |shortly )?(?:afterwards|thereafter)(?!\w)",
        _afterwards,
        heads="immediately soon shortly afterwards thereafter",
    ),
    Rule(
        "then", rf"(?:at|by|until|till|since|around|from|back) (?:(?:the|that|this) time{_TIME_OF}|then)(?!\w)", _same
    ),
    Rule(
        "that_unit",
        r"(?:(?:on |in )?(?:that|(?:the )?(?:very )?same)|(?P<all>the (?:entire|whole|full))) "
        r"(?P<unit>day|week|weekend|month|year|morning|afternoon|evening|night)(?![\w'])",
        _that_unit,
        heads="on in that the very same",
    ),
    Rule("the_day", rf"{_ENDED}the day(?=[ ,.;:]|$){_OWN_DAY}", _that_day, heads="the"),
    Rule(
        "step", r"the (?P<which>following|previous|preceding|next) (?P<unit>day|week|weekend|month|year)(?!\w)", _step
    ),
    Rule("step_back", rf"the (?P<unit>day|week|month|year) (?P<which>previous|before)(?!\w){_OWN}", _step),
    Rule(
        "later",
        rf"(?P<number>{NUMBER}|{SOME}|an?)[ -](?P<unit>{UNIT}) "
        r"(?P<which>(?:later|earlier|previously)(?! than)|(?:before|after)(?=[,.;]|$))(?!\w)",
        _later,
        heads=NUMBER_HEADS,
    ),
)
