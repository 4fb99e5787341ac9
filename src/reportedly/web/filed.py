"""What was filed from one article, laid out for its page: entries of the side list, marks in the text, anchors.

Every entry has its words in the text under ``#w-{id}`` and every span that anything may cite is an anchor
``#s-{start}-{end}``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from reportedly.account.attributions import source_words
from reportedly.records import Article, Entity, Event, Reading, Statement, Time, Window, heading
from reportedly.text import Span, joined, squeezed
from reportedly.web.marks import Mark, Passage, Reference


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement as the side list shows it; ``chain`` are the sources it came through, the outermost first."""

    number: int
    statement: Statement
    source: str
    cue: str
    content: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event as the side list shows it."""

    event: Event
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    time: Time | None
    window: Window | None
    ahead: bool


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """A time expression with its words."""

    time: Time
    words: str


@dataclass(frozen=True, slots=True)
class Filed:
    """All that a page shows of a reading."""

    statements: tuple[StatementEntry, ...]
    events: tuple[EventEntry, ...]
    times: tuple[TimeEntry, ...]
    entities: tuple[Entity, ...]


def filed(reading: Reading) -> Filed:
    """The entries, in the order of the text; persons who are not public are left to the text."""
    text = reading.article.text
    times = sorted(reading.times, key=lambda time: time.span)
    public = [entity for entity in reading.entities if entity.public]
    return Filed(
        tuple(_statements(reading)),
        tuple(_events(reading)),
        tuple(TimeEntry(time, squeezed(time.span.of(text))) for time in times),
        tuple(sorted(public, key=lambda entity: (-len(entity.mentions), entity.name))),
    )


def _statements(reading: Reading) -> Iterator[StatementEntry]:
    by_id = {statement.id: statement for statement in reading.statements}
    text = reading.article.text
    for number, statement in enumerate(sorted(reading.statements, key=lambda statement: statement.envelope), 1):
        yield StatementEntry(
            number,
            statement,
            source_words(statement, reading),
            joined(statement.cue, text),
            joined(statement.content, text),
            tuple(reversed([source_words(outer, reading) for outer in _outer(statement, by_id)])),
        )


def _outer(statement: Statement, by_id: dict[str, Statement]) -> Iterator[Statement]:
    seen = {statement.id}
    while statement.via and statement.via in by_id and statement.via not in seen:
        statement = by_id[statement.via]
        seen.add(statement.id)
        yield statement


def _events(reading: Reading) -> Iterator[EventEntry]:
    text = reading.article.text
    names = {entity.id: entity.name for entity in reading.entities}
    times = {time.id: time for time in reading.times}
    ahead = {expectation.event: expectation for expectation in reading.expectations}
    for event in sorted(reading.events, key=lambda event: event.trigger):
        expectation = ahead.get(event.id)
        yield EventEntry(
            event,
            squeezed(event.trigger.of(text)),
            tuple(squeezed(actor.span.of(text)) for actor in event.actors),
            tuple(squeezed(recipient.span.of(text)) for recipient in event.recipients),
            names.get(event.place) if event.place else None,
            times.get(event.time) if event.time else None,
            expectation.window if expectation else None,
            expectation is not None,
        )


# -- in the text ------------------------------------------------------------------------------------------------------


def marks(article: Article, reading: Reading | None) -> tuple[Mark, ...]:
    """What is marked in the text, by class: parts of the page, statements, events, times, names, distanced words."""
    heads = {"title": article.title, "credit": article.credit, "byline": article.byline}
    if article.dateline:
        heads["dateline"] = article.dateline.span
    parts = [Mark(span, (f"k-{name}",)) for name, span in heads.items() if span]
    parts.extend(Mark(span, ("k-furniture",)) for span in article.furniture)
    return (*parts, *(_of_reading(reading) if reading else ()))


def _of_reading(reading: Reading) -> Iterator[Mark]:
    for statement in reading.statements:
        denied = ("denied",) if statement.polarity == "denied" else ()
        yield from (Mark(span, ("k-content", f"c-{statement.certainty}", *denied)) for span in statement.content)
        yield from (Mark(span, ("k-cue",)) for span in statement.cue)
        yield from (Mark(span, ("k-source",)) for span in statement.source)
    yield from (Mark(event.trigger, ("k-event",)) for event in reading.events)
    yield from (Mark(time.span, ("k-time",)) for time in reading.times)
    yield from (Mark(span, ("k-name",)) for entity in reading.entities if entity.public for span in entity.mentions)
    yield from (Mark(span, ("k-distanced",)) for span in reading.distanced)


def passages(article: Article, reading: Reading | None, cited: Iterable[Span] = ()) -> tuple[Passage, ...]:
    """Every passage a link may lead to, each anchor once; ``cited`` are words that rest on no filed entry."""
    anchored = [Passage(f"w-{own}", spans) for own, spans in _entries(reading)] if reading else []
    citable = chain(_citable(article, reading), map(Span._make, cited))
    single = dict.fromkeys(span for span in citable if span.start < span.end)
    anchored.extend(Passage(f"s-{span.start}-{span.end}", (span,)) for span in single)
    return tuple(anchored)


def _entries(reading: Reading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for statement in reading.statements:
        yield statement.id, (*statement.content, *statement.cue, *statement.source)
    yield from ((event.id, (event.trigger,)) for event in reading.events)
    yield from ((time.id, (time.span,)) for time in reading.times)
    yield from ((entity.id, entity.mentions) for entity in reading.entities if entity.public and entity.mentions)


def _citable(article: Article, reading: Reading | None) -> Iterable[Span]:
    yield heading(article)
    if reading is None:
        return
    yield from reading.sentences
    for statement in reading.statements:
        yield from chain((statement.envelope,), statement.content, statement.cue, statement.source)
    for entity in reading.entities:
        yield from entity.mentions if entity.public else ()
    yield from (event.trigger for event in reading.events)
    yield from (time.span for time in reading.times)
    yield from (ahead.window.span for ahead in reading.expectations if ahead.window and ahead.window.span)


def references(filed: Filed) -> tuple[Reference, ...]:
    """A number after each statement's content, leading to its entry."""
    return tuple(
        Reference(max(span.end for span in entry.statement.content), entry.number, f"f-{entry.statement.id}")
        for entry in filed.statements
    )
