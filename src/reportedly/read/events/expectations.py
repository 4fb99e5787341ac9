"""Expectations: the events of an article that lie ahead and that a desk can follow up.

Which these are is the model's to say (``seen``); mentions of one event are one expectation. A window comes from the
words of time beside the event, never from nothing: an act announced without a time, or in an article without a date,
has no window.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.events.triggers import by_lexicon
from reportedly.read.grammar.page import Page
from reportedly.read.times import Times
from reportedly.records import Event, Expectation, Published, Time, Window, content_id
from reportedly.text import Span

_LATEST = 20  # events of one word that a further mention may be of


class _Mention(NamedTuple):
    """One mention of an event ahead: how likely it is one, and when it is to come about."""

    event: Event
    p: float
    window: Window | None


def find(page: Page, events: Sequence[Event], times: Times, ahead: Mapping[str, float]) -> tuple[Expectation, ...]:
    """One expectation for each event ahead of publication, in the order of the events.

    ``ahead``: by the ids of such events how likely they are.
    """
    by_id = {time.id: time for time in times.times}
    mentions = [
        _Mention(
            event, ahead[event.id], _window(page, by_id.get(event.time or "") or _beside(page, event, times), times)
        )
        for event in events
        if event.id in ahead
    ]
    told = _told_once(mention for mention in mentions if mention.window is None or not _is_over(page, mention.window))
    return tuple(_expectation(page, mention) for mention in told)


class _Group:
    """Mentions of one event: the likeliest, and the first window and place that any of them has."""

    def __init__(self, mention: _Mention) -> None:
        self.best, self.window, self.place = mention, mention.window, mention.event.place

    def takes(self, mention: _Mention) -> bool:
        """Whether nothing tells a mention's days or place apart from the group's."""
        if self.place and mention.event.place and self.place != mention.event.place:
            return False
        return self.window is None or mention.window is None or _overlap(self.window, mention.window)

    def add(self, mention: _Mention) -> None:
        """One more mention."""
        self.best = max(self.best, mention, key=lambda each: each.p)
        self.window, self.place = self.window or mention.window, self.place or mention.event.place


def _told_once(mentions: Iterable[_Mention]) -> list[_Mention]:
    """The likeliest mention of each event, with the first window that any of its mentions has."""
    groups = defaultdict[str, list[_Group]](list)
    for mention in mentions:
        of_word = groups[mention.event.lemma]
        same = next((group for group in of_word[-_LATEST:] if group.takes(mention)), None)
        if same is None:
            of_word.append(_Group(mention))
        else:
            same.add(mention)
    kept = [group.best._replace(window=group.best.window or group.window) for each in groups.values() for group in each]
    return sorted(kept, key=lambda mention: mention.event.trigger.start)


def _overlap(a: Window, b: Window) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def _expectation(page: Page, mention: _Mention) -> Expectation:
    event = mention.event
    words = page.words(event.trigger)
    carrier = by_lexicon(page.clauses, words[-1]).carrier if words is not None else None
    span = _announcing(page, words, carrier) if words is not None else event.trigger
    return Expectation(content_id("x", event.id), event.id, mention.window, event.certainty, span)


def _is_over(page: Page, window: Window) -> bool:
    published = page.article.published
    return bool(published and window.end and window.end < published.start)


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


def _announcing(page: Page, trigger: Tokens, carrier: Token | None) -> Span:
    """From a trigger to the verb that carries it: “arrive on Sunday for a visit”, “talks would begin”."""
    if carrier is None:
        return page.span(trigger)
    first, last = min(trigger.start, carrier.i), max(trigger.end, carrier.i + 1)
    return page.span(page.doc[first:last])
