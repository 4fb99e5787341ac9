"""One page's history from all looks at it: what it showed from when to when, what was changed, when it was gone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportedly.records import Edit, FetchState, Look, PageEvent, PageEventKind

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

LOST: Mapping[FetchState, PageEventKind] = {
    "gone": "gone",
    "blocked": "closed",
    "not_an_article": "no_article",
}


def of(ledger: "Ledger", url: str) -> tuple[PageEvent, ...]:
    """What became of a page that the ledger knows, in order; empty for one it does not know."""
    return tell(*ledger.pages.history(url))


def tell(looks: Iterable[Look], edits: Iterable[Edit]) -> tuple[PageEvent, ...]:
    """What became of a page, in order; ``looks`` ascending, ``edits`` those between its revisions, in any order.

    A look that failed (a server down, a line cut) says nothing of the page and is passed over; one that found nothing
    new belongs to the event before it.
    """
    known = {(edit.before, edit.after): edit for edit in edits}
    events: list[PageEvent] = []
    for look in looks:
        if look.state == "unchanged" and events:
            events[-1] = _still(events[-1], look)
        elif look.state in LOST:
            _lose(events, look)
        elif look.state == "fetched" and look.article:
            _show(events, look, look.article, known)
    return tuple(events)


def _still(event: PageEvent, look: Look) -> PageEvent:
    return replace(event, until=look.at, looks=event.looks + 1)


def _lose(events: list[PageEvent], look: Look) -> None:
    kind, last = LOST[look.state], events[-1] if events else None
    if last and last.kind == kind:
        events[-1] = _still(last, look)
    else:
        events.append(PageEvent(kind, look.at, look.at, 1, look.message, last.article if last else None))


def _show(events: list[PageEvent], look: Look, article: str, known: Mapping[tuple[str, str], Edit]) -> None:
    last = events[-1] if events else None
    if last and last.article == article and last.kind not in LOST.values():
        events[-1] = _still(last, look)
        return
    before = last.article if last else None
    edit = known.get((before, article)) if before else None
    kind = _kind(events, article, before, edit)
    events.append(PageEvent(kind, look.at, look.at, 1, look.message, article, edit))


def _kind(events: Sequence[PageEvent], article: str, before: str | None, edit: Edit | None) -> PageEventKind:
    if before is None:
        return "seen"
    if article == before:
        return "back"
    if edit and edit.partial:
        return "part"
    if edit and not edit.rewordings:
        return "laid_out_anew"
    return "put_back" if any(event.article == article for event in events) else "edited"
