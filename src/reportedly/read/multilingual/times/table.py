"""The table of a language's times, ``languages/CODE/times.toml``: which entries it has, each with its kind.

Entries list their spellings between bars, in the notation of ``notation``. ``docs/languages.md`` explains each.
"""

from functools import cache
from typing import Literal

import msgspec

from reportedly import languages
from reportedly.dates.calendars import Calendar
from reportedly.read.days.windows import Joint

Which = Literal["this", "next", "last", "next_week", "after_next", "before_last"]
Side = Literal["before", "behind"]


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for numbers: from nought on, as far as each has its own; whole tens; how a ten and a one are joined.

    ``larger`` and ``halves`` are by their value: ``100``, ``1.5``.
    """

    ones: list[str]
    tens: list[str] = []
    joint: str = ""
    ones_first: bool = False
    larger: dict[str, str] = {}
    halves: dict[str, str] = {}
    ordinals: list[str] = []
    last: str = ""


class Months(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The twelve months of each calendar; ``own`` is the calendar of "this month" and "next year".

    ``suffix``: a word for month that may stand behind the name, or be written on to it.
    """

    gregorian: list[str]
    hijri: list[str]
    jalali: list[str] = []
    own: Literal["gregorian", "jalali"] = "gregorian"
    suffix: str = ""


class Week(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weekdays from Monday on; the day a week begins with (0 is Monday), the days of its end.

    ``bare`` are their names where they stand otherwise: without an article, or those that mean nothing else.
    """

    days: list[str]
    bare: list[str] = []
    begins: int = 0
    weekend: tuple[int, int] = (5, 6)


class Feast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a feast is spelled, when it begins by its calendar and how many days it lasts."""

    spelled: str
    calendar: Literal["gregorian", "hijri", "jalali"]
    month: int
    day: int
    days: int = 1


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that are understood in one way; ``means`` names it, ``told`` tells what no word of the phrase does.

    ``inner``: no time by itself, but in another ("the end of March"). ``after`` and ``before``: what must stand before
    it, what behind it; ``never_after`` and ``never_before``: what must not.
    """

    means: str
    say: list[str]
    told: dict[str, str | int] = {}
    inner: bool = False
    after: list[str] = []
    before: list[str] = []
    never_after: list[str] = []
    never_before: list[str] = []


class Tense(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of words that look ahead or back, sought on ``first`` of both sides; ``stops`` begin another clause."""

    ahead: list[str]
    back: list[str]
    stops: list[str] = []
    first: Side = "behind"
    neither: list[str] = []


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it.

    ``glue`` is a pattern of what may be written on to the first word of a phrase; where ``apart`` matches in a word, a
    blank is seen. Units: beside a number, ``many`` without one, ``one`` and ``two`` that are numbers themselves, and
    ``the`` one at hand. ``moved``: words beside which two days are no stretch.
    """

    numbers: Numbers
    months: Months
    week: Week
    units: dict[str, str]
    which: dict[Which, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    day_words: dict[str, int]
    day_parts: dict[str, str]
    forms: list[Form]
    tense: Tense
    units_many: dict[str, str] = {}
    units_one: dict[str, str] = {}
    units_two: dict[str, str] = {}
    units_the: dict[str, str] = {}
    feasts: list[Feast] = []
    behind: list[Form] = []
    vague: dict[str, list[str]] = {}
    joints: dict[Side, dict[Joint, list[str]]] = {}
    since: dict[Side, list[str]] = {}
    upto: list[str] = []
    twin: list[str] = []
    moved: list[str] = []
    glue: str = ""
    apart: str = ""


CALENDARS: dict[str, Calendar | None] = {"gregorian": None, "jalali": "jalali", "hijri": "hijri"}


@cache
def table(language: str) -> Table:
    """The table of a language, read when it is first asked for."""
    return msgspec.convert(languages.table(language, "times"), Table)
