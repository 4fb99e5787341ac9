"""``/api/entities``: who and what is named; no private person is among them."""

from typing import NamedTuple

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import Response

from reportedly.export import lists
from reportedly.export.rows import EntityRow
from reportedly.ledger import Hit
from reportedly.records import Filters
from reportedly.web.api.answers import Cursor, Limit, Page, answer, shows
from reportedly.web.api.cursors import cursor as word
from reportedly.web.api.cursors import place
from reportedly.web.api.walking import Asked, hits
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["entities"])


class _After(NamedTuple):
    entity: str


@shows(router, "/entities", Page[EntityRow])
def entities(request: Request, desk: ThisDesk, limit: Limit = 50, cursor: Cursor = None) -> Response:
    """Entities in the order of their ids."""
    after = place("entities", cursor, _After)
    found = desk.ledger.entities.after(after.entity if after else "", limit=limit + 1)
    items = [lists.entity(one) for one in found[:limit]]
    return answer(request, Page(items, word("entities", items[-1].entity) if len(found) > limit else None))


@shows(router, "/entities/{entity_id}", EntityRow)
def entity(request: Request, desk: ThisDesk, entity_id: str) -> Response:
    """One entity, as its newest articles tell of it."""
    known = desk.ledger.entities.get(entity_id)
    if known is None:
        raise Missing(f"no entity {entity_id}")
    return answer(request, lists.entity(known))


@shows(router, "/entities/{entity_id}/articles", Page[Hit])
def naming(request: Request, desk: ThisDesk, entity_id: str, limit: Limit = 50, cursor: Cursor = None) -> Response:
    """The articles that name an entity, newest first."""
    filters = replace(Filters(), entity=entity_id)
    found, after = hits(desk.ledger, Asked(f"naming {entity_id}", "", filters, limit, cursor))
    return answer(request, Page([*found.hits], after))
