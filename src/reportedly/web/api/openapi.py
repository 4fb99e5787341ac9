"""``/api/openapi.json``: all of the API, described for programs."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
def openapi(request: Request) -> Response:
    """The description, as OpenAPI."""
    return JSONResponse(request.app.openapi())
