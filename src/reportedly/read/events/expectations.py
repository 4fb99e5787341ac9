"""Expectations: the events of an article that lie ahead and that a desk can follow up.

A window comes from the words of time beside the event, never from nothing: an act announced without a time, or in an
article without a date, has no window.
"""

from collections.abc import Sequence

from reportedly.read.events.triggers import OPEN, root_by_lexicon
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.times import Times
from reportedly.records import Event, Expectation, Status, Time, Window, content_id

_AHEAD: frozenset[Status] = frozenset({"planned", "expected"})
_ATTITUDES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})


def find(page: Page, events: Sequence[Event], times: Times) -> tuple[Expectation, ...]:
    """One expectation for each event that is an act ahead of publication, in the order of the events."""
    by_id = {time.id: time for time in times.times}
    windows = ((event, _window(page, by_id.get(event.time or ""), times)) for event in events)
    return tuple(
        Expectation(content_id("x", event.id), event.id, window, event.certainty)
        for event, window in windows
        if _lies_ahead(page, event, window)
    )


def _lies_ahead(page: Page, event: Event, window: Window | None) -> bool:
    trigger = page.words(event.trigger)
    root = root_by_lexicon(page.clauses, trigger[-1]) if trigger is not None else OPEN
    if root == OPEN or event.lemma in words("events/events", "aims", "words"):
        return False
    if window is None and _ATTITUDES.issuperset({event.type, root}):
        return False
    if event.status == "called_for":
        return window is not None and window.end is not None and not _is_over(page, window)
    return event.status in _AHEAD and not (window is not None and _is_over(page, window))


def _is_over(page: Page, window: Window) -> bool:
    published = page.article.published
    return bool(published and window.end and window.end < published.start)


def _window(page: Page, time: Time | None, times: Times) -> Window | None:
    if time is None or page.article.published is None:
        return None
    return times.window(time)
