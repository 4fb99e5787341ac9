"""The whole API asked whatever its description allows: nothing breaks, and what comes is what was described."""

import os
from typing import Any
from unittest import SkipTest

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

EXAMPLES = int(os.environ.get("REPORTEDLY_API_EXAMPLES", "8"))
"""Requests for each operation; more are tried by hand, with this variable set to 200."""

CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]


@pytest.fixture(scope="session")
def described(address: str) -> Any:
    """The description, as the desk serves it."""
    schema = schemathesis.openapi.from_dict(httpx.get(f"{address}/api/openapi.json", trust_env=False).json())
    schema.config.base_url = address
    return schema


@pytest.mark.slow
@pytest.mark.parametrize("mode", GenerationMode)
def test_nothing_breaks_and_answers_are_as_described(described: Any, mode: GenerationMode) -> None:
    for result in described.get_all_operations():
        try:
            asked = result.ok().as_strategy(generation_mode=mode)
            _ask(asked)
        except (SkipTest, Unsatisfiable):  # where nothing can be asked wrongly
            continue


def _ask(asked: Any) -> None:
    @given(case=asked)
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    def ask(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()


def test_all_of_it_is_described(client: httpx.Client) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {
        *("/api/stories", "/api/stories/{story_id}", "/api/articles", "/api/articles/{article_id}"),
        *("/api/articles/{article_id}/reading", "/api/articles/{article_id}/history", "/api/statements", "/api/events"),
        *("/api/followups", "/api/followups/{followup_id}", "/api/entities", "/api/entities/{entity_id}"),
        *("/api/entities/{entity_id}/articles", "/api/names", "/api/coverage", "/api/coverage/silent", "/api/outlets"),
        *("/api/outlets/{outlet_id}", "/api/health", "/api/health/outlets", "/api/decisions", "/api/search"),
    } <= set(paths)
    operations = [(path, one) for path, held in paths.items() for one in held.values()]
    bare = [path for path, one in operations if "default" not in one["responses"]]
    assert bare == [], "write @shows or @takes (reportedly.web.api.answers) above the route"


def test_the_description_is_openapi_and_refers_to_nothing_that_is_not_there(client: httpx.Client) -> None:
    whole = client.get("/api/openapi.json").json()
    assert whole["openapi"].startswith("3.1")
    assert set(_references(whole)) <= {f"#/components/schemas/{name}" for name in whole["components"]["schemas"]}
    assert "HTTPValidationError" not in str(whole)


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [one for value in node.values() for one in _references(value)]
    return [one for value in node for one in _references(value)] if isinstance(node, list) else []
