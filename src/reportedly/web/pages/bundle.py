"""The evidence bundle of a story or an article, to be kept as a file."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.get("/stories/{name}/bundle")
@router.get("/articles/{name}/bundle")
def bundle(desk: ThisDesk, name: str) -> Response:
    """The signed file; the desk's key is made where there is none yet."""
    packed = desk.bundle_of(name) if desk.bundle_of else None
    if packed is None:
        raise Missing("There is no evidence bundle here: no such story or article, or this desk makes none.")
    headers = {"content-disposition": f'attachment; filename="{name}.wacz"'}
    return Response(packed, media_type="application/wacz", headers=headers)
