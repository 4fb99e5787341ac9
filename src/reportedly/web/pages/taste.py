"""The two choices at the foot of every page and on the help page: the theme, and whether keys do something."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.errors import BadInput
from reportedly.web.admission import anybody
from reportedly.web.forms import Sent, back
from reportedly.web.taste import THEMES, keep_keys, keep_theme

router = APIRouter(include_in_schema=False)


@router.post("/theme")
@anybody
def theme(sent: Sent) -> Response:
    """Have this browser shown light, dark, or what its system has."""
    wanted = sent.get("theme", "")
    chosen = next((known for known in THEMES if known == wanted), None)
    if chosen is None:
        raise BadInput(f"{wanted!r} is no theme: choose one of {', '.join(THEMES)}")
    response = back(sent)
    keep_theme(response, chosen)
    return response


@router.post("/keys")
@anybody
def keys(sent: Sent) -> Response:
    """Switch the keys of the pages on or off in this browser."""
    response = back(sent)
    keep_keys(response, on=sent.get("keys") == "on")
    return response
