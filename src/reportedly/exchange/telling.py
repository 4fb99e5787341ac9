"""What a report tells of an article: put together from the ledger, without what must not be told."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from reportedly.records import (
    Article,
    Certainty,
    Entity,
    Imprint,
    Label,
    Mode,
    Polarity,
    ReportState,
    SourceKind,
    State,
    Window,
    page_id,
)

SHORT: Final = 8
"""Letters of a page's id that tell two reports of one headline apart."""


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement in the article's own words."""

    id: str
    words: tuple[str, ...]
    source: str
    source_kind: SourceKind
    cue: str
    certainty: Certainty
    polarity: Polarity
    mode: Mode
    via: str | None


@dataclass(frozen=True, slots=True)
class ToldState:
    """What became of an expectation on a day, and the pages that show it: all of them may be told of."""

    on: date
    state: State
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldExpectation:
    """What an article announces, in its own words, and what became of it as far as that may be told.

    ``followup`` is how this desk knows it, made of an article that may not be told of: it never leaves.
    """

    followup: str
    id: str
    sentence: str
    window: Window | None
    certainty: Certainty
    states: tuple[ToldState, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """An article as it may be told to a party.

    ``headline`` and ``text`` are None where they may not go. ``capture`` is the SHA-256 of the page as it came.
    """

    article: Article
    outlet: str
    imprint: Imprint
    label: Label
    headline: str | None
    statements: tuple[ToldStatement, ...] = ()
    expectations: tuple[ToldExpectation, ...] = ()
    places: tuple[Entity, ...] = ()
    text: str | None = None
    capture: str | None = None
    state: ReportState = "usable"
    reason: str = ""

    @property
    def page(self) -> str:
        """The id of its page, which is the same at every desk."""
        return page_id(self.article.url)

    @property
    def short(self) -> str:
        """A few letters that tell it from others of the same headline."""
        return self.page[1 : 1 + SHORT]


@dataclass(frozen=True, slots=True)
class Tie:
    """That an article repeats another's text, or tells the same happening: both may be told of."""

    kind: str
    page: str
    other: str
    label: Label

    @property
    def about(self) -> str:
        """The two pages."""
        return f"{self.page}|{self.other}"
