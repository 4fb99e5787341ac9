"""How far vague words reach ("soon", "in the coming weeks"), in every language by one table of bounds and reasons.

The bounds and the reason for each stand in ``days/data/vague.toml``; which words mean which row is each language's to
say.
"""

from datetime import date, datetime, time
from typing import Literal

import msgspec

from reportedly.read.days.calendar import period, shift
from reportedly.read.days.value import DAY_END, Value, grain_of
from reportedly.read.grammar.lexicons import table
from reportedly.records import Grain

Reach = Literal["ahead", "lately", "ago"]
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bounds as offsets from publication ("-3m 0d", "0d ?"), or the table of units to ask; and why.

    ``ahead``: no time at all in a clause that looks back. ``passing``: it dates no event ("they will now meet").
    """

    window: str
    reason: str
    ahead: bool = False
    passing: bool = False


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rows by their names, and how far units in the plural reach."""

    units: dict[Reach, dict[str, str]]
    rows: dict[str, Row]


_TABLE = msgspec.convert(table("days/vague"), Table)


def row(name: str) -> Row:
    """The row of that name; ``KeyError`` where the table has none."""
    return _TABLE.rows[name]


def vague(name: str, today: date | None, unit: str | None = None, number: float | None = None) -> Value:
    """What a phrase of that row means, said on ``today``; of ``unit`` where it counts some ("in the coming weeks")."""
    window = row(name).window
    units = _TABLE.units.get(window)  # type: ignore[call-overload]
    start, end = (units[unit] if units and unit else window).split()
    first, last = _moved(today, start), _moved(today, end)
    return Value(
        "window",
        datetime.combine(first, time.min) if first else None,
        datetime.combine(last, DAY_END) if last else None,
        _grain(start, end),
        _timex(window, unit, number, start, end),
        vague=True,
        passing=row(name).passing,
    )


def _timex(window: str, unit: str | None, number: float | None, start: str, end: str) -> str:
    """Uncounted units up to or from publication are a length (``PXW``), all else is past, present or future."""
    if unit and window != "ago":
        return period(number, unit)
    return "PRESENT_REF" if start == end else "FUTURE_REF" if start == "0d" else "PAST_REF"


def _grain(*offsets: str) -> Grain:
    return next((grain_of(_UNITS[offset[-1]]) for offset in offsets if offset not in {"0d", "?"}), "day")


def _moved(today: date | None, offset: str) -> date | None:
    return shift(today, int(offset[:-1]), _UNITS[offset[-1]]) if today and offset != "?" else None
