"""What earlier stories a story stands on: those that name the same people, bodies and places.

A name shared by half the ledger, or a whole country, ties nothing together; the rarer a name, the more two stories have
in common.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.brief import wording
from reportedly.brief.account import Telling
from reportedly.records import Article, Citation, Entity, Sentence
from reportedly.text import Span, squeezed

if TYPE_CHECKING:
    from reportedly.ledger import ArticleLine, Ledger

MOST: Final = 3
ENTITIES: Final = 5  # names of the story that are looked up
COMMON: Final = 60  # articles; a name in more than that is too common to tie stories together
TIES: Final = 2  # shared names from which an earlier story counts as background; one where the name is rare
RARE: Final = 12  # articles
OPENING: Final = 200  # characters of a text without a title that stand for one


def background(ledger: "Ledger", told: Sequence[Telling], names: Mapping[str, str], story: str) -> tuple[Sentence, ...]:
    """Up to three earlier stories that share names with this one, oldest first, one sentence each."""
    days = [one.day for one in told if one.day is not None]
    if not days:
        return ()
    weights, lines, shared = _ties(ledger, told, min(days))
    ranked = sorted(lines.values(), key=lambda line: (-weights[line.article], _since(line), line.article))
    found: dict[str, Sentence] = {}
    for line in ranked:
        if len(found) == MOST:
            break
        other = ledger.story_of(line.article)
        article = ledger.article(line.article) if other and other != story and other not in found else None
        if other and article:
            found[other] = _sentence(article, names.get(article.outlet, article.outlet), shared[line.article])
    return tuple(sorted(found.values(), key=lambda one: (one.citations[0].published or date.max, one.text)))


def _since(line: "ArticleLine") -> int:
    return -line.published.start.toordinal() if line.published else 0


def _ties(
    ledger: "Ledger", told: Sequence[Telling], before: date
) -> tuple[Counter[str], dict[str, "ArticleLine"], dict[str, list[str]]]:
    """Earlier articles by how much they share with the story, and the names shared."""
    weights: Counter[str] = Counter()
    lines: dict[str, ArticleLine] = {}
    shared: dict[str, list[str]] = {}
    for entity in _naming(told):
        naming = ledger.articles_naming(entity.id, limit=COMMON + 1)
        if len(naming) > COMMON:
            continue
        for line in naming:
            if line.published and line.published.end < before:
                weights[line.article] += TIES if len(naming) <= RARE else 1
                lines[line.article] = line
                shared.setdefault(line.article, []).append(entity.name)
    kept = {article: line for article, line in lines.items() if weights[article] >= TIES}
    return weights, kept, shared


def _naming(told: Sequence[Telling]) -> list[Entity]:
    """The names the story is about: in most of its articles, then most often mentioned."""
    weight: Counter[str] = Counter()
    by_id: dict[str, Entity] = {}
    for telling in told:
        for entity in telling.reading.entities if telling.reading else ():
            if entity.public and entity.precision != "country":
                weight[entity.id] += 100 + len(entity.mentions)
                by_id.setdefault(entity.id, entity)
    return [by_id[one] for one, _ in sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))[:ENTITIES]]


def _sentence(article: Article, outlet: str, shared: Sequence[str]) -> Sentence:
    span = article.title or _opening(article.text)
    words = squeezed(article.headline or span.of(article.text))
    day = article.published.start if article.published else None
    on = f"on {wording.day(day)}" if day else "on an unknown date"
    about = wording.listed(sorted(dict.fromkeys(shared))[:3])
    cited = Citation(outlet, day, article.id, article.url, span, span.of(article.text))
    return Sentence(f"Earlier, {on}, {outlet} reported: {wording.quoted(words)} (also about {about}).", (cited,))


def _opening(text: str) -> Span:
    """The first line of a text without a title, or as much of it as a headline holds."""
    end = text.find("\n", 0, OPENING)
    return Span(0, end if end > 0 else min(len(text), OPENING))
