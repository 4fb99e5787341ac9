"""Expectations: the events of an article that lie ahead and that a desk can follow up.

Which these are is the model's to say (``seen``); mentions of one event are one expectation. A window comes from the
words of time beside the event, never from nothing: an act announced without a time, or in an article without a date,
has no window.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.events.once import Mention, is_over, told_once
from reportedly.read.events.triggers import by_lexicon
from reportedly.read.grammar.page import Page
from reportedly.read.times import Times
from reportedly.records import Certainty, Event, Expectation, Published, Time, Window, content_id
from reportedly.text import Span


class Ahead(NamedTuple):
    """How likely an event lies ahead, and how surely it is announced: by its own words, whoever says them.

    ``beside`` is another word of the same event: its verb, or the object of that.
    """

    likely: float
    certainty: Certainty
    beside: Token | None = None


def find(page: Page, events: Sequence[Event], times: Times, ahead: Mapping[str, Ahead]) -> tuple[Expectation, ...]:
    """One expectation for each event ahead of publication, in the order of the events.

    ``ahead``: such events by their ids.
    """
    by_id = {time.id: time for time in times.times}
    mentions = [
        Mention(
            event,
            ahead[event.id].likely,
            _window(page, by_id.get(event.time or "") or _beside(page, event, times), times),
        )
        for event in events
        if event.id in ahead
    ]
    told = told_once(one for one in mentions if one.window is None or not is_over(page.article.published, one.window))
    return tuple(_expectation(page, mention, ahead[mention.event.id]) for mention in told)


def _expectation(page: Page, mention: Mention, ahead: Ahead) -> Expectation:
    event = mention.event
    words = page.words(event.trigger)
    carrier = by_lexicon(page.clauses, words[-1]).carrier if words is not None else None
    span = _announcing(page, words, (carrier, ahead.beside)) if words is not None else event.trigger
    return Expectation(content_id("x", event.id), event.id, mention.window, ahead.certainty, span)


def _window(page: Page, time: Time | None, times: Times) -> Window | None:
    if time is None or page.article.published is None:
        return None
    return times.window(time)


def _beside(page: Page, event: Event, times: Times) -> Time | None:
    """The time ahead that an event's sentence names, where none hangs on the event and it names one only."""
    published, words = page.article.published, page.words(event.trigger)
    if published is None or words is None:
        return None
    ahead = [time for time in times.within(words[0].sent) if _is_day_ahead(time, published)]
    return ahead[0] if len({(time.start, time.end) for time in ahead}) == 1 else None


def _is_day_ahead(time: Time, published: Published) -> bool:
    return time.kind in {"point", "window"} and time.end is not None and time.end.date() > published.end


def _announcing(page: Page, trigger: Tokens, others: Iterable[Token | None]) -> Span:
    """From a trigger to the other words of its event: “arrive on Sunday for a visit”, “talks would begin”."""
    at = [word.i for word in others if word is not None]
    return page.span(page.doc[min([trigger.start, *at]) : max([trigger.end, *(i + 1 for i in at)])])
