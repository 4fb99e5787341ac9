"""The running story that a story is a part of: its parts day by day, and words that refer back to an earlier one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reportedly.account.telling import Telling
from reportedly.account.wording import quoted
from reportedly.likeness import telling as telling_words
from reportedly.records import Story
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger.stories import StoryLine


@dataclass(frozen=True, slots=True)
class Reference:
    """A sentence that tells of an earlier part."""

    telling: Telling
    sentence: Span

    def words(self, most: int) -> str:
        """The sentence as a quotation, up to so many characters."""
        return quoted(self.sentence.of(self.telling.article.text), most)


@dataclass(frozen=True, slots=True)
class Part:
    """A story of a running one; ``current`` is the one that is told, ``reference`` where that speaks of this part."""

    line: "StoryLine"
    current: bool
    reference: Reference | None = None


def parts(known: Story, lines: Sequence["StoryLine"], tellings: Sequence[Telling]) -> list[Part]:
    """The parts, in the order of ``lines``, none where it is one; ``tellings`` are of the story itself."""
    if len(lines) == 1:
        return []
    own = next((line.first for line in lines if line.id == known.id), None)
    return [_part(line, known, own, tellings) for line in lines]


def _part(line: "StoryLine", known: Story, own: date | None, tellings: Iterable[Telling]) -> Part:
    earlier = line.first is not None and own is not None and line.first < own
    found = _references(line, tellings) if earlier else iter(())
    return Part(line, line.id == known.id, next(found, None))


def _references(line: "StoryLine", tellings: Iterable[Telling]) -> Iterator[Reference]:
    """Sentences of the body that name the day on which the earlier part began, and else a word of its title."""
    title = set(telling_words(line.title))
    for telling in tellings:
        times = telling.reading.times if telling.reading else ()
        dated = [time.span for time in times if time.day == line.first]
        for sentence in telling.body if dated else ():
            named = next((span for span in dated if sentence.holds(span)), None)
            if named and title.intersection(_beside(telling.article.text, sentence, named)):
                yield Reference(telling, sentence)


def _beside(text: str, sentence: Span, named: Span) -> tuple[str, ...]:
    """The telling words of a sentence without those of the day it names."""
    return telling_words(f"{text[sentence.start : named.start]} {text[named.end : sentence.end]}")
