"""Where articles name private persons, and whether words may be told that stand beside them.

The ledger keeps nothing of such persons, not even where they stand; so each article is looked through once before
anything of it is told, and only the places are kept. What nobody could look through counts as naming somebody.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from reportedly.exchange.stages import Stages
from reportedly.ledger import Ledger
from reportedly.records import Article
from reportedly.text import Span

_LEAST = 2  # letters of a name that is looked for in other words


@dataclass(frozen=True, slots=True)
class Screen:
    """The private persons of an article: where they stand, and the words for them.

    ``looked`` is False where no reader could look the text through.
    """

    spans: tuple[Span, ...]
    names: frozenset[str]
    looked: bool = True

    def passes(self, spans: Iterable[Span]) -> bool:
        """Whether these places of the article name none of them."""
        return self.looked and not any(own.touches(span) for span in spans for own in self.spans)

    def clean(self, words: str | None) -> bool:
        """Whether words that stand anywhere name none of them; no words do not."""
        if not words:
            return True
        known = {word.casefold() for word in re.findall(r"\w+", words)}
        return self.looked and not any(self._named(name, known) for name in self.names)

    def in_address(self, url: str) -> bool:
        """Whether an address spells one of them out."""
        known = {word.casefold() for word in re.findall(r"[^\W_]+", unquote(url))}
        return any(len(name.split()) > 1 and self._named(name, known) for name in self.names)

    @staticmethod
    def _named(name: str, known: set[str]) -> bool:
        words = [word for word in name.split() if len(word) >= _LEAST]
        return bool(words) and known.issuperset(words)


def screens(ledger: Ledger, articles: Mapping[str, Article], stages: Stages) -> dict[str, Screen]:
    """By article who is private in it; those not looked through yet by this reader are, and that is put down."""
    known = ledger.reports.screened(articles, stages.reader)
    fresh = [article for own, article in articles.items() if own not in known]
    found = dict(stages.private(fresh)) if fresh else {}
    ledger.reports.screen(stages.reader, found)
    spans = {**known, **found}
    return {own: _screen(article, spans.get(own)) for own, article in articles.items()}


def _screen(article: Article, spans: tuple[Span, ...] | None) -> Screen:
    if spans is None:
        return Screen((), frozenset(), looked=False)
    names = frozenset(" ".join(re.findall(r"\w+", span.of(article.text))).casefold() for span in spans)
    return Screen(spans, names - {""})
