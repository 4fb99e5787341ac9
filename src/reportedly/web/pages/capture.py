"""The archived bytes of a page, as plain text: the evidence itself, never run and never rendered."""

import codecs
import re
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.web.failures import Missing
from reportedly.web.safety import SOURCE_POLICY
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@router.api_route("/captures/{capture_id}", methods=["GET", "HEAD"])
def capture(desk: ThisDesk, capture_id: str) -> Response:
    """The bytes as they came, shown as text by a browser that may do nothing else with them."""
    page = desk.ledger.captures.get(capture_id)
    if page is None:
        raise Missing("There is no such capture in this ledger.")
    headers = {"content-security-policy": SOURCE_POLICY, "content-disposition": "inline"}
    media_type = f"text/plain; charset={charset(page.content_type)}"
    return Response(desk.body_of(page), headers={**headers, "content-type": media_type})


def charset(content_type: str) -> str:
    """The charset that a content type names where Python knows it, else UTF-8."""
    named = _CHARSET.search(content_type)
    try:
        return codecs.lookup(named[1]).name if named else "utf-8"
    except LookupError:
        return "utf-8"
