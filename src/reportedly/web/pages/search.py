"""Search in the words of all articles, and in what was read in them."""

from typing import Final
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.account.narrowing import CERTAINTIES, SOURCE_KINDS
from reportedly.account.spoken import spoken
from reportedly.web.asked import page_number
from reportedly.web.narrowing import TheseFilters
from reportedly.web.paging import PAGE
from reportedly.web.webdesk import ThisDesk

router = APIRouter(include_in_schema=False)
BEST: Final = "best"
RANKED: Final = 1_000 // PAGE  # pages of what is ranked


@router.api_route("/search", methods=["GET", "HEAD"])
def search(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request,
    desk: ThisDesk,
    asked: TheseFilters,
    q: str = "",
    order: str = "",
    before: str | None = None,
    page: str | None = None,
) -> Response:
    """Articles with the words sought, the words marked."""
    number, words, best = min(page_number(page), RANKED), q.strip(), order == BEST
    articles = desk.ledger.articles
    offset = PAGE * (number - 1) if best else 0
    found = articles.search(words, asked.filters, limit=PAGE + best, offset=offset, before=before or None, best=best)
    kept = {"q": words, "order": BEST if best else ""}
    after = {"page": str(number + 1)} if best and len(found.hits) > PAGE else {"before": found.before or ""}
    return desk.page(
        "search.html",
        request,
        q=words,
        best=best,
        hits=found.hits[:PAGE],
        notes=found.notes,
        first=asked.address(**kept) if before or number > 1 else None,
        older=asked.address(**kept, **after) if any(after.values()) else None,
        fields=asked.fields,
        query=urlencode({**({"q": words} if words else {}), **asked.fields}),
        names=desk.ledger.outlets.names(),
        choices={kind: articles.marked(kind) for kind in ("outlet", "event")},
        languages=asked.filters.languages,
        spoken=spoken(desk.ledger),
        certainties=CERTAINTIES,
        source_kinds=SOURCE_KINDS,
    )
