"""The line formats other programs read, one JSON object a line.

Readings are documented in ``docs/reading-format.md``, stories and follow-ups in ``docs/commands.md``.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from reportedly.records import (
    Change,
    Disagreement,
    Drift,
    Evidence,
    Fold,
    FollowUp,
    Reading,
    Share,
    Side,
    State,
    Story,
    Window,
)
from reportedly.text import Span


class StoryArticleLine(msgspec.Struct):
    """An article of a story line."""

    url: str
    copy_of: str | None
    originator: str
    shares: tuple[Share, ...] = ()


class ClaimLine(msgspec.Struct):
    """A statement that several articles carry; ``reports`` heard it independently, ``voices`` and ``media``."""

    statements: list[str]
    reports: int
    voices: list[str]
    media: list[str]


class PrintedStory(msgspec.Struct):
    """A story as ``reportedly stories --format jsonl`` prints it; ``voices`` are URLs, as many as sources."""

    story: str
    title: str
    articles: list[StoryArticleLine]
    independent_sources: int
    voices: list[str]
    folds: list[Fold]
    sides: list[Side]
    claims: list[ClaimLine]
    disagreements: list[Disagreement]
    drifts: list[Drift]
    thread: str | None


class SupportLine(msgspec.Struct):
    """Where an expectation was announced."""

    article_url: str
    span: Span


class EvidenceLine(msgspec.Struct):
    """The words a change of state rests on."""

    article_url: str
    span: Span
    sentence: str


class WindowLine(msgspec.Struct):
    """Days within which something is expected, both inclusive."""

    start: date | None
    end: date | None
    vague: bool


class ChangeLine(msgspec.Struct):
    """A change of state, on the day it was reported or followed from the calendar; ``window`` is the new one."""

    on: date
    state: State
    evidence: list[EvidenceLine]
    window: WindowLine | None = None


class PrintedFollowUp(msgspec.Struct):
    """An expectation as ``reportedly followups --format jsonl`` prints it.

    ``window`` is the one that was announced; ``now`` the one that counts on the day, after all moves up to it.
    """

    id: str
    type: str
    who: list[str]
    article_url: str
    span: Span
    sentence: str
    announced: date | None
    state: State
    window: WindowLine | None
    now: WindowLine | None
    supports: list[SupportLine]
    history: list[ChangeLine]


def reading(record: Reading) -> str:
    """A reading in the public reading format."""
    return msgspec.json.encode(record).decode()


def stories(records: Iterable[Story]) -> Iterator[str]:
    """Stories, one JSON object each."""
    for story in records:
        yield msgspec.json.encode(_story(story)).decode()


def _story(story: Story) -> PrintedStory:
    return PrintedStory(
        story=story.id,
        title=story.title,
        articles=[StoryArticleLine(a.url, a.copy_of, a.originator, a.shares) for a in story.articles],
        independent_sources=story.independent_sources,
        voices=[url for url, voice in story.voices.items() if url == voice],
        folds=list(story.folds),
        sides=list(story.sides),
        claims=[ClaimLine(list(c.statements), c.reports, list(c.voices), list(c.media)) for c in story.claims],
        disagreements=list(story.disagreements),
        drifts=list(story.drifts),
        thread=story.thread,
    )


def followups(records: Iterable[FollowUp], day: date) -> Iterator[str]:
    """Expectations announced by ``day`` and their state on that day, one JSON object each."""
    for record in records:
        if record.is_known_by(day):
            yield msgspec.json.encode(_followup(record.as_of(day), record.window)).decode()


def _followup(record: FollowUp, announced: Window | None) -> PrintedFollowUp:
    first = record.supports[0]
    return PrintedFollowUp(
        id=record.id,
        type=record.type,
        who=list(record.who),
        article_url=first.article_url,
        span=first.span,
        sentence=first.sentence,
        announced=record.announced,
        state=record.state,
        window=_window(announced),
        now=_window(record.window),
        supports=[SupportLine(support.article_url, support.span) for support in record.supports],
        history=[_change(change) for change in record.history],
    )


def _window(window: Window | None) -> WindowLine | None:
    return WindowLine(window.start, window.end, window.vague) if window else None


def _change(change: Change) -> ChangeLine:
    moved = _window(change.window) if change.state == "moved" else None
    return ChangeLine(change.on, change.state, [_evidence(evidence) for evidence in change.evidence], moved)


def _evidence(evidence: Evidence) -> EvidenceLine:
    return EvidenceLine(evidence.article_url, evidence.span, evidence.sentence)
