"""Pages of what hangs on articles: of these so many are looked into as a page takes, and a bounded number at most."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reportedly.ledger import Hits
from reportedly.records import Filters
from reportedly.web.api.cursors import cursor, place

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

AT_ONCE: Final = 50
"""Articles looked into at a time."""
MOST: Final = 500
"""Articles looked into for a page: where few of them hold any row, the page has fewer rows, and goes on."""


class Asked(NamedTuple):
    """A page of the list named ``of``: the articles it is asked of, how many rows, and where it goes on."""

    of: str
    words: str
    filters: Filters
    limit: int
    cursor: str | None


class _Reached(NamedTuple):
    """Where a list goes on: behind this place among the articles, and behind so many rows of the next article."""

    before: str | None
    rows: int


class _Looked(NamedTuple):
    """An article that was looked into: the place before it, its rows, and its own place; None at the end of all."""

    before: str | None
    rows: list[Any]
    place: str | None


Of = Callable[[Iterable[str]], dict[str, list[Any]]]
"""From ids of articles to the rows of each."""


def hits(ledger: "Ledger", asked: Asked) -> tuple[Hits, str | None]:
    """Articles that are found, newest first, and the word for where the list goes on."""
    behind = place(asked.of, asked.cursor, tuple[str])
    before = behind[0] if behind else None
    found = ledger.articles.search(asked.words, asked.filters, limit=asked.limit, before=before)
    return found, cursor(asked.of, found.before) if found.before else None


def rows(ledger: "Ledger", asked: Asked, rows_of: Of) -> tuple[list[Any], str | None]:
    """Rows of the articles that are found, newest article first, and the word for where the list goes on."""
    begun = place(asked.of, asked.cursor, _Reached) or _Reached(None, 0)
    found: list[Any] = []
    reached: str | None = None
    for looked in _walk(ledger, asked, begun.before, rows_of):
        skipped = max(begun.rows, 0) if looked.before == begun.before else 0
        end = skipped + asked.limit - len(found)
        found += looked.rows[skipped:end]
        if len(looked.rows) > end:
            return found, cursor(asked.of, looked.before, end)
        reached = looked.place
    return found, cursor(asked.of, reached, 0) if reached else None


def _walk(ledger: "Ledger", asked: Asked, before: str | None, rows_of: Of) -> Iterator[_Looked]:
    """Each article with its rows; behind those of one search the place from which the next goes on."""
    for _ in range(MOST // AT_ONCE):
        page = ledger.articles.search(asked.words, asked.filters, limit=AT_ONCE, before=before)
        held = rows_of(hit.article for hit in page.hits)
        for hit in page.hits:
            yield _Looked(before, held.get(hit.article, []), hit.place)
            before = hit.place
        yield _Looked(before, [], page.before)
        if page.before is None:
            return
        before = page.before
