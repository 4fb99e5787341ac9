"""``/api/stories``: lines of stories, and one story with its articles."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.web.api.answers import answer, checked
from reportedly.web.asked import day
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["stories"])


@router.get("/stories")
def stories(
    desk: ThisDesk, since: str | None = None, until: str | None = None, limit: int = 50, offset: int = 0
) -> Response:
    """Stories, newest first."""
    checked(limit, offset)
    return answer(desk.ledger.stories.lines(limit=limit, offset=offset, since=day(since), until=day(until)))


@router.get("/stories/{story_id}")
def story(desk: ThisDesk, story_id: str) -> Response:
    """One story."""
    known = desk.ledger.stories.get(story_id)
    if known is None:
        raise Missing(f"no story {story_id}")
    return answer(known)
