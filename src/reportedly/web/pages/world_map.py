"""Where what is told takes place: areas as areas, towns as dots, and how much has no place."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.errors import BadDate, BadInput
from reportedly.ledger import Placed, PlaceLine
from reportedly.records import Status
from reportedly.web.asked import TheseDays
from reportedly.web.cartography import WORLD, drawn, view_of
from reportedly.web.outlines import outlines
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
ARTICLES: Final = 2_000  # newest; a longer stretch of days is told by these, and says so
LISTED: Final = 40
WEEK: Final = timedelta(days=6)
TOLD: Final[dict[str, tuple[Status, ...]]] = {"told": ("occurred", "ongoing"), "ahead": ("planned", "expected")}


@router.api_route("/map", methods=["GET", "HEAD"])
def map_page(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request, desk: ThisDesk, days: TheseDays, show: str = "told", event: str = "", at: str = ""
) -> Response:
    """Events of the articles of some days, by default the last seven, by the places where they are told to happen."""
    if show not in TOLD:
        raise BadInput(f"{show!r} cannot be shown: choose one of {', '.join(TOLD)}")
    until = days.until or desk.today
    since = days.since or until - WEEK
    if until < since:
        raise BadDate(f"from {since} to {until} there are no days: give the earlier day first")
    placed = desk.ledger.places.told(since, until, statuses=TOLD[show], event=event or None, most=ARTICLES)
    country = at.strip() if at.strip() in outlines() else None
    box = WORLD if at.strip() == "world" else view_of(placed.places, country)
    return desk.page(
        "map.html",
        request,
        drawing=drawn(placed.places, box),
        world=at.strip() == "world",
        placed=placed,
        full=placed.articles >= ARTICLES,
        areas=_of(placed, ("country",)),
        regions=_of(placed, ("region", "line")),
        nowhere=_of(placed, ("none",)),
        listed=LISTED,
        since=since,
        until=until,
        show=show,
        event=event,
        events=desk.ledger.articles.marked("event"),
        country=country,
        countries={code: outlines()[code].name for code in _countries(placed)},
    )


def _of(placed: Placed, precisions: Sequence[str]) -> list[PlaceLine]:
    return [place for place in placed.places if place.precision in precisions]


def _countries(placed: Placed) -> list[str]:
    """Codes of the countries in which something is told, and that can be drawn, by their names."""
    named = {place.country for place in placed.places if place.country in outlines()}
    return sorted((code for code in named if code), key=lambda code: outlines()[code].name)
