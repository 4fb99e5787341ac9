"""Who may use which route, over the generated list of all routes: a new one without a word is found here."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import Mount

from reportedly.clock import standing_at
from reportedly.ledger import Ledger
from reportedly.web.admission import SHOWING, admins, anybody, editors, feeds, need_of, partners, readers
from reportedly.web.app import create_app
from tests.newsroom import TODAY


class Way(NamedTuple):
    """A method of a route, with what answers it."""

    method: str
    path: str
    endpoint: Callable[..., Any]

    @property
    def example(self) -> str:
        """A path that leads there, though to nothing that the desk has."""
        return re.sub(r"\{[^}]*\}", "none", re.sub(r"\{\w+:(?:int|float)\}", "7", self.path))


def ways(app: FastAPI) -> Iterator[Way]:
    """Every method of every route; what is no route of ours can only be the static files."""
    for route in iter_route_contexts(app.routes):
        if isinstance(route.original_route, Mount):
            assert route.path == "/static"
            continue
        assert isinstance(route.original_route, APIRoute), f"{route.path}: nobody asks there who may come in"
        assert route.path
        assert route.endpoint
        for method in sorted(route.methods or ()):
            yield Way(method, route.path, route.endpoint)


@pytest.fixture(scope="module")
def app(ledger: Ledger) -> FastAPI:
    return create_app(ledger, name="River Desk", now=standing_at(TODAY), sample=False, body_of=lambda _: b"")


def test_whatever_changes_something_says_who_may(app: FastAPI) -> None:
    silent = [
        f"{way.method} {way.path}"
        for way in ways(app)
        if way.method not in SHOWING and not need_of(way.endpoint, way.method).said
    ]
    assert silent == [], "write @readers, @editors or @admins (reportedly.web.admission) below their @router line"


def test_the_list_is_the_whole_app(app: FastAPI) -> None:
    met = {(way.method, way.path) for way in ways(app)}
    assert {("GET", "/search"), ("POST", "/stories/{story_id}/merge"), ("GET", "/api/openapi.json")} <= met


def test_each_word_and_none() -> None:
    def route() -> None:
        """A page."""

    assert need_of(route, "GET").role == need_of(route, "HEAD").role == "reader"
    assert need_of(route, "POST").role == need_of(route, "DELETE").role == "admin"
    assert not need_of(route, "GET").said
    for word, role in ((anybody, "anybody"), (readers, "reader"), (editors, "editor"), (admins, "admin")):
        assert (need_of(word(route), "POST").role, need_of(route, "GET").role) == (role, role)
    assert (need_of(partners(route), "GET").role, need_of(route, "GET").person) == ("partner", None)
    readers(route)
    assert not need_of(route, "GET").feed
    assert need_of(feeds(route), "GET") == ("reader", True, True)
