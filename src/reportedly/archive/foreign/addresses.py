"""Addresses and moments as archiving programs write them, and those behind the address of a replayed page."""

import re
from datetime import UTC, datetime
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from reportedly import address
from reportedly.dates import Dated, believed, told

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_REPLAYED: Final = re.compile(
    r"/(?:(\d{14})|web/(\d{4,13})|(\d{4}\.\d\d\.\d\d-\d{6}))(?:[a-z]{2}_)?/((?:https?:/{1,2})?[^/\s:]+\.[^/\s].*)",
    re.IGNORECASE,
)
_SLASH: Final = re.compile(r"(https?):/+", re.IGNORECASE)
NESTED: Final = 3  # replays of replays that are looked through


class Replayed(NamedTuple):
    """The address of a page as it was on the web, and when an archive took it."""

    url: str
    at: datetime


def web_address(written: str) -> str | None:
    """The web address that a record names, in its one spelling; None where it names none."""
    url = written.strip().strip("<>").strip()
    return None if _CONTROL.search(url) else address.plain(url)


def moment(written: str) -> datetime | None:
    """A moment in any form of ISO 8601, or as up to 14 digits; None where it is none. Without a zone it is UTC."""
    words = written.strip()
    digits = re.fullmatch(r"(\d{4})\D?(\d\d)?\D?(\d\d)?\D?(\d\d)?(\d\d)?(\d\d)?", words)
    try:
        if digits:
            year, month, day, hour, minute, second = (int(part or "0") for part in digits.groups())
            return datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=UTC)
        date = datetime.fromisoformat(words)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def taken(written: str, now: datetime) -> datetime | None:
    """The moment at which a page was taken, in UTC; None where none is told, or one that cannot be meant."""
    at = moment(written)
    if at and not believed(Dated(at.date(), at), now).note:
        return at
    read = told(written, now).dated
    return read.at if read else None


def replayed(url: str) -> Replayed | None:
    """The page behind the address at which a web archive shows it, such as ``web.archive.org/web/2024.../https://...``.

    None for an address that is no replay: without a moment and another address behind it.
    """
    found: Replayed | None = None
    for _ in range(NESTED):
        inner = _inner(found.url if found else url)
        if not inner:
            break
        found = inner
    return found


def _inner(url: str) -> Replayed | None:
    behind = _REPLAYED.search(url, url.find("//") + 2)
    if not behind:
        return None
    full, some, dotted, rest = behind.groups()
    if not _SLASH.match(rest):
        if not urlsplit(url).netloc.endswith("archive.org"):  # elsewhere it is a day in a path, and a file's name
            return None
        rest = f"http://{rest}"
    at, own = moment(full or some or dotted), web_address(_SLASH.sub(r"\1://", rest, count=1))
    return Replayed(own, at) if own and at else None
