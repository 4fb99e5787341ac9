"""``/api/names``: who calls what by which name."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import days, naming
from reportedly.export.names import NamedLine, line
from reportedly.web.api.answers import Day, Limit, Page, answer, shows
from reportedly.web.asked import day
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["names"])
THINGS: Final = 40


@shows(router, "/names", Page[NamedLine])
def names(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    languages: TheseLanguages,
    about: str = "",
    outlet: str = "",
    since: Day = None,
    until: Day = None,
    limit: Limit = THINGS,
) -> Response:
    """What outlets name most differently in some days, the last seven where none are given; or the names of one thing.

    `about` is the id of an entity or a story, a name, or words used for it.
    """
    outlets, asked = desk.ledger.outlets.names(), (day(since), day(until))
    if about.strip():
        things = naming.asked(desk.ledger, about.strip(), outlets, days.all_or(*asked), outlet or None, languages)
    else:
        lately = days.lately(*asked, desk.today)
        things = naming.differing(desk.ledger, lately, outlet=outlet or None, languages=languages, limit=limit)
    return answer(request, Page([line(one) for one in things[:limit]]))
