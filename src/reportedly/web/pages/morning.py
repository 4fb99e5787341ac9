"""The first page of the day: what changed since somebody looked, and the button that says they have seen it."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.handover import BOXES, BoxName
from reportedly.account.morning import morning as handed_over
from reportedly.account.since import choices, chosen
from reportedly.errors import BadInput
from reportedly.web import marking
from reportedly.web.admission import readers
from reportedly.web.asked import number
from reportedly.web.forms import Sent, back
from reportedly.web.webdesk import ThisDesk, ThisVisitor

router = APIRouter(include_in_schema=False)


@router.api_route("/", methods=["GET", "HEAD"])
def morning(request: Request, desk: ThisDesk, visitor: ThisVisitor, since: str = "", all: str = "") -> Response:  # noqa: A002  as it stands in the address
    """The hand-over since ``since``: ``look``, ``shift``, ``day``, a day or a moment; ``all`` names one box of it."""
    seen, now = desk.ledger.seen.last(visitor.person.id), desk.now()
    known = choices(desk.ledger, seen, desk.shifts, desk.zone, now)
    made = handed_over(desk.ledger, visitor.person.id, chosen(desk.ledger, known, since.strip()), now, _box(all))
    lines = [*made.lines]
    ids = {line.id for line in lines if line.kind == "story"}
    articles = desk.ledger.articles.lines_by_id({line.id for line in lines if line.kind == "article"})
    return desk.page(
        "morning.html",
        request,
        morning=made,
        seen=seen,
        choices=known,
        only=_box(all),
        stories=marking.stories(desk, visitor.person, ids),
        articles=marking.articles(desk, visitor.person, {own: line.url for own, line in articles.items()}),
    )


@router.post("/seen")
@readers
def see(desk: ThisDesk, visitor: ThisVisitor, sent: Sent) -> Response:
    """Put down that a person has seen all news that their page showed: up to its number, at its time."""
    upto, at = number(sent.get("upto", "")) or 0, _moment(sent.get("at", ""))
    desk.ledger.seen.look(visitor.person.id, min(at, desk.now()), min(upto, desk.ledger.news.last()))
    return back(sent)


@router.post("/seen/undo")
@readers
def unsee(desk: ThisDesk, visitor: ThisVisitor, sent: Sent) -> Response:
    """Take the last of that back, where it is still the last."""
    desk.ledger.seen.unlook(visitor.person.id, number(sent.get("look", "")) or 0)
    return back(sent)


def _box(given: str) -> BoxName | None:
    known = next((name for name in BOXES if name == given), None)
    if given and known is None:
        raise BadInput(f"{given[:40]!r} is no box of the morning: there are {', '.join(BOXES)}")
    return known


def _moment(given: str) -> datetime:
    try:
        at = datetime.fromisoformat(given)
        if at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInput(f"{given[:40]!r} is no moment: press the button on the morning page") from error
    raise BadInput(f"{given[:40]!r} has no time zone: press the button on the morning page")
