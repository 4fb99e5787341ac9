"""``/api/search``: articles by their words and by what was read in them."""

from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.errors import BadInput
from reportedly.web.api.answers import answer, checked
from reportedly.web.narrowing import TheseFilters
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["search"])
ORDERS: Final = ("newest", "best")


@router.get("/search")
def search(  # noqa: PLR0913, PLR0917  a field of the address each
    desk: ThisDesk,
    asked: TheseFilters,
    q: str = "",
    order: str = "newest",
    limit: int = 50,
    offset: int = 0,
    before: str | None = None,
) -> Response:
    """Articles with the words sought, newest first or, with `order=best`, the best of the newest first.

    `before` of an answer asks for the page after it.
    """
    checked(limit, offset)
    if order not in ORDERS:
        raise BadInput(f"order={order!r}: one of {', '.join(ORDERS)}")
    best = order == "best"
    found = desk.ledger.articles.search(q, asked.filters, limit=limit, offset=offset, before=before, best=best)
    return answer(found)
