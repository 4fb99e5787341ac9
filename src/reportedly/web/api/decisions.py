"""``/api/decisions``: what people decided, and a decision sent by a program of theirs."""

from http import HTTPStatus
from typing import Annotated, NamedTuple

import msgspec
from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.errors import BadInput
from reportedly.export.lists import decision
from reportedly.export.rows import DecisionRow
from reportedly.ledger.judging.lists import Asked
from reportedly.records import Decision, Judgement
from reportedly.web.admission import editors
from reportedly.web.api.answers import JSON, Cursor, Limit, Page, answer, shows, takes
from reportedly.web.api.cursors import cursor as word
from reportedly.web.api.cursors import place
from reportedly.web.forms import body_of
from reportedly.web.judging import Judge, Judging
from reportedly.web.webdesk import ThisDesk, ThisVisitor

router = APIRouter(tags=["decisions"])


class SentDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A decision: what ``kind``, ``about`` which story or expectation, and what it takes besides.

    ``value`` is the other story of a merge, the article of a split; ``undoes`` the decision that is undone. ``who`` is
    heeded on a desk without accounts alone; elsewhere the token says who it is.
    """

    kind: Decision
    about: str
    value: str | None = None
    undoes: str | None = None
    note: str | None = None
    who: str | None = None


class _After(NamedTuple):
    number: Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


@shows(router, "/decisions", Page[DecisionRow])
def decisions(request: Request, desk: ThisDesk, about: str = "", limit: Limit = 50, cursor: Cursor = None) -> Response:
    """Decisions in the order in which they were filed, all or those about one thing."""
    begun = place("decisions", cursor, _After) or _After(0)
    lines = desk.ledger.judgements.lines(Asked(about=about or None), limit=limit + 1, after=begun.number)
    more = word("decisions", lines[limit - 1].number) if len(lines) > limit else None
    return answer(request, Page([decision(one.judgement, in_force=one.in_force) for one in lines[:limit]], more))


@takes(router, "/decisions", SentDecision, DecisionRow)
@editors
async def decide(request: Request, visitor: ThisVisitor, judge: Judge) -> Response:
    """File a decision; what it is about is related anew by it. It can be undone by another."""
    sent = await _sent(request)
    who = visitor.person.name if visitor.has_account else sent.who or visitor.person.name
    made = decision(await run_in_threadpool(_file, judge, sent, who), in_force=True)
    return Response(msgspec.json.encode(made), HTTPStatus.CREATED, media_type=JSON)


def _file(judge: Judging, sent: SentDecision, who: str) -> Judgement:
    details = {name: value for name, value in (("value", sent.value), ("undoes", sent.undoes)) if value}
    return judge.file({"who": who, "note": sent.note or ""}, sent.kind, sent.about, **details)


async def _sent(request: Request) -> SentDecision:
    """The decision in a body of JSON; raises what says what is wrong with it."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    body = await body_of(request)
    try:
        return msgspec.json.decode(body, type=SentDecision)
    except msgspec.MsgspecError as error:
        raise BadInput(f"this is no decision: {error}") from error
