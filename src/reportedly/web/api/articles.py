"""``/api/articles``: lines of articles, and what was read from one, in the public reading format."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.account import page_events
from reportedly.account.aside import aside
from reportedly.web.api.answers import answer, checked
from reportedly.web.failures import Missing
from reportedly.web.webdesk import ThisDesk

router = APIRouter(tags=["articles"])


@router.get("/articles")
def articles(desk: ThisDesk, outlet: str | None = None, limit: int = 50, offset: int = 0) -> Response:
    """Articles, newest first."""
    checked(limit, offset)
    return answer(desk.ledger.articles.lines(limit=limit, offset=offset, outlet=outlet))


@router.get("/articles/{article_id}/reading")
def reading(desk: ThisDesk, article_id: str) -> Response:
    """One article's reading."""
    filed = desk.ledger.readings.get(article_id)
    if filed is None:
        gone = aside(desk.ledger, [article_id])
        raise Missing(str(gone) if gone else f"no reading of an article {article_id}")
    return answer(filed)


@router.get("/articles/{article_id}/history")
def history(desk: ThisDesk, article_id: str) -> Response:
    """What became of an article's page, in order: edits with the statements they changed, and whether it is gone."""
    article = desk.ledger.articles.get(article_id)
    if article is None:
        raise Missing(f"no article {article_id}")
    return answer(page_events.of(desk.ledger, article.url))
