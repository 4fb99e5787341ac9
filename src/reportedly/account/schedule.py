"""When an alert looks for something to tell, and when that may be sent."""

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from reportedly.errors import BadInput
from reportedly.records import Alert

_DAY: Final = timedelta(days=1)
_WEEK: Final = 7


def zone(name: str) -> str:
    """The name of a time zone, as it was given; raises ``BadInput``."""
    if name not in available_timezones():
        raise BadInput(f"{name!r} is no time zone: give one such as Asia/Karachi or UTC")
    return name


def looks(alert: Alert, now: datetime) -> bool:
    """Whether an alert is to look for something to tell now: one at once always, a digest at its hour."""
    return alert.pace == "at_once" or _last_hour(alert, now) > (alert.looked or alert.made)


def may_go(alert: Alert, now: datetime) -> datetime:
    """The first moment from now on at which something may be sent: neither muted nor in quiet hours."""
    own = ZoneInfo(alert.zone)
    local = now.astimezone(own)
    if alert.muted and local.date() < alert.muted:
        local = datetime.combine(alert.muted, datetime.min.time(), own)
    return _after_quiet(alert, local).astimezone(UTC)


def _after_quiet(alert: Alert, local: datetime) -> datetime:
    begin, end = alert.quiet_from, alert.quiet_until
    if begin is None or end is None or begin == end:
        return local
    time = local.time()
    over_night = begin > end
    if not (time >= begin or time < end if over_night else begin <= time < end):
        return local
    day = local.date() + (_DAY if over_night and time >= begin else timedelta())
    return datetime.combine(day, end, local.tzinfo)


def _last_hour(alert: Alert, now: datetime) -> datetime:
    """The last time its hour struck, on its weekday where it is weekly."""
    local = now.astimezone(ZoneInfo(alert.zone))
    days = (local.weekday() - alert.weekday) % _WEEK if alert.pace == "weekly" else 0
    struck = datetime.combine(local.date() - days * _DAY, alert.hour, local.tzinfo)
    back = _WEEK if alert.pace == "weekly" else 1
    return struck if struck <= local else datetime.combine(struck.date() - back * _DAY, alert.hour, local.tzinfo)
