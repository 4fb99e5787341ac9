"""One expectation: all it rests on, and the decisions a person can make about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.errors import BadInput
from reportedly.records import Evidence, FollowUp, Judgement
from reportedly.web.desk import Desk, WebDesk
from reportedly.web.evidence import outlets_of
from reportedly.web.failures import Missing
from reportedly.web.judging import Judge, Sent

router = APIRouter(include_in_schema=False)
GONE: Final = "There is no such expectation. They are matched anew as articles come in; look for it on its shelf."


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the page lists it."""

    judgement: Judgement
    in_force: bool


@router.api_route("/expectations/{followup}", methods=["GET", "HEAD"])
def expectation(request: Request, desk: Desk, followup: str) -> Response:
    """Its page; one that was left out by a decision is still there, to have that undone."""
    found, decisions = desk.ledger.followup(followup), tuple(_decisions(desk, followup))
    if found is None and not decisions:
        raise Missing(GONE)
    shown = [found.as_of(desk.today)] if found else []
    return desk.page(
        "expectation.html",
        request,
        followup=followup,
        one=shown[0] if shown else None,
        articles=_articles(found) if found else (),
        outlets=outlets_of(desk, shown),
        decisions=decisions,
        judging=desk.judging,
    )


def _decisions(desk: WebDesk, followup: str) -> Iterator[Decided]:
    in_force = {one.id for one in desk.ledger.judgements(about=followup, standing=True)}
    for one in desk.ledger.judgements(about=followup):
        if one.undoes is None:
            yield Decided(one, one.id in in_force)


def _articles(found: FollowUp) -> tuple[Evidence, ...]:
    """The words of each article that it rests on, the first of each."""
    return tuple({one.article_url: one for one in reversed(found.evidence)}.values())[::-1]


# -- decisions --------------------------------------------------------------------------------------------------------


@router.post("/expectations/{followup}/wrong")
def wrong(desk: Desk, sent: Sent, judge: Judge, followup: str) -> Response:
    """Undo a wrong match: the article has nothing to do with the expectation."""
    known, article = _known(desk, followup), sent.get("article", "")
    if article not in {one.article_url for one in known.evidence}:
        raise BadInput(f"{followup} does not rest on {article or 'no article'}, so there is nothing to part")
    judge.file(sent, "split", followup, value=article)
    return _back(followup)


@router.post("/expectations/{followup}/withdraw")
def withdraw(desk: Desk, sent: Sent, judge: Judge, followup: str) -> Response:
    """Leave out what is no expectation at all."""
    judge.file(sent, "withdraw", _known(desk, followup).id)
    return _back(followup)


@router.post("/expectations/{followup}/undo")
def undo(desk: Desk, sent: Sent, judge: Judge, followup: str) -> Response:
    """Take a decision back; what it parted comes together again."""
    decision = sent.get("decision", "")
    if decision not in {one.judgement.id for one in _decisions(desk, followup) if one.in_force}:
        raise BadInput(f"{decision or 'nothing'} is no decision about {followup} that is in force")
    judge.file(sent, "undo", followup, undoes=decision)
    return _back(followup)


def _known(desk: WebDesk, followup: str) -> FollowUp:
    found = desk.ledger.followup(followup)
    if found is None:
        raise Missing(GONE)
    return found


def _back(followup: str) -> Response:
    return RedirectResponse(f"/expectations/{followup}#decisions", HTTPStatus.SEE_OTHER)
