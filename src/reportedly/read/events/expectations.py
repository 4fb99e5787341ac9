"""Expectations: the events of an article that lie ahead and that a desk can follow up.

A window comes from the words of time beside the event, never from nothing: an act announced without a time, or in an
article without a date, has no window.
"""

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.events.triggers import AHEAD, OPEN, Trigger, by_lexicon
from reportedly.read.grammar.lexicons import words as listed
from reportedly.read.grammar.page import Page
from reportedly.read.times import Times
from reportedly.records import Event, Expectation, Time, Window, content_id
from reportedly.text import Span

_ATTITUDES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})


def find(page: Page, events: Sequence[Event], times: Times) -> tuple[Expectation, ...]:
    """One expectation for each event that is an act ahead of publication, in the order of the events."""
    by_id = {time.id: time for time in times.times}
    out: list[Expectation] = []
    for event in events:
        window = _window(page, by_id.get(event.time or ""), times)
        words = page.words(event.trigger)
        trigger = by_lexicon(page.clauses, words[-1]) if words is not None else None
        if words is None or trigger is None or not _lies_ahead(page, event, trigger, window):
            continue
        span = _announcing(page, words, trigger.carrier)
        out.append(Expectation(content_id("x", event.id), event.id, window, event.certainty, span))
    return tuple(out)


def _lies_ahead(page: Page, event: Event, trigger: Trigger, window: Window | None) -> bool:
    its_day = window is not None and window.start == window.end and event.type == "OTHER"
    if (trigger.root == OPEN and not its_day) or event.lemma in listed("events/events", "aims", "words"):
        return False
    if window is None and _ATTITUDES.issuperset({event.type, trigger.root}):
        return False
    if window is not None and _is_over(page, window):
        return False
    return event.status in AHEAD or (event.status == "called_for" and window is not None and window.end is not None)


def _is_over(page: Page, window: Window) -> bool:
    published = page.article.published
    return bool(published and window.end and window.end < published.start)


def _window(page: Page, time: Time | None, times: Times) -> Window | None:
    if time is None or page.article.published is None:
        return None
    return times.window(time)


def _announcing(page: Page, trigger: Tokens, carrier: Token | None) -> Span:
    """From a trigger to the verb that carries it: “arrive on Sunday for a visit”, “talks would begin”."""
    if carrier is None:
        return page.span(trigger)
    first, last = min(trigger.start, carrier.i), max(trigger.end, carrier.i + 1)
    return page.span(page.doc[first:last])
