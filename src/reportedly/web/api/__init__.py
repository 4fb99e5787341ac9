"""The desk as JSON: a file a resource, the records as they are."""

from typing import Final

from reportedly.web.api import articles, followups, openapi, search, stories

ALL: Final = (stories.router, articles.router, followups.router, search.router, openapi.router)
