"""What a date says as it is printed: which numbers are day, month and year, by which names, at what time.

All of its words must be known, else it is none: a sentence that holds a date is not a date.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, cast

from reportedly.dates import eras, zones
from reportedly.dates.calendars import Calendar
from reportedly.dates.clocks import Clock, cut
from reportedly.dates.names import names
from reportedly.dates.numbers import spaced
from reportedly.dates.spelling import plain
from reportedly.dates.words import Word, words

LONGEST: Final = 120  # characters
_IDEOGRAPHS: Final = (
    (re.compile(r"(\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]"), r"\1-\2-\3 "),
    (re.compile(r"(\d{1,2}) ?[時时點点시] ?(\d{1,2}) ?[分분]"), r" \1:\2 "),
    (
        re.compile(
            r"星期.|[周週][一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일|(?<=[(（])[月火水木金土日](?=[)）])"
        ),
        " ",
    ),
)
_MENDED: Final = (
    (re.compile(r"^(\d{4}-\d\d-\d\d)(?:z|[+-]\d\d:\d\d)$"), r"\1"),  # a day with the zone of its midnight
    (re.compile(r"^(\d{4}):(\d\d):(\d\d)(?= |$)"), r"\1-\2-\3"),  # as cameras write it
    (re.compile(r"(?<=\d{4}):(?=\d\d:\d\d)"), " "),  # as web servers write it
    (re.compile(r"^(?:ngay )?(\d{1,2}) ?thang (\d{1,2}),? (?:nam )?(?=\d{4}\b)"), r"\1.\2."),  # Vietnam's
    (re.compile(r"(?<=[^\W\d_])ماه(?!\w)"), ""),  # the word for month, written on to its name
    (re.compile(r"صبح (\d{1,2}[:.]\d\d) بجے|(\d{1,2}:\d\d) صبح(?: بجے)?"), r"\1\2 am"),
    (re.compile(r"(?:شام|سه پهر|دوپهر) (\d{1,2}[:.]\d\d) بجے|(\d{1,2}:\d\d) شام(?: بجے)?"), r"\1\2 pm"),
    (re.compile(r"[( ]мск\b\)?"), " +0300"),  # Moscow's, the whole year
    (re.compile(r" m=[+-]?[\d.]+$"), ""),  # Go's own clock behind the world's
    (re.compile(r"^date ?\(.*"), ""),  # a program's own words: its months may begin with 0
    (re.compile(r"(?<=[+-]\d\d\d\d) ?\(.*|(?<=[+-]\d\d:\d\d) ?[(\[].*"), ""),  # GMT+0300 (Arabian Standard Time)
    (re.compile(r"[\"“”‘«»()\[\]]+|^'|'$|(?<=[^\W\d_])-(?=[^\W\d_])"), " "),
)
_WEEK: Final = re.compile(r"(\d{4})-?w(\d\d)-?([1-7])\b")
_OF_YEAR: Final = re.compile(r"(\d{4})-(\d{3})(?=$|[t ])")
_ZONE: Final = re.compile(r"[a-z]{1,5}")
_YEAR = 4  # digits
_SHORT = 2
_OLD = 69  # from this number on, a year of two digits is one of the century before

Numbers = tuple[int, int, int]


class Printed(NamedTuple):
    """The days a date can mean, at least one, each as year (0: none is told), month and day.

    ``calendar`` is None where it is not named. ``weekday`` stands beside the day (0 is Monday). ``zone`` is a word that
    should tell the clock's zone, ``area`` a name such as ``Asia/Karachi``.
    """

    days: tuple[Numbers, ...]
    calendar: Calendar | Literal["gregorian"] | None = None
    weekday: int | None = None
    clock: Clock | None = None
    zone: str | None = None
    area: str | None = None


def printed(given: str) -> Printed | None:
    """What the words say; None where they are no date, or one with a time that there is not."""
    area = zones.AREA.search(given)
    known = bool(area and zones.in_area(area[0]))
    parts = cut(_mended(given.replace(area[0], " ") if area and known else given)) if len(given) <= LONGEST else None
    if parts is None:
        return None
    before, after = list(words(parts.before)), list(words(parts.after))
    zone = next((word for word in after if word.kind == "strange" and _ZONE.fullmatch(word.text)), None)
    told = [word for word in (*before, *after) if word is not zone]
    month = _month(told)
    days = _with_name(told, month) if month else _in_numbers(told)
    if not days or any(word.kind == "strange" for word in told):
        return None
    return Printed(
        days=tuple(days),
        calendar=_calendar(told, month),
        weekday=next((names().weekdays[word.text] for word in told if word.kind == "weekday"), None),
        clock=parts.clock,
        zone=zone.text if zone else None,
        area=area[0] if area and known else None,
    )


def _mended(given: str) -> str:
    if not given.isascii():
        given = eras.of_reigns(given)
        for pattern, instead in _IDEOGRAPHS:
            given = pattern.sub(instead, given)
    text = zones.short(spaced(plain(given)))
    for pattern, instead in _MENDED:
        text = pattern.sub(instead, text)
    return _counted_days(text.strip(" .,;:|"))


def _counted_days(text: str) -> str:
    """The forms of ISO 8601 that count weeks, or the days of a year, as year, month and day."""
    week, of_year = _WEEK.match(text), _OF_YEAR.match(text)
    try:
        if week:
            return f"{date.fromisocalendar(int(week[1]), int(week[2]), int(week[3]))}{text[week.end() :]}"
        if of_year:
            first = date(int(of_year[1]), 1, 1)
            day = date.fromordinal(first.toordinal() + int(of_year[2]) - 1)
            return f"{day}{text[of_year.end() :]}" if day.year == first.year else text
    except ValueError:
        pass
    return text


# -- which number is what ---------------------------------------------------------------------------------------------


def _month(told: Sequence[Word]) -> Word | None:
    """The month's name; None where none is there, or several that differ."""
    named = [word for word in told if word.kind == "month"] or [word for word in told if word.kind == "either"]
    return named[0] if len({names().months[word.text] for word in named}) == 1 else None


def _calendar(told: Sequence[Word], month: Word | None) -> Calendar | Literal["gregorian"] | None:
    named = [cast("Calendar", word.text) for word in told if word.kind == "calendar"]
    if month:
        return names().months[month.text].calendar or "gregorian"
    return "jalali" if "jalali" in named else named[0] if named else None


def _with_name(told: Sequence[Word], month: Word) -> list[Numbers]:
    """Day and year beside a month's name: the year has four digits, or two behind it as mails once had it."""
    numbers = [word.text for word in told if word.kind == "number"]
    years = [number for number in numbers if len(number) == _YEAR]
    days = [number for number in numbers if len(number) < _YEAR - 1]
    if len(numbers) == 2 and len(days) == 2:  # noqa: PLR2004
        first = next(at for at, word in enumerate(told) if word.kind == "number")
        if first > told.index(month):
            return []
        years, days = [_full(numbers[1])], numbers[:1]
    if len(days) != 1 or len(years) > 1 or len(numbers) != len(days) + len(years):
        return []
    return [(int(years[0]) if years else 0, names().months[month.text].number, int(days[0]))]


def _full(year: str) -> str:
    return f"{'19' if int(year) >= _OLD else '20'}{year:>02}"


def _in_numbers(told: Sequence[Word]) -> list[Numbers]:
    """Three numbers with the year first or last. With points the day stands first; else two orders may be meant."""
    texts = [word.text for word in told if word.kind == "number"]
    marks = {word.text for word in told if word.kind == "mark"}
    if len(texts) != 3 or any(word.kind in {"month", "either"} for word in told):  # noqa: PLR2004
        return []
    a, b, c = map(int, texts)
    lengths = tuple(len(text) == _YEAR for text in texts)
    if max(map(len, texts)) == _SHORT:
        return list(_of_short_years(texts, points=marks == {"."}))
    if max(map(len, texts)) > _YEAR or lengths.count(True) != 1 or lengths[1]:
        return []
    if lengths[0]:
        return [(a, b, c)]
    return [(c, b, a)] if marks == {"."} else [(c, b, a), (c, a, b)]


def _of_short_years(texts: Sequence[str], *, points: bool) -> Iterator[Numbers]:
    """What three numbers of two digits can mean, none of them told to be the year: it is the last or the first."""
    a, b, c = map(int, texts)
    if len(texts[2]) == _SHORT:
        yield int(_full(texts[2])), b, a
        if not points:
            yield int(_full(texts[2])), a, b
    if len(texts[0]) == _SHORT:
        yield int(_full(texts[0])), b, c
