"""The gate: every route is asked for here, before anything of it runs, and what was sent is put down after it ran."""

from http import HTTPStatus
from math import ceil
from typing import Final

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.people import Caller
from reportedly.records import LOCAL, Partner
from reportedly.records import Scope as TokenScope
from reportedly.web import webdesk
from reportedly.web.admission import SHOWING, Need, need_of
from reportedly.web.door import Door
from reportedly.web.forwarded import CERTIFICATE
from reportedly.web.origin import NOT_OURS, is_own
from reportedly.web.partners import NoPartner
from reportedly.web.visitor import Visitor
from reportedly.web.webdesk import ThisVisitor

SIGN_IN: Final = "Sign in first: this desk knows who works at it."
BY_TOKEN: Final = "The API takes changes with a token of yours (Authorization: Bearer ...), not with a session."  # noqa: S105


class SignInFirst(HTTPException):
    """Whoever asks is not known, and only who is may see it: 401."""

    def __init__(self) -> None:
        super().__init__(HTTPStatus.UNAUTHORIZED, SIGN_IN, {"www-authenticate": 'Bearer realm="reportedly"'})


def admitted(request: Request, visitor: ThisVisitor) -> None:
    """Nothing, where the visitor may; raises 401, 403 or 429 where they may not."""
    door, need = webdesk.of(request).door, need_of(request.scope["endpoint"], request.method)
    changes = request.method not in SHOWING
    if need.role == "partner":
        request.state.partner = _partner(door, request)
    elif visitor.person.id != LOCAL:
        _check_pace(door, request, visitor.person.id)
    if need.person:
        _check(request, visitor, need)
        if changes and visitor.has_account and need.role != "reader":
            request.state.sent = _sent(request, visitor, door.caller(request))
    if changes and not visitor.scopes and not is_own(request, by_program=_is_api(request) or need.role == "partner"):
        raise HTTPException(HTTPStatus.FORBIDDEN, NOT_OURS)


def _check(request: Request, visitor: Visitor, need: Need) -> None:
    if visitor.is_stranger:
        raise SignInFirst
    wanted = _opened_by(request, need) if visitor.scopes else ()
    if visitor.scopes and not set(wanted).intersection(visitor.scopes):
        raise HTTPException(HTTPStatus.FORBIDDEN, f"Your token does not open this: {_in_words(wanted)}.")
    if visitor.session and _is_api(request) and request.method not in SHOWING:
        raise HTTPException(HTTPStatus.FORBIDDEN, BY_TOKEN)
    if need.person and not visitor.may(need.person):
        raise HTTPException(HTTPStatus.FORBIDDEN, f"This is for {need.role}s, and you are a {visitor.person.role}.")


def _opened_by(request: Request, need: Need) -> tuple[TokenScope, ...]:
    """The scopes of which a token needs one for a request; none where no token opens it."""
    shows, path = request.method in SHOWING, request.url.path
    if need.role == "admin" or not (shows or _is_api(request)):
        return ()
    if _is_api(request):
        return ("read",) if shows else ("write",)
    export: tuple[TokenScope, ...] = ("export",) if path.startswith("/export/") else ()
    return (*export, "feed") if need.feed else export


def _in_words(scopes: tuple[TokenScope, ...]) -> str:
    named = " or ".join(f"“{scope}”" for scope in scopes)
    return f"it takes one for {named}" if scopes else "tokens are for the API, exports and feeds"


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _partner(door: Door, request: Request) -> Partner:
    """The desk that asks; how often somebody unknown may is counted by where they come from."""
    known, headers = webdesk.of(request).partners, request.headers
    found = known.who(headers.get("authorization", ""), request.scope.get(CERTIFICATE, "")) if known else None
    _check_pace(door, request, found.desk if found else "")
    if found is None:
        raise NoPartner
    return found


def _check_pace(door: Door, request: Request, who: str) -> None:
    asker = who or f"at {door.caller(request).net}"
    if wait := door.pace.take(asker, door.porter.now()):
        message = "That was more than one asks in a minute: wait a moment."
        raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, message, {"retry-after": str(ceil(wait))})


def _sent(request: Request, visitor: Visitor, caller: Caller) -> tuple[str, str, Caller]:
    by = f"{visitor.person.id} ({visitor.program})" if visitor.program else visitor.person.id
    return by, f"{request.method} {request.url.path}", caller


class Recorder:
    """Puts down in the audit log what editors and admins sent, before they hear that it was taken.

    No cache but the browser's own may keep a page; ``door`` is where the log is written.
    """

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = scope.get("state", {}).get("sent")
                if sent and message["status"] < HTTPStatus.BAD_REQUEST:
                    await run_in_threadpool(self._door.porter.sent, *sent)
                if not scope["path"].startswith("/static/"):
                    MutableHeaders(scope=message).setdefault("cache-control", "private, no-cache")
            await send(message)

        await self._app(scope, receive, noting)
