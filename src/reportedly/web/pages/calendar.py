"""A month of what is supposed to happen: a window is drawn as wide as it is, and what was moved keeps its old place."""

import re
from datetime import date
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.spoken import spoken
from reportedly.errors import BadInput
from reportedly.ledger import Planned
from reportedly.records import FollowUp
from reportedly.web.asked import day as asked_day
from reportedly.web.month import ends_of, laid_out
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
DRAWN: Final = 80  # of each kind in a month: those that close first; with more, bars lie in lanes that nobody reads
YEARS: Final = range(2, 9998)  # of a calendar whose neighbours are years as well


@router.api_route("/calendar", methods=["GET", "HEAD"])
def calendar(
    request: Request, desk: ThisDesk, languages: TheseLanguages, month: str | None = None, as_of: str | None = None
) -> Response:
    """What may happen in a month, by default this one, as was known on a day, by default today."""
    known_on = asked_day(as_of) or desk.today
    day = _month(month) or known_on
    planned = desk.ledger.shelves.between(*ends_of(day), known_on, limit=DRAWN, languages=languages)
    followups = {one.id: one.as_of(known_on) for one in desk.ledger.followups.by_id({one.followup for one in planned})}
    held = [one for one in planned if one.followup in followups]
    return desk.page(
        "calendar.html",
        request,
        month=laid_out(day, held),
        day=known_on,
        languages=languages,
        spoken=spoken(desk.ledger),
        followups=followups,
        said={own: _said(followup) for own, followup in followups.items()},
        full=_is_full(planned),
    )


def _month(given: str | None) -> date | None:
    if not given:
        return None
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", given)
    if found is None or int(found[1]) not in YEARS:
        raise BadInput(f"{given!r} is no month: write one as 2026-03")
    return date(int(found[1]), int(found[2]), 1)


def _said(followup: FollowUp) -> str:
    """The words that announce it first."""
    return followup.supports[0].sentence if followup.supports else ""


def _is_full(planned: list[Planned]) -> bool:
    """Whether there may be more than is drawn."""
    return len(planned) >= DRAWN
