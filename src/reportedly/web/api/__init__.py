"""The desk as JSON: a file a resource, the records as they are; ``answers`` says how a route is written."""

from typing import Final

from reportedly.web.api import (
    articles,
    coverage,
    decisions,
    entities,
    followups,
    names,
    openapi,
    outlets,
    search,
    statements,
    stories,
)

ALL: Final = (
    stories.router,
    articles.router,
    statements.router,
    followups.router,
    entities.router,
    names.router,
    coverage.router,
    outlets.router,
    decisions.router,
    search.router,
    openapi.router,
)
