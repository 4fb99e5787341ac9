"""``/api/openapi.json``: all of the API described for programs, out of the records themselves."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import msgspec
from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.responses import Response

from reportedly.web.api.answers import ANSWERS, JSON, SENDS, Problem
from reportedly.web.conditional import unless_known

router = APIRouter(include_in_schema=False)
_REF: Final = "#/components/schemas/{name}"
_FASTAPI_OWN: Final = ("HTTPValidationError", "ValidationError")
PROBLEM: Final = "application/problem+json"


@router.api_route("/openapi.json", methods=["GET", "HEAD"])
def openapi(request: Request) -> Response:
    """The description, as OpenAPI 3.1."""
    return unless_known(request, msgspec.json.encode(described(request.app)), JSON)


class _Operation(NamedTuple):
    path: str
    method: str
    gives: Any
    sent: Any


def described(app: FastAPI) -> dict[str, Any]:
    """What FastAPI knows of the routes, with the kinds of what is sent and answered filled in."""
    known: dict[str, Any] | None = getattr(app.state, "described", None)
    if known is None:
        known = app.state.described = _described(app)
    return known


def _described(app: FastAPI) -> dict[str, Any]:
    whole = get_openapi(title=app.title, version=app.version, routes=app.routes, description=_ABOUT)
    operations = list(_operations(app))
    kinds = [Problem, *(one.gives for one in operations), *(one.sent for one in operations if one.sent)]
    schemas, components = msgspec.json.schema_components(kinds, ref_template=_REF)
    problem, *rest = schemas
    gives, sent = rest[: len(operations)], iter(rest[len(operations) :])
    for one, answered in zip(operations, gives, strict=True):
        own = whole["paths"][one.path][one.method.lower()]
        status = "201" if one.method == "POST" else "200"
        unchanged = {"304": {"description": "Whoever asks has it already (If-None-Match)"}} if status == "200" else {}
        done = {"description": "As asked", "content": {JSON: {"schema": answered}}}
        failed = {"description": "What went wrong", "content": {PROBLEM: {"schema": problem}}}
        own["responses"] = {status: done, **unchanged, "default": failed}
        if one.sent:
            own["requestBody"] = {"required": True, "content": {JSON: {"schema": next(sent)}}}
    others = whole.get("components", {}).get("schemas", {})
    kept = {name: schema for name, schema in others.items() if name not in _FASTAPI_OWN}
    bearer = {
        "token": {"type": "http", "scheme": "bearer", "description": "A token of a person, where there are accounts"}
    }
    whole["components"] = {"schemas": {**kept, **components}, "securitySchemes": bearer}
    whole["security"] = [{}, {"token": []}]
    return whole


def _operations(app: FastAPI) -> Iterator[_Operation]:
    for route in iter_route_contexts(app.routes):
        gives = getattr(route.endpoint, ANSWERS, None)
        if (
            gives is None
            or not isinstance(route.original_route, APIRoute)
            or not route.original_route.include_in_schema
        ):
            continue
        for method in route.methods or ():
            yield _Operation(route.path or "", method, gives, getattr(route.endpoint, SENDS, None))


_ABOUT: Final = (
    "What this desk has filed: who reported what, how sure they were, who stands behind it, and what is to happen next."
    " Claims, not facts. Lists come in pages: `next` of one asks for the one after it as `cursor`. Answers have an"
    " ETag. What goes wrong is a problem+json. Whole lists as files are at /export."
)
