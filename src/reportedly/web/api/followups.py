"""``/api/followups``: expectations as they stand on a day."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.web.api.answers import answer, checked
from reportedly.web.desk import Desk, day

router = APIRouter(tags=["followups"])


@router.get("/followups")
def followups(desk: Desk, as_of: str | None = None, limit: int = 50, offset: int = 0) -> Response:
    """Expectations announced by that day, in the ledger's order."""
    checked(limit, offset)
    on = day(as_of) or desk.today
    known = [one for one in desk.ledger.followups() if one.announced is None or one.announced <= on]
    return answer(
        [{"state": one.state, "followup": one} for one in (each.as_of(on) for each in known[offset : offset + limit])]
    )
