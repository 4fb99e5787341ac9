"""An alert as somebody asks for it, made what the ledger keeps."""

import secrets
from collections.abc import Mapping
from datetime import datetime, time
from email.utils import parseaddr
from typing import Final, get_args
from urllib.parse import urlsplit

from reportedly.account.schedule import zone
from reportedly.errors import BadInput
from reportedly.records import Alert, Pace, content_id

PACES: Final[dict[Pace, str]] = {"at_once": "at once", "daily": "once a day", "weekly": "once a week"}
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST: Final = 500


def made(search: str, owner: str, at: datetime, given: Mapping[str, str]) -> Alert:
    """The alert that fields ask for: ``to``, ``pace``, ``hour``, ``zone``, ``weekday``, ``quiet``.

    Raises ``BadInput`` for what cannot be.
    """
    to, pace = given.get("to", "").strip(), given.get("pace", "at_once")
    is_web = to.casefold().startswith(("http:", "https:"))
    if len(to) > _LONGEST or not (_is_web(to) if is_web else _is_mail(to)):
        raise BadInput(f"{to!r} is neither an address of mail nor a web address")
    if pace not in get_args(Pace):
        raise BadInput(f"{pace!r} is no pace: one of {', '.join(get_args(Pace))}")
    begin, _, end = given.get("quiet", "").strip().partition("-")
    weekday = given.get("weekday", "0")
    if weekday not in set("0123456"):
        raise BadInput(f"{weekday!r} is no day of the week: Monday is 0, Sunday 6")
    return Alert(
        content_id("w", search, owner, at, to, secrets.token_hex(8)),
        search,
        owner,
        "webhook" if is_web else "mail",
        to,
        next(one for one in get_args(Pace) if one == pace),
        at,
        hour=_time(given.get("hour", "08:00")),
        zone=zone(given.get("zone", "UTC").strip()),
        weekday=int(weekday),
        quiet_from=_time(begin) if begin and end else None,
        quiet_until=_time(end) if begin and end else None,
        secret=secrets.token_urlsafe(24) if is_web else "",
    )


def when(alert: Alert) -> str:
    """When it tells, in words."""
    told = PACES[alert.pace]
    if alert.pace != "at_once":
        day = f", on {WEEKDAYS[alert.weekday]}" if alert.pace == "weekly" else ""
        told += f"{day} at {alert.hour:%H:%M} ({alert.zone})"
    if alert.quiet_from and alert.quiet_until:
        told += f", not from {alert.quiet_from:%H:%M} to {alert.quiet_until:%H:%M} ({alert.zone})"
    return told


def _time(given: str) -> time:
    try:
        return time.fromisoformat(given.strip()).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise BadInput(f"{given!r} is no time of the day: give one such as 08:00") from None


def _is_web(to: str) -> bool:
    try:
        return bool(urlsplit(to).hostname) and not any(sign.isspace() for sign in to)
    except ValueError:
        return False


def _is_mail(to: str) -> bool:
    name, _, host = to.partition("@")
    return parseaddr(to) == ("", to) and bool(name and host) and "@" not in host and to.isprintable() and " " not in to
