"""What an answer's status means for the desk."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from reportedly.fetch.http.failures import NoPage
from reportedly.records import Exchange

REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404, 410}
PAYMENT_REQUIRED = 402
TOO_MANY = 429
BUSY = {429, 503}
NOT_CHANGED = 304
UNTOLD_REST = 900.0


def redirect(answer: Exchange) -> str | None:
    """Where the answer sends us, as written there."""
    return answer.header("location") if answer.status in REDIRECTS else None


def page(answer: Exchange, host: str) -> Exchange:
    """The answer, if it is a page; raises ``NoPage`` if it is not."""
    if 200 <= answer.status < 300:  # noqa: PLR2004
        return answer
    status = f"{host} answered {answer.status} {answer.reason}".strip()
    if answer.status == NOT_CHANGED:
        raise NoPage("unchanged", "not changed since it was last fetched")
    if answer.status in GONE:
        raise NoPage("gone", f"{status}: the page is not there any more")
    if answer.status == PAYMENT_REQUIRED:
        raise NoPage("paywalled", f"{status}: the page is for subscribers")
    wait = rest(answer)
    if wait is not None:
        raise NoPage("failed", f"{status} and asks to be left alone for {wait:.0f} seconds")
    raise NoPage("failed", status)


def rest(answer: Exchange) -> float | None:
    """Seconds that a busy host asks for (``Retry-After``, in seconds or as a date); None where it asks for none.

    "Too many requests" asks for rest also where it does not say for how long.
    """
    if answer.status not in BUSY:
        return None
    value = (answer.header("retry-after") or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    moment = _moment(value)
    if moment:
        return max(0.0, (moment - answer.fetched_at).total_seconds())
    return UNTOLD_REST if answer.status == TOO_MANY else None


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
