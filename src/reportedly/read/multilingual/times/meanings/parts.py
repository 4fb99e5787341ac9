"""Units of the calendar and parts of them: ``next week``, ``the end of the year``, ``at nine``."""

from datetime import date, datetime, timedelta

from reportedly.read.days import solar
from reportedly.read.days.calendar import WEEK, Days, around, months, period, shift
from reportedly.read.days.nearest import bare_quarter
from reportedly.read.days.parts import share
from reportedly.read.days.value import Here, Value, grain_of, stretch
from reportedly.read.multilingual.times.meanings import stretches
from reportedly.read.multilingual.times.told import Told
from reportedly.read.multilingual.times.vocabulary import Vocabulary

EDGES = {
    "start": (0, 1 / 5),
    "early": (0, 1 / 3),
    "middle": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "end": (4 / 5, 1),
    "first_half": (0, 1 / 2),
    "second_half": (1 / 2, 1),
    "rest": (0, 1),
    "so_far": (0, 1),
}
_STEPS = {"this": 0, "next": 1, "last": -1, "next_week": 1, "after_next": 2, "before_last": -2}
_TO_TODAY = {"rest", "so_far"}
_A_DAY = {"hour", "minute", "second"}


def unit(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``next week``, ``last year``: the calendar's own; of this week what the clause looks at."""
    name, steps, today = told.unit, _STEPS[told["which"]], here.today
    if name is None or name in _A_DAY:
        return None
    whole = stretches.whole(today, name, words.table, steps, own=told["calendar"] is None)
    if name == "week" and not steps and today and whole.days:
        return stretch(_narrowed(whole.days, today, here), whole.grain, whole.timex)
    return whole


def _narrowed(days: Days, today: date, here: Here) -> Days:
    if here.ahead() < 0:
        return Days(days.first, today)
    return Days(today, days.last if today < days.last else today + timedelta(days=WEEK))


def part(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``the end of next month``, ``early March``, ``the second half of the year``."""
    whole, edge = told.whole, told["part"]
    if whole is None and told.unit and told.unit != "century":
        whole = stretches.whole(here.today, told.unit, words.table)
    if whole is None or whole.kind in {"set", "duration"} or whole.grain in {"minute", "hour"}:
        return None
    if whole.days is None:
        return whole._replace(vague=True)
    days, vague = whole.days, False
    if edge in _TO_TODAY and here.today and days.first <= here.today <= days.last:
        days = Days(here.today, days.last) if edge == "rest" else Days(days.first, here.today)
    elif days.first < days.last:
        days, vague = share(days, EDGES[edge]), not edge.endswith("half")
    return stretch(days, whole.grain, whole.timex, vague=vague)._replace(reach=whole.reach)


def first_of(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``the first nine months of the year``: from its first day on."""
    whole, name = told.whole, told["unit"] or told["units"]
    if whole is None and (told["unit2"] or told["the2"]):
        whole = stretches.whole(here.today, told["unit2"] or told["the2"], words.table)
    if whole is None or whole.days is None or name is None or whole.grain not in {"year", "month", "quarter"}:
        return None
    after = shift(whole.days.first, told.number or 1, name)
    if after is None or not whole.days.first < after <= whole.days.last + timedelta(days=1):
        return None
    days = Days(whole.days.first, after - timedelta(days=1))
    return stretch(days, grain_of(name), period(told.number, name), kind="window")._replace(reach=whole.reach)


def quarter(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``the first quarter of 2026``, ``the second half of the year``: of the year told, named or meant."""
    number, half = told["nth"], told["kind"] == "half"
    count = 6 if half else 3
    if number == -1:
        number = 12 // count
    if not 1 <= number <= 12 // count:
        return None
    year = _year(told, here, words)
    if year is None or year.days is None:
        days = None if half or words.table.months.own == "jalali" else bare_quarter(number, here)
        return stretch(days, "quarter", None)
    return stretch(_months_of(year.days.first, (number - 1) * count, count, words), "quarter", None)._replace(
        reach=year.reach
    )


def _year(told: Told, here: Here, words: Vocabulary) -> Value | None:
    if told["year"]:
        return stretches.year_of(told["year"], words.table)
    if told["which"]:
        return stretches.whole(here.today, "year", words.table, _STEPS[told["which"]])
    if told.whole is not None:
        return told.whole if told.whole.grain == "year" else None
    return stretches.whole(here.today, "year", words.table) if told.unit == "year" else None


def _months_of(first: date, skipped: int, count: int, words: Vocabulary) -> Days | None:
    """So many months of the year that begins on a day, by that year's own calendar."""
    if first.month == 1 and first.day == 1:
        return months(first.year, 1 + skipped, count)
    told = solar.month_of(first) if words.table.months.own == "jalali" else None
    return solar.months(told[0], told[1] + skipped, count) if told else None


def clock(told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """``at nine in the evening``: of the day named in the same breath, else of the day last named, or publication."""
    hour, minute = told["hour"] if told["hour"] is not None else told["nth"], told["minute"] or 0
    if hour is None or not 0 <= hour < 24:  # noqa: PLR2004
        return None
    if told["day_part"] in {"afternoon", "evening", "night"} and hour < 12:  # noqa: PLR2004
        hour += 12
    whole = told.whole
    day = whole if whole is not None and whole.grain == "day" and whole.one_day else None
    when = day.one_day if day else here.named.one_day if here.named and here.named.grain == "day" else here.today
    if when is None:
        return Value("point", None, None, "minute", f"T{hour:02}:{minute:02}")
    at = datetime(when.year, when.month, when.day, hour, minute)  # noqa: DTZ001 - local to the outlet
    vague = bool(day and day.vague)
    return Value("point", at, at, "minute", f"{at:%Y-%m-%dT%H:%M}", vague, day.reach if day else 0)


def daypart(told: Told, _here: Here, _words: Vocabulary) -> Value | None:
    """``in the evening`` behind a day or before it: the day stays what it is."""
    whole = told.whole
    if whole is None or whole.grain != "day" or whole.kind != "point":
        return None
    return whole


def decade(told: Told, _here: Here, words: Vocabulary) -> Value | None:
    """``the 1990s``; of two figures, those of the language's own calendar or of the century before."""
    number: int = int(told["year"] if told["year"] is not None else told["number"])
    own = words.table.months.own == "jalali"
    if number < 100:  # noqa: PLR2004
        number += 1300 if own else 1900
    if number % 10:
        return None
    if number < 1500:  # noqa: PLR2004
        return stretch(solar.months(number, 1, 120), "decade", None)
    return stretch(around(date(number, 1, 1), "decade"), "decade", str(number // 10))
