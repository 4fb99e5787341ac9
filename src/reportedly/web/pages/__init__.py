"""The pages of the web desk, a file each."""

from typing import Final

from reportedly.web.pages import (
    article,
    brief,
    bundle,
    calendar,
    capture,
    coverage,
    expectation,
    expectations,
    health,
    names,
    outlets,
    page_events,
    search,
    stories,
    story,
)

ALL: Final = (
    stories.router,
    story.router,
    article.router,
    page_events.router,
    capture.router,
    bundle.router,
    expectations.router,
    expectation.router,
    calendar.router,
    search.router,
    brief.router,
    names.router,
    coverage.router,
    outlets.router,
    health.router,
)
