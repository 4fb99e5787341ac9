"""What is asked of the comparer: the trained model that tells what a later sentence says of an announced event.

It is handed in, for it stands in another part of the desk. It must give the same answer to the same question whatever
else is asked with it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from reportedly.records import Comparison, Question, Sighting, Window, content_id

Compare = Callable[[Sequence[Question]], Sequence[Comparison]]


def question(first: Sighting, later: Sighting) -> Question:
    """What the sentence of a ``later`` sighting tells of the event that ``first`` announced; both have their day."""
    announced, on = first.published or date.min, later.published or date.max
    window = _days(first.window)
    return Question(announced, first.headline, first.sentence, first.at, window, on, later.headline, later.sentence)


def _days(window: Window | None) -> tuple[date, date] | None:
    return (window.start or window.end, window.end) if window and window.end else None


class Asked:
    """A comparer that is not asked twice; ``answers`` holds those given this time, by the ids of their questions."""

    def __init__(self, compare: Compare, known: Mapping[str, Comparison]) -> None:
        self.answers: dict[str, Comparison] = {}
        self._compare, self._known = compare, known

    def __call__(self, questions: Sequence[Question]) -> list[Comparison]:
        """An answer a question."""
        ids = [_id(question) for question in questions]
        self.answers |= {id_: self._known[id_] for id_ in ids if id_ in self._known}
        fresh = {id_: each for id_, each in zip(ids, questions, strict=True) if id_ not in self.answers}
        self.answers |= zip(fresh, self._compare(list(fresh.values())), strict=True)
        return [self.answers[id_] for id_ in ids]


def _id(question: Question) -> str:
    return content_id("q", *question)
