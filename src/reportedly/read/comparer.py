"""What later sentences tell of announced events, asked of the trained model."""

from collections.abc import Iterable, Iterator

from reportedly.read.model.comparing import probabilities
from reportedly.read.model.outcome import Side
from reportedly.records import Comparison, Question

COMPARER = "comparer/3"  # another number where it may answer otherwise: answers kept under this one are then void


def compare(questions: Iterable[Question]) -> list[Comparison]:
    """An answer a question, in their order."""
    return [Comparison(*found) for found in probabilities([(*_sides(each), each.window) for each in questions])]


def compare_each(questions: Iterable[Question]) -> Iterator[Comparison]:
    """The same, one by one: for several processes that answer side by side."""
    for each in questions:
        yield from compare([each])


def _sides(asked: Question) -> tuple[Side, Side]:
    return (
        Side(asked.headline, asked.sentence, asked.announced, asked.event),
        Side(asked.later_headline, asked.later_sentence, asked.later),
    )
