"""How records become JSON answers, and how a route says what it answers with.

    @shows(router, "/stories", Page[StoryLine])
    def stories(...)

A resource is a file with such routes, entered in ``api.ALL``. What a list gives is a ``Page`` with the place to go on
from.
"""

from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus
from typing import Annotated, Any, Final, Generic, TypeVar

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.web.conditional import unless_known

MOST: Final = 200  # rows of one answer
JSON: Final = "application/json"
ANSWERS: Final = "__answers__"
SENDS: Final = "__takes__"

T = TypeVar("T")
Route = TypeVar("Route", bound=Callable[..., Any])

Limit = Annotated[int, Query(ge=1, le=MOST, description="How many to give at most.")]
Cursor = Annotated[str | None, Query(max_length=400, description="The `next` of the page before; of no other list.")]
Day = Annotated[str | None, Query(description="A day, as 2024-06-03.", json_schema_extra={"format": "date"})]


class Page(msgspec.Struct, Generic[T], frozen=True):
    """A page of a list. ``next`` asks for the one after it as ``cursor``; null where there is none."""

    items: list[T]
    next: str | None = None


class Problem(msgspec.Struct, frozen=True):
    """What went wrong, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str


def shows(router: APIRouter, path: str, gives: Any) -> Callable[[Route], Route]:
    """Answer GET and HEAD at ``path`` with a record or records of the kind ``gives``."""

    def added(route: Route) -> Route:
        setattr(route, ANSWERS, gives)
        router.add_api_route(path, route, methods=["GET"])
        router.add_api_route(path, route, methods=["HEAD"], include_in_schema=False)
        return route

    return added


def takes(router: APIRouter, path: str, sent: Any, gives: Any) -> Callable[[Route], Route]:
    """Take a record of the kind ``sent`` by POST at ``path``, and answer with what was made of it."""

    def added(route: Route) -> Route:
        setattr(route, ANSWERS, gives)
        setattr(route, SENDS, sent)
        router.add_api_route(path, route, methods=["POST"], status_code=HTTPStatus.CREATED)
        return route

    return added


def answer(request: Request, rows: Any, modified: datetime | None = None) -> Response:
    """The records as JSON, exactly as the desk holds them; 304 to whoever has them already."""
    headers = {"last-modified": format_datetime(modified, usegmt=True)} if modified else {}
    return unless_known(request, msgspec.json.encode(rows), JSON, headers)
