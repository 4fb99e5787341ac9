"""Coming in and going: by a password, by a provider's word, and out again."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.people import Refused, SignedIn
from reportedly.people.oidc import NotVouched, Provider
from reportedly.people.vouching import let_in
from reportedly.web.admission import anybody, readers
from reportedly.web.asked import own_path
from reportedly.web.failures import Missing
from reportedly.web.forms import Sent
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/login", methods=["GET", "HEAD"])
@anybody
def login(request: Request, desk: ThisDesk, to: str = "/") -> Response:
    """The form; to whoever is in already, the page they wanted."""
    if not desk.visitor(request).is_stranger:
        return RedirectResponse(own_path(to), HTTPStatus.SEE_OTHER)
    return _form(request, desk, to)


@router.post("/login")
@anybody
def come_in(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """Let somebody in by their password."""
    name, to = sent.get("name", ""), sent.get("to", "/")
    came = desk.door.porter.sign_in(name, sent.get("password", ""), desk.door.caller(request))
    return _answer(request, desk, came, to, name)


@router.post("/logout")
@readers
def go(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """End the session of this browser."""
    del sent  # it was the desk's own form: that is all it says
    response = RedirectResponse("/login", HTTPStatus.SEE_OTHER)
    desk.door.let_out(request, response)
    return response


# -- by a provider's word ---------------------------------------------------------------------------------------------


@router.get("/login/provider")
@anybody
def to_provider(request: Request, desk: ThisDesk, to: str = "/") -> Response:
    """Send the browser to the provider; by a link, for a form may lead nowhere but to the desk."""
    try:
        address, kept = _provider(desk).begin(_back(request), own_path(to))
    except NotVouched as error:
        return _form(request, desk, to, Refused(str(error)))
    response = RedirectResponse(address, HTTPStatus.SEE_OTHER)
    desk.door.keep(request, response, kept)
    return response


@router.get("/login/back")
@anybody
def from_provider(request: Request, desk: ThisDesk) -> Response:
    """Let somebody in whom the provider sends back."""
    door = desk.door
    try:
        vouched = _provider(desk).finish(_back(request), request.query_params, door.kept(request))
    except NotVouched as error:
        return _answer(request, desk, door.porter.refuse("", str(error), door.caller(request)), "/")
    return _answer(request, desk, let_in(door.porter, vouched, door.caller(request)), vouched.to)


def _provider(desk: WebDesk) -> Provider:
    if desk.door.provider is None:
        raise Missing("No provider vouches for people at this desk: sign in with a password.")
    return desk.door.provider


def _back(request: Request) -> str:
    return str(request.url.replace(path="/login/back", query="", fragment=""))


def _answer(request: Request, desk: WebDesk, came: SignedIn | Refused, to: str, name: str = "") -> Response:
    if isinstance(came, Refused):
        return _form(request, desk, to, came, name)
    response = RedirectResponse(own_path(to), HTTPStatus.SEE_OTHER)
    desk.door.let_in(request, response, came)
    return response


def _form(request: Request, desk: WebDesk, to: str, refused: Refused | None = None, name: str = "") -> Response:
    wait = refused.wait if refused else 0
    status = HTTPStatus.TOO_MANY_REQUESTS if wait else HTTPStatus.FORBIDDEN if refused else HTTPStatus.OK
    settings = desk.door.provider and desk.door.provider.settings
    response = desk.page(
        "login.html",
        request,
        status=status,
        to=own_path(to),
        why=refused.why if refused else "",
        name=name[:64],
        provider=settings and settings.label,
        anybody_in=desk.ledger.people.any(),
    )
    if wait:
        response.headers["retry-after"] = str(wait)
    desk.door.know_stranger(request, response)
    return response
