"""Filing articles, many at once: each a revision of its URL with its words in the search index, or known already.

Revisions of a URL are numbered from 1 in the order they were first filed. ``turn`` is the order in which the page last
showed them: a page that goes back to an earlier text has that as its latest revision again. A part of an article never
takes the place of the whole: it has turn 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, search, shown, spellings, uncompared, unread, unrelated
from reportedly.ledger.articles import rows
from reportedly.ledger.judging import marks
from reportedly.ledger.rows import Row
from reportedly.ledger.saved import matching
from reportedly.ledger.schema import articles
from reportedly.ledger.upserts import insert
from reportedly.records import Article, page_id


def put_all(connection: Connection, given: Sequence[Article]) -> None:
    """File articles in their order, as ``Articles.file`` says."""
    pages = _pages(connection, given)
    fresh: list[Row] = []
    back: dict[str, tuple[str, int]] = {}
    for article in given:
        page = pages[article.url]
        if article.id not in page.revisions:
            fresh.append(page.add(article))
        elif page.goes_back_to(article):
            back[article.id] = article.url, page.turn_to(article)
    insert(connection, articles, fresh)
    unread.mark(connection, (row["id"] for row in fresh))
    spellings.note(connection, (row["url"] for row in fresh))
    for own, (_, turn) in back.items():
        connection.execute(sa.update(articles).where(articles.c.id == own).values(turn=turn))
    settled = search.settle(connection, [*(row["url"] for row in fresh), *(url for url, _ in back.values())])
    matching.note_settled(connection, settled)
    again = list(dict.fromkeys(url for url, _ in back.values()))
    matching.note_read(connection, marks.lay(connection, again))
    shown.mark(connection, again)
    unrelated.mark(connection, again)
    uncompared.mark(connection, (article.id for article in given))


@dataclass
class _Page:
    """What is known of a URL: its revisions by their ids, as turn and first capture; how many; whether one is whole."""

    revisions: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    last: int = 0
    has_whole: bool = False

    @property
    def turn(self) -> int:
        """The highest turn so far."""
        return max((turn for turn, _ in self.revisions.values()), default=0)

    def know(self, own: str, revision: int, turn: int, capture: str | None, partial: str | None) -> None:
        """Enter a revision."""
        self.revisions[own] = turn, capture
        self.last = max(self.last, revision)
        self.has_whole = self.has_whole or partial is None

    def add(self, article: Article) -> Row:
        """The row of an article that is the next revision."""
        revision, turn = self.last + 1, 0 if self._keeps_whole(article) else self.turn + 1
        self.know(article.id, revision, turn, article.capture, article.partial)
        return {**rows.row_of(article, revision), "turn": turn}

    def goes_back_to(self, article: Article) -> bool:
        """Whether the page, in another capture, shows a revision again that others came after."""
        turn, first_seen_in = self.revisions[article.id]
        elsewhere = article.capture not in {None, first_seen_in}
        return elsewhere and turn < self.turn and not self._keeps_whole(article)

    def turn_to(self, article: Article) -> int:
        """Let the page show this revision last; its turn now."""
        turn, (_, capture) = self.turn + 1, self.revisions[article.id]
        self.revisions[article.id] = turn, capture
        return turn

    def _keeps_whole(self, article: Article) -> bool:
        return article.partial is not None and self.has_whole


def _pages(connection: Connection, given: Sequence[Article]) -> dict[str, _Page]:
    """What is known of the URLs of these articles."""
    pages = {article.url: _Page() for article in given}
    own = articles.c
    query = sa.select(own.url, own.id, own.revision, own.turn, own.capture, own.partial)
    for batch in batches.of_ids(map(page_id, pages)):
        for url, *revision in connection.execute(query.where(own.page.in_(batch))):
            pages[url].know(*revision)
    return pages
