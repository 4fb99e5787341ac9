"""``/api/stories``: lines of stories, and one story with its articles."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.ledger import Place, StoryLine
from reportedly.records import Story
from reportedly.web.api.answers import Cursor, Day, Limit, Page, answer, shows
from reportedly.web.api.cursors import cursor as word
from reportedly.web.api.cursors import place
from reportedly.web.asked import day
from reportedly.web.failures import Missing
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["stories"])


@shows(router, "/stories", Page[StoryLine])
def stories(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    languages: TheseLanguages,
    since: Day = None,
    until: Day = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Stories, newest first; with days those that have articles in these, with languages in one of them."""
    behind = place("stories", cursor, Place)
    found = desk.ledger.stories.newest(
        limit=limit + 1, behind=behind, since=day(since), until=day(until), languages=languages
    )
    last = found[limit - 1] if len(found) > limit else None
    return answer(request, Page(found[:limit], word("stories", last.last, last.id) if last else None))


@shows(router, "/stories/{story_id}", Story)
def story(request: Request, desk: ThisDesk, story_id: str) -> Response:
    """One story with its articles, voices, disagreements and drifts."""
    known = desk.ledger.stories.get(story_id)
    if known is None:
        raise Missing(f"no story {story_id}")
    return answer(request, known)
