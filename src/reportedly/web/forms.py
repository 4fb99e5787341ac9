"""What a page sends: the fields of a form, taken only from the desk's own pages."""

import hmac
from http import HTTPStatus
from typing import Annotated, Final
from urllib.parse import parse_qs

from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.web.asked import own_path
from reportedly.web.origin import NOT_OURS, is_own
from reportedly.web.webdesk import ThisVisitor

LONGEST: Final = 40_000  # bytes: a note of 5,000 letters of Persian, each sent as six, a name and an address
LONG: Final = 2_000_000  # bytes of a draft: 300 sentences of Persian, each letter sent as six
FORM: Final = "application/x-www-form-urlencoded"

Form = dict[str, str]


async def form(request: Request, visitor: ThisVisitor) -> Form:
    """The fields of a form of this desk's own that were filled in; 403 for any other, 413 for one too long.

    ``who`` is never taken from somebody whose name is known.
    """
    return {name: value for name, value in (await _form(request, visitor, LONGEST)).items() if value}


async def long_form(request: Request, visitor: ThisVisitor) -> Form:
    """The fields of a form in which whole texts are written, those left empty too; refused as ``form`` refuses."""
    return await _form(request, visitor, LONG)


async def _form(request: Request, visitor: ThisVisitor, longest: int) -> Form:
    body = await body_of(request, longest)
    read = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    fields = {name: values[-1] for name, values in read.items()}
    sent_as = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if (
        sent_as != FORM
        or not is_own(request)
        or not visitor.token
        or not hmac.compare_digest(fields.get("token", "").encode(), visitor.token.encode())
    ):
        raise HTTPException(HTTPStatus.FORBIDDEN, NOT_OURS)
    return {**fields, "who": visitor.person.name} if visitor.has_account else fields


async def body_of(request: Request, longest: int = LONGEST) -> bytes:
    """What was sent; 413 where it is longer than so many bytes."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > longest:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return body


Sent = Annotated[Form, Depends(form)]
LongSent = Annotated[Form, Depends(long_form)]


def back(sent: Form, elsewhere: str = "/") -> Response:
    """To the page that the form stood on: only ever to one of the desk's own."""
    return RedirectResponse(own_path(sent.get("back", ""), elsewhere), HTTPStatus.SEE_OTHER)
