"""From a failure to an answer: one table from error to HTTP status, one page and one JSON form for all of them."""

from http import HTTPStatus
from typing import Final
from urllib.parse import quote

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.errors import (
    BadInput,
    DamagedArchive,
    NotInLedger,
    Overtaken,
    ReportedlyError,
    TooLarge,
    Unreachable,
    UsageError,
)
from reportedly.text import kept
from reportedly.web import partners, stale, webdesk
from reportedly.web.admission import SHOWING
from reportedly.web.judging import Stale
from reportedly.web.safety import HEADERS

STATUS: Final[dict[type[Exception], HTTPStatus]] = {
    NotInLedger: HTTPStatus.NOT_FOUND,
    Overtaken: HTTPStatus.CONFLICT,
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    BadInput: HTTPStatus.BAD_REQUEST,
    UsageError: HTTPStatus.BAD_REQUEST,
    RequestValidationError: HTTPStatus.BAD_REQUEST,
    Unreachable: HTTPStatus.BAD_GATEWAY,
    DamagedArchive: HTTPStatus.INTERNAL_SERVER_ERROR,
    ReportedlyError: HTTPStatus.INTERNAL_SERVER_ERROR,
    Exception: HTTPStatus.INTERNAL_SERVER_ERROR,
}

_WORDS: Final = {
    HTTPStatus.NOT_FOUND: "The desk has nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This page only shows: nothing can be sent to it.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on the desk; the terminal it runs in says what.",
}


SAID: Final = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})
"""Whoever raises these says why in words for the page."""


class Missing(HTTPException):
    """What was asked for is not in the ledger: 404, with words that say what and what to do."""

    def __init__(self, what: str) -> None:
        super().__init__(HTTPStatus.NOT_FOUND, what)


def add_to(app: FastAPI) -> None:
    """Make every failure end in a page of the desk, or JSON below ``/api``.

    What nobody expected is answered outside all middleware, so these answers carry the safety headers themselves.
    """
    app.add_exception_handler(HTTPException, _answer)
    app.add_exception_handler(Stale, stale.answer)
    for kind in STATUS:
        app.add_exception_handler(kind, _answer)


def status_of(error: Exception) -> int:
    """The HTTP status of an error: its own, or that of the nearest class in the table."""
    if isinstance(error, HTTPException):
        return error.status_code
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def _answer(request: Request, error: Exception) -> Response:
    status = status_of(error)
    message = _message(error, status)
    response = _in_form(request, status, message)
    for name, value in {**HEADERS, **(getattr(error, "headers", None) or {})}.items():
        response.headers.setdefault(name, value)
    return response


def _in_form(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        return _problem(status, message)
    if partners.is_for(request) and (told := webdesk.of(request).partners):
        return partners.answered(told.failed(status, kept(_outside(status, message))))
    heading = HTTPStatus(status).phrase
    desk = webdesk.of(request)
    if desk.visitor(request).is_stranger:
        return _at_the_door(request, status, message)
    return desk.page("failure.html", request, status=status, heading=heading, message=message)


def _problem(status: int, message: str) -> Response:
    """A failure as RFC 9457 has it; of what went wrong inside nothing is told."""
    detail = kept(_outside(status, message))
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(msgspec.json.encode(told), status, media_type="application/problem+json")


def _outside(status: int, message: str) -> str:
    """What a program is told."""
    return _WORDS[HTTPStatus.INTERNAL_SERVER_ERROR] if status >= HTTPStatus.INTERNAL_SERVER_ERROR else message


def _at_the_door(request: Request, status: int, message: str) -> Response:
    """A failure as somebody meets it who has not signed in: where only that is amiss, the way to do it."""
    there = quote(f"{request.url.path}?{request.url.query}".rstrip("?"))
    if status == HTTPStatus.UNAUTHORIZED and request.method in SHOWING:
        if "hx-request" in request.headers:
            return Response(status_code=status, headers={"hx-redirect": "/login"})
        return RedirectResponse(f"/login?to={there}", HTTPStatus.SEE_OTHER)
    heading = HTTPStatus(status).phrase
    return webdesk.of(request).page("outside.html", request, status=status, heading=heading, message=message)


def _message(error: Exception, status: int) -> str:
    if isinstance(error, Missing) or (isinstance(error, HTTPException) and status in SAID):
        return error.detail
    if isinstance(error, ReportedlyError):
        return str(error)
    return _WORDS.get(HTTPStatus(status), HTTPStatus(status).description)
