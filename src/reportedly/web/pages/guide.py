"""The help page: what the keys do and how to switch them off, and what the desk's words mean."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.web.keys import ON_ITEMS, ON_PAGES
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/help", methods=["GET", "HEAD"])
def guide(request: Request, desk: ThisDesk) -> Response:
    """All keys in one list, which needs no script."""
    return desk.page("help.html", request, on_items=ON_ITEMS, on_pages=ON_PAGES)
