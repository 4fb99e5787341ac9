"""Dates that name their day, month, quarter, year or decade: ``3 June 2023``, ``Aug 4``, ``the 1990s``."""

import re
from datetime import date

from reportedly.read.days.calendar import YEARS, Days, day, months, season_of
from reportedly.read.days.nearest import bare_month, bare_quarter, day_of_month, season
from reportedly.read.days.value import Here, Rule, Value, one_day, stretch, whole_unit
from reportedly.read.times.vocabulary import (
    ANY_WEEKDAY,
    DAY,
    FULL_MONTH,
    MONTH,
    MONTH_HEADS,
    MONTHS,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASON_CODES,
    STEPS,
    WEEKDAY_HEADS,
    YEAR,
    month,
)

_FULL = 100  # a year in two digits is below this
_TURN = 50  # two-digit years below it are of this century


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _year(words: str | None) -> int | None:
    if not words:
        return None
    year = _number(words)
    return year if year >= _FULL else year + (2000 if year < _TURN else 1900)


_OF_THAT_YEAR = re.compile(r"(?:,| of)?(?: the)? (last|this|current|next) year(?!\w|'s)")


def _year_after(m: re.Match[str], here: Here) -> tuple[int | None, int]:
    """``in April last year``: the year that the next words tell, and the offset where they end (else 0)."""
    told = _OF_THAT_YEAR.match(here.after)
    if told is None or here.today is None:
        return None, 0
    reach = 0 if told[0].startswith(" of") else m.end() + told.end()  # "October of next year" is two times
    return here.today.year + STEPS[told[1]], reach


def _calendar_day(m: re.Match[str], here: Here) -> Value:
    number, first = month(m["month"]), _number(m["day"])
    other = m.groupdict().get("other") if here.before.endswith("between ") else None
    last = _number(other or m["last"] or m["day"])
    year, reach = (_year(m["year"]), 0) if m["year"] else _year_after(m, here)
    if year is None and here.ahead() <= 0:
        year = here.years.get((number, first))
    if year is not None:
        return _from_to(day(year, number, first), day(year, number, last))._replace(reach=reach)
    days = day_of_month(number, first, last, here)
    if days is not None:
        return _from_to(*days)
    return stretch(None, "day", f"XXXX-{number:02}-{first:02}" if day(2000, number, first) else None)


def _from_to(first: date | None, last: date | None) -> Value:
    if first is None or last is None or first > last:
        return stretch(None, "day", None)
    return one_day(first) if first == last else stretch(Days(first, last), "day", first.isoformat(), kind="window")


def _moved(m: re.Match[str], here: Here) -> Value | None:
    """One of the two days of “postponed from June 12 to 20”, “from 12 to 20 June”."""
    told = m if "month" in m.re.groupindex else _MONTH_BEFORE.search(here.before)
    if told is None or not here.moved():
        return None
    number = _number(m["day"])
    days = day_of_month(month(told["month"]), number, number, here)
    return one_day(days.first) if days else None


def _over_months(m: re.Match[str], here: Here) -> Value | None:
    """From a day of one month to a day of another; an unnamed year is that of the first day."""
    if here.moved():
        return None
    first, last = (month(m["month"]), _number(m["day"])), (month(m["month2"]), _number(m["last"]))
    turn, year = last[0] < first[0], _year(m["year"])
    if year is None:
        begun = day_of_month(*first, first[1], here)
        if begun is None:
            return stretch(None, "day", f"XXXX-{first[0]:02}-{first[1]:02}")
        year = begun.first.year + turn
    return _from_to(day(year - turn, *first), day(year, *last))


def _iso(m: re.Match[str], _here: Here) -> Value | None:
    when = day(int(m["y"]), int(m["m"]), int(m["d"]))
    return one_day(when) if when and when.year in YEARS else None


def _month_year(m: re.Match[str], _here: Here) -> Value:
    return whole_unit(date(_year(m["year"]) or 0, month(m["month"]), 1), "month")


_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|of|during|from|to|through|between|before|after|last|this|next|early|mid|late|for|and"
    r"|around|until|every|each)[ -]$"
)


def _month_alone(m: re.Match[str], here: Here) -> Value | None:
    name, number = m["month"], MONTHS[m["month"]]
    if name in {"may", "march"} and not _BEFORE_MONTH.search(here.before):
        return None
    year, reach = _year_after(m, here)
    days = months(year, number) if year else bare_month(number, here)
    named = whole_unit(days.first, "month") if days else stretch(None, "month", f"XXXX-{number:02}")
    return named._replace(reach=reach)


def _quarter(m: re.Match[str], here: Here) -> Value:
    """A quarter or half of a year; without a year a quarter is the nearest one, a half has no days."""
    half = m["part"] == "half"
    number = min(ORDINALS[m["nth"]], 2) if half else ORDINALS[m["nth"]]
    year = _year(m["year"]) or (here.today.year + STEPS.get(m["which"], 0) if m["which"] and here.today else None)
    if half:
        days = months(year, 6 * number - 5, 6) if year else None
    else:
        days = months(year, 3 * number - 2, 3) if year else bare_quarter(number, here)
    return stretch(days, "quarter", f"{days.first.year if days else 'XXXX'}-{'H' if half else 'Q'}{number}")


_BEFORE_SEASON = re.compile(
    r"\b(?:in|into|over|during|by|until|since|early|mid|late|(?:end|start|beginning|middle|half|rest) of)[ -](?:the )?$"
)
_OF_WHAT = re.compile(r" (?:in|of|to|by|from|below|for)\b")  # a late fall in prices


def _season(m: re.Match[str], here: Here) -> Value | None:
    name, year = m["season"], _year(m["year"])
    if not year and (not _BEFORE_SEASON.search(here.before) or (name == "fall" and _OF_WHAT.match(here.after))):
        return None
    days = season_of(year, name) if year else season(name, here)
    return stretch(days, "quarter", f"{days.first.year if days else 'XXXX'}-{SEASON_CODES[name]}", vague=True)


_BUDGET_MONTH = 7  # in which it begins


def _fiscal(m: re.Match[str], _here: Here) -> Value | None:
    year, last = _year(m["year"]) or 0, m["to"]
    if last and _number(last) % _FULL != (year + 1) % _FULL:
        return None
    return _budget_year(year if last else year - 1)


def _fiscal_relative(m: re.Match[str], here: Here) -> Value:
    if here.today is None:
        return stretch(None, "year", None, vague=True)
    return _budget_year(here.today.year - (here.today.month < _BUDGET_MONTH) + STEPS.get(m["which"], 0))


def _budget_year(first: int) -> Value:
    """From July to June, as in Pakistan, Bangladesh and Australia; elsewhere it differs, hence vague."""
    return stretch(months(first, _BUDGET_MONTH, 12), "year", f"{first}", vague=True)


def _decade(m: re.Match[str], _here: Here) -> Value:
    first = _number(m["decade"])
    return whole_unit(date(first + 1900 if first < _FULL else first, 1, 1), "decade")


def _century(m: re.Match[str], _here: Here) -> Value | None:
    number = _number(m["nth"])
    if not 1 <= number <= 30:  # noqa: PLR2004
        return None
    days = Days(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))
    return stretch(days, "decade", f"{number - 1:02}")


_YEAR_BEFORE = re.compile(
    r"(?:^|\b(?:in|since|until|till|during|around|circa|late|early|mid|year|pre|post|the|an?)[ -]|[('])$"
)
_MAYBE_BEFORE = re.compile(r"\b(?:by|of|from|to|through|between|before|after|for|and|or|[a-z]+,)[ -]$")


_NUMBERED = re.compile(
    r"(?:[$£€#]|\b(?:rs|no|usd|over|than|about|some|least|article|section|resolution|flight|chapter|rule|page|room))"
    r"\.? ?$"
)


def _year_alone(m: re.Match[str], here: Here) -> Value | None:
    """A bare number is a year where its neighbours speak for one."""
    near = _YEAR_BEFORE.search(here.before) or _MAYBE_BEFORE.search(here.before) or _titled(here)
    if not near or _NUMBERED.search(here.before):
        return None
    return whole_unit(date(int(m["year"]), 1, 1), "year")


def _titled(here: Here) -> bool:
    """``Vision 2030``, ``(2015)``: a year at the end of a name or of a clause."""
    return bool(re.search(r"[a-z]{3,}[ '\"]{1,2}$", here.before)) and bool(
        re.match(r"[)\"',.;:]|$|\n| [a-z]", here.after)
    )


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
_WEEKDAY = rf"{ANY_WEEKDAY},? (?:the )?"
_MDY = rf"(?P<month>{MONTH}) ?(?P<day>{DAY})(?:{_TO_DAY}(?P<last>{DAY}))?{_THAT_YEAR}{_IN_PARENTHESES}"
_DMY = (
    rf"(?P<day>{DAY})(?:{_TO}(?P<last>{DAY})| (?:and|&) (?P<other>{DAY}))?(?: of)?[ -](?P<month>{MONTH})"
    rf"(?:[, -]{{1,2}}(?P<year>{YEAR}))?{_IN_PARENTHESES}"
)
_MOVED_TO = r"(?:to|until|till)"
_MONTH_BEFORE = re.compile(rf"(?P<month>{MONTH}) ?{DAY} {_MOVED_TO} $")
_OF_YEAR = rf"(?:,? (?:of )?(?:(?P<year>{YEAR})|(?P<which>last|this|the|next) year))"

RULES = (
    Rule("iso", r"(?P<y>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?(?![\w-])", _iso),
    Rule(
        "mdy_to_mdy",
        rf"(?P<month>{MONTH}) ?(?P<day>{DAY}){_TO}(?P<month2>{MONTH}) ?(?P<last>{DAY}){_THAT_YEAR}",
        _over_months,
    ),
    Rule("moved_from", rf"(?P<month>{MONTH}) ?(?P<day>{DAY})(?= {_MOVED_TO} {DAY})", _moved),
    Rule("moved_over", rf"(?P<day>{DAY})(?= {_MOVED_TO} {DAY} (?P<month>{MONTH}))", _moved, heads="0"),
    Rule("moved_to", rf"(?P<day>{DAY})", _moved, heads="0"),
    Rule("mdy", rf"(?:{_WEEKDAY})?{_MDY}", _calendar_day, heads=f"{WEEKDAY_HEADS} {MONTH_HEADS}"),
    Rule("dmy", rf"(?:{_WEEKDAY})?{_DMY}", _calendar_day, heads=f"0 {WEEKDAY_HEADS}"),
    Rule("month_year", rf"(?P<month>{MONTH})(?:,| of)? ?(?P<year>{YEAR}|'\d\d(?!\w))", _month_year),
    Rule("quarter", rf"(?P<nth>{ORDINAL})[ -](?P<part>quarter)(?!s|\w|-?final){_OF_YEAR}?", _quarter, article=True),
    Rule("half", rf"(?P<nth>first|second|latter|last) (?P<part>half){_OF_YEAR}", _quarter, article=True),
    Rule("season", rf"(?P<season>{SEASON})(?:(?: of|,)? (?P<year>{YEAR})|(?!\w))", _season, article=True),
    Rule(
        "fiscal",
        rf"(?:fy|fiscal year|financial year|budget year) ?(?P<year>{YEAR}|\d\d)(?:-(?P<to>\d{{4}}|\d\d))?(?!\w)",
        _fiscal,
        article=True,
    ),
    Rule(
        "fiscal_relative",
        r"(?P<which>last|this|next|current|ongoing|outgoing|previous|coming|upcoming|new|the) (?:fiscal|financial) year"
        r"(?!\w| \d| end(?:ed|ing)\b)",
        _fiscal_relative,
        article=True,
    ),
    Rule("fiscal_years", rf"(?P<year>{YEAR.split('(?!')[0]})-(?P<to>\d\d)(?![\w-])", _fiscal),
    Rule("years", rf"(?P<first>{YEAR.split('(?!')[0]})-(?P<last>{YEAR}|\d\d(?![\w-]))", _years),
    Rule("decade", r"(?P<decade>(?:1[5-9]|20)\d0'?s|'[2-9]0s)(?!\w)", _decade, article=True, heads="0 '"),
    Rule("century", r"(?P<nth>\d{1,2}(?:st|nd|rd|th)) century", _century, article=True),
)
SINGLE_WORDS = (
    Rule("month_alone", rf"(?P<month>{FULL_MONTH})(?!\w)(?! \d)", _month_alone),
    Rule("year_alone", rf"(?P<year>{YEAR})", _year_alone),
)
