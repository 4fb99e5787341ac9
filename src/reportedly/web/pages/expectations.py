"""What is supposed to happen, by when: due this week, later, at no given time; and what became of it."""

from datetime import date
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.expectations import outlets_of
from reportedly.account.spoken import spoken
from reportedly.errors import BadInput
from reportedly.records import Shelf, State
from reportedly.web.asked import day as asked_day
from reportedly.web.asked import page_number
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)

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
STATES: Final[dict[Shelf, tuple[State, ...]]] = {
    "week": ("moved",),
    "later": ("moved",),
    "untimed": (),
    "silent": ("moved",),
    "settled": ("happened", "cancelled", "denied"),
}
"""By what was told last a shelf can be narrowed down."""

COUNTED: Final = 1_000  # more than that nobody works through; counting all would cost by the length of the ledger


@router.api_route("/expectations", methods=["GET", "HEAD"])
def expectations(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    languages: TheseLanguages,
    show: str = "week",
    state: str | None = None,
    as_of: str | None = None,
    page: str | None = None,
) -> Response:
    """One shelf of expectations as they stood on a day, by default today, with how many lay on the others."""
    number, day = page_number(page), asked_day(as_of) or desk.today
    shelf, told = _shelf(show), _told(show, state)
    ids = desk.ledger.shelves.on(
        shelf, day, state=told, languages=languages, limit=PAGE + 1, offset=PAGE * (number - 1)
    )
    own, paging = paged(request, number, ids)
    shown = [followup.as_of(day) for followup in desk.ledger.followups.by_id(own)]
    return desk.page(
        "expectations.html",
        request,
        show=shelf,
        told=told,
        narrower=STATES[shelf],
        shelves=SHELVES,
        about=ABOUT[shelf],
        counts=_counts(desk, day, languages),
        day=day,
        languages=languages,
        spoken=spoken(desk.ledger),
        rows=shown,
        paging=paging,
        outlets=outlets_of(desk.ledger, shown, desk.ledger.outlets.names()),
    )


def _shelf(asked: str) -> Shelf:
    found = next((shelf for shelf in SHELVES if shelf == asked), None)
    if found is None:
        raise BadInput(f"{asked!r} is no shelf of expectations: choose one of {', '.join(SHELVES)}")
    return found


def _told(show: str, asked: str | None) -> State | None:
    if not asked:
        return None
    found = next((state for state in STATES[_shelf(show)] if state == asked), None)
    if found is None:
        raise BadInput(
            f"{asked!r} is no state on this shelf: choose one of {', '.join(STATES[_shelf(show)]) or 'none'}"
        )
    return found


def _counts(desk: WebDesk, day: date, languages: tuple[str, ...]) -> dict[Shelf, str]:
    """How many lie on each shelf, in figures."""
    counts = {shelf: desk.ledger.shelves.count(shelf, day, COUNTED + 1, languages) for shelf in SHELVES}
    return {shelf: f"{min(many, COUNTED):,}{'+' if many > COUNTED else ''}" for shelf, many in counts.items()}
