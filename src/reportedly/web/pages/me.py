"""Oneself: name and password, the browsers one is signed in with, and the tokens of one's programs."""

from http import HTTPStatus
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.errors import BadInput
from reportedly.people import Refused
from reportedly.records import SCOPES, Account, Scope
from reportedly.web.admission import readers
from reportedly.web.forms import Sent
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)
OPENS: Final[dict[Scope, str]] = {
    "read": "look at everything by the API",
    "write": "change what you may change, by the API",
    "export": "take whole lists",
    "feed": "open feeds and calendars: for a reader that cannot sign in",
}
NO_ACCOUNT: Final = "Without accounts there is nothing of yours to change here: `reportedly users add` makes the first."


@router.api_route("/me", methods=["GET", "HEAD"])
@readers
def me(request: Request, desk: ThisDesk) -> Response:
    """The page about oneself."""
    return _page(request, desk)


@router.post("/me/name")
@readers
def name(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """Another name beside what one decides from now on."""
    desk.door.roster(request).set_name(_account(request, desk).id, sent.get("name", ""))
    return _back("name")


@router.post("/me/password")
@readers
def password(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """Another password: one stays signed in here, and nowhere else."""
    account, caller = _account(request, desk), desk.door.caller(request)
    known = desk.door.porter.confirm(account.id, sent.get("password", ""), caller)
    if isinstance(known, Refused):
        return _page(
            request, desk, HTTPStatus.FORBIDDEN, wrong="That is not your password now." if not known.wait else known.why
        )
    if sent.get("new", "") != sent.get("again", ""):
        raise BadInput("the new password was written in two ways: write it twice the same")
    desk.door.roster(request).set_password(account.id, sent.get("new", ""))
    changed = desk.ledger.people.get(account.id) or account
    response = _back("password")
    desk.door.let_in(request, response, desk.door.porter.let_in(changed, caller, "another password"))
    return response


@router.post("/me/sessions")
@readers
def sessions(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """End one session of one's own, or all but this."""
    account, here = _account(request, desk), desk.visitor(request).session
    desk.door.roster(request).end_sessions(account.id, sent.get("session") or None, but=here)
    return _back("sessions")


@router.post("/me/tokens")
@readers
def tokens(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """A new token, shown on this page and never again."""
    wanted = [scope for scope in SCOPES if sent.get(scope)]
    made = desk.door.roster(request).make_token(_account(request, desk).id, sent.get("name", ""), wanted)
    response = _page(request, desk, made=made, scopes=wanted)
    response.headers["cache-control"] = "no-store"
    return response


@router.post("/me/tokens/revoke")
@readers
def revoke(request: Request, desk: ThisDesk, sent: Sent) -> Response:
    """Take a token of one's own away."""
    desk.door.roster(request).revoke_token(_account(request, desk).id, sent.get("id", ""))
    return _back("tokens")


def _account(request: Request, desk: WebDesk) -> Account:
    account = desk.door.account(desk.visitor(request))
    if account is None:
        raise HTTPException(HTTPStatus.FORBIDDEN, NO_ACCOUNT)
    return account


def _page(request: Request, desk: WebDesk, status: int = HTTPStatus.OK, **shown: Any) -> Response:
    account = desk.door.account(desk.visitor(request))
    return desk.page(
        "me.html",
        request,
        status=status,
        account=account,
        sessions=desk.ledger.sessions.of(account.id) if account else (),
        tokens=desk.ledger.tokens.of(account.id) if account else (),
        opens=OPENS,
        **{"made": "", "scopes": (), "wrong": "", **shown},
    )


def _back(where: str) -> Response:
    return RedirectResponse(f"/me#{where}", HTTPStatus.SEE_OTHER)
