"""What became of pages in the days of a brief: articles whose words their outlets changed, and articles taken down.

Edits that changed a statement stand first: who says what, and how surely, weighs more than how many words were struck.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account import wording
from reportedly.account.telling import NAMED_BY
from reportedly.records import Article, Citation, Edit, Sentence, heading, headline

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

MOST: Final = 10  # sentences; an outlet that rewrites all it has must not drown the news


def became(ledger: "Ledger", start: date, end: date, names: Mapping[str, str]) -> tuple[Sentence, ...]:
    """A sentence for each page found gone or edited from ``start`` to ``end``; ``names`` are outlets' by their ids."""
    return tuple([*_gone(ledger, start, end, names), *_edited(ledger, start, end, names)][:MOST])


def _gone(ledger: "Ledger", start: date, end: date, names: Mapping[str, str]) -> Iterator[Sentence]:
    for url, day in ledger.pages.gone_within(start, end):
        article = ledger.articles.latest(url)
        if article:
            words = f"{_outlet(article, names)} no longer has {_title(article)}: its page was found gone {_on(day)}."
            yield Sentence(words, (_cited(article, names),))


def _edited(ledger: "Ledger", start: date, end: date, names: Mapping[str, str]) -> Iterator[Sentence]:
    edited = sorted(ledger.edits.within(start, end), key=_weight)[:MOST]
    texts = ledger.articles.by_id(revision for _, _, edit in edited for revision in (edit.before, edit.after))
    for _, day, edit in edited:
        before, after = texts[edit.before], texts[edit.after]
        words = f"{_outlet(after, names)} edited {_title(before)} {_on(day)}: {_what(edit)}."
        yield Sentence(words, (_cited(before, names), _cited(after, names)))


def _weight(edited: tuple[str, date, Edit]) -> tuple[int, int, str]:
    """Its place among edits: those that changed most statements first, then most words."""
    url, _, edit = edited
    return (-len(edit.statements), -(edit.struck + edit.added), url)


def _what(edit: Edit) -> str:
    """``3 words struck, 4 added and 1 statement changed``."""
    parts = [f"{wording.counted(edit.struck, 'word')} struck", f"{edit.added:,} added"]
    for kind in ("vanished", "appeared", "changed"):
        many = sum(change.kind == kind for change in edit.statements)
        if many:
            parts.append(f"{wording.counted(many, 'statement')} {kind}")
    return wording.listed(parts)


def _on(day: date) -> str:
    return f"on {wording.day(day)}"


def _outlet(article: Article, names: Mapping[str, str]) -> str:
    return names.get(article.outlet, article.outlet)


def _title(article: Article) -> str:
    return wording.quoted(headline(article, NAMED_BY))


def _cited(article: Article, names: Mapping[str, str]) -> Citation:
    return Citation.of(article, heading(article), _outlet(article, names))
