"""One person, body, place, group or agreement: who calls it what, its roles, words by and about it, what lies ahead."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import entities
from reportedly.account.expectations import outlets_of, pressing
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
SHOWN: Final = 12  # rows of a table before the others are folded


@router.api_route("/entities/{entity_id}", methods=["GET", "HEAD"])
def entity(request: Request, desk: ThisDesk, entity_id: str) -> Response:
    """The entity's page; there is none of a person who is not public."""
    outlets = desk.ledger.outlets.names()
    told = entities.told(desk.ledger, entity_id, outlets, desk.today)
    if told is None:
        raise Missing("No article that was read names this. Persons without a public part are never kept.")
    ahead = sorted(told.ahead, key=pressing)
    return desk.page(
        "entity.html",
        request,
        told=told,
        outlets=outlets,
        ahead=ahead,
        from_outlets=outlets_of(desk.ledger, ahead, outlets),
        opened=entities.ARTICLES,
        shown=SHOWN,
    )
