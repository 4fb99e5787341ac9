"""Days told by their number: ``the first Friday of next month``, ``the last day of May``, ``on the 15th``.

What they are counted in is named by the words that follow, or is the month at hand; a vague stretch gives a vague day.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from reportedly.read.days.calendar import WEEK, Days, add_months, around
from reportedly.read.days.nearest import day_with_number
from reportedly.read.days.parts import nth
from reportedly.read.days.value import Here, Rule, Value, one_day, recurring, stretch
from reportedly.read.times.vocabulary import NTH, NTH_HEADS, NUMBERED, NUMBERED_HEADS, WEEKDAY, day_number, weekday

_MORE = re.compile(
    r" (?!(?:at|in|as|for|when|and|but|with|to|by|before|after|because|unless|if|he|she|it|they)\b)[a-z]"
)


def _nth_day(m: re.Match[str], here: Here) -> Value | None:
    """``the 3rd Tuesday of April``, ``last Monday in May``, ``the last day of the month``."""
    number, wanted = NTH[m["nth"]], weekday(m["weekday"]) if m["weekday"] else None
    if m["unit"]:
        return one_day(_of_the_month(lambda days: nth(days, number, wanted), here) if here.today else None)
    whole = _named_after(m, here)
    if whole is None or whole.kind == "duration":
        return None
    if whole.kind == "set":
        return recurring(whole.timex or "P1M", "day")._replace(reach=whole.reach)
    if whole.grain == "year" and _MORE.match(m.string, whole.reach):
        return None  # "the first Monday of the 2026 season"
    return _within(whole, nth(whole.days, number, wanted) if whole.days else None)


def _nth_from_day(m: re.Match[str], here: Here) -> Value | None:
    """``the second Monday after 10 April``; a day that is not known after what has none (after the vote)."""
    number, wanted = NTH[m["nth"]], weekday(m["weekday"])
    whole = _named_after(m, here)
    if number < 0 or (whole is not None and whole.kind != "point"):
        return None
    days = whole.days if whole is not None else None
    if whole is None or days is None:
        return one_day(None)
    if m["way"] == "before":
        when = days.first - timedelta(days=((days.first.weekday() - wanted) % WEEK or WEEK) + WEEK * (number - 1))
    else:
        when = days.last + timedelta(days=((wanted - days.last.weekday()) % WEEK or WEEK) + WEEK * (number - 1))
    return one_day(when)._replace(vague=whole.vague or days.first != days.last, reach=whole.reach)


def _named_after(m: re.Match[str], here: Here) -> Value | None:
    """The stretch named by the words that follow, with or without "the"."""
    article = len("the ") if m.string.startswith("the ", m.end()) else 0
    return here.inner(m.end()) or (here.inner(m.end() + article) if article else None)


def _within(whole: Value, when: date | None) -> Value:
    chosen = one_day(when) if when or whole.days is None else stretch(whole.days, whole.grain, whole.timex, vague=True)
    return chosen._replace(vague=whole.vague or chosen.vague, reach=whole.reach)


def _of_the_month(find: Callable[[Days], date | None], here: Here) -> date | None:
    """That day of the month at hand, or of the next or last one where the clause looks the other way."""
    today, way = here.today, here.ahead()
    if today is None:
        return None
    when = find(around(today, "month"))
    if when and way and (when < today if way > 0 else when > today):
        return find(around(add_months(today, way), "month"))
    return when


def _day_of_named_month(m: re.Match[str], here: Here) -> Value | None:
    """``the 1st of next month``, ``on the fifth of the month``; not ``the second of three attacks``."""
    number, spelled = day_number(m["day"]), not m["day"][:1].isdigit()
    if spelled and not _DATED.search(here.before):
        return None
    if m["unit"]:
        return one_day(_of_the_month(lambda days: nth(days, number, None), here))
    whole = _named_after(m, here)
    if whole is None or whole.grain != "month" or whole.vague or whole.kind != "point":
        return None
    return _within(whole, nth(whole.days, number, None) if whole.days else None)


_DATED = re.compile(r"\b(?:on|by|until|till|from|since|before|after|through|than|of|between|is|was) the $")
_RANGED = re.compile(r"\b(?:from|between) the \d+(?:st|nd|rd|th)(?: (?:to|until|till|through|and)) the $")
_GOLF = re.compile(r"\b(?:bogey\w*|birdie\w*|par|eagle\w*|holes?|tee|putt\w*|green|fairway|lap|over|innings)\b")
_ALONE = (
    r"(?=$|\n|[.;:!?)\]\"”]|,(?! ?\d)|'s "
    r"| (?:at|in|as|for|with|but|when|if|because|until|by|before|after|while|unless|to"
    r"|he|she|it|they|we|the|a|an|his|her|their|its|or|where|though|although)\b"
    r"| and (?!final|last|\d+(?:st|nd|rd|th)\b))"
)


def _day_alone(m: re.Match[str], here: Here) -> Value | None:
    """``on the 15th``, ``from the 10th to the 15th``: the next or the last such day, as the clause looks."""
    dated = _DATED.search(here.before) or _RANGED.search(here.before)
    planned = here.before.endswith("for the ") and here.ahead() > 0
    if not (dated or planned) or _GOLF.search(here.before) or _GOLF.search(here.after):
        return None
    number = day_number(m["day"])
    return one_day(_day_of_range(m, here, number) or day_with_number(number, here))


_TO_A_DAY = re.compile(r" (?:to|until|till|through|and|-) (?:the )?\d\d?(?:st|nd|rd|th) (?:of|in) (?:the )?")


def _day_of_range(m: re.Match[str], here: Here, number: int) -> date | None:
    """``from the 14th to the 17th of April``: the month of the last day is that of the first."""
    joint = _TO_A_DAY.match(m.string, m.end())
    whole = (
        here.inner(joint.end()) if joint is not None and here.before.endswith(("from the ", "between the ")) else None
    )
    exact = whole is not None and whole.grain == "month" and not whole.vague and whole.kind == "point"
    return nth(whole.days, number, None) if exact and whole is not None and whole.days else None


_OF_A_MONTH = r" (?:of|in) (?:(?:the|this) (?P<unit>month)(?![\w'-]))?"

RULES = (
    Rule(
        "nth_day",
        rf"(?P<nth>{'|'.join(NTH)}) (?:(?P<weekday>{WEEKDAY})|day)(?!\w){_OF_A_MONTH}",
        _nth_day,
        article=True,
        heads=NTH_HEADS,
    ),
    Rule(
        "nth_from_day",
        rf"(?P<nth>{'|'.join(NTH)}) (?P<weekday>{WEEKDAY}) (?P<way>after|following|before) ",
        _nth_from_day,
        article=True,
        heads=NTH_HEADS,
    ),
    Rule("day_of_month", rf"(?P<day>{NUMBERED}){_OF_A_MONTH}", _day_of_named_month, article=True, heads=NUMBERED_HEADS),
    Rule("day_alone", rf"(?<=the )(?P<day>\d\d?(?:st|nd|rd|th)){_ALONE}", _day_alone, article=True, heads="0"),
)
