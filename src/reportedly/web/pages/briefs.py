"""Briefs: the drafts that are written and what was issued, and a new draft from chosen stories."""

from collections.abc import Iterable
from datetime import date
from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.account.searches import seen
from reportedly.account.spoken import meant, spoken
from reportedly.brief import days, drafting, editing
from reportedly.brief.copydesk import CopyDesk
from reportedly.errors import BadInput
from reportedly.ledger import StoryLine
from reportedly.records import Draft, DraftVersion, Filters
from reportedly.web.admission import editors
from reportedly.web.asked import day, page_number
from reportedly.web.copydesk import ThisCopyDesk
from reportedly.web.forms import Form, LongSent
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.paging import PAGE, paged
from reportedly.web.webdesk import ThisDesk, ThisVisitor, WebDesk

router = APIRouter(include_in_schema=False)
CHOICE: Final = 60  # stories to choose from
LATE: Final = 8  # drafts that a story can be added to from its page
TRIES: Final = 3  # to add stories while others save
_CHOSEN: Final = "k."


@router.api_route("/briefs", methods=["GET", "HEAD"])
def briefs(request: Request, desk: ThisDesk, page: str | None = None) -> Response:
    """Drafts by when they were saved, and issued briefs by their numbers."""
    number = page_number(page)
    limit, offset = PAGE + 1, PAGE * (number - 1)
    drafts = desk.ledger.briefs.drafts(limit=limit, offset=offset)
    issues = desk.ledger.briefs.issues(limit=limit, offset=offset)
    _, paging = paged(request, number, range(max(len(drafts), len(issues))))
    withdrawn = desk.ledger.briefs.withdrawn(*(line.number for line in issues))
    return desk.page(
        "briefs.html", request, drafts=drafts[:PAGE], issues=issues[:PAGE], withdrawn=withdrawn, paging=paging
    )


@router.api_route("/briefs/new", methods=["GET", "HEAD"])
def new(  # noqa: PLR0913, PLR0917  a field each
    request: Request,
    desk: ThisDesk,
    visitor: ThisVisitor,
    languages: TheseLanguages,
    start: str | None = None,
    end: str | None = None,
    q: str | None = None,
    story: str | None = None,
    search: str | None = None,
) -> Response:
    """Stories of some days, of words sought or of a saved search, to choose from; ``story`` is chosen already."""
    first, last = days(desk.ledger, day(start), day(end), today=desk.today)
    chosen = list(desk.ledger.stories.lines_by_id([story]).values()) if story else []
    saved = seen(desk.ledger, search, visitor.person) if search else None
    found = _of_search(desk, saved.id) if saved else _found(desk, (q or "").strip(), (first, last), languages)
    return desk.page(
        "brief_new.html",
        request,
        start=first,
        end=last,
        words_sought=(q or "").strip(),
        saved=saved,
        chosen=chosen,
        found=[line for line in found if line.id != story],
        drafts=desk.ledger.briefs.drafts(limit=LATE),
        names=desk.ledger.outlets.names(),
        most=drafting.MOST,
        languages=languages,
        spoken=spoken(desk.ledger),
    )


def _found(desk: WebDesk, sought: str, of: tuple[date, date], languages: tuple[str, ...]) -> list[StoryLine]:
    """The stories of the newest articles that hold these words, else those of the days, by their sources."""
    if sought:
        filters = Filters(language=",".join(languages) or None)
        hits = desk.ledger.articles.search(sought, filters, limit=4 * CHOICE).hits
        return _stories(desk, (hit.story for hit in hits))
    told = desk.ledger.stories.lines(limit=5 * CHOICE, since=of[0], until=of[1], languages=languages)
    return sorted(told, key=lambda line: (-line.independent_sources, -(line.last or date.min).toordinal(), line.id))[
        :CHOICE
    ]


def _of_search(desk: WebDesk, search: str) -> list[StoryLine]:
    return _stories(desk, (match.line.story for match in desk.ledger.searches.newest(search, limit=4 * CHOICE)))


def _stories(desk: WebDesk, ids: Iterable[str | None]) -> list[StoryLine]:
    """The lines of stories that articles stand in, each once; None is an article in no story."""
    found = list(dict.fromkeys(own for own in ids if own))[:CHOICE]
    known = desk.ledger.stories.lines_by_id(found)
    return [known[own] for own in found if own in known]


@router.post("/briefs/drafts")
@editors
def make(desk: ThisDesk, sent: LongSent, copydesk: ThisCopyDesk) -> Response:
    """A new draft of the stories chosen, or of all of the days; or the stories added to a draft that is there."""
    who, into = sent.get("who", ""), sent.get("into", "")
    fresh = _drafted(desk, sent)
    version = _into(copydesk, into, fresh, who) if into else copydesk.open(fresh, who)
    return RedirectResponse(f"/briefs/drafts/{version.draft}", HTTPStatus.SEE_OTHER)


def _drafted(desk: WebDesk, sent: Form) -> Draft:
    stories = [name.removeprefix(_CHOSEN) for name in sent if name.startswith(_CHOSEN)]
    if sent.get("do") == "days":
        first, last = days(desk.ledger, day(sent.get("start")), day(sent.get("end")), today=desk.today)
        spoken_in = meant(desk.ledger, sent.get("language"))
        return drafting.of_days(desk.ledger, first, last, today=desk.today, languages=spoken_in)
    if not stories:
        raise BadInput("no story was chosen: tick those that the brief is to tell")
    return drafting.of_stories(desk.ledger, stories, today=desk.today, title=sent.get("title", "").strip())


def _into(copydesk: CopyDesk, draft: str, fresh: Draft, who: str) -> DraftVersion:
    """Stories added after whatever is saved meanwhile: they change no word of it."""
    for _ in range(TRIES):
        base = copydesk.draft(draft)
        saved = copydesk.save(base, editing.with_sections(base.contents, fresh), who, "added stories")
        if saved:
            return saved
    raise BadInput("others save this draft at this moment: add the stories again")
