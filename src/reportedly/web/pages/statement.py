"""One statement: the words in place, through whom they came, who else carries them, and who copies them."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import remarks
from reportedly.account import statement as account
from reportedly.records import Reading
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/articles/{article_id}/statements/{statement_id}", methods=["GET", "HEAD"])
def statement(request: Request, desk: ThisDesk, article_id: str, statement_id: str) -> Response:
    """The statement's page."""
    newest, outlets = desk.ledger.judgements.newest(), desk.ledger.outlets.names()
    told = account.told(desk.ledger, article_id, statement_id, outlets)
    if told is None:
        raise Missing("This article has no such statement: it was read anew since, or its reading was set aside.")
    revision = desk.ledger.articles.get(article_id)
    return desk.page(
        "statement.html",
        request,
        told=told,
        newest=newest,
        judging=desk.judging,
        remarks=_remarks(desk, told.claim.telling.reading, statement_id),
        claim=told.claim,
        article=told.claim.telling.article,
        copies=desk.ledger.articles.lines_by_id(place.article for place in told.copies),
        outlets=outlets,
        revisions=len(desk.ledger.articles.revisions(revision.url)) if revision else 1,
        capture=desk.ledger.captures.get(revision.capture) if revision and revision.capture else None,
    )


def _remarks(desk: WebDesk, reading: Reading | None, statement_id: str) -> remarks.Remarks:
    found = remarks.of_readings(desk.ledger, [reading]) if reading else {}
    return found.get(statement_id, remarks.NOTHING)
