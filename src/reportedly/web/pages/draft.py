"""The editor of a draft: its words beside how it will look, with the cited words under each sentence.

One form holds all of it. Each button saves the words of the whole form and does its own step, so nothing is lost and
every step is a version that can be gone back to.
"""

from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Request
from markupsafe import Markup
from msgspec.structs import replace
from starlette.responses import RedirectResponse, Response

from reportedly import clock
from reportedly.brief.citing import at_address
from reportedly.brief.copydesk import CopyDesk, flagged
from reportedly.brief.printing import FORMS, form, html, lines, name
from reportedly.brief.printing.notices import notices_on
from reportedly.brief.since import fewer, since
from reportedly.brief.writing import flags_of, written
from reportedly.errors import BadInput
from reportedly.records import MARKINGS, DraftVersion
from reportedly.web import draft_form
from reportedly.web.admission import editors
from reportedly.web.asked import Number, number
from reportedly.web.copydesk import ThisCopyDesk
from reportedly.web.draft_form import Both
from reportedly.web.failures import Missing
from reportedly.web.files import handed_out
from reportedly.web.forms import LongSent, Sent
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)
VERSIONS: Final = 40  # shown, the last first
FIRST_MARKED: Final = "TLP:AMBER"  # offered first; a correction keeps what its brief has


@router.api_route("/briefs/drafts/{draft}", methods=["GET", "HEAD"])
def draft(request: Request, desk: ThisDesk, draft: str) -> Response:
    """The draft as it was saved last, to be written on."""
    version = _known(desk, draft)
    return _page(request, desk, version, draft_form.alone(version.contents))


@router.post("/briefs/drafts/{draft}")
@editors
def save(request: Request, desk: ThisDesk, sent: LongSent, copydesk: ThisCopyDesk, draft: str) -> Response:
    """Save the form over the version it was written on; 409 with both texts where another was saved meanwhile."""
    base = _base(copydesk, draft, sent.get("base", ""))
    contents, what = draft_form.edited(base.contents, sent, lambda address: at_address(desk.ledger, address))
    if copydesk.save(base, contents, sent.get("who", ""), what):
        return RedirectResponse(f"/briefs/drafts/{draft}", HTTPStatus.SEE_OTHER)
    saved = copydesk.draft(draft)
    laid = draft_form.both(base.contents, saved.contents, sent)
    return _page(request, desk, saved, laid, status=HTTPStatus.CONFLICT)


@router.post("/briefs/drafts/{draft}/back")
@editors
def back(request: Request, desk: ThisDesk, sent: Sent, copydesk: ThisCopyDesk, draft: str) -> Response:
    """Save a former version again, as the last; those after it stay, so this can be undone in the same way."""
    base, former = _base(copydesk, draft, sent.get("base", "")), _base(copydesk, draft, sent.get("version", ""))
    counter = max(base.contents.counter, former.contents.counter)
    contents = replace(former.contents, counter=counter)
    if copydesk.save(base, contents, sent.get("who", ""), f"back to version {former.n}"):
        return RedirectResponse(f"/briefs/drafts/{draft}", HTTPStatus.SEE_OTHER)
    saved = copydesk.draft(draft)
    return _page(request, desk, saved, draft_form.alone(saved.contents), status=HTTPStatus.CONFLICT)


@router.post("/briefs/drafts/{draft}/issue")
@editors
def issue(request: Request, desk: ThisDesk, sent: Sent, copydesk: ThisCopyDesk, draft: str) -> Response:
    """Issue the draft as its writer saw it; flagged sentences only where they were seen and meant."""
    base, saved = _base(copydesk, draft, sent.get("base", "")), copydesk.draft(draft)
    if base.n != saved.n:
        return _page(request, desk, saved, draft_form.alone(saved.contents), status=HTTPStatus.CONFLICT)
    if flagged(base.contents) and "as_flagged" not in sent:
        raise BadInput("some sentences are flagged: tick that they are meant so, or rewrite them")
    made = copydesk.issue(base, sent.get("marking", ""), sent.get("who", ""), sent.get("reason", ""))
    return RedirectResponse(f"/briefs/{made.number}", HTTPStatus.SEE_OTHER)


@router.api_route("/briefs/drafts/{draft}/versions/{n}", methods=["GET", "HEAD"])
def version(request: Request, desk: ThisDesk, draft: str, n: Number) -> Response:
    """A former version, to look at and to go back to."""
    former, latest = desk.ledger.briefs.version(draft, n), _known(desk, draft)
    if former is None:
        raise Missing(f"This draft has no version {n}.")
    body = Markup(html.body(written(desk.ledger, former, desk.name), at_desk=True))  # noqa: S704  it escapes every word
    return desk.page("draft_version.html", request, former=former, latest=latest, body=body)


@router.api_route("/briefs/drafts/{draft}/draft.{asked}", methods=["GET", "HEAD"])
def file(desk: ThisDesk, draft: str, asked: str) -> Response:
    """The draft as a file, as it was saved last."""
    dispatch = written(desk.ledger, _known(desk, draft), desk.name)
    made = form(asked).render(dispatch, notices_on(desk.ledger, dispatch))
    return handed_out(made, form(asked).media_type, name(dispatch, asked))


def _page(request: Request, desk: WebDesk, version: DraftVersion, laid: Both, *, status: int = 200) -> Response:
    draft = version.contents
    citations = {citation for sentence in draft.sentences for citation in sentence.citations}
    line = desk.ledger.briefs.draft(version.draft)
    issued = desk.ledger.briefs.issued(line.issued) if line and line.issued else None
    return desk.page(
        "draft.html",
        request,
        status=status,
        stale=status == HTTPStatus.CONFLICT,
        version=version,
        draft=draft,
        laid=laid,
        became=since(desk.ledger, citations, now=clock.system()),
        fewer=fewer(desk.ledger, draft.sections),
        flags_of=flags_of,
        flagged=flagged(draft),
        flag_names=lines.FLAGS,
        line=line,
        withdrawn=desk.ledger.briefs.withdrawn(line.issued) if line and line.issued else {},
        versions=desk.ledger.briefs.versions(version.draft, VERSIONS),
        forms=FORMS,
        markings=MARKINGS,
        marked=(issued.marking if issued else None) or FIRST_MARKED,
    )


def _known(desk: WebDesk, draft: str) -> DraftVersion:
    found = desk.ledger.briefs.version(draft)
    if found is None:
        raise Missing("There is no such draft.")
    return found


def _base(copydesk: CopyDesk, draft: str, n: str) -> DraftVersion:
    asked = number(n)
    if asked is None:
        raise BadInput("the form does not say over which version it was written: open the draft again")
    return copydesk.draft(draft, asked)
