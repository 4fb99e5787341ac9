"""What a page sends: the fields of a form, taken only from the desk's own pages."""

import hmac
from http import HTTPStatus
from typing import Annotated, Final
from urllib.parse import parse_qs

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from reportedly.web.webdesk import ThisVisitor

LONGEST: Final = 10_000  # bytes of a form: a name, a note and an address
FORM: Final = "application/x-www-form-urlencoded"
NOT_OURS: Final = "This was not sent by a page of this desk as it runs now: open the page again and decide there."
_SAME: Final = frozenset({"none", "same-origin"})

Form = dict[str, str]


async def form(request: Request, visitor: ThisVisitor) -> Form:
    """The fields of a form of this desk's own; 403 for any other, 413 for one too long."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    fields = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    if not _is_own(request) or not hmac.compare_digest(fields.get("token", "").encode(), visitor.token.encode()):
        raise HTTPException(HTTPStatus.FORBIDDEN, NOT_OURS)
    return fields


def _is_own(request: Request) -> bool:
    """Whether the browser says nothing against the form being the desk's own.

    Its pages send no referrer, so a browser may give their origin as "null"; the token decides in any case.
    """
    headers = request.headers
    own = {"", "null", f"http://{headers.get('host', '')}"}
    sent_as = headers.get("content-type", "").partition(";")[0].strip().lower()
    return sent_as == FORM and headers.get("origin", "") in own and headers.get("sec-fetch-site", "none") in _SAME


Sent = Annotated[Form, Depends(form)]
