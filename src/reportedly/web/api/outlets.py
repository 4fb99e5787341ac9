"""``/api/outlets`` and ``/api/health``: what is watched, and how that goes."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import desk_health
from reportedly.export import desk_health as desk_lines
from reportedly.export import health as outlet_lines
from reportedly.export.desk_health import Line
from reportedly.export.health import HealthLine
from reportedly.records import Outlet
from reportedly.web.api.answers import Page, answer, shows
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["outlets and health"])


@shows(router, "/outlets", Page[Outlet])
def outlets(request: Request, desk: ThisDesk) -> Response:
    """All outlets that are watched, by name."""
    return answer(request, Page(desk.ledger.outlets.all()))


@shows(router, "/outlets/{outlet_id}", Outlet)
def outlet(request: Request, desk: ThisDesk, outlet_id: str) -> Response:
    """One outlet."""
    known = next((one for one in desk.ledger.outlets.all() if one.id == outlet_id), None)
    if known is None:
        raise Missing(f"no outlet {outlet_id}")
    return answer(request, known)


@shows(router, "/health", Page[Line])
def health(request: Request, desk: ThisDesk) -> Response:
    """How the desk fares: its stages, outlets in trouble, failures, room; `what` says which a line is."""
    fares = desk_health.health(desk.ledger, desk.fetch, desk.now(), desk.space())
    return answer(request, Page([*desk_lines.lines(fares)]))


@shows(router, "/health/outlets", Page[HealthLine])
def health_of_outlets(request: Request, desk: ThisDesk) -> Response:
    """How watching each outlet goes."""
    known = desk.ledger.outlets.health(desk.now())
    return answer(request, Page([outlet_lines.line(one) for one in known]))
