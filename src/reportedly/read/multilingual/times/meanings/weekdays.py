"""Days told by their weekday, or from publication: ``on Sunday``, ``next Friday``, ``tomorrow evening``."""

import re
from datetime import date, timedelta

from reportedly.read.days.calendar import WEEK, Days, add_months, around
from reportedly.read.days.nearest import bare_weekday
from reportedly.read.days.parts import nth
from reportedly.read.days.value import Here, Value, one_day, recurring, stretch
from reportedly.read.multilingual.times.meanings import stretches
from reportedly.read.multilingual.times.told import Told
from reportedly.read.multilingual.times.vocabulary import Vocabulary

_CODES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI", "midnight": "NI"}
_DOUBT = timedelta(days=1)
_ASTRAY = 2  # days by which today may be another where the words were written
_FAR = 3  # days: of two equal weekdays the nearer one lies no further
_NEAR = 40  # characters before a weekday in which the word for its day stands
_WEEKS = {"this": 0, "next": 1, "next_week": 1, "last": -1, "after_next": 2, "before_last": -2}


def _wanted(told: Told) -> int | None:
    bare: int | None = told["bare"]
    named: int | None = told["weekday"]
    return bare if named is None else named


def _part(when: date | None, part: str | None, unknown: str | None = None) -> Value:
    """A day, or its morning or evening."""
    code = f"T{_CODES[part]}" if part else ""
    return one_day(when, f"{when}{code}" if when else unknown and unknown + code)


def day_word(told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """``today``, ``the day after tomorrow``, ``last night``."""
    when = here.today + timedelta(days=told["day_word"]) if here.today else None
    return _part(when, told["day_part"])


def day_by_tense(told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """A word for the day before and the day after alike (Urdu): what its clause looks to."""
    steps = told["steps"] if here.ahead() > 0 else -told["steps"]
    return _part(here.today + timedelta(days=steps) if here.today else None, told["day_part"])


def named_too(told: Told, _here: Here, words: Vocabulary) -> Value | None:
    """The weekday of a day that is told already: ``yesterday, Sunday``.

    Where it is another by a day or so, the weekday is believed: whoever wrote counts from another day than the desk.
    """
    whole = told.whole
    day = whole.one_day if whole else None
    if whole is None or day is None or whole.kind != "point" or whole.vague:
        return None
    away = (told["weekday"] - day.weekday() + _FAR) % WEEK - _FAR
    if not away:
        return whole
    return one_day(day + timedelta(days=away)) if abs(away) <= _ASTRAY and _is_counted(told, words) else None


def _is_counted(told: Told, words: Vocabulary) -> bool:
    """Whether the day just before is told by a word such as today, and not by its date or another weekday."""
    before = told.match.string[max(0, told.match.start() - _NEAR) : told.match.start()]
    day, part = (words.classes[name].part.pattern for name in ("day_word", "day_part"))
    return re.search(rf"(?<!\w){day}(?: {part})?$", before) is not None


def weekday(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """A weekday: the next or the last one as its clause looks, or as a word beside it says."""
    wanted, which, today = _wanted(told) or 0, told["which"], here.today
    if today is None:
        return _part(None, told["day_part"], f"XXXX-WXX-{wanted + 1}")
    ahead = (wanted - today.weekday()) % WEEK
    when = bare_weekday(wanted, here)
    if which == "last":
        when = today + timedelta(days=ahead - WEEK)
    elif which == "next":
        when = today + timedelta(days=ahead or WEEK)
    elif which in {"next_week", "after_next", "before_last"}:
        when = _in_week(wanted, today, which, words)
    elif which == "this" and here.ahead() >= 0:
        when = today + timedelta(days=ahead)
    return _part(when, told["day_part"])


def _in_week(wanted: int, today: date, which: str, words: Vocabulary) -> date:
    first = stretches.week_of(today + timedelta(days=WEEK * _WEEKS[which]), words.table).first
    return first + timedelta(days=(wanted - first.weekday()) % WEEK)


def weekday_of_week(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``Sunday next week``: that of the week named."""
    wanted = _wanted(told) or 0
    if here.today is None:
        return _part(None, told["day_part"], f"XXXX-WXX-{wanted + 1}")
    return _part(_in_week(wanted, here.today, told["which"], words), told["day_part"])


def weekday_within(told: Told, _here: Here, _words: Vocabulary) -> Value | None:
    """The weekday of a week that is named before it: ``next week on Sunday``."""
    whole = told.whole
    if whole is None or whole.grain != "week" or whole.days is None:
        return None
    first = whole.days.last - timedelta(days=WEEK - 1)  # of this week only the rest may be meant
    return _part(first + timedelta(days=((_wanted(told) or 0) - first.weekday()) % WEEK), told["day_part"])


def nth_weekday(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``the first Friday of next month``, ``the last day of May``: in what is named, else in the month at hand."""
    number, wanted = told["nth"], _wanted(told)
    whole = told.whole
    if whole is None and told["unit"] and here.today:
        whole = stretches.whole(here.today, told["unit"], words.table)
        days, way = whole.days, here.ahead()
        when = nth(days, number, wanted) if days else None
        if when and way > 0 and when < here.today:
            whole = stretches.whole(here.today, told["unit"], words.table, 1)
    if whole is None or whole.kind in {"duration", "set"} or whole.grain not in {"month", "year", "quarter"}:
        return None
    if wanted is None and whole.vague and whole.grain == "month" and whole.days:
        return _in_doubt(whole.days, number)._replace(reach=whole.reach)
    when = nth(whole.days, number, wanted) if whole.days else None
    return one_day(when)._replace(vague=whole.vague, reach=whole.reach)


def _in_doubt(days: Days, number: int) -> Value:
    """The day with that number in a lunar month, whose days of doubt are not counted: a day sooner or later."""
    when = nth(Days(days.first + _DOUBT, days.last - _DOUBT), number, None)
    return stretch(Days(when - _DOUBT, when + _DOUBT) if when else None, "day", None, vague=True)


def nth_week(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``the first week of March``: its first seven days."""
    whole, number = told.whole, told["nth"]
    if whole is None and told["unit2"] and here.today:
        whole = stretches.whole(here.today, told["unit2"], words.table)
    if whole is None or whole.days is None or whole.grain not in {"month", "quarter", "year"}:
        return None
    days = whole.days
    first = days.first + timedelta(days=WEEK * (number - 1)) if number > 0 else days.last - timedelta(days=WEEK - 1)
    if first > days.last:
        return None
    return stretch(Days(first, min(first + timedelta(days=WEEK - 1), days.last)), "week", None, vague=True)._replace(
        reach=whole.reach
    )


def day_number(told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """``the 5th of next month``: of the month named, else of the month at hand or the one the clause looks to."""
    whole, number = told.whole, told["day"]
    if whole is not None:
        exact = whole.grain == "month" and whole.days is not None and whole.kind == "point"
        when = nth(whole.days, number, None) if exact and whole.days and number else None
        return one_day(when)._replace(vague=whole.vague, reach=whole.reach) if when else None
    if here.today is None or not number or told.wants_whole:
        return None
    months = (around(add_months(around(here.today, "month").first, step), "month") for step in (-1, 0, 1))
    found = [when for days in months if (when := nth(days, number, None))]
    way = here.ahead()
    fitting = [when for when in found if not way or (when >= here.today if way > 0 else when <= here.today)]
    return one_day(min(fitting or found, key=lambda when: abs((when - (here.today or when)).days)))


def each(told: Told, _here: Here, _words: Vocabulary) -> Value | None:
    """``every Friday``, ``daily``: a set, that has no days."""
    wanted = _wanted(told)
    if wanted is not None:
        return recurring(f"XXXX-WXX-{wanted + 1}", "day")
    return recurring("P1" + {"week": "W", "month": "M", "year": "Y"}.get(told.unit or "", "D"), "day")


def that_day(_told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """``that day``: the one named before."""
    return one_day(here.named.one_day) if here.named and here.named.one_day else Value("point", None, None, "day")


def that_unit(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``the same year``: the one that holds what was named before."""
    days = here.named.days if here.named else None
    return stretches.whole(days.first if days else None, told.unit or "year", words.table)
