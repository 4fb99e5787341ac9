"""All stories by the day they were last told, newest first."""

from itertools import groupby

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.spoken import spoken
from reportedly.errors import BadDate
from reportedly.web import marking
from reportedly.web.asked import day, page_number
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk, ThisVisitor

router = APIRouter(include_in_schema=False)


@router.api_route("/stories", methods=["GET", "HEAD"])
def stories(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    visitor: ThisVisitor,
    languages: TheseLanguages,
    since: str | None = None,
    until: str | None = None,
    page: str | None = None,
) -> Response:
    """Stories with their outlets and how many independent sources stand behind each."""
    number, first, last = page_number(page), day(since), day(until)
    if first and last and last < first:
        raise BadDate(f"from {first} to {last} there are no days: give the earlier day first")
    lines = desk.ledger.stories.lines(
        limit=PAGE + 1, offset=PAGE * (number - 1), since=first, until=last, languages=languages
    )
    shown, paging = paged(request, number, lines)
    days = [(when, list(lines)) for when, lines in groupby(shown, key=lambda line: line.last)]
    return desk.page(
        "stories.html",
        request,
        days=days,
        paging=paging,
        articles=desk.ledger.count("articles"),
        stories=desk.ledger.count("stories"),
        outlets=len(desk.ledger.articles.marked("outlet")),
        names=desk.ledger.outlets.names(),
        marked=marking.stories(desk, visitor.person, (line.id for line in shown)),
        since=first,
        until=last,
        languages=languages,
        spoken=spoken(desk.ledger),
    )
