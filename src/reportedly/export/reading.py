"""A reading for a person: the article with its spans marked and, under it, what was filed.

Signs: ``[1 ...]`` the content of statement 1, ``^1`` after its cue, ``@1`` after its source, ``_..._`` a name,
``{...}`` a time, ``~...~`` words held at arm's length, ``#3`` after the trigger of event 3.
"""

import os
import shutil
import sys
from collections.abc import Iterator

from reportedly import languages
from reportedly.account.wording import window_in_figures
from reportedly.export.terminal import Sign, marked, wrapped
from reportedly.letters import tongues
from reportedly.records import Development, Entity, Event, Expectation, Participant, Reading, Statement, Time
from reportedly.text import Span, joined, squeezed

_LEGEND = "[1 ...] statement 1   ^1 its cue   @1 its source   _..._ name   {...} time   ~...~ arm's length   #1 event 1"
_NONE = "none/"  # the reader of what no reader knows
_WIDEST = 110
_QUOTED = 160  # characters of a statement's content repeated in the list


def text(reading: Reading, *, width: int | None = None, colour: bool | None = None) -> str:
    """The reading as lines of at most ``width`` characters; both default to what standard output is."""
    terminal = sys.stdout.isatty()
    width = width or min(_WIDEST, shutil.get_terminal_size().columns)
    colour = colour if colour is not None else terminal and "NO_COLOR" not in os.environ
    head = [wrapped(line, width) for line in (squeezed(reading.article.headline or ""), _about(reading)) if line]
    body = wrapped(marked(reading.article.text, _marks(reading), colour=colour), width)
    if unread := _unread(reading):
        return "\n".join([*head, "", body, "", wrapped(unread, width), ""])
    filed = [wrapped(line, width, "      ") for line in _filed(reading)]
    return "\n".join([*head, "", body, "", wrapped(_LEGEND, width), "", *filed])


def _about(reading: Reading) -> str:
    article = reading.article
    day = f"{article.published.start}" if article.published else "date unknown"
    part = f" | only a part: {article.partial}" if article.partial else ""
    return f"{article.url} | {article.outlet} | {day} | {article.language} | {reading.reader}{part}"


def _unread(reading: Reading) -> str | None:
    """Why nothing was filed, of an article in a language that is not read, or in none that is known."""
    if not reading.reader.startswith(_NONE):
        return None
    code = reading.article.language
    if code in languages.READ:
        return f"not read: taken for {tongues.name(code)}, but written in other letters"
    if code == tongues.UNKNOWN:
        return "not read: its language is not known"
    return f"not read: {tongues.name(code)} is not among the languages that are read"


# -- marks ------------------------------------------------------------------------------------------------------------


def _marks(reading: Reading) -> Iterator[Sign]:
    for entity in reading.entities:
        yield from (Sign(span, "_", "_", "name") for span in entity.mentions)
    for time in reading.times:
        yield Sign(time.span, "{", "}", "time")
    for span in reading.distanced:
        yield Sign(span, "~", "~")
    for number, statement in enumerate(reading.statements, 1):
        yield from (Sign(span, f"[{number} ", "]") for span in statement.content)
        yield from (Sign(span, "", f"^{number}", "cue") for span in statement.cue)
        yield from (Sign(span, "", f"@{number}", "source") for span in statement.source)
    for number, event in enumerate(reading.events, 1):
        yield Sign(event.trigger, "", f"#{number}")


# -- what was filed ---------------------------------------------------------------------------------------------------


def _filed(reading: Reading) -> Iterator[str]:
    words = _Words(reading)
    yield from _part("Statements", [words.statement(statement) for statement in reading.statements])
    yield from _part("Events", [words.event(event) for event in reading.events])
    yield from _part("Expected", [words.expected(expectation) for expectation in reading.expectations])
    yield from _part("Developments", [words.development(development) for development in reading.developments])
    yield from _part("Names", [words.entity(entity) for entity in reading.entities])
    ties = [
        f"{words.name(tie.subject)} {tie.kind.replace('_', ' ')} {words.name(tie.object)}" for tie in reading.relations
    ]
    yield from _part("Ties", ties)
    yield from _part("Times", [words.time(time) for time in reading.times])


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
        self._numbers = {statement.id: number for number, statement in enumerate(reading.statements, 1)}
        self._events = {event.id: (number, event) for number, event in enumerate(reading.events, 1)}

    def of(self, *spans: Span) -> str:
        """The words under spans, on one line."""
        return joined(spans, self._text)

    def name(self, entity: str) -> str:
        """An entity's name by its id."""
        return self._entities[entity].name if entity in self._entities else entity

    def statement(self, statement: Statement) -> str:
        """Who says what, how sure."""
        source = self.of(*statement.source) or "nobody named"
        who = self.name(statement.source_entity) if statement.source_entity else source
        how: list[str] = [statement.source_kind, statement.mode, statement.certainty]
        how += ["denied"] if statement.polarity == "denied" else []
        how += [f"inside {self._numbers[statement.via]}"] if statement.via in self._numbers else []
        content = self.of(*statement.content)
        short = content if len(content) <= _QUOTED else content[:_QUOTED].rsplit(" ", 1)[0] + " ..."
        return f"{who} ({', '.join(how)}): {short}"

    def event(self, event: Event) -> str:
        """What is told to happen, who takes part, where and when."""
        parts = [f"{event.type} {self.of(event.trigger)}"]
        parts += [self._people(event.actors)] if event.actors else []
        parts += [f"-> {self._people(event.recipients)}"] if event.recipients else []
        parts += [f"at {self.name(event.place)}"] if event.place else []
        parts += [f"when: {self.of(self._times[event.time].span)}"] if event.time in self._times else []
        return " | ".join([*parts, f"{event.status}, {event.certainty}"])

    def _people(self, people: tuple[Participant, ...]) -> str:
        return ", ".join(dict.fromkeys(self.name(p.entity) if p.entity else self.of(p.span) for p in people))

    def expected(self, expectation: Expectation) -> str:
        """An event ahead and its window."""
        number, event = self._events[expectation.event]
        days = window_in_figures(expectation.window)
        return f"event {number}, {event.type} {self.of(event.trigger)}: {days}, {expectation.certainty}"

    def development(self, development: Development) -> str:
        """What came of what, in which words."""
        parts = [development.state, self.of(development.trigger)]
        parts += [", ".join(development.acts)] if development.acts else []
        parts += [f"event {self._events[development.event][0]}"] if development.event in self._events else []
        parts += [f"when: {self.of(self._times[development.time].span)}"] if development.time in self._times else []
        return " | ".join([*parts, development.certainty])

    def entity(self, entity: Entity) -> str:
        """A name with kind, roles and place on the map."""
        more = [entity.kind, *entity.roles]
        more += [entity.country] if entity.country else []
        if entity.lat is not None and entity.lon is not None:
            more.append(f"{entity.lat:.2f}, {entity.lon:.2f} ({entity.precision})")
        return f"{entity.name} ({'; '.join(more)})"

    def time(self, time: Time) -> str:
        """A time expression and the days it stands for."""
        days = f"{time.start.date()} to {time.end.date()}" if time.start and time.end else "days not known"
        return f"{self.of(time.span)}: {days}, {time.grain}{', vague' if time.vague else ''}"
