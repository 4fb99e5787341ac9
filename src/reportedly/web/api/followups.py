"""``/api/followups``: expectations as they stand on a day."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.web.api.answers import answer, checked
from reportedly.web.asked import day
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["followups"])


@router.get("/followups")
def followups(desk: ThisDesk, as_of: str | None = None, limit: int = 50, offset: int = 0) -> Response:
    """Expectations announced by that day, in the ledger's order."""
    checked(limit, offset)
    on = day(as_of) or desk.today
    lines = desk.ledger.followups.lines(on, limit=limit, offset=offset)
    standing = (followup.as_of(on) for followup in desk.ledger.followups.by_id(line.id for line in lines))
    return answer([{"state": followup.state, "followup": followup} for followup in standing])
