"""The pages of the web desk, a file each."""

from typing import Final

from reportedly.web.pages import (
    article,
    brief,
    bundle,
    capture,
    expectation,
    expectations,
    health,
    history,
    outlets,
    search,
    stories,
    story,
)

ALL: Final = (
    stories.router,
    story.router,
    article.router,
    history.router,
    capture.router,
    bundle.router,
    expectations.router,
    expectation.router,
    search.router,
    brief.router,
    outlets.router,
    health.router,
)
