"""Who may come in, for the admin who says so."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.people.roster import checked
from reportedly.records import ROLES
from reportedly.web.admission import admins
from reportedly.web.forms import Sent
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/people", methods=["GET", "HEAD"])
@admins
def people(request: Request, desk: ThisDesk) -> Response:
    """Everybody who may come in."""
    everybody = desk.ledger.people.all()
    return desk.page(
        "people.html",
        request,
        people=everybody,
        sessions={one.id: desk.ledger.sessions.of(one.id) for one in everybody},
        roles=ROLES,
    )


@router.post("/people")
@admins
def add(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """Let somebody in, with a password to be told to them and changed by them."""
    person, name, role = sent.get("person", ""), sent.get("name", ""), checked(sent.get("role", ""))
    desk.door.roster(request).add(person, name, role, sent.get("password", ""))
    return _back()


@router.post("/people/{person}/role")
@admins
def role(request: Request, desk: ThisDesk, sent: Sent, person: str) -> Response:
    """Give somebody another role."""
    desk.door.roster(request).set_role(person, checked(sent.get("role", "")))
    return _back()


@router.post("/people/{person}/password")
@admins
def password(request: Request, desk: ThisDesk, sent: Sent, person: str) -> Response:
    """Give somebody another password, and sign them out."""
    desk.door.roster(request).set_password(person, sent.get("password", ""))
    return _back()


@router.post("/people/{person}/sessions")
@admins
def sessions(request: Request, desk: ThisDesk, sent: Sent, person: str) -> Response:
    """Sign somebody out everywhere."""
    del sent
    desk.door.roster(request).end_sessions(person)
    return _back()


@router.post("/people/{person}/remove")
@admins
def remove(request: Request, desk: ThisDesk, sent: Sent, person: str) -> Response:
    """Let somebody in no more."""
    del sent
    desk.door.roster(request).remove(person)
    return _back()


def _back() -> Response:
    return RedirectResponse("/people", HTTPStatus.SEE_OTHER)
