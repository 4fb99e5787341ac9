"""The desk's own words for things: all tags, and what has each."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.decision_list import kind_of, titles_of
from reportedly.account.decision_words import path_of
from reportedly.web.asked import page_number
from reportedly.web.failures import Missing
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/tags", methods=["GET", "HEAD"])
def tags(request: Request, desk: ThisDesk) -> Response:
    """All tags in use, with how many things have each."""
    return desk.page("tags.html", request, tags=desk.ledger.judgements.tags(), tag=None, things=(), paging=None)


@router.api_route("/tags/{tag:path}", methods=["GET", "HEAD"])
def tagged(request: Request, desk: ThisDesk, tag: str, page: str = "1") -> Response:
    """What has a tag, last tagged first."""
    number = page_number(page)
    found = desk.ledger.judgements.tagged(tag, limit=PAGE + 1, offset=PAGE * (number - 1))
    if not found and number == 1:
        raise Missing("Nothing has this tag. It was taken off everything, or never given.")
    names, paging = paged(request, number, found)
    titles = titles_of(desk.ledger, names)
    things = [(kind_of(name), titles.get(name) or name, path_of(desk.ledger, name)) for name in names]
    return desk.page("tags.html", request, tags={}, tag=tag, things=things, paging=paging)
