"""What people decided about stories, with the headlines of the articles that a decision stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.records import Judgement, Story, story_id

if TYPE_CHECKING:
    from reportedly.ledger import ArticleLine, Ledger


@dataclass(frozen=True, slots=True)
class Stood:
    """An article that a decision stands on: its headline, or what names it, and the story in which it is now."""

    title: str
    story: str | None


@dataclass(frozen=True, slots=True)
class StoryDecision:
    """A ``merge`` or ``split``: the first article of the story it is about, and the other story's or who leaves."""

    judgement: Judgement
    in_force: bool
    first: Stood
    other: Stood

    def __str__(self) -> str:
        made = self.judgement
        ours, theirs = f"{made.about} “{self.first.title}”", f"{made.value} “{self.other.title}”"
        return f"{ours} with {theirs}" if made.kind == "merge" else f"{ours}: without {theirs}"


def decided(ledger: "Ledger", judgements: Iterable[Judgement]) -> list[StoryDecision]:
    """Those of the decisions that are about stories, undone ones too."""
    made = [each for each in judgements if each.kind in {"merge", "split"} and each.is_of_story]
    in_force = {each.id for each in ledger.judgements.in_force_about(each.about for each in made)}
    asked = {name for each in made for name in (each.about, each.value or "")}
    articles = ledger.placings.articles_named(asked)
    lines = ledger.articles.lines_by_id(articles.values())
    named = ledger.articles.latest_lines(asked) | {name: lines[own] for name, own in articles.items() if own in lines}
    return [
        StoryDecision(
            each, each.id in in_force, _stood(each.about, named.get(each.about)), _stood(value, named.get(value))
        )
        for each in made
        if (value := each.value or "")
    ]


def about(ledger: "Ledger", story: Story) -> list[StoryDecision]:
    """The decisions that stand on articles of this story, undone ones too, in the order in which they were made."""
    own = {name for place in story.articles for name in (place.url, story_id(place.url))}
    return decided(ledger, ledger.judgements.naming(own))


def _stood(name: str, line: "ArticleLine | None") -> Stood:
    return Stood(line.headline or line.url, line.story) if line else Stood(name, None)
