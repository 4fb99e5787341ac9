"""Where programs of other desks come in: everything below ``/taxii2`` is answered by whom the desk was given for it.

The gate lets in only whoever brings a partner's token; what that one may have is decided behind this.
"""

from contextlib import suppress
from http import HTTPStatus
from typing import Final, Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from reportedly.records import Answered, Asked, Partner
from reportedly.web import webdesk
from reportedly.web.admission import partners

DOOR: Final = "/taxii2"
_METHODS: Final = ["GET", "POST", "DELETE"]
_ASK: Final = {"www-authenticate": 'Bearer realm="reportedly", Basic realm="reportedly", charset="UTF-8"'}

router = APIRouter()


class Partners(Protocol):
    """Whoever answers other desks: knows them by what they bring, and takes so many bytes at once."""

    @property
    def desk(self) -> str:
        """The fingerprint of the key by which partners know this desk."""

    @property
    def longest(self) -> int:
        """Bytes that are taken at once."""

    def who(self, authorization: str, certificate: str = "") -> Partner | None:
        """The partner that asks."""

    def answer(self, partner: Partner, asked: Asked) -> Answered:
        """What it is answered."""

    def failed(self, status: int, words: str) -> Answered:
        """A failure in the form that its programs read."""


class NoPartner(HTTPException):
    """Whoever asks is no partner of this desk: 401."""

    def __init__(self) -> None:
        words = (
            "This is for desks that have a pact with this one: come in with the token that its liaison gave you, as "
            "`Authorization: Bearer TOKEN`, or as the password beside any name."
        )
        super().__init__(HTTPStatus.UNAUTHORIZED, words, _ASK)


@router.api_route(DOOR, methods=_METHODS, include_in_schema=False)
@router.api_route(f"{DOOR}/{{path:path}}", methods=_METHODS, include_in_schema=False)
@partners
async def taxii(request: Request) -> Response:
    """Whatever a partner asks, with a slash at the end or without."""
    told, partner = webdesk.of(request).partners, request.state.partner
    if told is None:
        raise NoPartner
    asked = Asked(
        method=request.method,
        base=f"{str(request.base_url).rstrip('/')}{DOOR}",
        path=request.url.path.removeprefix(DOOR),
        query=tuple(request.query_params.multi_items()),
        headers=tuple(request.headers.items()),
        body=await _sent(request, told.longest) if request.method == "POST" else b"",
    )
    return answered(await run_in_threadpool(told.answer, partner, asked))


def answered(given: Answered) -> Response:
    """The answer as it goes out."""
    return Response(given.body, given.status, headers=dict(given.headers))


def is_for(request: Request) -> bool:
    """Whether a request is one of those."""
    return request.url.path == DOOR or request.url.path.startswith(f"{DOOR}/")


async def _sent(request: Request, longest: int) -> bytes | None:
    """What was sent; None where it is longer than so many bytes: what is too much is not read."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > longest:
        return None
    body = bytearray()
    with suppress(ClientDisconnect):  # then nobody hears the answer
        async for part in request.stream():
            body += part
            if len(body) > longest:
                return None
    return bytes(body)
