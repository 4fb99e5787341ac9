"""Alerts: whom one's searches tell, what was sent, and what was not taken and why. Nothing is sent from here."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.account import alerts as told
from reportedly.account import searches
from reportedly.errors import NotInLedger
from reportedly.records import Alert
from reportedly.web.admission import editors, readers
from reportedly.web.asked import day
from reportedly.web.forms import Sent
from reportedly.web.webdesk import ThisDesk, ThisVisitor

router = APIRouter(include_in_schema=False)


@router.api_route("/alerts", methods=["GET", "HEAD"])
@readers
def alerts(request: Request, desk: ThisDesk, visitor: ThisVisitor, search: str = "", removed: str = "") -> Response:
    """One's alerts, and their last messages."""
    person = visitor.person.id
    own = desk.ledger.alerts.all(person)
    messages = desk.ledger.alerts.messages([one.id for one in own])
    gone = _own(desk, visitor, removed) if removed else None
    return desk.page(
        "alerts.html",
        request,
        alerts={one.id: one for one in own},
        messages=messages,
        searches={one.id: one for one in desk.ledger.searches.all(person)},
        chosen=search,
        gone=gone if gone and gone.removed else None,
        told=told,
    )


@router.post("/alerts")
@editors
def add(desk: ThisDesk, visitor: ThisVisitor, sent: Sent) -> Response:
    """Tell somebody of what a search matches from now on."""
    search = searches.seen(desk.ledger, sent.get("search", ""), visitor.person)
    quiet = {"quiet": f"{sent.get('quiet_from', '')}-{sent.get('quiet_until', '')}"}
    desk.ledger.alerts.put(told.made(search.id, visitor.person.id, desk.now(), {**sent, **quiet}))
    return _back()


@router.post("/alerts/{alert}/mute")
@editors
def mute(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, alert: str) -> Response:
    """Let nothing be sent before a day; without one, let it be sent again."""
    _own(desk, visitor, alert)
    desk.ledger.alerts.mute(alert, day(sent.get("until")))
    return _back()


@router.post("/alerts/{alert}/remove")
@editors
def remove(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, alert: str) -> Response:
    """Take an alert away, or bring it back."""
    _own(desk, visitor, alert)
    undo = bool(sent.get("undo"))
    desk.ledger.alerts.remove(alert, None if undo else desk.now())
    return _back() if undo else _back(f"?removed={alert}")


@router.post("/alerts/{alert}/test")
@editors
def test(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, alert: str) -> Response:
    """Put down a test, which goes out with what is sent next."""
    del sent
    _own(desk, visitor, alert)
    desk.ledger.alerts.test(alert, desk.now())
    return _back("#sent")


@router.post("/alerts/messages/{message}/again")
@editors
def again(desk: ThisDesk, visitor: ThisVisitor, sent: Sent, message: str) -> Response:
    """Let a message that was given up be tried once more."""
    del sent
    _own(desk, visitor, desk.ledger.alerts.message(message).alert)
    desk.ledger.alerts.again(message, desk.now())
    return _back("#sent")


def _own(desk: ThisDesk, visitor: ThisVisitor, alert: str) -> Alert:
    """An alert of one's own; raises ``NotInLedger`` for any other, as if it were not there."""
    found = desk.ledger.alerts.get(alert)
    if found.owner != visitor.person.id:
        raise NotInLedger(f"{alert!r} is no alert of yours")
    return found


def _back(more: str = "") -> Response:
    return RedirectResponse(f"/alerts{more}", HTTPStatus.SEE_OTHER)
