"""What is asked of the comparer: the trained model that tells what a later sentence says of an announced event.

It is handed in, for it stands in another part of the desk. It must give the same answer to the same question whatever
else is asked with it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from reportedly.records import Comparison, Question, Sighting, Window, content_id

_BEYOND = "\u0370"  # the first letter that is none of the Latin ones
_KEPT = 4096  # sentences that are remembered

Compare = Callable[[Iterable[Question]], Sequence[Comparison]]
"""It takes questions as it needs them: the next may be made while others are answered."""


def can_tell(first: Sighting, later: Sighting) -> bool:
    """Whether the comparer reads both sentences: it reads English only, so their letters must be Latin."""
    return _is_latin(first.sentence) and _is_latin(later.sentence)


def is_latin(sighting: Sighting) -> bool:
    """Whether it is told in Latin letters. Two in two scripts share no words, whatever they tell."""
    return _is_latin(sighting.sentence)


@lru_cache(_KEPT)
def _is_latin(sentence: str) -> bool:
    beyond = sum([c.isalpha() for c in sentence if c >= _BEYOND])
    return not beyond or beyond * 2 <= sum(map(str.isalpha, sentence))


def question(first: Sighting, later: Sighting) -> Question:
    """What the sentence of a ``later`` sighting tells of the event that ``first`` announced; both have their day."""
    announced, on = first.published or date.min, later.published or date.max
    window = _days(first.window)
    return Question(announced, first.headline, first.sentence, first.at, window, on, later.headline, later.sentence)


def _days(window: Window | None) -> tuple[date, date] | None:
    return (window.start or window.end, window.end) if window and window.end else None


class Recalled:
    """A comparer that is not asked what ``known`` gives the answers to, by the ids of their questions.

    ``given`` holds all answers that were given.
    """

    def __init__(self, compare: Compare, known: Callable[[Collection[str]], Mapping[str, Comparison]]) -> None:
        self.given: dict[str, Comparison] = {}
        self._compare, self._known = compare, known

    def learn(self, pages: Iterable[Sequence[Question]]) -> None:
        """Get to know the answers to the questions of several pages, which are made as they are needed."""
        fresh: dict[str, None] = {}

        def unknown() -> Iterator[Question]:
            for asked in ({_id(each): each for each in questions} for questions in pages):
                self.given |= self._known(asked)
                for id_, question in asked.items():
                    if id_ not in self.given and id_ not in fresh:
                        fresh[id_] = None
                        yield question

        answers = self._compare(unknown())
        self.given |= zip(fresh, answers, strict=True)

    def __call__(self, questions: Iterable[Question]) -> list[Comparison]:
        """An answer a question."""
        every = [(_id(question), question) for question in questions]
        asked = dict(every)
        answers = {**self._known(asked)}
        fresh = {id_: question for id_, question in asked.items() if id_ not in answers}
        answers |= zip(fresh, self._compare([*fresh.values()]) if fresh else (), strict=True)
        self.given |= {id_: answers[id_] for id_ in asked}
        return [answers[id_] for id_, _ in every]


def _id(question: Question) -> str:
    return content_id("q", *question)
