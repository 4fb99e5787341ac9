"""Quarters as companies report them: ``the latest quarter``, ``the year-ago period``, ``$3 million a year earlier``.

They lean on the quarter under report: the last one named in the text that is over. "A year earlier" beside figures is
that quarter a year before, not the year.
"""

import re
from datetime import date

from reportedly.read.days.calendar import LAST_MONTH, add_months, around
from reportedly.read.days.value import Here, Rule, Value, length, whole_unit
from reportedly.read.times.vocabulary import ORDINALS, YEAR

_QUARTER = 3  # months


def _under_report(here: Here) -> date | None:
    """The first day of the quarter under report: one named before, else the last that is over."""
    if here.quarter is not None:
        return here.quarter.first
    return add_months(around(here.today, "quarter").first, -_QUARTER) if here.today else None


def _quarter(first: date | None) -> Value:
    return whole_unit(first, "quarter")


def _latest(m: re.Match[str], here: Here) -> Value | None:
    """``the latest quarter``; a period is a quarter only where the text named one."""
    return _quarter(_under_report(here)) if m["unit"] == "quarter" or here.quarter else None


def _the_quarter(_m: re.Match[str], here: Here) -> Value | None:
    """``in the quarter``: only where the text named one."""
    return _quarter(here.quarter.first) if here.quarter else None


def _year_before(m: re.Match[str], here: Here) -> Value | None:
    """``the year-ago quarter``; what is compared with it need not be named."""
    if m["unit"] == "period" and here.quarter is None:  # of July to April
        return None
    first = _under_report(here)
    return _quarter(add_months(first, -LAST_MONTH) if first else None)


_FIGURES = re.compile(r"[$%£#]|\b(?:million|billion|cents|pence|share|sales|profit|earnings|income|revenue|loss)\b")
_MONTHS = re.compile(r"\b(?:six|nine|eight|four) months\b")
_SENTENCE = 160  # characters before it in which its sentence is looked for


def _year_earlier(m: re.Match[str], here: Here) -> Value | None:
    """``$3 million a year earlier``, where a quarter is under report; not beside ``the first nine months``."""
    near = re.split(r"\n|[.;] ", m.string[max(m.start() - _SENTENCE, 0) : m.start()])[-1] + here.after
    if here.quarter is None or _MONTHS.search(near) or not _FIGURES.search(near):
        return None
    return _quarter(add_months(here.quarter.first, -LAST_MONTH))


def _of_year(m: re.Match[str], here: Here) -> Value | None:
    """``the 1988 third quarter``, ``the 1988 period``: of that year, the quarter told or under report."""
    year = int(m["year"])
    if m["nth"]:
        return _quarter(date(year, _QUARTER * ORDINALS[m["nth"]] - 2, 1))
    return _quarter(here.quarter.first.replace(year=year)) if here.quarter else None


def _year_ended(_m: re.Match[str], _here: Here) -> Value:
    """``the year ended March 31``: a length, which the day places."""
    return length("P1Y", "year")


_NTH = "first|second|third|fourth|final"
_AGO = r"(?:year-ago|year-earlier|prior-year)"
_SAME = r"(?:comparable |same |corresponding )?"

RULES = (
    Rule(
        "latest_quarter", r"(?:latest|most recent|just-ended) (?P<unit>quarter|period)(?![\w-])", _latest, article=True
    ),
    Rule("quarter_again", r"(?<=the )quarter(?![\w-])(?! of\b| finals?\b)", _the_quarter, article=True),
    Rule(
        "year_ago_quarter",
        rf"{_SAME}{_AGO} (?P<unit>quarter|period)(?!\w)",
        _year_before,
        article=True,
        heads="comparable same corresponding year prior",
    ),
    Rule("year_earlier", r"a year (?:ago|earlier)(?!\w)", _year_earlier),
    Rule(
        "quarter_of_year",
        rf"(?P<year>{YEAR}) (?:(?:fiscal )?(?P<nth>{_NTH})[ -]quarter|period)(?![\w-])",
        _of_year,
        article=True,
    ),
    Rule(
        "year_ended",
        r"(?<=the )(?:fiscal |financial )?year(?= end(?:ed|ing)\b)",
        _year_ended,
        article=True,
        heads="fiscal financial year",
    ),
)
