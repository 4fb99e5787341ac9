"""What became of a page: for a person the events with the words struck and added, for a program one object an event."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from reportedly.account.wording import BECAME
from reportedly.records import (
    Article,
    Aspect,
    Claim,
    Edit,
    PageEvent,
    PageEventKind,
    Rewording,
    StatementChange,
    headline,
)
from reportedly.text import Span, squeezed

AROUND = 50  # characters of the later text shown on either side of a change
NEAR = 2 * AROUND  # characters between two changes that are shown on one line


class WordsLine(msgspec.Struct):
    """Words of one revision."""

    span: Span
    words: str


class RewordingLine(msgspec.Struct):
    """Words struck, and the words added for them."""

    before: WordsLine
    after: WordsLine


class StatementChangeLine(msgspec.Struct):
    """A statement that an edit changed."""

    kind: str
    what: tuple[Aspect, ...]
    before: Claim | None
    after: Claim | None


class HistoryLine(msgspec.Struct):
    """An event as ``reportedly history --format jsonl`` prints it; the last fields only of an edit."""

    url: str
    kind: PageEventKind
    at: datetime | None
    until: datetime | None
    looks: int
    message: str
    article: str | None
    before: str | None = None
    struck: int = 0
    added: int = 0
    statements_compared: bool = False
    same_extractor: bool = True
    partial: bool = False
    rewordings: tuple[RewordingLine, ...] = ()
    statements: tuple[StatementChangeLine, ...] = ()


def jsonl(url: str, events: Iterable[PageEvent], texts: Mapping[str, Article]) -> Iterator[str]:
    """One JSON object an event; ``texts`` holds the revisions by id."""
    for event in events:
        line = HistoryLine(url, event.kind, event.at, event.until, event.looks, event.message, event.article)
        yield msgspec.json.encode(_with(line, event.edit, texts) if event.edit else line).decode()


def _with(line: HistoryLine, edit: Edit, texts: Mapping[str, Article]) -> HistoryLine:
    before, after = texts[edit.before].text, texts[edit.after].text
    return msgspec.structs.replace(
        line,
        before=edit.before,
        struck=edit.struck,
        added=edit.added,
        statements_compared=edit.read,
        same_extractor=edit.same_extractor,
        partial=edit.partial,
        rewordings=tuple(
            RewordingLine(_words(rewording.before, before), _words(rewording.after, after))
            for rewording in edit.rewordings
        ),
        statements=tuple(_change(change) for change in edit.statements),
    )


def _change(change: StatementChange) -> StatementChangeLine:
    return StatementChangeLine(change.kind, change.what, change.before, change.after)


def _words(span: Span, text: str) -> WordsLine:
    return WordsLine(span, span.of(text))


def text(url: str, events: Iterable[PageEvent], texts: Mapping[str, Article]) -> Iterator[str]:
    """A line an event; below an edit the words ``[-struck-]`` and ``{+added+}`` and the statements it changed."""
    yield url
    for event in events:
        yield f"{_moment(event.at)}  {BECAME[event.kind]}{_more(event, texts)}"
        if event.edit:
            yield from (f"    {line}" for line in _edit(event.edit, texts))


def _more(event: PageEvent, texts: Mapping[str, Article]) -> str:
    seen = f", the same at {event.looks - 1:,} later looks until {_moment(event.until)}" if event.looks > 1 else ""
    shown = texts.get(event.article or "")
    if event.kind == "seen" and shown:
        return f": {headline(shown) or 'no headline'}{seen}"
    if event.edit and event.edit.rewordings:
        less, more = ("not shown", "shown besides") if event.edit.partial else ("struck", "added")
        return f": {event.edit.struck:,} words {less}, {event.edit.added:,} {more}{seen}"
    return f": {event.message}{seen}" if event.message else seen


def _moment(when: datetime | None) -> str:
    return when.strftime("%Y-%m-%d %H:%M") if when else "time not known  "


def _edit(edit: Edit, texts: Mapping[str, Article]) -> Iterator[str]:
    if edit.partial:
        yield "(one of the two shows less of its article: what it lacks was not struck)"
    if not edit.same_extractor:
        yield "(taken out of the page by another extractor: a difference may be its own)"
    yield from (_marked(few, texts[edit.before].text, texts[edit.after].text) for few in _grouped(edit.rewordings))
    for change in edit.statements:
        yield f"{change.kind.upper()}{': ' + ', '.join(change.what) if change.what else ''}"
        sides = (("was", change.before), ("is ", change.after))
        yield from (f"  {label} {_claim(claim)}" for label, claim in sides if claim)
    if not edit.read and not edit.partial:
        yield "(statements are compared once one reader has read both: `reportedly run`)"


def _claim(claim: Claim) -> str:
    denied = ", denied" if claim.polarity == "denied" else ""
    return f"{claim.source or 'no source'} ({claim.certainty}{denied}): {claim.content}"


def _grouped(rewordings: Iterable[Rewording]) -> Iterator[list[Rewording]]:
    few: list[Rewording] = []
    for rewording in rewordings:
        if few and rewording.after.start - few[-1].after.end > NEAR:
            yield few
            few = []
        few.append(rewording)
    if few:
        yield few


def _marked(few: Sequence[Rewording], before: str, after: str) -> str:
    """Changes that stand near each other, in the later text around them."""
    start, end = max(0, few[0].after.start - AROUND), min(len(after), few[-1].after.end + AROUND)
    line, copied = "…" if start else "", start
    for rewording in few:
        struck, added = rewording.before.of(before), rewording.after.of(after)
        line += (
            after[copied : rewording.after.start]
            + (f" [-{struck}-]" if struck else "")
            + (f" {{+{added}+}}" if added else "")
        )
        copied = rewording.after.end
    return squeezed(line + after[copied:end]) + ("…" if end < len(after) else "")
