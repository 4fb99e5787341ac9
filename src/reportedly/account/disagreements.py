"""Where the articles of a story differ, with the words a person needs to judge it: who told which value, when.

Who is right is not the desk's to say.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.account.telling import Telling
from reportedly.account.wording import quoted
from reportedly.records import Disagreement, Story, StoryArticle
from reportedly.text import Span

KINDS: Final = {
    "conflict": "Accounts differ",
    "update": "The figure changed as time went by",
    "denial": "Said and denied",
}


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells: the value, the sentence to quote, and whether it is the most cautious of all."""

    telling: Telling
    value: str
    span: Span
    sentence: Span
    cautious: bool

    def words(self, most: int) -> str:
        """The sentence as a quotation, up to so many characters."""
        return quoted(self.sentence.of(self.telling.article.text), most)


@dataclass(frozen=True, slots=True)
class Difference:
    """A disagreement of a story, its accounts oldest first; ``heading`` says of what kind it is, and on what."""

    heading: str
    accounts: tuple[Account, ...]


def spoken_for(story: Story) -> tuple[StoryArticle, ...]:
    """The articles of a story that its disagreements are told from."""
    told = {told.article for one in story.disagreements for told in one.told}
    return tuple(place for place in story.articles if place.article in told)


def differences(story: Story, tellings: Iterable[Telling]) -> tuple[Difference, ...]:
    """The disagreements of a story, as far as these articles tell both sides of them."""
    known = {telling.article.id: telling for telling in tellings}
    given = [(one, tuple(_accounts(one, known))) for one in story.disagreements]
    return tuple(Difference(heading(one), sides) for one, sides in given if len(sides) > 1)


def heading(one: Disagreement) -> str:
    """Of what kind it is, and on what: a denial is known by its words, the stems it was found by help nobody."""
    return KINDS[one.kind] if one.kind == "denial" else f"{KINDS[one.kind]} ({one.thing})"


def _accounts(one: Disagreement, known: dict[str, Telling]) -> Iterator[Account]:
    for place, told in enumerate(one.told):
        telling = known.get(told.article)
        if telling is not None:
            yield Account(telling, told.value, told.span, _sentence(telling, told.span), place == one.cautious)


def _sentence(telling: Telling, span: Span) -> Span:
    """The sentence around a span; the span itself where nobody cut sentences."""
    sentences: Sequence[Span] = telling.reading.sentences if telling.reading else ()
    return next((sentence for sentence in sentences if sentence.holds(span)), span)
