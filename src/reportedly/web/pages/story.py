"""One story: who tells it and who copies whom, who says what, where they disagree, and what lies ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.attributions import Attribution, attributions
from reportedly.account.expectations import standing_on
from reportedly.account.figures import differences
from reportedly.account.telling import Telling, tellings
from reportedly.web.evidence import outlets_of
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
ARTICLES: Final = 20  # read for the page; a longer story says how many more it has
STATEMENTS: Final = 80  # rows of the table; how many more there are is said


@dataclass(frozen=True, slots=True)
class Voice:
    """An originator with the articles that repeat its text."""

    original: Telling
    copies: tuple[Telling, ...]


@router.api_route("/stories/{story_id}", methods=["GET", "HEAD"])
def story(request: Request, desk: ThisDesk, story_id: str) -> Response:
    """The story's page."""
    found = desk.ledger.stories.get(story_id)
    if found is None:
        raise Missing("There is no such story. Stories are regrouped as articles come in; search for its words.")
    (told,) = tellings(desk.ledger, (found,), desk.outlet_names(), ARTICLES)
    claims = [one for telling in told for one in attributions(telling)]
    (expectations,) = standing_on(desk.ledger, (told,), desk.today)
    return desk.page(
        "story.html",
        request,
        story=found,
        voices=_voices(told),
        left_out=len(found.articles) - len(told),
        claims=_telling_first(claims)[:STATEMENTS],
        more_claims=max(0, len(claims) - STATEMENTS),
        denials=[one for one in claims if one.statement.polarity == "denied"][:12],
        differences=differences(told),
        expectations=expectations,
        outlets=outlets_of(desk, expectations),
        days=[one.day for one in told if one.day],
    )


def _voices(told: Sequence[Telling]) -> list[Voice]:
    by_origin: dict[str, list[Telling]] = {}
    for one in told:
        if one.is_copy:
            by_origin.setdefault(one.place.originator, []).append(one)
    originals = [one for one in told if not one.is_copy]
    voices = [Voice(one, tuple(by_origin.pop(one.article.url, ()))) for one in originals]
    return [*voices, *(Voice(copies[0], tuple(copies[1:])) for copies in by_origin.values())]


def _telling_first(claims: Sequence[Attribution]) -> list[Attribution]:
    """Claims that are told within another stay; the outer frame of such a claim would say it twice."""
    outer = {one.statement.via for one in claims if one.statement.via}
    return [one for one in claims if one.statement.id not in outer]
