"""Dates that name their day, month, quarter, year or decade: ``3 June 2023``, ``Aug 4``, ``Q3 2025``, ``the 1990s``."""

import re
from datetime import date

from reportedly.read.times.calendar import YEARS, Days, day, month_of, quarter_of, season_of, year_of
from reportedly.read.times.nearest import bare_month, by_year, day_of_month
from reportedly.read.times.value import Here, Rule, Value, one_day, stretch
from reportedly.read.times.vocabulary import (
    ANY_WEEKDAY,
    DAY,
    FULL_MONTH,
    MONTH,
    MONTHS,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASON_CODES,
    YEAR,
    month,
)

_FULL = 100  # a year in two digits is below this
_TURN = 50  # two-digit years below it are of this century
_HALVES = {"first": (1, 6), "second": (7, 12), "latter": (7, 12)}


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _year(words: str | None) -> int | None:
    if not words:
        return None
    year = _number(words)
    return year if year >= _FULL else year + (2000 if year < _TURN else 1900)


_YEARS_AWAY = {"last": -1, "this": 0, "current": 0, "next": 1}
_A_DAY_OF_IT = r" (?:(?!last|this|next|that|the|an?\b|each|every)[a-z-]+ ){0,2}(?:day|date|night|weekend|month)\b"
_OF_THAT_YEAR = re.compile(
    rf"(?:,| of)?(?: the)? (last|this|current|next) year(?!\w|'s)|, (last|this|next) year's{_A_DAY_OF_IT}"
)


def _year_after(here: Here) -> int | None:
    """``in April last year``, ``5 June, last year's worst day``: the year that the next words tell.

    ``On 5 June, last year's champion won`` tells none.
    """
    told = _OF_THAT_YEAR.match(here.after)
    return here.today.year + _YEARS_AWAY[told[1] or told[2]] if told and here.today else None


def _calendar_day(m: re.Match[str], here: Here) -> Value:
    groups = m.groupdict()
    first, number = _number(groups["day"]), month(groups["month"])
    last = _number(groups["last"]) if groups.get("last") else first
    if groups.get("other") and here.before.endswith("between "):
        last = _number(groups["other"])
    year = _year(groups.get("year")) or _year_after(here)
    if year is None and here.ahead() <= 0:
        year = here.years.get((number, first))
    if year is None:
        days = day_of_month(number, first, last, here)
        named = days is None and day(2000, number, first) is not None
        timex = f"XXXX-{number:02}-{first:02}" if named else None
    else:
        begin, end = day(year, number, first), day(year, number, last)
        days, timex = (Days(begin, end) if begin and end and begin <= end else None), None
    return _from_to(days, timex)


def _from_to(days: Days | None, timex: str | None = None) -> Value:
    if days and days.first == days.last:
        return one_day(days.first)
    return stretch(days, "day", days.first.isoformat() if days else timex, kind="window" if days else "point")


def _over_months(m: re.Match[str], here: Here) -> Value:
    """From a day of one month to a day of another; an unnamed year is that of the first day."""
    first, last = (_number(m["day"]), month(m["month"])), (_number(m["last"]), month(m["month2"]))
    year = _year(m["year"])
    if year is None:
        begun = day_of_month(first[1], first[0], first[0], here)
        year = begun.first.year + (last[1] < first[1]) if begun else None
    if year is None:
        return stretch(None, "day", f"XXXX-{first[1]:02}-{first[0]:02}")
    begin, end = day(year - (last[1] < first[1]), first[1], first[0]), day(year, last[1], last[0])
    return _from_to(Days(begin, end) if begin and end and begin <= end else None)


def _iso(m: re.Match[str], _here: Here) -> Value | None:
    when = day(int(m["y"]), int(m["m"]), int(m["d"]))
    return one_day(when) if when and when.year in YEARS else None


def _slashed(m: re.Match[str], _here: Here) -> Value | None:
    """``4/6/2023`` may be June or April: such a date is filed without a day. ``25/6/2023`` can only be June."""
    a, b, year = int(m["a"]), int(m["b"]), _year(m["year"]) or 0
    choices = {when for when in (day(year, b, a), day(year, a, b)) if when}
    if len(choices) == 1:
        return one_day(choices.pop())
    return stretch(None, "day", f"{year}-XX-XX") if choices else None


def _month_year(m: re.Match[str], _here: Here) -> Value:
    year, number = _year(m["year"]) or 0, month(m["month"])
    return stretch(month_of(year, number), "month", f"{year:04}-{number:02}")


_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|of|during|from|to|through|between|before|after|last|this|next|early|mid|late|for|and"
    r"|around|until|every|each)[ -]$"
)


def _month_alone(m: re.Match[str], here: Here) -> Value | None:
    name = m["month"]
    if name in {"may", "march"} and not _BEFORE_MONTH.search(here.before):
        return None
    if name in {"april", "june", "august", "may"} and re.match(
        r"(?: [a-z]+)? (?:said|told|says|has|was|is)\b", here.after
    ):
        return None
    year = _year_after(here)
    days = month_of(year, MONTHS[name]) if year else bare_month(MONTHS[name], here)
    return stretch(days, "month", f"{days.first:%Y-%m}" if days else f"XXXX-{MONTHS[name]:02}")


def _quarter(m: re.Match[str], here: Here) -> Value:
    number = int(m["digit"]) if m.groupdict().get("digit") else ORDINALS[m["nth"]]
    year = _year_meant(m, here)
    if year is None:
        days = by_year(lambda y: (quarter_of(y, number),), here)
        return stretch(days, "quarter", f"{days.first.year}-Q{number}" if days else f"XXXX-Q{number}")
    return stretch(quarter_of(year, number), "quarter", f"{year}-Q{number}")


def _year_meant(m: re.Match[str], here: Here) -> int | None:
    if m.groupdict().get("year"):
        return _year(m["year"])
    relative = m.groupdict().get("relative")
    if not relative or here.today is None:
        return None
    return here.today.year + {"last": -1, "this": 0, "the": 0, "next": 1}[relative.split()[0]]


def _half(m: re.Match[str], here: Here) -> Value:
    year = _year_meant(m, here)
    if year is None:
        return stretch(None, "quarter", "XXXX-H1" if m["nth"] == "first" else "XXXX-H2")
    first, last = _HALVES[m["nth"]]
    days = Days(date(year, first, 1), month_of(year, last).last)
    return stretch(days, "quarter", f"{year}-H{1 if first == 1 else 2}")


def _season(m: re.Match[str], here: Here) -> Value | None:
    if not m["year"] and not re.search(r"\b(?:in|during|by|until|since) (?:the )?$", here.before):
        return None
    name, code, year = m["season"], SEASON_CODES[m["season"]], _year(m["year"])
    if year is not None:
        return stretch(season_of(year, name), "quarter", f"{year}-{code}", vague=True)
    days = by_year(lambda y: (season_of(y, name),), here)
    return stretch(days, "quarter", f"{days.first.year}-{code}" if days else f"XXXX-{code}", vague=True)


def _fiscal(m: re.Match[str], here: Here) -> Value | None:
    """A budget year: July to June, as in Pakistan, Bangladesh and Australia; elsewhere it differs, hence vague."""
    first, last = _year(m.groupdict().get("year")), m.groupdict().get("to")
    if first is None:
        if here.today is None:
            return stretch(None, "year", None, vague=True)
        step = {"last": -1, "previous": -1, "outgoing": 0, "next": 1, "coming": 1, "upcoming": 1}.get(m["which"], 0)
        first = here.today.year - (here.today.month < 7) + step  # noqa: PLR2004
    elif last is None:
        first -= 1
    elif _number(last) % _FULL != (first + 1) % _FULL:
        return None
    return stretch(Days(date(first, 7, 1), date(first + 1, 6, 30)), "year", f"{first}", vague=True)


def _decade(m: re.Match[str], _here: Here) -> Value:
    first = _number(m["decade"])
    first += 1900 if first < _FULL else 0
    days = Days(date(first, 1, 1), date(first + 9, 12, 31))
    return stretch(days, "decade", f"{first // 10}")


def _century(m: re.Match[str], _here: Here) -> Value | None:
    number = _number(m["nth"])
    if not 1 <= number <= 30:  # noqa: PLR2004
        return None
    return stretch(
        Days(date(number * 100 - 99, 1, 1), date(min(number * 100, 9999), 12, 31)), "decade", f"{number - 1:02}"
    )


_YEAR_BEFORE = re.compile(
    r"(?:^|\b(?:in|since|until|till|during|around|circa|late|early|mid|year|pre|post|the|an?)[ -]|[('])$"
)
_MAYBE_BEFORE = re.compile(r"\b(?:by|of|from|to|through|between|before|after|for|and|or|[a-z]+,)[ -]$")
_NUMBERED = re.compile(
    r"(?:[$£€#]|\b(?:rs|no|usd|over|than|about|some|least|article|section|resolution|flight|chapter|rule|page|room))"
    r"\.? ?$"
)

_MEASURES = "rupee dollar euro pound foot mile metre meter acre person man hour day word page"  # "a 2000 metre race"
_MEASURE = re.compile(rf"[ -](?:{'|'.join(_MEASURES.split())})\b")
_WHICH = re.compile(r"\b(?:the|any|its|his|her|our|their)[ -]$")  # "the 2016 elections", but "2000 masks"


def _year_alone(m: re.Match[str], here: Here) -> Value | None:
    """A bare number is a year where it counts nothing and its neighbours speak for one."""
    counts = here.counted(m.start("year")) and not _WHICH.search(here.before)
    if counts or _MEASURE.match(here.after) or _NUMBERED.search(here.before):
        return None
    if not (_YEAR_BEFORE.search(here.before) or _MAYBE_BEFORE.search(here.before) or _titled(here)):
        return None
    year = int(m["year"])
    return stretch(year_of(year), "year", f"{year}")


def _titled(here: Here) -> bool:
    """``Vision 2030``, ``(2015)``: a year at the end of a name or of a clause."""
    return bool(re.search(r"[a-z]{3,}[ '\"]{1,2}$", here.before)) and bool(
        re.match(r"[)\"',.;:]|$|\n| [a-z]", here.after)
    )


def _short_year(m: re.Match[str], _here: Here) -> Value:
    year = 1900 + _number(m["decade"])
    return stretch(year_of(year), "year", f"{year}")


def _years(m: re.Match[str], _here: Here) -> Value | None:
    first, last = int(m["first"]), _number(m["last"])
    last += first // _FULL * _FULL if last < _FULL else 0
    if not first < last <= first + 100:
        return None
    return stretch(Days(date(first, 1, 1), date(last, 12, 31)), "year", f"{first}/{last}", kind="window")


_TO = r" ?(?:-|to|until|till|through) ?"
_TO_DAY = rf" ?(?:-|to|&|and(?= {DAY}(?:,| \d{{4}}| [a-z]+ \d{{4}}|[.;]| in | at | for |$))) ?"
_THAT_YEAR = rf"(?:,? (?P<year>{YEAR}))?"
_IN_PARENTHESES = rf"(?: ?\({ANY_WEEKDAY}\))?"
_WITH_DAY = rf"{ANY_WEEKDAY},? (?:the )?"
_MDY = rf"(?P<month>{MONTH}) ?(?P<day>{DAY})(?:{_TO_DAY}(?P<last>{DAY}))?{_THAT_YEAR}{_IN_PARENTHESES}"
_DMY = (
    rf"(?P<day>{DAY})(?:{_TO}(?P<last>{DAY})| (?:and|&) (?P<other>{DAY}))?(?: of)?[ -](?P<month>{MONTH})"
    rf"(?:[, -]{{1,2}}(?P<year>{YEAR}))?{_IN_PARENTHESES}"
)
_OF_YEAR = rf"(?:,? (?:of )?(?:(?P<year>{YEAR})|(?P<relative>(?:last|this|the|next) year)))?"

RULES = (
    Rule("iso", r"(?P<y>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?(?![\w-])", _iso),
    Rule("slashed", r"(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.](?P<year>(?:19|20)\d\d)(?![\w/.]*\d)", _slashed),
    Rule(
        "mdy_to_mdy",
        rf"(?P<month>{MONTH}) ?(?P<day>{DAY}){_TO}(?P<month2>{MONTH}) ?(?P<last>{DAY}){_THAT_YEAR}",
        _over_months,
    ),
    Rule(
        "dmy_to_dmy",
        rf"(?P<day>{DAY})(?: of)? (?P<month>{MONTH}){_TO}(?P<last>{DAY})(?: of)? (?P<month2>{MONTH}){_THAT_YEAR}",
        _over_months,
    ),
    Rule("weekday_mdy", _WITH_DAY + _MDY, _calendar_day),
    Rule("weekday_dmy", _WITH_DAY + _DMY, _calendar_day),
    Rule("mdy", _MDY, _calendar_day),
    Rule("dmy", _DMY, _calendar_day),
    Rule("month_year", rf"(?P<month>{MONTH})(?:,| of)? ?(?P<year>{YEAR}|'\d\d(?!\w))", _month_year),
    Rule("month_alone", rf"(?P<month>{FULL_MONTH})(?!\w)(?! \d)", _month_alone),
    Rule("quarter", rf"(?P<nth>{ORDINAL})[ -]quarter(?!s|\w|-?final){_OF_YEAR}", _quarter, article=True),
    Rule("quarter_code", rf"q(?P<digit>[1-4])(?: ?(?:of |fy ?)?(?P<year>{YEAR}))?(?!\w)", _quarter),
    Rule("half", rf"(?P<nth>first|second|latter) half{_OF_YEAR.removesuffix('?')}", _half, article=True),
    Rule("season_year", rf"(?P<season>{SEASON})(?: of|,)? (?P<year>{YEAR})", _season),
    Rule("season", rf"(?P<season>{SEASON})(?P<year>)(?!\w)", _season, article=True),
    Rule(
        "fiscal",
        rf"(?:fy ?|(?:fiscal|financial|budget) year )(?P<year>{YEAR}|\d\d)(?:-(?P<to>\d{{4}}|\d\d))?(?!\w)",
        _fiscal,
        article=True,
    ),
    Rule(
        "fiscal_relative",
        r"(?P<which>last|this|next|current|ongoing|outgoing|previous|coming|upcoming|new|the) (?:fiscal|financial) year"
        r"(?!\w| \d)",
        _fiscal,
        article=True,
    ),
    Rule("fiscal_years", rf"(?P<year>{YEAR.split('(?!')[0]})-(?P<to>\d\d)(?![\w-])", _fiscal),
    Rule("years", rf"(?P<first>{YEAR.split('(?!')[0]})-(?P<last>{YEAR}|\d\d(?![\w-]))", _years),
    Rule("decade", r"(?P<decade>(?:1[5-9]|20)\d0'?s|'[2-9]0s)(?!\w)", _decade, article=True),
    Rule("century", r"(?P<nth>\d{1,2}(?:st|nd|rd|th)) century", _century, article=True),
    Rule("year_alone", rf"(?P<year>{YEAR})", _year_alone),
    Rule("short_year", r"(?P<decade>'[5-9]\d)(?=[\s.,;])", _short_year),
)
