"""The times of a short text of another language, with what is told of each, for tests."""

from datetime import date

import msgspec

from reportedly.read.multilingual import sheet, times
from reportedly.records import Time, Window
from tests.read.reading_of import article

TUESDAY = date(2026, 3, 10)


def found(text: str, language: str, published: date | None = TUESDAY) -> times.Times:
    """Its times."""
    return times.find(sheet.lay_out(msgspec.structs.replace(article(text, published), language=language)))


def told(text: str, language: str, published: date | None = TUESDAY) -> list[tuple[str, str, str]]:
    """Its times as (words, first day, last day); a length or a set by its TIMEX3 value."""
    return [(one.span.of(text), *_days(one)) for one in found(text, language, published).times]


def _days(time: Time) -> tuple[str, str]:
    if time.start is None or time.end is None:
        return time.kind, time.timex or ""
    return f"{time.start:%Y-%m-%d}", f"{time.end:%Y-%m-%d}"


def window(text: str, language: str, published: date | None = TUESDAY) -> Window | None:
    """The window that its first time gives a promise."""
    times_ = found(text, language, published)
    return times_.window(times_.times[0])
