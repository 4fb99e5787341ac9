"""Who calls what by which name: what is named most apart in some days, and one thing or happening by outlet."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import days as account_days
from reportedly.account import naming
from reportedly.account.aside import aside_within
from reportedly.account.named import Named
from reportedly.account.spoken import spoken
from reportedly.web.asked import TheseDays
from reportedly.web.failures import Missing
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
THINGS: Final = 40  # on the list; those named most alike are left out
COLUMNS: Final = 6  # names with a column of their own; the others stand below with their outlets


@router.api_route("/names", methods=["GET", "HEAD"])
def names(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    asked: TheseDays,
    languages: TheseLanguages,
    outlet: str | None = None,
    q: str | None = None,
) -> Response:
    """What outlets name differently, by default in the last seven days; with ``q`` what is called so."""
    days = account_days.lately(*asked, desk.today)
    outlets, words = desk.ledger.outlets.names(), (q or "").strip()
    if words:
        things = naming.asked(desk.ledger, words, outlets, account_days.all_or(*asked), outlet or None, languages)
    else:
        things = naming.differing(desk.ledger, days, outlet=outlet or None, languages=languages, limit=THINGS)
    return desk.page(
        "names.html",
        request,
        things=things,
        aside=aside_within(desk.ledger, *(asked if words else (days.since, days.until))),
        days=days,
        asked_days=asked,
        q=words,
        outlet=outlet or "",
        languages=languages,
        spoken=spoken(desk.ledger),
        outlets=outlets,
    )


@router.api_route("/names/{about}", methods=["GET", "HEAD"])
def names_of(request: Request, desk: ThisDesk, about: str, asked: TheseDays) -> Response:
    """The names of one entity, or of what happened in one story, with who uses each and where to see it."""
    outlets = desk.ledger.outlets.names()
    things = naming.asked(desk.ledger, about, outlets, account_days.all_or(*asked))
    story = desk.ledger.stories.get(about)
    if not things and story is None:
        raise Missing("No article of these days names such a place, group or body; search for its name.")
    return desk.page(
        "named.html",
        request,
        things=things,
        story=story,
        title=story.title if story else things[0].title,
        tables=[_columns(named) for named in things],
        outlets=outlets,
        asked_days=asked,
        aside=aside_within(desk.ledger, *asked),
    )


def _columns(named: Named) -> Named:
    """What fits side by side."""
    return Named(named.about, named.title, named.kind, named.names[:COLUMNS])
