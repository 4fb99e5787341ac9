"""The outlets: how fetching from each went lately, in plain words, and the articles of one."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.records import Outcome, Outlet
from reportedly.web.asked import page_number
from reportedly.web.failures import Missing
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
LATELY: Final = 400  # outcomes looked at over all outlets
SHOWN: Final = 3  # outcomes shown for each


@router.api_route("/outlets", methods=["GET", "HEAD"])
def outlets(request: Request, desk: ThisDesk) -> Response:
    """All outlets with their last outcomes."""
    many = desk.ledger.articles.count_by_outlet()
    described = {outlet.id: outlet for outlet in desk.ledger.outlets.all()}
    every = {own: described.get(own) or Outlet(id=own, name=own, home="") for own in (*described, *many)}
    known = sorted(every.values(), key=lambda outlet: (outlet.name.casefold(), outlet.id))
    lately, others = by_outlet(known, desk.ledger.outcomes.last(LATELY))
    return desk.page(
        "outlets.html",
        request,
        outlets=known,
        described=described,
        many=many,
        lately=lately,
        others=others[:10],
        articles=sum(many.values()),
        captures=desk.ledger.count("captures"),
        shown=SHOWN,
    )


@router.api_route("/outlets/{outlet_id}", methods=["GET", "HEAD"])
def outlet(request: Request, desk: ThisDesk, outlet_id: str, page: str | None = None) -> Response:
    """One outlet's articles, newest first."""
    number = page_number(page)
    known = {outlet.id: outlet for outlet in desk.ledger.outlets.all()}
    lines = desk.ledger.articles.lines(limit=PAGE + 1, offset=PAGE * (number - 1), outlet=outlet_id)
    if not lines and outlet_id not in known:
        raise Missing("The desk knows no such outlet.")
    shown, paging = paged(request, number, lines)
    about = known.get(outlet_id) or Outlet(id=outlet_id, name=outlet_id, home="")
    return desk.page("outlet.html", request, outlet=about, lines=shown, paging=paging)


def by_outlet(known: Iterable[Outlet], outcomes: Iterable[Outcome]) -> tuple[dict[str, list[Outcome]], list[Outcome]]:
    """Outcomes by the outlet whose feed or site they concern, newest first, and those that concern none."""
    feeds = {feed: outlet.id for outlet in known for feed in outlet.feeds}
    hosts = {_host(url): outlet.id for outlet in known for url in (*outlet.feeds, outlet.home) if _host(url)}
    lately: dict[str, list[Outcome]] = {}
    others: list[Outcome] = []
    for outcome in sorted(outcomes, key=lambda outcome: (outcome.at, outcome.url), reverse=True):
        owner = feeds.get(outcome.url) or hosts.get(_host(outcome.url))
        (lately.setdefault(owner, []) if owner else others).append(outcome)
    return lately, others


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
