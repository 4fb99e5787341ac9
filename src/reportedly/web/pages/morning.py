"""The first page of the day."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
STORIES: Final = 20


@router.api_route("/", methods=["GET", "HEAD"])
def morning(request: Request, desk: ThisDesk) -> Response:
    """The stories told last."""
    lines = desk.ledger.stories.lines(limit=STORIES)
    return desk.page("morning.html", request, lines=lines, names=desk.outlet_names())
