"""``/api/followups``: expectations as they stand on a day."""

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.ledger import Place
from reportedly.records import FollowUp, State
from reportedly.web.api.answers import Cursor, Day, Limit, Page, answer, shows
from reportedly.web.api.cursors import cursor as word
from reportedly.web.api.cursors import place
from reportedly.web.asked import day
from reportedly.web.failures import Missing
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["followups"])


class Standing(msgspec.Struct, frozen=True):
    """An expectation as it stands on a day."""

    state: State
    followup: FollowUp


@shows(router, "/followups", Page[Standing])
def followups(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    languages: TheseLanguages,
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Expectations announced by a day, last announced first; with `since` and `until` those whose days touch these.

    With `language` those that an article in one of these languages announces.
    """
    on, behind = day(as_of) or desk.today, place("followups", cursor, Place)
    days = {"since": day(since), "until": day(until)}
    found = desk.ledger.followups.newest(on, limit=limit + 1, behind=behind, languages=languages, **days)
    last = found[limit - 1] if len(found) > limit else None
    standing = [Standing(one.state, one) for one in (followup.as_of(on) for followup in found[:limit])]
    return answer(request, Page(standing, word("followups", last.announced, last.id) if last else None))


@shows(router, "/followups/{followup_id}", Standing)
def followup(request: Request, desk: ThisDesk, followup_id: str, as_of: Day = None) -> Response:
    """One expectation, by its id or one that it had before."""
    known = desk.ledger.followups.get(followup_id)
    if known is None:
        raise Missing(f"no expectation {followup_id}")
    standing = known.as_of(day(as_of) or desk.today)
    return answer(request, Standing(standing.state, standing))
