"""Saved searches: how much of each is unread to whoever looks, and made, changed, read and taken away by forms."""

from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.account import searches as told
from reportedly.account.narrowing import narrowed
from reportedly.errors import BadInput
from reportedly.records import Filters, SavedSearch
from reportedly.web.admission import readers
from reportedly.web.asked import number
from reportedly.web.forms import Form, Sent
from reportedly.web.narrowing import KINDS
from reportedly.web.paging import PAGE
from reportedly.web.webdesk import ThisDesk, ThisVisitor, WebDesk

router = APIRouter(include_in_schema=False)
UNREAD: Final = "unread"


@router.api_route("/searches", methods=["GET", "HEAD"])
@readers
def searches(request: Request, desk: ThisDesk, visitor: ThisVisitor, removed: str = "") -> Response:
    """The searches that one sees."""
    own = desk.ledger.searches.all(visitor.person.id)
    gone = told.seen(desk.ledger, removed, visitor.person) if removed else None
    return desk.page(
        "searches.html",
        request,
        searches=own,
        unread=desk.ledger.searches.unread(visitor.person.id, [one.id for one in own]),
        gone=gone if gone and gone.removed else None,
        told=told,
        names=_names(desk, own),
    )


@router.post("/searches")
@readers
def save(desk: ThisDesk, visitor: ThisVisitor, sent: Sent) -> Response:
    """Keep a search."""
    name, words, filters = _question(desk, sent)
    shared, owner = bool(sent.get("shared")), visitor.person.id
    made = desk.ledger.searches.save(name, words, filters, owner=owner, at=desk.now(), shared=shared)
    return _to(made.id)


@router.api_route("/searches/{search}", methods=["GET", "HEAD"])
@readers
def search(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    visitor: ThisVisitor,
    search: str,
    show: str = "",
    before: str = "",
    read: str = "",
) -> Response:
    """What matches one search, with what is unread of it."""
    own, person = told.seen(desk.ledger, search, visitor.person), visitor.person.id
    ledger = desk.ledger.searches
    some = ledger.matches(search, person, limit=PAGE + 1, before=number(before), unread=show == UNREAD)
    return desk.page(
        "saved_search.html",
        request,
        kept=own,
        matches=some[:PAGE],
        older=some[PAGE - 1].place if len(some) > PAGE else None,
        unread=ledger.unread(person, [search])[search],
        last=ledger.last(search),
        show=show,
        all_read=bool(read),
        may_change=told.may_change(own, visitor.person),
        told=told,
        names=_names(desk, [own]),
    )


@router.post("/searches/{search}")
@readers
def change(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, search: str) -> Response:
    """Give a search another name or question."""
    before = told.changeable(desk.ledger, search, visitor.person)
    name, words, filters = _question(desk, sent, before)
    desk.ledger.searches.change(search, name, words, filters, shared=bool(sent.get("shared")))
    return _to(search)


@router.post("/searches/{search}/remove")
@readers
def remove(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, search: str) -> Response:
    """Take a search away; the next page offers to bring it back."""
    del sent
    told.changeable(desk.ledger, search, visitor.person)
    desk.ledger.searches.remove(search, desk.now())
    return RedirectResponse(f"/searches?removed={search}", HTTPStatus.SEE_OTHER)


@router.post("/searches/{search}/restore")
@readers
def restore(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, search: str) -> Response:
    """Bring a search back."""
    del sent
    told.changeable(desk.ledger, search, visitor.person)
    desk.ledger.searches.restore(search)
    return _to(search)


@router.post("/searches/{search}/read")
@readers
def read_all(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, search: str) -> Response:
    """Let all that the page knew of be read, or undo that."""
    told.seen(desk.ledger, search, visitor.person)
    if sent.get("undo"):
        desk.ledger.searches.undo_all(visitor.person.id, search)
        return _to(search)
    desk.ledger.searches.mark_all(visitor.person.id, search, number(sent.get("last", "")) or 0)
    return _to(search, "?read=all")


@router.post("/searches/{search}/matches/{match}")
@readers
def mark(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, search: str, match: str) -> Response:
    """Let one match be read or unread."""
    told.seen(desk.ledger, search, visitor.person)
    unread = sent.get("as") == UNREAD
    desk.ledger.searches.mark(visitor.person.id, search, [number(match) or 0], unread=unread)
    return _to(search, f"?show={UNREAD}" if sent.get("show") == UNREAD else "")


@router.post("/searches/{search}/next")
@readers
def open_next(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, search: str) -> Response:
    """Open the newest that is unread, which is read then."""
    del sent
    told.seen(desk.ledger, search, visitor.person)
    person = visitor.person.id
    for one in desk.ledger.searches.matches(search, person, limit=1, unread=True):
        desk.ledger.searches.mark(person, search, [one.seq])
        return RedirectResponse(f"/articles/{one.line.article}", HTTPStatus.SEE_OTHER)
    return _to(search)


def _question(desk: WebDesk, sent: Form, before: SavedSearch | None = None) -> tuple[str, str, Filters]:
    """What a form asks to be kept; one without ``asked`` only gives another name."""
    name, words = sent.get("name", "").strip(), sent.get("q", "").strip()
    if before and not sent.get("asked"):
        return name, before.words, before.filters
    return name, words, narrowed(desk.ledger, **{kind: sent.get(kind) for kind in KINDS})


def _names(desk: WebDesk, searches: list[SavedSearch]) -> dict[str, str]:
    return desk.ledger.outlets.names() | told.entity_names(desk.ledger, searches)


def _to(search: str, more: str = "") -> Response:
    if not search.isalnum():
        raise BadInput(f"{search!r} is no saved search")
    return RedirectResponse(f"/searches/{search}{more}", HTTPStatus.SEE_OTHER)
