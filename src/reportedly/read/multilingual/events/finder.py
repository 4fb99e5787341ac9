"""The events of a sheet as records, and those that lie ahead as expectations with their windows.

A sheet has no parse: what takes part in an event, where and when it is are told by what stands nearest in its clause
or sentence. Nothing has a window but by words of time.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.read.events.once import Mention, is_over, told_once
from reportedly.read.model.outlook import STATUSES
from reportedly.read.multilingual.clauses import clause, line
from reportedly.read.multilingual.events import beside, once, seen
from reportedly.read.multilingual.events.changes import Change
from reportedly.read.multilingual.events.seen import Seen
from reportedly.read.multilingual.events.standing import standing
from reportedly.read.multilingual.marked import Marked
from reportedly.read.multilingual.sheet import Sheet, Word
from reportedly.read.multilingual.times import Times
from reportedly.records import (
    Certainty,
    Development,
    Entity,
    Event,
    Expectation,
    Statement,
    Status,
    Time,
    Window,
    content_id,
)
from reportedly.text import Span

_AHEAD: tuple[Status, ...] = ("planned", "expected", "called_for")
_HERE: tuple[Status, ...] = tuple(status for status in STATUSES if status not in _AHEAD)
_ENDED = frozenset({"cancelled", "denied"})
_SHARP = frozenset({"minute", "hour", "day", "week", "month"})
_UNSURE: frozenset[Certainty] = frozenset({"probable", "possible"})


class Happenings(NamedTuple):
    """The events of a sheet in order of their triggers, those ahead, and what became of some."""

    events: tuple[Event, ...]
    expectations: tuple[Expectation, ...]
    developments: tuple[Development, ...]


class Found(NamedTuple):
    """What was found in a sheet before its events."""

    entities: Sequence[Entity]
    times: Times
    statements: Sequence[Statement]


def find(sheet: Sheet, found: Found, marks: Marked) -> Happenings:
    """What the article tells as happening, and what of it lies ahead."""
    when = seen.Told([time.span for time in found.times.times], list(_dated(sheet, found.times)))
    made = [(each, _event(sheet, found, each)) for each in seen.find(sheet, marks.outlook, when)]
    kept = [(each, event) for each, event in made if _counts(each, event)]
    by_id = {time.id: time for time in found.times.times}
    coming = (
        _coming(sheet, found, each, event, by_id) for each, event in kept if each.is_ahead and event.status != "denied"
    )
    mentions, published = once.each(coming), sheet.article.published
    told = told_once(one for one in mentions if one.window is None or not is_over(published, one.window))
    developments = tuple(_development(sheet, each, event) for each, event in kept if each.change)
    return Happenings(tuple(event for _, event in kept), tuple(map(_expectation, told)), developments)


def _coming(sheet: Sheet, found: Found, each: Seen, event: Event, times: Mapping[str, Time]) -> once.Told:
    mention = Mention(event, _likelihood(each.said.ahead), _window(sheet, found.times, times.get(event.time or "")))
    return once.Told(mention, clause(sheet, each.sentence, event.trigger.start), each.sentence)


def _counts(each: Seen, event: Event) -> bool:
    """Whether it is told of somebody, somewhere or of some day, or matters without."""
    return bool(each.is_ahead or each.change or event.actors or event.place or event.time)


def _dated(sheet: Sheet, times: Times) -> Iterator[Span]:
    """The clauses that look ahead and name a day after publication."""
    published = sheet.article.published
    for sentence in sheet.sentences:
        for time in times.within(sentence):
            coming = published is not None and time.start is not None and time.start.date() > published.end
            if coming and time.grain in _SHARP and times.looks_ahead(time):
                yield clause(sheet, sentence, time.span.start)


def _window(sheet: Sheet, times: Times, time: Time | None) -> Window | None:
    return times.window(time) if time is not None and sheet.article.published is not None else None


def _likelihood(logit: float) -> float:
    return 1 / (1 + math.exp(-max(logit, -30.0)))


def _expectation(mention: Mention) -> Expectation:
    event = mention.event
    return Expectation(content_id("x", event.id), event.id, mention.window, event.certainty, event.trigger)


def _event(sheet: Sheet, found: Found, each: Seen) -> Event:
    trigger = each.word.span
    teller = beside.tells(found.statements, trigger)
    telling = teller.content if teller else (each.sentence,)
    names = [pair for pair in beside.named(found.entities, each.sentence) if any(p.holds(pair[0]) for p in telling)]
    time = _time(sheet, found.times, each, telling)
    status = _status(sheet, each, teller)
    return Event(
        id=content_id("v", sheet.article.id, "event", *trigger),
        trigger=trigger,
        type=each.root,
        lemma=_lemma(each.word),
        actors=beside.actors_of(names, trigger),
        place=beside.place_of(names, trigger),
        time=time.id if time else None,
        status=status,
        certainty=_certainty(sheet, each, teller),
        polarity="denied" if status == "denied" else "affirmed",
        statement=teller.id if teller else None,
        acts=each.act.kinds if each.act else (),
    )


def _development(sheet: Sheet, each: Seen, event: Event) -> Development:
    change = each.change
    assert change is not None  # noqa: S101  asked by who calls
    return Development(
        id=content_id("d", sheet.article.id, "development", change.state, *change.span),
        trigger=change.span,
        state=change.state,
        acts=event.acts,
        event=event.id,
        time=event.time if change.state == "moved" else None,
        certainty=event.certainty,
        statement=event.statement,
    )


def _time(sheet: Sheet, times: Times, each: Seen, telling: Sequence[Span]) -> Time | None:
    """The time of an event among those that its sentence names within the words that tell it."""
    published = sheet.article.published
    fitting = [
        time
        for time in times.within(each.sentence)
        if any(part.holds(time.span) for part in telling) and beside.fits(times, time, published, ahead=each.is_ahead)
    ]
    if each.change and each.change.state == "moved" and (new := _new_day(sheet, each, each.change, fitting)):
        return new
    own = clause(sheet, each.sentence, each.word.span.start)
    return beside.time_of(fitting, own, each.word.span)


def _new_day(sheet: Sheet, each: Seen, change: Change, coming: Sequence[Time]) -> Time | None:
    """The time to which something is moved: the last in the clause that tells it, behind it; else the next one."""
    behind = sorted((time for time in coming if time.span.start > change.span.start), key=lambda time: time.span.start)
    own = clause(sheet, each.sentence, change.span.start)
    return next((time for time in reversed(behind) if own.holds(time.span)), behind[0] if behind else None)


def _status(sheet: Sheet, each: Seen, teller: Statement | None) -> Status:
    """Of what lies ahead the likeliest that does, save that words of its clause say more; of all else none."""
    if (each.change and each.change.state in _ENDED) or (teller is not None and teller.polarity == "denied"):
        return "denied"
    states = _AHEAD if each.is_ahead or each.change else _HERE
    likely = max(states, key=lambda status: each.said.status[1 + STATUSES.index(status)])
    return standing(sheet.language).status(_clause(sheet, each), likely) if states is _AHEAD else likely


def _certainty(sheet: Sheet, each: Seen, teller: Statement | None) -> Certainty:
    if teller is not None and teller.certainty in _UNSURE:
        return teller.certainty
    if each.is_ahead and standing(sheet.language).conditional.search(_clause(sheet, each)):
        return "possible"
    return each.said.likely_certainty


def _clause(sheet: Sheet, each: Seen) -> str:
    """The words of the clause that tells an event, in the form in which they are compared."""
    return line(sheet, clause(sheet, each.sentence, each.word.span.start))[0]


def _lemma(word: Word) -> str:
    """The word without an article that is written on to it."""
    return next((form for form in word.keys if f"ال{form}" in word.keys), word.key)
