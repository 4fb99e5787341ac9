"""``/api/search``: articles by their words and by what was read in them."""

from typing import Literal

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.ledger import Hit
from reportedly.web.api.answers import Cursor, Limit, answer, shows
from reportedly.web.api.walking import Asked, hits
from reportedly.web.narrowing import TheseFilters
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["search"])


class Found(msgspec.Struct, frozen=True):
    """Articles that were found, where the list goes on, and in words what was left out."""

    items: list[Hit]
    next: str | None
    notes: list[str]


@shows(router, "/search", Found)
def search(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    asked: TheseFilters,
    q: str = "",
    order: Literal["newest", "best"] = "newest",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Articles with the words sought, newest first or, with `order=best`, the best of the newest (one page of them)."""
    if order == "best":
        found, after = desk.ledger.articles.search(q, asked.filters, limit=limit, best=True), None
    else:
        found, after = hits(desk.ledger, Asked("search", q, asked.filters, limit, cursor))
    return answer(request, Found([*found.hits], after, [*found.notes]))
