"""What a later sentence may tell of an announced event: the question, and the answer."""

from datetime import date
from typing import NamedTuple

from reportedly.text import Span


class Question(NamedTuple):
    """What a sentence of a ``later`` day is asked to tell of the event at ``event`` in the one that announced it.

    ``window`` holds the first and last day it was announced for; each sentence comes with its article's headline.
    """

    announced: date
    headline: str
    sentence: str
    event: Span | None
    window: tuple[date, date] | None
    later: date
    later_headline: str
    later_sentence: str


class Comparison(NamedTuple):
    """How likely each is, from 0 to 1: that it came about, was moved, called off or denied, is still ahead, or neither.

    ``related`` is the same matter, or another event of the same kind; ``no`` is something else.
    """

    happened: float
    moved: float
    cancelled: float
    denied: float
    again: float
    related: float
    no: float

    @property
    def changed(self) -> float:
        """That it was moved, called off or denied."""
        return self.moved + self.cancelled + self.denied
