"""The audit log: who did what about coming in, what was sent to the desk, and from where."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.web.admission import admins
from reportedly.web.asked import number
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
LINES: Final = 100


@router.api_route("/audit", methods=["GET", "HEAD"])
@admins
def audit(request: Request, desk: ThisDesk, before: str | None = None) -> Response:
    """Its lines, the latest first; those ``before`` one, by its number."""
    lines = desk.ledger.audit.last(LINES + 1, before=number(before or ""))
    more = lines[LINES - 1].seq if len(lines) > LINES else None
    return desk.page("audit.html", request, lines=lines[:LINES], more=more, begun=before is not None)
