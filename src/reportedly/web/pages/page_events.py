"""What became of an article's page: its events, and one edit with both revisions side by side."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import page_events
from reportedly.records import Article, PageEvent, headline
from reportedly.web.failures import Missing
from reportedly.web.side_by_side import Stretch, stretches
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/articles/{article_id}/history", methods=["GET", "HEAD"])
def page_events_of(request: Request, desk: ThisDesk, article_id: str, edit: str | None = None) -> Response:
    """The page's events; ``edit`` is the number of the one whose revisions are shown, by default the last edit."""
    article = desk.ledger.articles.get(article_id)
    if article is None:
        raise Missing("There is no such article revision in this ledger.")
    events = page_events.of(desk.ledger, article.url)
    revisions = desk.ledger.articles.revisions(article.url)
    shown = _shown(events, edit)
    return desk.page(
        "page_events.html",
        request,
        article=article,
        headline=headline(article),
        events=events,
        shown=shown,
        numbers={revision.id: number for number, revision in enumerate(revisions, 1)},
        beside=_beside(events[shown], revisions) if shown is not None else (),
        outlet=desk.ledger.outlets.names().get(article.outlet, article.outlet),
    )


def _shown(events: Sequence[PageEvent], asked: str | None) -> int | None:
    """The place of the edit that was asked for, else of the last one; None where there is none."""
    edits = [place for place, event in enumerate(events) if event.edit and event.edit.rewordings]
    if asked is None:
        return edits[-1] if edits else None
    if asked.isascii() and asked.isdigit() and int(asked[:9]) in edits:
        return int(asked[:9])
    raise Missing("This page has no such edit.")


def _beside(event: PageEvent, revisions: Sequence[Article]) -> tuple[Stretch, ...]:
    texts = {revision.id: revision.text for revision in revisions}
    if event.edit is None:
        return ()
    return stretches(texts[event.edit.before], texts[event.edit.after], event.edit.rewordings)
