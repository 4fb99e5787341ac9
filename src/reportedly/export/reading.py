"""A reading for a person: the article with its spans marked and, under it, what was filed.

Signs: ``[1 ...]`` the content of statement 1, ``^1`` after its cue, ``@1`` after its source, ``_..._`` a name,
``{...}`` a time, ``~...~`` words held at arm's length, ``#3`` after the trigger of event 3.
"""

import os
import shutil
import sys
from collections.abc import Iterator

from reportedly.export.terminal import Mark, marked, wrapped
from reportedly.records import Development, Entity, Event, Participant, Reading, Statement, Time, Window
from reportedly.text import Span, squeezed

_LEGEND = "[1 ...] statement 1   ^1 its cue   @1 its source   _..._ name   {...} time   ~...~ arm's length   #1 event 1"
_WIDEST = 110
_QUOTED = 160  # characters of a statement's content repeated in the list


def text(reading: Reading, *, width: int | None = None, colour: bool | None = None) -> str:
    """The reading as lines of at most ``width`` characters; both default to what standard output is."""
    terminal = sys.stdout.isatty()
    width = width or min(_WIDEST, shutil.get_terminal_size().columns)
    colour = colour if colour is not None else terminal and "NO_COLOR" not in os.environ
    head = [wrapped(line, width) for line in (squeezed(reading.article.headline or ""), _about(reading)) if line]
    body = wrapped(marked(reading.article.text, _marks(reading), colour=colour), width)
    filed = [wrapped(line, width, "      ") for line in _filed(reading)]
    return "\n".join([*head, "", body, "", wrapped(_LEGEND, width), "", *filed])


def _about(reading: Reading) -> str:
    article = reading.article
    day = f"{article.published.start}" if article.published else "date unknown"
    part = f" | only a part: {article.partial}" if article.partial else ""
    return f"{article.url} | {article.outlet} | {day} | {article.language} | {reading.reader}{part}"


# -- marks ------------------------------------------------------------------------------------------------------------


def _marks(reading: Reading) -> Iterator[Mark]:
    for entity in reading.entities:
        yield from (Mark(span, "_", "_", "name") for span in entity.mentions)
    for time in reading.times:
        yield Mark(time.span, "{", "}", "time")
    for span in reading.distanced:
        yield Mark(span, "~", "~")
    for number, statement in enumerate(reading.statements, 1):
        yield from (Mark(span, f"[{number} ", "]") for span in statement.content)
        yield from (Mark(span, "", f"^{number}", "cue") for span in statement.cue)
        yield from (Mark(span, "", f"@{number}", "source") for span in statement.source)
    for number, event in enumerate(reading.events, 1):
        yield Mark(event.trigger, "", f"#{number}")


# -- what was filed ---------------------------------------------------------------------------------------------------


def _filed(reading: Reading) -> Iterator[str]:
    words = _Words(reading)
    yield from _part("Statements", [words.statement(one) for one in reading.statements])
    yield from _part("Events", [words.event(one) for one in reading.events])
    yield from _part("Expected", [words.expected(one.event, one.window, one.certainty) for one in reading.expectations])
    yield from _part("Developments", [words.development(one) for one in reading.developments])
    yield from _part("Names", [words.entity(one) for one in reading.entities])
    ties = [
        f"{words.name(one.subject)} {one.kind.replace('_', ' ')} {words.name(one.object)}" for one in reading.relations
    ]
    yield from _part("Ties", ties)
    yield from _part("Times", [words.time(one) for one in reading.times])


def _part(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield title
        yield from (f"{number:4}. {line}" for number, line in enumerate(lines, 1))
        yield ""


class _Words:
    """Turns records into lines, looking up what their ids stand for."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._entities = {entity.id: entity for entity in reading.entities}
        self._times = {time.id: time for time in reading.times}
        self._numbers = {one.id: number for number, one in enumerate(reading.statements, 1)}
        self._events = {one.id: (number, one) for number, one in enumerate(reading.events, 1)}

    def of(self, *spans: Span) -> str:
        """The words under spans, on one line."""
        return squeezed(" ... ".join(span.of(self._text) for span in spans))

    def name(self, entity: str) -> str:
        """An entity's name by its id."""
        return self._entities[entity].name if entity in self._entities else entity

    def statement(self, one: Statement) -> str:
        """Who says what, how sure."""
        who = self.name(one.source_entity) if one.source_entity else self.of(*one.source) or "nobody named"
        how: list[str] = [one.source_kind, one.mode, one.certainty]
        how += ["denied"] if one.polarity == "denied" else []
        how += [f"inside {self._numbers[one.via]}"] if one.via in self._numbers else []
        content = self.of(*one.content)
        short = content if len(content) <= _QUOTED else content[:_QUOTED].rsplit(" ", 1)[0] + " ..."
        return f"{who} ({', '.join(how)}): {short}"

    def event(self, one: Event) -> str:
        """What is told to happen, who takes part, where and when."""
        parts = [f"{one.type} {self.of(one.trigger)}"]
        parts += [self._people(one.actors)] if one.actors else []
        parts += [f"-> {self._people(one.recipients)}"] if one.recipients else []
        parts += [f"at {self.name(one.place)}"] if one.place else []
        parts += [f"when: {self.of(self._times[one.time].span)}"] if one.time in self._times else []
        return " | ".join([*parts, f"{one.status}, {one.certainty}"])

    def _people(self, people: tuple[Participant, ...]) -> str:
        return ", ".join(dict.fromkeys(self.name(p.entity) if p.entity else self.of(p.span) for p in people))

    def expected(self, event: str, window: Window | None, certainty: str) -> str:
        """An event ahead and its window."""
        number, told = self._events[event]
        days = "no time given"
        if window is not None:
            days = f"{window.start or '?'} to {window.end or '?'}{' (vague)' if window.vague else ''}"
        return f"event {number}, {told.type} {self.of(told.trigger)}: {days}, {certainty}"

    def development(self, one: Development) -> str:
        """What came of what, in which words."""
        parts = [one.state, self.of(one.trigger), *([", ".join(one.acts)] if one.acts else [])]
        parts += [f"event {self._events[one.event][0]}"] if one.event in self._events else []
        parts += [f"when: {self.of(self._times[one.time].span)}"] if one.time in self._times else []
        return " | ".join([*parts, one.certainty])

    def entity(self, one: Entity) -> str:
        """A name with kind, roles and place on the map."""
        more = [one.kind, *one.roles]
        more += [one.country] if one.country else []
        more += (
            [f"{one.lat:.2f}, {one.lon:.2f} ({one.precision})"] if one.lat is not None and one.lon is not None else []
        )
        return f"{one.name} ({'; '.join(more)})"

    def time(self, one: Time) -> str:
        """A time expression and the days it stands for."""
        days = f"{one.start.date()} to {one.end.date()}" if one.start and one.end else "days not known"
        return f"{self.of(one.span)}: {days}, {one.grain}{', vague' if one.vague else ''}"
