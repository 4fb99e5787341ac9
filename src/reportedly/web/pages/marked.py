"""Marks: one story or article is read, unread or starred; and the list of what somebody starred."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.story_judgements import story_of
from reportedly.errors import BadInput
from reportedly.records import MARKED, MarkedKind
from reportedly.web import marking
from reportedly.web.admission import readers
from reportedly.web.asked import page_number
from reportedly.web.forms import Sent, back
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk, ThisVisitor

router = APIRouter(include_in_schema=False)
ACTS: Final = ("read", "unread", "star", "unstar")


@router.post("/marks")
@readers
def mark(request: Request, desk: ThisDesk, visitor: ThisVisitor, sent: Sent) -> Response:
    """Mark what the button says, ``ACT KIND ID``: its own buttons for htmx, else the page it stood on."""
    act, kind, about = _asked(sent.get("mark", ""))
    marked = _marked(desk, visitor, kind, about)
    person, seen = visitor.person.id, desk.ledger.seen
    if act in {"read", "unread"}:
        seen.read(person, kind, about, upto=marked.touched.get(about, 0) if act == "read" else None)
    else:
        seen.star(person, kind, about, desk.now() if act == "star" else None)
    if request.headers.get("hx-request") == "true":
        return desk.piece("marking.html", marked=_marked(desk, visitor, kind, about), about=about)
    return back(sent)


@router.api_route("/marked", methods=["GET", "HEAD"])
def starred(request: Request, desk: ThisDesk, visitor: ThisVisitor, page: str | None = None) -> Response:
    """What somebody starred, last first; a story that was taken up by another leads there."""
    number = page_number(page)
    found = desk.ledger.seen.starred(visitor.person.id, limit=PAGE + 1, offset=PAGE * (number - 1))
    shown, paging = paged(request, number, found)
    ids = [one.about for one in shown if one.kind == "story"]
    now_in = {own: story_of(desk.ledger, own) or own for own in ids}
    lines = desk.ledger.stories.lines_by_id({*ids, *now_in.values()})
    articles = desk.ledger.articles.lines_by_id(one.about for one in shown if one.kind == "article")
    return desk.page(
        "marked.html",
        request,
        shown=shown,
        stories={own: line for own in ids if (line := lines.get(own) or lines.get(now_in[own]))},
        articles=articles,
        story_marks=marking.stories(desk, visitor.person, ids),
        article_marks=marking.articles(desk, visitor.person, {own: line.url for own, line in articles.items()}),
        names=desk.ledger.outlets.names(),
        paging=paging,
    )


def _marked(desk: ThisDesk, visitor: ThisVisitor, kind: MarkedKind, about: str) -> marking.Marked:
    if kind == "story":
        return marking.stories(desk, visitor.person, [about])
    line = desk.ledger.articles.lines_by_id([about]).get(about)
    return marking.articles(desk, visitor.person, {about: line.url} if line else {})


def _asked(given: str) -> tuple[str, MarkedKind, str]:
    act, kind, about = [*given.split(" ", 2), "", ""][:3]
    known = next((one for one in MARKED if one == kind), None)
    if act not in ACTS or known is None or not about.isalnum() or len(about) > 64:  # noqa: PLR2004  ids are shorter
        raise BadInput(f"{given[:80]!r} is no mark: it is one of {', '.join(ACTS)}, then story or article, then its id")
    return act, known, about
