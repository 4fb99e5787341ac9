"""``/api/articles``: lines of articles; one article with its text, its reading, and what became of its page."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account import page_events
from reportedly.account.aside import aside
from reportedly.ledger import Hit
from reportedly.records import Article, PageEvent, Reading
from reportedly.web.api.answers import Cursor, Limit, Page, answer, shows
from reportedly.web.api.walking import Asked, hits
from reportedly.web.failures import Missing
from reportedly.web.narrowing import TheseFilters
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(tags=["articles"])


@shows(router, "/articles", Page[Hit])
def articles(
    request: Request, desk: ThisDesk, asked: TheseFilters, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Articles as their pages showed them last, newest first."""
    found, after = hits(desk.ledger, Asked("articles", "", asked.filters, limit, cursor))
    return answer(request, Page([*found.hits], after))


@shows(router, "/articles/{article_id}", Article)
def article(request: Request, desk: ThisDesk, article_id: str) -> Response:
    """One revision of an article, with its text."""
    known = _known(desk, article_id)
    return answer(request, known, desk.ledger.articles.seen_at([article_id]).get(article_id))


@shows(router, "/articles/{article_id}/reading", Reading)
def reading(request: Request, desk: ThisDesk, article_id: str) -> Response:
    """One article's reading, in the public reading format."""
    filed = desk.ledger.readings.get(article_id)
    if filed is None:
        gone = aside(desk.ledger, [article_id])
        raise Missing(str(gone) if gone else f"no reading of an article {article_id}")
    return answer(request, filed)


@shows(router, "/articles/{article_id}/history", list[PageEvent])
def history(request: Request, desk: ThisDesk, article_id: str) -> Response:
    """What became of an article's page, in order: edits with the statements they changed, and whether it is gone."""
    return answer(request, page_events.of(desk.ledger, _known(desk, article_id).url))


def _known(desk: WebDesk, article_id: str) -> Article:
    known = desk.ledger.articles.get(article_id)
    if known is None:
        raise Missing(f"no article {article_id}")
    return known
