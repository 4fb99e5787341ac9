"""Which words of one article stay in the house: those that name private persons, and those labelled too strictly.

Words are told apart by where they stand; where only words are at hand (a headline from a feed, the sentence of an
announcement), by whether the shut words stand in them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.exchange.screening import Screen
from reportedly.records import MARKS, Article, Judged, Judgement, Label, PactTerms, stricter
from reportedly.text import Span, squeezed

Judgements = Sequence[tuple[Judged, list[Judgement]]]
PRIVATE = "it names a private person"
UNSEEN = "no reader could look it through"
LABELLED = "it holds words that are marked more strictly than the pact lets out"


@dataclass(frozen=True)
class Shut:
    """What is shut of an article: its ``screen``, and the places of words with too strict a label."""

    screen: Screen
    text: str
    strict: tuple[Span, ...]

    @classmethod
    def of(cls, article: Article, screen: Screen, judged: Judgements, terms: PactTerms) -> "Shut":
        """What of an article the terms shut."""
        spans = (
            span
            for thing, label in _labelled(judged)
            if MARKS.index(label) > MARKS.index(terms.most)
            for span in _places(thing, article)
        )
        return cls(screen, article.text, tuple(spans))

    def why(self, spans: Iterable[Span], words: str = "") -> str | None:
        """Why these places, or these words, stay in the house; None where they may go."""
        spans = list(spans)
        if not self.screen.looked:
            return UNSEEN
        if not self.screen.passes(spans) or not self.screen.clean(words):
            return PRIVATE
        labelled = any(shut.touches(span) for shut in self.strict for span in spans)
        return LABELLED if labelled or any(self._stand(shut, words) for shut in self.strict) else None

    def why_not_all(self) -> str | None:
        """Why the whole text stays in the house; None where it may go."""
        if not self.screen.looked:
            return UNSEEN
        return PRIVATE if self.screen.spans else LABELLED if self.strict else None

    def _stand(self, shut: Span, words: str) -> bool:
        own = squeezed(shut.of(self.text)).casefold()
        return bool(own) and own in squeezed(words).casefold()


def labels(judged: Judgements) -> Mapping[str, Label]:
    """By statement the strictest label that people put on it."""
    found: dict[str, Label] = {}
    for thing, label in _labelled(judged):
        own = thing.about.partition(":")[2]
        found[own] = stricter(label, found.get(own, label))
    return found


def label_of(value: str | None) -> Label:
    """The label that a decision puts; the strictest where it is none that is known."""
    known: tuple[Label, ...] = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT")
    return next((one for one in known if one == value), "RED")


def _labelled(judged: Judgements) -> Iterator[tuple[Judged, Label]]:
    for thing, decisions in judged:
        if thing.kind == "statement":
            yield from ((thing, label_of(one.value)) for one in decisions if one.kind == "mark")


def _places(thing: Judged, article: Article) -> Iterator[Span]:
    """Where a judged thing stands in this revision: at its place, or wherever its words stand in another."""
    if thing.article == article.id:
        yield Span(thing.start, thing.end)
        return
    start = article.text.find(thing.words) if thing.words else -1
    while start >= 0:
        yield Span(start, start + len(thing.words))
        start = article.text.find(thing.words, start + 1)
