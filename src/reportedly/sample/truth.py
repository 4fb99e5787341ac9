"""The ground truth of the sample stream: what a careful editor would file from it; ``truth.toml``, ``readings.toml``.

It serves tests and the curious; no stage of the desk ever sees it.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from reportedly.records import Certainty, EntityKind, FetchState, Mode, Polarity, Record, SourceKind, State


class Copy(Record, frozen=True, forbid_unknown_fields=True):
    """An article that repeats another's text."""

    url: str
    copy_of: str


class TrueStory(Record, frozen=True, forbid_unknown_fields=True):
    """The articles about one happening; ``independent_sources`` counts originators of different owners."""

    name: str
    independent_sources: int
    articles: tuple[str, ...]
    copies: tuple[Copy, ...] = ()


class TrueThread(Record, frozen=True, forbid_unknown_fields=True):
    """A running story: an article of each of its parts, in order."""

    name: str
    parts: tuple[str, ...]


class TrueWindow(Record, frozen=True, forbid_unknown_fields=True):
    """Days within which something is expected; a vague one ends somewhere between the days of ``end_within``."""

    start: date | None = None
    end: date | None = None
    end_within: tuple[date, date] | None = None
    vague: bool = False


class TrueExpectation(Record, frozen=True, forbid_unknown_fields=True):
    """Something announced, and its ``state`` on the last day; ``on`` is the day from which it holds.

    No ``window``: the article gives none that can be resolved, because its own date is unknown.
    """

    name: str
    url: str
    words: str
    trigger: str
    state: State
    window: TrueWindow | None = None
    on: date | None = None
    evidence: str | None = None
    evidence_words: str | None = None
    moved_to: TrueWindow | None = None
    supports: tuple[str, ...] = ()


class TrueEdit(Record, frozen=True, forbid_unknown_fields=True):
    """A page changed after publication: words that stood there before the day ``on``, and from it."""

    url: str
    on: date
    before: str
    after: str
    what: str


class Told(Record, frozen=True, forbid_unknown_fields=True):
    """Words of an article."""

    url: str
    words: str


class TrueDrift(Record, frozen=True, forbid_unknown_fields=True):
    """A statement that lost something from one article of a story to another."""

    story: str
    lost: Literal["hedge", "source"]
    before: Told
    after: Told


class TrueWithdrawal(Record, frozen=True, forbid_unknown_fields=True):
    """A page that its outlet took down: there before the day ``on``, gone from it."""

    url: str
    on: date
    why: str


class OneFigure(Record, frozen=True, forbid_unknown_fields=True):
    """A number as one article gives it."""

    number: int
    url: str
    words: str


class Figure(Record, frozen=True, forbid_unknown_fields=True):
    """One quantity on which sources disagree."""

    about: str
    told: tuple[OneFigure, ...]


class Name(Record, frozen=True, forbid_unknown_fields=True):
    """A name of a place and an article that uses it."""

    name: str
    url: str


class ContestedPlace(Record, frozen=True, forbid_unknown_fields=True):
    """A place that the sides call by different names."""

    about: str
    names: tuple[Name, ...]


class Denial(Record, frozen=True, forbid_unknown_fields=True):
    """Words by which an office denies something."""

    url: str
    words: str


class ChainOfVoices(Record, frozen=True, forbid_unknown_fields=True):
    """An attribution within an attribution."""

    url: str
    words: str
    outer: str
    inner: str


class LongQuote(Record, frozen=True, forbid_unknown_fields=True):
    """A quotation over several paragraphs, by its first and last words."""

    url: str
    speaker: str
    opens: str
    closes: str


class TrueStatement(Record, frozen=True, forbid_unknown_fields=True):
    """Who says what, in words of an article that is not in English; ``via`` are those of whoever passes it on."""

    content: str
    cue: str
    source: str = ""
    kind: SourceKind = "role"
    mode: Mode = "indirect"
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"
    via: str = ""


class TrueTime(Record, frozen=True, forbid_unknown_fields=True):
    """Words that stand for days; a lunar date stands for its day and those of doubt around it."""

    words: str
    start: date | None = None
    end: date | None = None


class TrueName(Record, frozen=True, forbid_unknown_fields=True):
    """Somebody or something as an article names it; ``called`` is what English articles call it, where one does."""

    words: str
    kind: EntityKind
    called: str = ""


class TrueReading(Record, frozen=True, forbid_unknown_fields=True):
    """What is to be found in one article that is not in English; ``article`` is ``outlet/name`` of its file."""

    article: str
    statements: tuple[TrueStatement, ...]
    times: tuple[TrueTime, ...]
    names: tuple[TrueName, ...]


class TrueReadings(Record, frozen=True, forbid_unknown_fields=True):
    """All of ``readings.toml``."""

    articles: tuple[TrueReading, ...]


class TrueDeadEnd(Record, frozen=True, forbid_unknown_fields=True):
    """A URL that yields no article, and what the desk must record of it."""

    url: str
    state: FetchState


class Truth(Record, frozen=True, forbid_unknown_fields=True):
    """All of ``truth.toml``."""

    undated_outlets: tuple[str, ...]
    stories: tuple[TrueStory, ...]
    threads: tuple[TrueThread, ...]
    expectations: tuple[TrueExpectation, ...]
    edits: tuple[TrueEdit, ...]
    drifts: tuple[TrueDrift, ...]
    withdrawals: tuple[TrueWithdrawal, ...]
    figures: tuple[Figure, ...]
    places: tuple[ContestedPlace, ...]
    denials: tuple[Denial, ...]
    chains: tuple[ChainOfVoices, ...]
    quotes: tuple[LongQuote, ...]
    dead_ends: tuple[TrueDeadEnd, ...]


@cache
def readings() -> tuple[TrueReading, ...]:
    """What a careful editor would file from each article that is not in English."""
    told = (Path(__file__).parent / "readings.toml").read_bytes()
    return msgspec.toml.decode(told, type=TrueReadings).articles


@cache
def truth() -> Truth:
    """The ground truth."""
    return msgspec.toml.decode((Path(__file__).parent / "truth.toml").read_bytes(), type=Truth)
