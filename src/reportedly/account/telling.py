"""What the articles of a story say: each claim with the outlet that carries it, its source and its own words.

Only originators speak here. A copy is listed with the story but never gives a second voice, and an anonymous source
keeps the words it was given, whatever else the article names.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.records import (
    Article,
    ArticleHead,
    Citation,
    Published,
    Reading,
    Statement,
    Story,
    StoryArticle,
    headline,
)
from reportedly.text import Span, joined

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

PARTS: Final = (
    "sentences",
    "entities",
    "statements",
    "events",
)  # of a reading; nobody here asks who took part in events
BULLETS: Final = "•▪●◦‣·*–—- "  # before the points of a list; no part of a name
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "him", "her", "them", "who", "i", "we"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of a story as the ledger has it. ``reading`` is None for a copy and where nobody has read it yet."""

    place: StoryArticle
    article: Article | ArticleHead
    reading: Reading | None
    outlet: str

    @property
    def day(self) -> date | None:
        """The first day it may have come out."""
        return self.article.published.start if self.article.published else None

    @property
    def is_copy(self) -> bool:
        """Whether it repeats another article's text."""
        return self.place.copy_of is not None

    @property
    def headline(self) -> str:
        """The headline, or the first words where there is none."""
        return headline(self.article, 90) or "Without a headline"

    def cite(self, span: Span) -> Citation:
        """A citation of these words of it."""
        article = self.article
        return Citation(self.outlet, self.day, article.id, article.url, span, span.of(article.text))


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in its article, with the words that a person needs to judge it."""

    telling: Telling
    statement: Statement
    outer: Statement | None
    span: Span
    content: str
    source: str
    cue: str

    @property
    def names_nobody(self) -> bool:
        """Whether the text leaves open who says it."""
        return self.statement.source_kind in {"anonymous", "unknown"} and self.statement.source_entity is None


def tellings(
    ledger: "Ledger", stories: Iterable[Story], names: Mapping[str, str], most: int
) -> list[tuple[Telling, ...]]:
    """For each story up to ``most`` of its articles, originators before copies, given oldest first.

    ``names`` are outlets' by their ids. The articles of all stories are asked for at once, and of readings only what a
    telling is made from.
    """
    places = [sorted(story.articles, key=lambda place: place.copy_of is not None)[:most] for story in stories]
    readings = ledger.readings((one.article for few in places for one in few if one.copy_of is None), PARTS)
    others = ledger.articles_by_id(one.article for few in places for one in few if one.article not in readings)
    return [_told(few, readings, others, names) for few in places]


def _told(
    places: Iterable[StoryArticle],
    readings: Mapping[str, Reading],
    others: Mapping[str, Article],
    names: Mapping[str, str],
) -> tuple[Telling, ...]:
    found = []
    for place in places:
        reading = readings.get(place.article)
        article = reading.article if reading else others.get(place.article)
        if article is not None:
            found.append(Telling(place, article, reading, names.get(article.outlet, article.outlet)))
    return tuple(sorted(found, key=lambda t: (_sort_day(t.article.published), t.outlet, t.article.url)))


def _sort_day(published: Published | None) -> date:
    return published.start if published else date.max


def said(telling: Telling) -> Iterator[Said]:
    """What the article says others said, in the order of its text; a copy says nothing of its own."""
    reading = telling.reading
    if reading is None or telling.is_copy:
        return
    by_id = {statement.id: statement for statement in reading.statements}
    for statement in sorted(reading.statements, key=lambda s: (s.envelope, s.id)):
        outer = by_id.get(statement.via) if statement.via else None
        text = telling.article.text
        content = joined(statement.content, text)
        if content:
            source, cue = source_words(statement, reading), joined(statement.cue, text)
            yield Said(telling, statement, outer, statement.envelope, content, source, cue)


def body(reading: Reading) -> tuple[Span, ...]:
    """The sentences that are not title, credit or byline; all of them where that would leave none."""
    head = [span for span in (reading.article.title, reading.article.credit, reading.article.byline) if span]
    head.extend(reading.article.furniture)
    body = tuple(span for span in reading.sentences if not any(part.holds(span) for part in head))
    return body or reading.sentences


def source_words(statement: Statement, reading: Reading) -> str:
    """Who says it: the article's words, with the name they stand for; empty where the article names nobody."""
    words = joined(statement.source, reading.article.text).lstrip(BULLETS)
    if statement.source_kind == "anonymous" or statement.source_entity is None:
        return words
    name = next((entity.name for entity in reading.entities if entity.id == statement.source_entity), "")
    if not name or name.casefold() in words.casefold():
        return words
    short = words.casefold() in PRONOUNS or words.split()[-1:] == name.split()[-1:]
    return name if not words or short else f"{words} ({name})"
