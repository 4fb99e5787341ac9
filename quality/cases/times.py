"""Which day words mean."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from quality.cases.case import Case, Trial, differs, row
from reportedly.extract import plain
from reportedly.read import reader
from reportedly.records import Reading, Time

TEXTS = "texts-open.jsonl"


def reading(inputs: Path, ending: str, name: str = TEXTS) -> Reading:
    """What is read in the input whose address ends so."""
    found = row(inputs, name, ending)
    day = date.fromisoformat(str(found["published"]))
    article = plain.article(str(found["text"]), url=str(found["url"]), outlet="gazette", published=day)
    return next(reader.read([article]))


def days(ending: str, *asked: tuple[str, str, str]) -> Trial:
    """A line for each time whose words do not have those days; ``~`` before the first day asks for a vague time."""
    return partial(_days, ending, asked)


def _days(ending: str, asked: tuple[tuple[str, str, str], ...], inputs: Path) -> Iterator[str]:
    got = reading(inputs, ending)
    times = {time.span.of(got.article.text).casefold(): time for time in got.times}
    for words, first, last in asked:
        yield from differs(words, _told(times.get(words)), (first, last))


def _told(time: Time | None) -> tuple[str, str]:
    if time is None:
        return "none", "none"
    first, last = (str(at.date()) if at else "?" for at in (time.start, time.end))
    return f"~{first}" if time.vague else first, last


def _sides(inputs: Path) -> Iterator[str]:
    nominal = days("e-nominal", ("thursday", "2026-03-12", "2026-03-12"), ("friday", "2026-03-13", "2026-03-13"))
    yield from nominal(inputs)
    yield from days("e-cancel", ("thursday", "2026-03-12", "2026-03-12"))(inputs)
    statuses = {event.status for event in reading(inputs, "e-nominal").events if event.time is not None}
    yield from differs("statuses of what is told with a day", "occurred" in statuses, right=False)


_ORDINALS = (
    ("the first friday of next month", "2026-04-03", "2026-04-03"),
    ("the 3rd tuesday of april", "2026-04-21", "2026-04-21"),
    ("the last friday of this month", "2026-03-27", "2026-03-27"),
)
_NUMBERS = (("the 15th", "2026-03-15", "2026-03-15"), ("the 1st of next month", "2026-04-01", "2026-04-01"))
_SOLAR = (("18 esfand 1404", "2026-03-09", "2026-03-09"), ("1 farvardin", "2026-03-21", "2026-03-21"))

CASES: tuple[Case, ...] = (
    Case("D03", (TEXTS,), days("d-firstfri", *_ORDINALS)),
    Case("D06", (TEXTS,), days("d-fortnight", ("a week from tuesday", "2026-03-17", "2026-03-17"))),
    Case("D17", (TEXTS,), days("d-early", ("late summer", "~2026-08-01", "2026-08-31"))),
    Case("D11", (TEXTS,), days("d-15th", *_NUMBERS)),
    Case("D15", (TEXTS,), days("d-ago", ("two days earlier", "~2023-01-01", "2023-12-31"))),
    Case("D14", (TEXTS,), days("d-jalali", *_SOLAR)),
    Case("E08", (TEXTS,), _sides),
)
