"""``/api/coverage``: what two sides carry, and which outlets have fallen silent."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.account import coverage as sides
from reportedly.account import days
from reportedly.account.silence import silent as fallen_silent
from reportedly.export.coverage import CarriedLine, SilenceLine, carried_lines, silence_lines
from reportedly.web.api.answers import Day, Limit, Page, answer, shows
from reportedly.web.asked import day
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["coverage"])
Side = Annotated[str, Query(min_length=1, description="A country's code, an owner, or ids of outlets with commas.")]
Quiet = Annotated[int, Query(ge=1, le=36_500, description="So many days without an article.")]


@shows(router, "/coverage", Page[CarriedLine])
def coverage(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    languages: TheseLanguages,
    a: Side,
    b: Side,
    since: Day = None,
    until: Day = None,
    limit: Limit = 50,
) -> Response:
    """Stories of the first side alone, of the second alone, of both; up to `limit` of each kind."""
    asked = days.lately(day(since), day(until), desk.today)
    ours, theirs = sides.side(desk.ledger, a), sides.side(desk.ledger, b)
    compared = sides.compare(desk.ledger, ours, theirs, asked, limit=limit, languages=languages)
    return answer(request, Page([*carried_lines(compared)]))


@shows(router, "/coverage/silent", Page[SilenceLine])
def silent(request: Request, desk: ThisDesk, quiet: Quiet = 3) -> Response:
    """Outlets of which nothing came for so many days, though they usually publish more often."""
    return answer(request, Page([*silence_lines(fallen_silent(desk.ledger, quiet, desk.now()))]))
