"""Years written out, as they are in what was spoken: ``nineteen ninety-seven``, ``the year two thousand``."""

import re
from datetime import date

from reportedly import english
from reportedly.read.days.value import Here, Rule, Value, whole_unit
from reportedly.read.times.vocabulary import MONTH, MONTH_HEADS, month

_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_DECADES = {f"{tens[:-1]}ies": 10 * number for number, tens in enumerate(english.TENS, 2)}
_SMALL = "|".join(english.BELOW_TWENTY[1:10])
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(english.TENS)})(?:[ -](?:{_SMALL}))?|{'|'.join(english.BELOW_TWENTY[10:])}|oh[ -](?:{_SMALL}))"
)
_YEAR = (
    rf"(?:(?P<century>{'|'.join(_CENTURIES)})[ -](?P<rest>{_BELOW_HUNDRED})"
    rf"|two thousand(?: and)?(?:[ -](?P<after>{_SMALL}))?)"
)


def _year(m: re.Match[str]) -> int:
    if not m["century"]:
        return 2000 + english.NUMBERS.get(m["after"] or "zero", 0)
    return _CENTURIES[m["century"]] + sum(english.NUMBERS.get(part, 0) for part in re.split("[ -]", m["rest"]))


def _spelled_year(m: re.Match[str], _here: Here) -> Value | None:
    """A year; "two thousand" alone is a count."""
    if not m["called"] and not m["century"]:
        return None
    return whole_unit(date(_year(m), 1, 1), "year")


def _spelled_month(m: re.Match[str], _here: Here) -> Value:
    return whole_unit(date(_year(m), month(m["month"]), 1), "month")


def _decade(m: re.Match[str], _here: Here) -> Value:
    return whole_unit(date(_CENTURIES.get(m["century"] or "", 1900) + _DECADES[m["decade"]], 1, 1), "decade")


RULES = (
    Rule(
        "spelled_year",
        rf"(?P<called>year )?{_YEAR}(?![\w-])",
        _spelled_year,
        article=True,
        heads="year eighteen nineteen twenty two",
    ),
    Rule("spelled_month", rf"(?P<month>{MONTH}),? {_YEAR}(?![\w-])", _spelled_month, heads=MONTH_HEADS),
    Rule(
        "spelled_decade",
        rf"(?<=the )(?:(?P<century>eighteen|nineteen)[ -])?(?P<decade>{'|'.join(_DECADES)})(?![\w-])",
        _decade,
        article=True,
        heads=f"eighteen nineteen {' '.join(_DECADES)}",
    ),
)
