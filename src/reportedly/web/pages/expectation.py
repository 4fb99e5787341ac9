"""One expectation: all it rests on, and the decisions a person can make about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.account import remarks
from reportedly.account.expectations import outlets_of
from reportedly.records import Evidence, FollowUp, Judgement
from reportedly.web.admission import editors
from reportedly.web.failures import Missing
from reportedly.web.forms import Sent
from reportedly.web.judging import Judge
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)
GONE: Final = "There is no such expectation. They are matched anew as articles come in; look for it on its shelf."


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the page lists it."""

    judgement: Judgement
    in_force: bool


@router.api_route("/expectations/{followup}", methods=["GET", "HEAD"])
def expectation(request: Request, desk: ThisDesk, followup: str) -> Response:
    """Its page; one that was left out by a decision is still there, to have that undone."""
    newest, whole = desk.ledger.judgements.newest(), desk.ledger.followups.get(followup)
    decisions = tuple(_decisions(desk, whole.id if whole else followup))
    if whole is None and not decisions:
        raise Missing(GONE)
    shown = [whole.as_of(desk.today)] if whole else []
    return desk.page(
        "expectation.html",
        request,
        followup=followup,
        expectation=shown[0] if shown else None,
        articles=_articles(whole) if whole else (),
        outlets=outlets_of(desk.ledger, shown, desk.ledger.outlets.names()),
        decisions=decisions,
        newest=newest,
        remarks=remarks.of_expectation(desk.ledger, whole) if whole else remarks.NOTHING,
        judging=desk.judging,
    )


def _decisions(desk: WebDesk, followup: str) -> Iterator[Decided]:
    names = desk.ledger.judgements.names_of(followup)
    in_force = {decision.id for decision in desk.ledger.judgements.in_force_about(names)}
    for decision in desk.ledger.judgements.naming(names):
        if decision.kind in {"split", "withdraw"}:
            yield Decided(decision, decision.id in in_force)


def _articles(followup: FollowUp) -> tuple[Evidence, ...]:
    """The words of each article that it rests on, the first of each."""
    return tuple({words.article_url: words for words in reversed(followup.evidence)}.values())[::-1]


# -- decisions --------------------------------------------------------------------------------------------------------


@router.post("/expectations/{followup}/wrong")
@editors
def wrong(sent: Sent, judge: Judge, followup: str) -> Response:
    """Undo a wrong match: the article has nothing to do with the expectation."""
    judge.file(sent, "split", followup, value=sent.get("article", ""))
    return _back(followup)


@router.post("/expectations/{followup}/withdraw")
@editors
def withdraw(sent: Sent, judge: Judge, followup: str) -> Response:
    """Leave out what is no expectation at all."""
    judge.file(sent, "withdraw", followup)
    return _back(followup)


def _back(followup: str) -> Response:
    return RedirectResponse(f"/expectations/{followup}#decisions", HTTPStatus.SEE_OTHER)
