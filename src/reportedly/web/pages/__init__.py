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
    guide,
    health,
    morning,
    names,
    outlets,
    page_events,
    search,
    stories,
    story,
    taste,
)

ALL: Final = (
    morning.router,
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
    guide.router,
    taste.router,
)
