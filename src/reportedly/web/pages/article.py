"""One article: its text with the words marked that something was filed from, and beside it what was filed."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import page_events, remarks
from reportedly.account.aside import aside
from reportedly.account.expectations import spans_in
from reportedly.records import PageEvent, Reading, headline
from reportedly.web import filed as desk_filed
from reportedly.web import marking, marks
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk, ThisVisitor, WebDesk

router = APIRouter(include_in_schema=False)
LOST: Final = ("gone", "closed", "no_article")
LONG: Final = 40_000  # characters; a longer text is shown plain unless all marks are asked for, so the page stays quick


@router.api_route("/articles/{article_id}", methods=["GET", "HEAD"])
def article(
    request: Request,
    desk: ThisDesk,
    visitor: ThisVisitor,
    article_id: str,
    every: bool = False,  # noqa: FBT001, FBT002
) -> Response:
    """The article's page."""
    revision = desk.ledger.articles.get(article_id)
    if revision is None:
        raise Missing("There is no such article revision in this ledger.")
    newest, reading = desk.ledger.judgements.newest(), desk.ledger.readings.get(article_id)
    long = len(revision.text) > LONG and not every
    filed = desk_filed.filed(reading) if reading and not long else None
    passages = desk_filed.passages(revision, None if long else reading, sorted(spans_in(desk.ledger, article_id)))
    text = marks.rendered(
        revision.text,
        desk_filed.marks(revision, None if long else reading),
        passages,
        desk_filed.references(filed) if filed else (),
        revision.title,
    )
    entries = [(passage.anchor, f"f-{passage.anchor[2:]}") for passage in passages if passage.anchor.startswith("w-")]
    return desk.page(
        "article.html",
        request,
        article=revision,
        headline=headline(revision) or "Article without a headline",
        own_heading=not marks.has_heading(revision.text, revision.title),
        reader=reading.reader if reading else None,
        filed=filed,
        aside=None if reading else aside(desk.ledger, [article_id]),
        long=long,
        text=text,
        outlet=desk.ledger.outlets.names().get(revision.outlet, revision.outlet),
        revisions=desk.ledger.articles.revisions(revision.url),
        became=became(page_events.of(desk.ledger, revision.url)),
        capture=desk.ledger.captures.get(revision.capture) if revision.capture else None,
        story=desk.ledger.stories.of_article(article_id),
        marked=marking.articles(desk, visitor.person, {article_id: revision.url}),
        style=marks.style(passages, entries),
        newest=newest,
        judging=desk.judging,
        remarks=remarks.of_article(desk.ledger, revision),
        of_filed=_of_filed(desk, reading),
        withdrawn=remarks.withdrawn_in(desk.ledger, revision),
    )


def _of_filed(desk: WebDesk, reading: Reading | None) -> dict[str, remarks.Remarks]:
    """What people decided about the statements and events of the article, by their ids."""
    return remarks.of_readings(desk.ledger, [reading]) if reading else {}


def became(events: Sequence[PageEvent]) -> PageEvent | None:
    """What a reader of the article must know of its page: that it is gone, or the last edit of its words."""
    edits = [event for event in events if event.edit and event.edit.rewordings and not event.edit.partial]
    lost = [event for event in events[-1:] if event.kind in LOST]
    return next(iter((*lost, *reversed(edits))), None)
