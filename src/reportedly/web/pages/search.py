"""Search in the words of all articles."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.web.asked import page_number
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/search", methods=["GET", "HEAD"])
def search(request: Request, desk: ThisDesk, q: str = "", page: str | None = None) -> Response:
    """Articles with the words sought, the words marked."""
    number, words = page_number(page), q.strip()
    hits = desk.ledger.articles.search(words, limit=PAGE + 1, offset=PAGE * (number - 1)) if words else []
    shown, paging = paged(request, number, hits)
    return desk.page("search.html", request, q=words, hits=shown, paging=paging, names=desk.outlet_names())
