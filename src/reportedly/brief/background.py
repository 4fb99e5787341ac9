"""What earlier stories a story stands on: those that name the same people, bodies and places.

A name shared by half the ledger, or a whole country, ties nothing together; the rarer a name, the more two stories have
in common.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account import wording
from reportedly.account.telling import Telling
from reportedly.records import OPENING, Article, Citation, Entity, Sentence, heading, headline

if TYPE_CHECKING:
    from reportedly.ledger import ArticleLine, Ledger

MOST: Final = 3
ENTITIES: Final = 5  # names of the story that are looked up
COMMON: Final = 60  # articles; a name in more than that is too common to tie stories together
TIES: Final = 2  # shared names from which an earlier story counts as background; one where the name is rare
RARE: Final = 12  # articles


def background(
    ledger: "Ledger", stories: Sequence[Sequence[Telling]], names: Mapping[str, str], ids: Sequence[str]
) -> list[tuple[Sentence, ...]]:
    """For each story up to three earlier ones that share names with it, oldest first, one sentence each.

    ``ids`` are the stories' own. The names of all are looked up at once.
    """
    known = [_naming(few) for few in stories]
    naming = ledger.articles.naming_each({entity.id for few in known for entity in few}, most=COMMON)
    each = zip(stories, known, ids, strict=True)
    chosen = [_chosen(_ties(few, entities, naming), own) for few, entities, own in each]
    articles = ledger.articles.by_id(tie.line.article for few in chosen for tie in few)
    return [_sentences(few, articles, names) for few in chosen]


@dataclass(slots=True)
class _Tie:
    """An earlier article, how much it has in common with a story, and the names they share."""

    line: "ArticleLine"
    weight: int = 0
    shared: list[str] = field(default_factory=list)


def _ties(
    tellings: Sequence[Telling], known: Sequence[Entity], naming: Mapping[str, list["ArticleLine"]]
) -> list[_Tie]:
    """The earlier articles that have enough in common with these."""
    before = min((telling.day for telling in tellings if telling.day is not None), default=date.min)
    ties: dict[str, _Tie] = {}
    for entity in known:
        lines = naming.get(entity.id, ())
        for line in lines:
            if line.published and line.published.end < before:
                tie = ties.setdefault(line.article, _Tie(line))
                tie.weight += TIES if len(lines) <= RARE else 1
                tie.shared.append(entity.name)
    return [tie for tie in ties.values() if tie.weight >= TIES]


def _chosen(ties: Sequence[_Tie], own: str) -> list[_Tie]:
    """The strongest ties with other stories, one a story."""
    chosen: dict[str, _Tie] = {}
    for tie in sorted(ties, key=lambda tie: (-tie.weight, _since(tie.line), tie.line.article)):
        other = tie.line.story
        if other and other != own and len(chosen) < MOST:
            chosen.setdefault(other, tie)
    return list(chosen.values())


def _since(line: "ArticleLine") -> int:
    return -line.published.start.toordinal() if line.published else 0


def _sentences(ties: Sequence[_Tie], articles: Mapping[str, Article], names: Mapping[str, str]) -> tuple[Sentence, ...]:
    sentences = [
        _sentence(article, names.get(article.outlet, article.outlet), tie.shared)
        for tie in ties
        if (article := articles.get(tie.line.article))
    ]
    return tuple(sorted(sentences, key=lambda sentence: (sentence.citations[0].published or date.max, sentence.text)))


def _naming(tellings: Sequence[Telling]) -> list[Entity]:
    """The names the story is about: in most of its articles, then most often mentioned."""
    weight: Counter[str] = Counter()
    by_id: dict[str, Entity] = {}
    for telling in tellings:
        for entity in telling.reading.entities if telling.reading else ():
            if entity.public and entity.precision != "country":
                weight[entity.id] += 100 + len(entity.mentions)
                by_id.setdefault(entity.id, entity)
    return [by_id[entity] for entity, _ in sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))[:ENTITIES]]


def _sentence(article: Article, outlet: str, shared: Sequence[str]) -> Sentence:
    words = headline(article, OPENING)
    day = article.published.start if article.published else None
    on = f"on {wording.day(day)}" if day else "on an unknown date"
    about = wording.listed(sorted(dict.fromkeys(shared))[:3])
    cited = Citation.of(article, heading(article), outlet)
    reported = f"{outlet} reported{wording.spoken_in(article.language)}"
    return Sentence(f"Earlier, {on}, {reported}: {wording.quoted(words)} (also about {about}).", (cited,))
