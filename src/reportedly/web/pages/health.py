"""How watching each outlet goes: those in trouble first."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import health as health_words
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/health", methods=["GET", "HEAD"])
def health(request: Request, desk: ThisDesk) -> Response:
    """All outlets: last success, last error, articles a day, silent for how long; and the hosts that are put off."""
    known = desk.ledger.outlets.health(desk.now())
    return desk.page(
        "health.html",
        request,
        known=sorted(known, key=lambda health: (not health.failing, bool(health.feeds), health.outlet)),
        names=desk.outlet_names(),
        hosts=[state for state in desk.ledger.hosts.all() if state.not_before and state.not_before > desk.now()],
        health_words=health_words,
    )
