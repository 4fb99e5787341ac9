"""Which statements of a story to tell: not all, but the telling ones, from as many voices as there are.

Points go to sources that can be held to their words, to denials and to statements near the head of an article; each
further statement by a voice already heard costs points, so a second voice comes before a second remark.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.account.attributions import Attribution
from reportedly.brief.sentences import points_elsewhere
from reportedly.evidence import Clue, points
from reportedly.records import SourceKind

MOST: Final = 5
ALIKE: Final = 0.6  # share of the shorter statement's words found in the other: beyond it they say the same
_SCRAP: Final = 4  # words; less of a quotation tells little by itself
_FEW_OUTLETS: Final = 2  # further outlets that make a statement weightier; more than these add nothing


@dataclass(frozen=True, slots=True)
class Pick:
    """A statement chosen, with the same statement as carried by other originators."""

    attribution: Attribution
    also: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class _Again:
    """How many statements were chosen already of a pick's voice, and of its outlet."""

    voice: int
    outlet: int


def _without(sample: int, news: int) -> str:
    """What a row is measured on: stories with more than ``MOST`` statements that are told otherwise without it."""
    return f"without it {sample} of 48 stories of the sample desk and {news} of 254 of three days' news change"


def _from(*kinds: SourceKind) -> Callable[[Pick], bool]:
    return lambda pick: pick.attribution.statement.source_kind in kinds


def _is_denial(pick: Pick) -> bool:
    return pick.attribution.statement.polarity == "denied"


def _further_outlets(pick: Pick) -> float:
    return min(_FEW_OUTLETS, len(pick.also))


def _depth(pick: Pick) -> float:
    """How far down its article it begins: 0 at the head, 1 at the end."""
    return pick.attribution.span.start / max(1, len(pick.attribution.telling.article.text))


def _is_scrap(pick: Pick) -> bool:
    return len(pick.attribution.content.split()) < _SCRAP


WORTH: Final[tuple[Clue[Pick], ...]] = (
    Clue("can be held to its words", 3.0, _from("named", "role", "document"), _without(37, 179)),
    Clue("other media", 2.0, _from("media"), _without(1, 7)),
    Clue("a source without a name", 1.5, _from("anonymous"), _without(6, 9)),
    Clue("no source", 0.5, _from("unknown"), _without(2, 18)),
    Clue("a denial", 3.0, _is_denial, _without(8, 16)),
    Clue("carried by further outlets", 1.0, _further_outlets, _without(0, 3)),
    Clue("far down its article", -2.0, _depth, _without(33, 220)),
    Clue("a source that points elsewhere", -2.0, lambda pick: points_elsewhere(pick.attribution), _without(4, 43)),
    Clue("a scrap of words", -2.0, _is_scrap, _without(13, 52)),
)
AGAIN: Final[tuple[Clue[_Again], ...]] = (
    Clue("its voice was heard", -2.5, lambda again: again.voice, _without(27, 190)),
    Clue("its outlet was heard", -0.5, lambda again: again.outlet, _without(2, 7)),
)


def choose(attributions: Iterable[Attribution], most: int = MOST) -> tuple[Pick, ...]:
    """The most telling statements, in the order of their articles and places; those alike are told once."""
    worth = [(pick, points(WORTH, pick)) for pick in _alike(attributions)]
    chosen: list[Pick] = []
    while worth and len(chosen) < most:
        voices = Counter(_voice(pick.attribution) for pick in chosen)
        outlets = Counter(_outlet(pick.attribution) for pick in chosen)
        best = max(worth, key=lambda pair: _rank(pair, voices, outlets))
        if not _is_within(best[0].attribution, chosen):
            chosen.append(best[0])
        worth.remove(best)
    return tuple(sorted(chosen, key=lambda pick: _order(pick.attribution)))


def _rank(worth: tuple[Pick, float], voices: Counter[str], outlets: Counter[str]) -> tuple[float, str, int]:
    """Its points less those for what was already chosen of its voice and its outlet; then what breaks a tie."""
    pick, own = worth
    attribution = pick.attribution
    again = _Again(voices[_voice(attribution)], outlets[_outlet(attribution)])
    return (own + points(AGAIN, again), attribution.statement.id, -attribution.span.start)


def _order(attribution: Attribution) -> tuple[str, str, int, int, str]:
    telling = attribution.telling
    day = telling.day.isoformat() if telling.day else "9999"
    return (day, telling.article.url, *attribution.span, attribution.statement.id)


def _alike(attributions: Iterable[Attribution]) -> list[Pick]:
    """All statements, those that say the same put together; one told with a statement inside it is left out."""
    ordered = sorted(attributions, key=_order)
    outer = {attribution.statement.via for attribution in ordered}
    groups: list[list[Attribution]] = []
    by_voice: dict[tuple[str, str, str], list[list[Attribution]]] = {}
    for attribution in ordered:
        statement = attribution.statement
        if statement.id in outer:
            continue
        known = by_voice.setdefault((_voice(attribution), statement.polarity, statement.certainty), [])
        same = next((group for group in known if _says_the_same(group[0], attribution)), None)
        if same is None:
            groups.append([attribution])
            known.append(groups[-1])
        else:
            same.append(attribution)
    return [Pick(group[0], tuple(group[1:])) for group in groups]


def _says_the_same(ours: Attribution, theirs: Attribution) -> bool:
    """Whether another outlet carries the same words of the same voice."""
    if _outlet(ours) == _outlet(theirs):
        return False
    words, others = _words(ours.content), _words(theirs.content)
    return len(words & others) >= ALIKE * max(1, min(len(words), len(others)))


def _words(content: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", content.casefold()))


def _voice(attribution: Attribution) -> str:
    return attribution.statement.source_entity or attribution.source.casefold() or _outlet(attribution)


def _outlet(attribution: Attribution) -> str:
    return attribution.telling.article.outlet


def _is_within(attribution: Attribution, chosen: Sequence[Pick]) -> bool:
    """Whether its words were already quoted as part of another statement of the same article."""
    article = attribution.telling.article.id
    quoted = [pick.attribution.span for pick in chosen if pick.attribution.telling.article.id == article]
    return any(span.holds(attribution.span) for span in quoted)
