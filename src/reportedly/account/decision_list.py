"""Decisions in a list, each with the headline of what it is about and whether it is in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.account.decision_words import path_of
from reportedly.records import Judgement, thing

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.ledger.judging.lists import DecisionLine


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision: ``title`` is the headline of the article or story it is about, ``kind`` what that is."""

    judgement: Judgement
    in_force: bool
    kind: str
    title: str
    path: str


def shown(ledger: "Ledger", lines: Sequence["DecisionLine"]) -> list[Listed]:
    """Decisions as a list shows them."""
    titles = titles_of(ledger, [line.judgement.about for line in lines])
    return [
        Listed(line.judgement, line.in_force, kind_of(about), titles.get(about, ""), path_of(ledger, about))
        for line in lines
        for about in [line.judgement.about]
    ]


def kind_of(about: str) -> str:
    """What a decision is about."""
    own = thing(about)
    return own.kind if own else "thing"


def titles_of(ledger: "Ledger", names: Sequence[str]) -> dict[str, str]:
    """By name the headline of the article in which a thing stands, or of the story; of an entity its name."""
    judged = ledger.judgements.judged(names)
    stories = ledger.placings.articles_named([name for name in names if kind_of(name) == "story"])
    articles = stories | {name: known.article for name, known in judged.items()}
    lines = ledger.articles.lines_by_id(articles.values())
    told = {name: lines[own] for name, own in articles.items() if own in lines}
    entities = ledger.entities.names(name for name in names if kind_of(name) == "entity")
    return entities | {name: line.headline or line.url for name, line in told.items()}
