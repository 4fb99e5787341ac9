"""What a page sends: the fields of a form, taken only from the desk's own pages."""

import hmac
from http import HTTPStatus
from typing import Annotated, Final
from urllib.parse import parse_qs

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from reportedly.web.origin import NOT_OURS, is_own
from reportedly.web.webdesk import ThisVisitor

LONGEST: Final = 10_000  # bytes of a form: a name, a note and an address
FORM: Final = "application/x-www-form-urlencoded"

Form = dict[str, str]


async def form(request: Request, visitor: ThisVisitor) -> Form:
    """The fields of a form of this desk's own; 403 for any other, 413 for one too long.

    ``who`` is never taken from somebody whose name is known.
    """
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    fields = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    sent_as = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if (
        sent_as != FORM
        or not is_own(request)
        or not visitor.token
        or not hmac.compare_digest(fields.get("token", "").encode(), visitor.token.encode())
    ):
        raise HTTPException(HTTPStatus.FORBIDDEN, NOT_OURS)
    return {**fields, "who": visitor.person.name} if visitor.has_account else fields


Sent = Annotated[Form, Depends(form)]
