"""All decisions, newest first, each with its undo; and the one place to which the forms beside things are sent."""

from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from reportedly.account import decision_list, remarks
from reportedly.account.decision_words import in_words, path_of
from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger.judging.lists import Asked
from reportedly.records import Decision
from reportedly.records import thing as known_thing
from reportedly.web.admission import editors
from reportedly.web.asked import day as asked_day
from reportedly.web.asked import number
from reportedly.web.forms import Form, Sent, back
from reportedly.web.judging import Judge
from reportedly.web.paging import PAGE
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
KINDS: Final[tuple[Decision, ...]] = (
    *("merge", "split", "correct", "confirm", "withdraw", "note", "tag", "mark", "undo"),
)


@router.api_route("/decisions", methods=["GET", "HEAD"])
def decisions(  # noqa: PLR0913, PLR0917  as they are asked for
    request: Request,
    desk: ThisDesk,
    who: str = "",
    kind: str = "",
    day: str = "",
    about: str = "",
    before: str = "",
) -> Response:
    """The list, by who decided, of which kind, on which day, about what."""
    asked = Asked(who.strip() or None, kind or None, asked_day(day), about.strip() or None)
    lines = desk.ledger.judgements.lines(asked, limit=PAGE + 1, before=number(before))
    return desk.page(
        "decisions.html",
        request,
        lines=decision_list.shown(desk.ledger, lines[:PAGE]),
        narrowed=asked,
        older=lines[PAGE - 1].number if len(lines) > PAGE else None,
        begun=bool(before),
        kinds=KINDS,
        said=in_words,
        newest=desk.ledger.judgements.newest(),
        judging=desk.judging,
    )


# -- decisions --------------------------------------------------------------------------------------------------------


@router.post("/decisions")
@editors
def decide(desk: ThisDesk, sent: Sent, judge: Judge) -> Response:
    """File what a form beside a thing says, and go back to the page on which it stood."""
    kind, details = _decided(sent)
    made = judge.file(sent, kind, sent.get("about", ""), **details)
    return back(sent, path_of(desk.ledger, made.about))


@router.post("/decisions/undo")
@editors
def undo(desk: ThisDesk, sent: Sent, judge: Judge) -> Response:
    """Take a decision back."""
    made = desk.ledger.judgements.get(sent.get("decision", ""))
    if made is None:
        raise NotInLedger("There is no such decision on this desk.")
    judge.file(sent, "undo", made.about, undoes=made.id)
    return back(sent, "/decisions")


@router.api_route("/decisions/{judgement}", methods=["GET", "HEAD"])
def thing(desk: ThisDesk, judgement: str) -> Response:
    """The page of what a decision is about."""
    made = desk.ledger.judgements.get(judgement)
    if made is None:
        raise NotInLedger("There is no such decision on this desk.")
    return RedirectResponse(path_of(desk.ledger, made.about))


@router.api_route("/judge/{about}", methods=["GET", "HEAD"])
def judge_form(request: Request, desk: ThisDesk, about: str, back: str = "") -> Response:
    """The form about one thing, on a page of its own; for htmx the form alone."""
    newest, own = desk.ledger.judgements.newest(), known_thing(about)
    if own is None:
        raise NotInLedger("There is nothing of this name that can be judged.")
    stood_on = back or path_of(desk.ledger, about)
    shown: dict[str, Any] = {
        "about": about,
        "kind": own.kind,
        "newest": newest,
        "judging": desk.judging,
        "stood_on": stood_on,
    }
    if request.headers.get("hx-request") == "true":
        return desk.piece("judge_form.html", visitor=desk.visitor(request), here=stood_on, **shown)
    said, decided = remarks.of_thing(desk.ledger, own)
    title = decision_list.titles_of(desk.ledger, [about]).get(about, "")
    path = path_of(desk.ledger, about)
    return desk.page("judge.html", request, said=said, remarks=decided, title=title, path=path, **shown)


def _decided(sent: Form) -> tuple[Decision, dict[str, str]]:
    """What was chosen: ``confirm``, ``mark AMBER``, ``correct certainty=possible``, ``correct source`` with words."""
    chosen, _, value = sent.get("what", "").strip().partition(" ")
    kind = next((known for known in KINDS if known == chosen and known not in {"merge", "split", "undo"}), None)
    words = sent.get("words", "").strip()
    if kind is None:
        raise BadInput("Nothing was chosen: choose what you decide, then send it again.")
    if kind == "note":
        return kind, {"note": words or sent.get("note", "").strip()}
    if kind == "correct" and "=" not in value:
        value = f"{value}={words}"
    return kind, {"value": words if kind == "tag" else value}
