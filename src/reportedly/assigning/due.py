"""What is due, with all that whoever does it must know of it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, Self

from reportedly.crew.jobs import DueArticle, DuePage
from reportedly.outlets import naming
from reportedly.records import READER, Article, Capture, Outlet, Record
from reportedly.session import Session

AT_ONCE: Final = 64
"""Pages looked up together."""


class Known(Record, frozen=True):
    """The outlets that are known, by their ids, and all addresses that they announce articles at."""

    by_id: dict[str, Outlet]
    watched: frozenset[str]

    @classmethod
    def of(cls, outlets: Iterable[Outlet]) -> Self:
        """These outlets."""
        by_id = {outlet.id: outlet for outlet in outlets}
        return cls(by_id, frozenset(url for outlet in by_id.values() for url in outlet.watched))


def articles(due: Iterable[Article], known: Known) -> Iterator[DueArticle]:
    """Articles to be read."""
    return (DueArticle(article, known.by_id.get(article.outlet)) for article in due)


def page(session: Session, capture: Capture, known: Known, outlet: str | None = None) -> DuePage:
    """A page to be extracted; ``outlet`` is whose it is, where somebody says so."""
    (due,) = _pages(session, [capture], known, outlet=outlet)
    return due


def pages(session: Session, captures: Iterable[Capture], known: Known, *, reads: bool) -> Iterator[DuePage]:
    """Pages to be extracted and, with ``reads``, to be read then."""
    coming = iter(captures)
    while some := list(islice(coming, AT_ONCE)):
        yield from _pages(session, some, known, reads=reads)


def _pages(
    session: Session, captures: list[Capture], known: Known, *, outlet: str | None = None, reads: bool = False
) -> Iterator[DuePage]:
    urls = [capture.url for capture in captures]
    outlets, items = session.ledger.captures.outlets_of(urls), session.ledger.feeds.items(urls)
    read = session.ledger.articles.read_at(urls, READER) if reads else {}
    for capture in captures:
        own = outlet or outlets.get(capture.url) or naming.site(capture.url) or "unknown"
        yield DuePage(
            capture,
            known.by_id.get(own) or Outlet(id=own, name=own, home=capture.url),
            items.get(capture.url),
            announces=capture.url in known.watched,
            reads=reads,
            read=read.get(capture.url, ()),
        )
