"""Which statements of a story to tell: not all, but the telling ones, from as many voices as there are.

Points go to sources that can be held to their words, to denials and to statements near the head of an article; each
further statement by a voice already heard costs points, so a second voice comes before a second remark.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.account.attributions import Attribution
from reportedly.brief.sentences import points_elsewhere
from reportedly.records import SourceKind

MOST: Final = 5
ALIKE: Final = 0.6  # share of the shorter statement's words found in the other: beyond it they say the same

_WEIGHT: Final[dict[SourceKind, float]] = {
    "named": 3.0,
    "role": 3.0,
    "document": 3.0,
    "media": 2.0,
    "anonymous": 1.5,
    "outlet": 1.0,
    "unknown": 0.5,
}
_DENIAL: Final = 3.0
_HEARD: Final = 2.5
_SAME_OUTLET: Final = 0.5
_FAR: Final = 2.0
_SHORT: Final = 4  # words; a scrap of a quotation tells little by itself
_SCRAP: Final = 2.0


@dataclass(frozen=True, slots=True)
class Told:
    """A statement chosen, with the same statement as carried by other originators."""

    said: Attribution
    also: tuple[Attribution, ...]


def choose(statements: Iterable[Attribution], most: int = MOST) -> tuple[Told, ...]:
    """The most telling statements, in the order of their articles and places; those alike are told once."""
    points = [(told, _points(told), _voice(told.said)) for told in _alike(statements)]
    chosen: list[Told] = []
    while points and len(chosen) < most:
        heard = Counter(_voice(told.said) for told in chosen)
        carried = Counter(told.said.telling.article.outlet for told in chosen)
        best = max(points, key=lambda one: _standing(one[0], one[1], one[2], heard, carried))
        if not _within(best[0].said, chosen):
            chosen.append(best[0])
        points.remove(best)
    return tuple(sorted(chosen, key=lambda told: _order(told.said)))


def _order(one: Attribution) -> tuple[str, str, int, int, str]:
    day = one.telling.day
    return (day.isoformat() if day else "9999", one.telling.article.url, *one.span, one.statement.id)


def _alike(statements: Iterable[Attribution]) -> list[Told]:
    ordered = sorted(statements, key=_order)
    outer = {one.statement.via for one in ordered}
    groups: list[list[Attribution]] = []
    by_voice: dict[tuple[str, str, str], list[list[Attribution]]] = {}
    for one in ordered:
        if one.statement.id in outer:  # told with the statement inside it
            continue
        known = by_voice.setdefault((_voice(one), one.statement.polarity, one.statement.certainty), [])
        same = next((group for group in known if _says_the_same(group[0], one)), None)
        if same is None:
            groups.append([one])
            known.append(groups[-1])
        else:
            same.append(one)
    return [Told(group[0], tuple(group[1:])) for group in groups]


def _says_the_same(a: Attribution, b: Attribution) -> bool:
    """Whether another outlet carries the same words of the same voice."""
    if a.telling.article.outlet == b.telling.article.outlet:
        return False
    ours, theirs = _words(a.content), _words(b.content)
    return len(ours & theirs) >= ALIKE * max(1, min(len(ours), len(theirs)))


def _words(content: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", content.casefold()))


def _voice(one: Attribution) -> str:
    return one.statement.source_entity or one.source.casefold() or one.telling.article.outlet


def _standing(
    told: Told, points: float, voice: str, heard: Counter[str], carried: Counter[str]
) -> tuple[float, str, int]:
    """Its points less those for what was already chosen of its voice and its outlet; then what breaks a tie."""
    points -= _HEARD * heard[voice] + _SAME_OUTLET * carried[told.said.telling.article.outlet]
    return (points, told.said.statement.id, -told.said.span.start)


def _points(told: Told) -> float:
    """What a statement is worth by itself."""
    one = told.said
    length = max(1, len(one.telling.article.text))
    points = _WEIGHT[one.statement.source_kind] + (_DENIAL if one.statement.polarity == "denied" else 0.0)
    points += min(2, len(told.also)) - _FAR * one.span.start / length
    points -= _SCRAP * points_elsewhere(one)
    return points - (_SCRAP if len(one.content.split()) < _SHORT else 0.0)


def _within(one: Attribution, chosen: Sequence[Told]) -> bool:
    """Whether its words were already quoted as part of another statement of the same article."""
    spans = [other.said.span for other in chosen if other.said.telling.article.id == one.telling.article.id]
    return any(span.holds(one.span) for span in spans)
