"""A day, and the moment on it, as machines write them in pages: ISO 8601, dates of mail, a month's name and a year."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

EARLIEST = date(1990, 1, 1)  # before that there were no news pages to fetch
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])|(\d{4})(\d\d)(\d\d)(?:T\d{4,6}|$)")
_MAIL = re.compile(r"[A-Za-z]{3},? \d")
_WORDS = ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y", "%Y/%m/%d")


class Dated(NamedTuple):
    """The calendar day in its own time zone; with the time of day where one is told, which may lack a zone."""

    day: date
    clock: datetime | None = None

    @property
    def at(self) -> datetime | None:
        """The moment as UTC; None where no time of day is told, nobody knows in which zone, or no year holds it."""
        try:
            return self.clock.astimezone(UTC) if self.clock and self.clock.tzinfo else None
        except OverflowError:  # the last evening of the year 9999 west of Greenwich, the first morning of year 1 east
            return None

    def after(self, other: "Dated") -> bool:
        """Whether it is certainly the later one of two; on one day only their times of day can tell."""
        if self.at and other.at:
            return self.at > other.at
        if self.day == other.day and self.clock and other.clock:
            return self.clock.replace(tzinfo=None) > other.clock.replace(tzinfo=None)
        return self.day > other.day


def first(words: Iterable[Any]) -> Dated | None:
    """The day and moment of the first of ``words`` that names one on which news pages can have come out, or None."""
    moments = (dated(str(text).strip()) for text in words)
    return next((moment for moment in moments if moment and moment.day >= EARLIEST), None)


def dated(words: str) -> Dated | None:
    """The day and moment in machine-readable words; a bare year or month is no day."""
    iso = _ISO.match(words)
    try:
        if iso:
            return _at(date(*(int(part) for part in iso.groups() if part)), words)
        if words.isdigit() and len(words) in {10, 13}:
            return None  # seconds since 1970 say nothing of the outlet's calendar
        return _of_mail(words) if _MAIL.match(words) else _in_words(words)
    except (ValueError, TypeError):
        return None


def _at(day: date, words: str) -> Dated:
    """That day with the time of day that follows it, where there is one that can be read."""
    try:
        return Dated(day, datetime.fromisoformat(words) if len(words) > len("2024-06-03") else None)
    except ValueError:
        return Dated(day)


def _of_mail(words: str) -> Dated:
    moment = parsedate_to_datetime(words)
    return Dated(moment.date(), moment)


def _in_words(words: str) -> Dated | None:
    for form in _WORDS:
        try:
            return Dated(datetime.strptime(words[:40], form).date())  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    return None
