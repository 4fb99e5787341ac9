"""What is supposed to happen, by when: due this week, later, at no given time; and what became of it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, Literal

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.expectations import outlets_of
from reportedly.errors import BadInput
from reportedly.ledger import FollowUpLine
from reportedly.records import FollowUp
from reportedly.web.asked import page_number
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)

Shelf = Literal["week", "later", "untimed", "silent", "settled"]
SHELVES: Final[dict[Shelf, str]] = {
    "week": "Due this week",
    "later": "Later",
    "untimed": "No time given",
    "silent": "Silent",
    "settled": "Settled",
}
ABOUT: Final[dict[Shelf, str]] = {
    "week": "The window is open now or opens within seven days.",
    "later": "The window opens after that.",
    "untimed": "The articles give no time, or one that cannot be fixed on the calendar.",
    "silent": "The window is over and the desk has heard nothing. That is no broken promise: it is silence.",
    "settled": "Articles say that it happened, was called off, or will not be.",
}
_WEEK: Final = timedelta(days=7)


@router.api_route("/expectations", methods=["GET", "HEAD"])
def expectations(request: Request, desk: ThisDesk, show: str = "week", page: str | None = None) -> Response:
    """One shelf of expectations as they stand today, with how many lie on the others."""
    number = page_number(page)
    if show not in SHELVES:
        raise BadInput(f"{show!r} is no shelf of expectations: choose one of {', '.join(SHELVES)}")
    shelves = shelved(desk.ledger.followups.lines(desk.today), desk.today)
    lines, paging = paged(request, number, shelves[show][PAGE * (number - 1) :][: PAGE + 1])
    shown = [followup.as_of(desk.today) for followup in desk.ledger.followups.by_id(line.id for line in lines)]
    counts = {name: len(held) for name, held in shelves.items()}
    return desk.page(
        "expectations.html",
        request,
        show=show,
        shelves=SHELVES,
        about=ABOUT[show],
        counts=counts,
        rows=shown,
        paging=paging,
        outlets=outlets_of(desk.ledger, shown, desk.outlet_names()),
    )


def shelved(lines: Iterable[FollowUpLine], today: date) -> dict[str, list[FollowUpLine]]:
    """Expectations as they stand on ``today``, shelf by shelf, each shelf in the order a desk works through it."""
    shelves: dict[str, list[FollowUpLine]] = {name: [] for name in SHELVES}
    for line in lines:
        shelves[shelf(line, today)].append(line)
    return {name: sorted(held, key=_ORDERS.get(name, _soonest)) for name, held in shelves.items()}


def shelf(followup: "FollowUpLine | FollowUp", today: date) -> Shelf:
    """The shelf an expectation lies on, given as it stands on ``today``."""
    if followup.state in {"happened", "cancelled", "denied"}:
        return "settled"
    if followup.state == "silent":
        return "silent"
    if followup.window is None or not (followup.window.start or followup.window.end):
        return "untimed"
    opens = followup.window.start or followup.window.end or today
    return "week" if opens <= today + _WEEK else "later"


def _soonest(line: FollowUpLine) -> tuple[date, date, str]:
    window = line.window
    end = window.end if window and window.end else date.max
    start = window.start if window and window.start else end
    return (end, start, line.id)


def _latest(line: FollowUpLine) -> tuple[int, str]:
    return (-line.on.toordinal() if line.on else 0, line.id)


def _newest(line: FollowUpLine) -> tuple[int, str]:
    return (-line.announced.toordinal() if line.announced else 0, line.id)


_ORDERS: Final[dict[str, Callable[[FollowUpLine], tuple[object, ...]]]] = {
    "silent": _latest,
    "settled": _latest,
    "untimed": _newest,
}
