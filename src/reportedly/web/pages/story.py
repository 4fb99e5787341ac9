"""One story: who tells it and who copies whom, who says what, where they disagree, and what lies ahead."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import Response

from reportedly.account.attributions import attributions
from reportedly.account.carried import carried
from reportedly.account.disagreements import differences, spoken_for
from reportedly.account.expectations import outlets_of, standing_on
from reportedly.account.standing import behind
from reportedly.account.telling import Telling, tellings
from reportedly.account.voices import voices
from reportedly.ledger import ArticleLine
from reportedly.records import Share
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)
ARTICLES: Final = 20  # read for the page; a longer story says how many more it has
SHARES: Final = 2  # of an article, with whom it has most in common
STATEMENTS: Final = 80  # rows of the table; how many more there are is said


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
    statements = carried(known, claims)
    (expectations,) = standing_on(desk.ledger, (articles,), desk.today)
    return desk.page(
        "story.html",
        request,
        story=known,
        voices=voices(known, articles),
        behind=behind(one.attribution for one in statements),
        shared=_shared(desk, articles),
        names=names,
        left_out=len(known.articles) - len(articles),
        claims=statements[:STATEMENTS],
        more_claims=max(0, len(statements) - STATEMENTS),
        differences=differences(known, accounts),
        expectations=expectations,
        outlets=outlets_of(desk.ledger, expectations, names),
        days=[telling.day for telling in articles if telling.day],
    )


def _shared(desk: WebDesk, articles: Sequence[Telling]) -> dict[str, list[tuple[Share, ArticleLine]]]:
    """By the article's id with whom it shares a part of its text, as far as the desk has them."""
    parts = {telling.article.id: telling.place.shares[:SHARES] for telling in articles}
    lines = desk.ledger.articles.latest_lines({share.of for shares in parts.values() for share in shares})
    return {key: [(one, lines[one.of]) for one in shares if one.of in lines] for key, shares in parts.items()}
