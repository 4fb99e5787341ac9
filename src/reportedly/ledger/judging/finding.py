"""What was judged found again among what a reading or a page holds now.

A thing is first of all what has its id. After a page was read anew it is what stands in the same place, after it was
edited what has the same words. What is not found any more is left alone, with what was decided about it.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from reportedly.ledger.judging import grounds
from reportedly.records import Judged, Reading, thing
from reportedly.text import Span

HALF: Final = 0.5  # of the characters of both that two readings of one place have in common


class Standing(NamedTuple):
    """A statement or event as it stands now: its words are those it would be known by."""

    own: str
    span: Span
    words: str


def statements(reading: Reading) -> list[Standing]:
    """Those of a reading."""
    text = reading.article.text
    return [Standing(one.id, one.envelope, grounds.said(one.envelope, text)) for one in reading.statements]


def events(reading: Reading) -> list[Standing]:
    """Those of a reading, which has its sentences."""
    text, cut = reading.article.text, reading.sentences
    return [
        Standing(one.id, one.trigger, grounds.happening(one.trigger, _around(one.trigger, cut), text))
        for one in reading.events
    ]


def _around(span: Span, cut: Sequence[Span]) -> Span:
    return next((sentence for sentence in cut if sentence.holds(span)), span)


def found(judged: Judged, article: str, among: Iterable[Standing]) -> str | None:
    """The id of the one of these, which stand in the article, that is what was judged."""
    known = thing(judged.about)
    every, span = [*among], Span(judged.start, judged.end)
    if known and any(one.own == known.own for one in every):
        return known.own
    if judged.article == article:
        near = max(every, key=lambda one: _overlap(one.span, span), default=None)
        return near.own if near and _overlap(near.span, span) > HALF else None
    same = [one for one in every if one.words == judged.words]
    return min(same, key=lambda one: abs(one.span.start - span.start)).own if same else None


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return shared / whole if whole else 0.0
