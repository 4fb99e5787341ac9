"""``/api/search``: articles by their words."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.web.api.answers import answer, checked
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["search"])


@router.get("/search")
def search(desk: ThisDesk, q: str, limit: int = 50, offset: int = 0) -> Response:
    """Articles with the words sought, best first."""
    checked(limit, offset)
    return answer(desk.ledger.articles.search(q, limit=limit, offset=offset) if q.strip() else [])
