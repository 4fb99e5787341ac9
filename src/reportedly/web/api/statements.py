"""``/api/statements`` and ``/api/events``: what articles tell, over all that a search finds."""

from collections.abc import Iterable

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.export import event_tables, lists
from reportedly.export.rows import EventRow, StatementRow
from reportedly.web.api.answers import Cursor, Limit, Page, answer, shows
from reportedly.web.api.walking import Asked, rows
from reportedly.web.narrowing import TheseFilters
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["statements and events"])


@shows(router, "/statements", Page[StatementRow])
def statements(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request, desk: ThisDesk, asked: TheseFilters, q: str = "", limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Who says what, newest article first. A page may hold fewer than asked for, and still have a `next`."""

    def of(articles: Iterable[str]) -> dict[str, list[StatementRow]]:
        found = desk.ledger.readings.by_article(articles, ("entities", "statements"))
        return {own: [*lists.of_reading(reading)] for own, reading in found.items()}

    return answer(request, Page(*rows(desk.ledger, Asked("statements", q, asked.filters, limit, cursor), of)))


@shows(router, "/events", Page[EventRow])
def events(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request, desk: ThisDesk, asked: TheseFilters, q: str = "", limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """What is told as happening, newest article first. A page may hold fewer than asked for, and have a `next`."""

    def of(articles: Iterable[str]) -> dict[str, list[EventRow]]:
        found = desk.ledger.given.events_of(articles)
        return {own: [event_tables.plain(event, row) for event, row in told.items()] for own, told in found.items()}

    return answer(request, Page(*rows(desk.ledger, Asked("events", q, asked.filters, limit, cursor), of)))
