"""What a page shows of a person's marks: which of its stories and articles they have read, and starred."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportedly.records import Mark, MarkedKind, Person, is_read
from reportedly.web.webdesk import WebDesk


class Marked(NamedTuple):
    """Marks of one kind of things on a page: ``touched`` is the last news of each, ``upto`` what was seen of all."""

    kind: MarkedKind
    marks: Mapping[str, Mark]
    touched: Mapping[str, int]
    upto: int

    def read(self, about: str) -> bool:
        """Whether it was read and nothing came to it since."""
        return is_read(self.marks.get(about), self.touched.get(about, 0), self.upto)

    def starred(self, about: str) -> bool:
        """Whether it is starred."""
        mark = self.marks.get(about)
        return bool(mark and mark.starred)


def stories(desk: WebDesk, person: Person, ids: Iterable[str]) -> Marked:
    """Marks of these stories."""
    known = list(ids)
    touched = {own: grown.touched for own, grown in desk.ledger.news.of_stories(known).items()}
    return _marked(desk, person, "story", known, touched)


def articles(desk: WebDesk, person: Person, pages: Mapping[str, str]) -> Marked:
    """Marks of these articles, given with their URLs; what was never told in a story is no news."""
    numbers = desk.ledger.news.of_pages(pages.values())
    touched = {own: numbers[url][0] for own, url in pages.items() if url in numbers}
    return _marked(desk, person, "article", list(pages), touched)


def _marked(desk: WebDesk, person: Person, kind: MarkedKind, ids: list[str], touched: Mapping[str, int]) -> Marked:
    last = desk.ledger.seen.last(person.id)
    return Marked(kind, desk.ledger.seen.marks(person.id, kind, ids), touched, last.upto if last else 0)
