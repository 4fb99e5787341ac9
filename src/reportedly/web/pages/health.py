"""How the desk fares: what waits, outlets in trouble, failures, room; and how watching each outlet goes."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import desk_health
from reportedly.account import health as health_words
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/health", methods=["GET", "HEAD"])
def health(request: Request, desk: ThisDesk) -> Response:
    """The desk's health; below it all outlets, those in trouble first, and the hosts that are put off."""
    now = desk.now()
    known = desk.ledger.outlets.health(now)
    return desk.page(
        "health.html",
        request,
        health=desk_health.health(desk.ledger, desk.fetch, now, desk.space()),
        stage_names=desk_health.NAMES,
        known=sorted(known, key=lambda health: (not health.failing, bool(health.feeds), health.outlet)),
        names=desk.ledger.outlets.names(),
        hosts=[state for state in desk.ledger.hosts.all() if state.not_before and state.not_before > now],
        health_words=health_words,
    )
