"""One person, body, place, group or agreement: who calls it what, its roles, words by and about it, what lies ahead."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import entities
from reportedly.account.expectations import outlets_of, pressing
from reportedly.web.admission import editors
from reportedly.web.failures import Missing
from reportedly.web.forms import Sent, back
from reportedly.web.judging import Judge
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
SHOWN: Final = 12  # rows of a table before the others are folded


@router.api_route("/entities/{entity_id}", methods=["GET", "HEAD"])
def entity(request: Request, desk: ThisDesk, entity_id: str) -> Response:
    """The entity's page; there is none of a person who is not public."""
    newest, outlets = desk.ledger.judgements.newest(), desk.ledger.outlets.names()
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
        newest=newest,
        names=desk.ledger.entities.names(name for made in told.decisions for name in (made.about, made.value or "")),
        judging=desk.judging,
    )


# -- decisions --------------------------------------------------------------------------------------------------------


@router.post("/entities/{entity_id}/split")
@editors
def split(sent: Sent, judge: Judge, entity_id: str) -> Response:
    """Part one of its names, which is another's."""
    made = judge.file(sent, "split", sent.get("other", ""), value=entity_id)
    return back(sent, f"/entities/{made.value}")


@router.post("/entities/{entity_id}/merge")
@editors
def merge(sent: Sent, judge: Judge, entity_id: str) -> Response:
    """Join it with another, by a name or an id."""
    made = judge.file(sent, "merge", entity_id, value=sent.get("other", "").strip())
    return back(sent, f"/entities/{made.about}")
