"""One story: who tells it and who copies whom, who says what, where they disagree, and what lies ahead.

And what people decided about it: that an article does not belong in it, or that another story is the same.
"""

from collections.abc import Sequence
from http import HTTPStatus
from itertools import groupby
from typing import Final

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import RedirectResponse, Response

from reportedly import clock
from reportedly.account import partners_told, remarks, story_decisions
from reportedly.account.aside import aside
from reportedly.account.attributions import attributions
from reportedly.account.carried import carried
from reportedly.account.disagreements import differences, spoken_for
from reportedly.account.drifts import drifted, drifts
from reportedly.account.expectations import outlets_of, standing_on
from reportedly.account.near_stories import near_stories
from reportedly.account.passed_over import passed_over
from reportedly.account.standing import behind
from reportedly.account.story_judgements import story_of
from reportedly.account.telling import Telling, tellings
from reportedly.account.threads import parts
from reportedly.account.timeline import timeline
from reportedly.account.voices import voices
from reportedly.account.whereabouts import whereabouts
from reportedly.brief.background import background
from reportedly.ledger import ArticleLine
from reportedly.records import Judgement, Share
from reportedly.web import marking
from reportedly.web.admission import editors
from reportedly.web.cartography import around
from reportedly.web.failures import Missing
from reportedly.web.forms import Sent
from reportedly.web.judging import Judge
from reportedly.web.webdesk import ThisDesk, ThisVisitor, WebDesk

router = APIRouter(include_in_schema=False)
ARTICLES: Final = 20  # read for the page; a longer story says how many more it has
SHARES: Final = 2  # of an article, with whom it has most in common
STATEMENTS: Final = 80  # rows of the table; how many more there are is said


@router.api_route("/stories/{story_id}", methods=["GET", "HEAD"])
def story(request: Request, desk: ThisDesk, visitor: ThisVisitor, story_id: str) -> Response:
    """The story's page; that of the story which took it up where it is none of its own any longer."""
    newest = desk.ledger.judgements.newest()
    known = desk.ledger.stories.get(story_id)
    if known is None:
        if now := story_of(desk.ledger, story_id):
            return RedirectResponse(f"/stories/{now}")
        raise Missing("There is no such story. Stories are regrouped as articles come in; search for its words.")
    names = desk.ledger.outlets.names()
    (articles,) = tellings(desk.ledger, (known,), names, ARTICLES)
    apart = tuple(dict.fromkeys((*spoken_for(known), *drifted(known))))
    (accounts,) = tellings(desk.ledger, (replace(known, articles=apart),), names, len(apart))
    claims = [claim for telling in articles for claim in attributions(telling)]
    statements = carried(known, claims)
    (expectations,) = standing_on(desk.ledger, (articles,), desk.today)
    places = whereabouts(articles)
    told, line = voices(known, articles), timeline(desk.ledger, articles, expectations)
    return desk.page(
        "story.html",
        request,
        story=known,
        aside=aside(desk.ledger, (place.article for place in known.articles)),
        articles=articles,
        voices=told,
        originals=desk.ledger.articles.latest_lines(one.telling.place.copy_of or "" for one in told if one.outside),
        behind=behind(one.attribution for one in statements),
        shared=_shared(desk, articles),
        names=names,
        left_out=len(known.articles) - len(articles),
        claims=statements[:STATEMENTS],
        more_claims=max(0, len(statements) - STATEMENTS),
        differences=differences(known, accounts),
        drifts=drifts(known, accounts),
        running=parts(known, desk.ledger.stories.of_thread(known.thread), articles) if known.thread else [],
        expectations=expectations,
        outlets=outlets_of(desk.ledger, expectations, names),
        days=[telling.day for telling in articles if telling.day],
        timeline=[(day, list(entries)) for day, entries in groupby(line, key=lambda entry: entry.day)],
        passed_over=passed_over(desk.ledger, known, articles),
        background=background(desk.ledger, (articles,), names, (known.id,))[0],
        places=places,
        drawing=around(places),
        marked=marking.stories(desk, visitor.person, (known.id,)),
        decisions=story_decisions.about(desk.ledger, known),
        newest=newest,
        remarks=remarks.of_story(desk.ledger, known),
        of_statements=remarks.of_readings(desk.ledger, [one.reading for one in articles if one.reading]),
        near=near_stories(desk.ledger, known, articles) if desk.judging else (),
        judging=desk.judging,
        partners=[
            one for one in partners_told.of_story(desk.ledger, known) if one.label != "RED" or visitor.may("editor")
        ],
        machine_time=clock.system(),
    )


def _shared(desk: WebDesk, articles: Sequence[Telling]) -> dict[str, list[tuple[Share, ArticleLine]]]:
    """By the article's id with whom it shares a part of its text, as far as the desk has them."""
    parts = {telling.article.id: telling.place.shares[:SHARES] for telling in articles}
    lines = desk.ledger.articles.latest_lines({share.of for shares in parts.values() for share in shares})
    return {key: [(one, lines[one.of]) for one in shares if one.of in lines] for key, shares in parts.items()}


# -- decisions --------------------------------------------------------------------------------------------------------


@router.post("/stories/{story_id}/split")
@editors
def split(desk: ThisDesk, sent: Sent, judge: Judge, story_id: str) -> Response:
    """Part an article that does not belong in the story; all others stay."""
    return _seen(desk, judge.file(sent, "split", story_id, value=sent.get("article", "")))


@router.post("/stories/{story_id}/merge")
@editors
def merge(desk: ThisDesk, sent: Sent, judge: Judge, story_id: str) -> Response:
    """Join the story with another: one that was chosen, or whose address was given."""
    other = sent.get("address", "").strip() or sent.get("other", "")
    return _seen(desk, judge.file(sent, "merge", story_id, value=other))


def _seen(desk: WebDesk, made: Judgement) -> Response:
    """The page of the story in which the article now stands that the decision is about."""
    story = story_of(desk.ledger, made.about) or made.about
    return RedirectResponse(f"/stories/{story}#decisions", HTTPStatus.SEE_OTHER)
