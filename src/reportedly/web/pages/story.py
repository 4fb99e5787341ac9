"""One story: who tells it and who copies whom, who says what, where they disagree, and what lies ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import Response

from reportedly.account.attributions import Attribution, attributions
from reportedly.account.disagreements import differences, spoken_for
from reportedly.account.expectations import outlets_of, standing_on
from reportedly.account.telling import Telling, tellings
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
    known = desk.ledger.stories.get(story_id)
    if known is None:
        raise Missing("There is no such story. Stories are regrouped as articles come in; search for its words.")
    names = desk.outlet_names()
    (articles,) = tellings(desk.ledger, (known,), names, ARTICLES)
    apart = replace(known, articles=spoken_for(known))
    (accounts,) = tellings(desk.ledger, (apart,), names, len(apart.articles))
    claims = [claim for telling in articles for claim in attributions(telling)]
    (expectations,) = standing_on(desk.ledger, (articles,), desk.today)
    return desk.page(
        "story.html",
        request,
        story=known,
        voices=_voices(articles),
        left_out=len(known.articles) - len(articles),
        claims=_telling_first(claims)[:STATEMENTS],
        more_claims=max(0, len(claims) - STATEMENTS),
        differences=differences(known, accounts),
        expectations=expectations,
        outlets=outlets_of(desk.ledger, expectations, names),
        days=[telling.day for telling in articles if telling.day],
    )


def _voices(articles: Sequence[Telling]) -> list[Voice]:
    """Each originator with its copies, in the order given; copies of what the page does not show stand last."""
    by_origin: dict[str, list[Telling]] = {}
    for telling in articles:
        if telling.is_copy:
            by_origin.setdefault(telling.place.originator, []).append(telling)
    originals = [telling for telling in articles if not telling.is_copy]
    voices = [Voice(telling, tuple(by_origin.pop(telling.article.url, ()))) for telling in originals]
    return [*voices, *(Voice(copies[0], tuple(copies[1:])) for copies in by_origin.values())]


def _telling_first(claims: Sequence[Attribution]) -> list[Attribution]:
    """Claims that are told within another stay; the outer frame of such a claim would say it twice."""
    outer = {claim.statement.via for claim in claims if claim.statement.via}
    return [claim for claim in claims if claim.statement.id not in outer]
