"""An issued brief at its permanent address: as it was issued, what became of it since, and its files."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from reportedly import clock
from reportedly.brief.printing import FORMS, form, html, lines, name
from reportedly.brief.printing.notices import is_killed, notices_on
from reportedly.brief.since import fewer, since
from reportedly.records import Dispatch, Flag
from reportedly.web.admission import editors
from reportedly.web.asked import Number
from reportedly.web.copydesk import ThisCopyDesk
from reportedly.web.failures import Missing
from reportedly.web.files import handed_out
from reportedly.web.forms import Sent
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)


@router.api_route("/briefs/{number:int}", methods=["GET", "HEAD"])
def issued(request: Request, desk: ThisDesk, number: Number) -> Response:
    """The last edition of a brief."""
    return _page(request, desk, _known(desk, number))


@router.api_route("/briefs/{number:int}/editions/{edition:int}", methods=["GET", "HEAD"])
def issued_edition(request: Request, desk: ThisDesk, number: Number, edition: Number) -> Response:
    """An edition of a brief, which says so where another took its place."""
    return _page(request, desk, _known(desk, number, edition))


@router.api_route("/briefs/{number:int}/brief.{asked}", methods=["GET", "HEAD"])
def issued_file(desk: ThisDesk, number: Number, asked: str) -> Response:
    """A file of the last edition."""
    return _file(desk, _known(desk, number), asked)


@router.api_route("/briefs/{number:int}/editions/{edition:int}/brief.{asked}", methods=["GET", "HEAD"])
def issued_edition_file(desk: ThisDesk, number: Number, edition: Number, asked: str) -> Response:
    """A file of an edition."""
    return _file(desk, _known(desk, number, edition), asked)


@router.post("/briefs/{number:int}/withdraw")
@editors
def withdraw(sent: Sent, copydesk: ThisCopyDesk, number: Number) -> Response:
    """Withdraw a brief for good: whoever opens its address, or any of its files, is told why."""
    copydesk.withdraw(number, sent.get("who", ""), sent.get("reason", ""))
    return RedirectResponse(f"/briefs/{number}", HTTPStatus.SEE_OTHER)


def _page(request: Request, desk: WebDesk, dispatch: Dispatch) -> Response:
    told = notices_on(desk.ledger, dispatch)
    body = Markup(html.body(dispatch, at_desk=True))  # noqa: S704  html.body escapes every word
    became = since(desk.ledger, dispatch.exhibits, dispatch.at, now=clock.system())
    labels = lines.labels(dispatch)
    changed: list[tuple[str, Flag]] = [
        (labels[one.number], flag) for one in dispatch.exhibits for flag in became.get((one.article, one.span), ())
    ]
    lost = fewer(desk.ledger, dispatch.sections)
    return desk.page(
        "issued.html",
        request,
        dispatch=dispatch,
        body=body,
        notices=told,
        killed=is_killed(told),
        changed=changed,
        lost=[(section, lost[section.story]) for section in dispatch.sections if section.story in lost],
        editions=desk.ledger.briefs.editions(dispatch.number or 0),
        forms=FORMS,
        flag_names=lines.FLAGS,
    )


def _file(desk: WebDesk, dispatch: Dispatch, asked: str) -> Response:
    made = form(asked).render(dispatch, notices_on(desk.ledger, dispatch))
    return handed_out(made, form(asked).media_type, name(dispatch, asked))


def _known(desk: WebDesk, number: int, edition: int | None = None) -> Dispatch:
    found = desk.ledger.briefs.issued(number, edition)
    if found is None:
        raise Missing("No brief of this number was issued here.")
    return found
