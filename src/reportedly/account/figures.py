"""Where outlets give different figures for the same thing: how many were killed, wounded, held, moved.

A figure is a number that counts people or things at stake in the news. Two articles differ where both count the same
thing and share no number for it; who is right is not the desk's to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.account.telling import Telling
from reportedly.english import BELOW_TWENTY, NUMBERS, TENS
from reportedly.text import Span


def _each(words: str) -> list[str]:
    return words.split()


FATES: Final[dict[str, str]] = {
    **dict.fromkeys(_each("killed dead died deaths lives bodies martyred slain fatalities"), "killed"),
    **dict.fromkeys(_each("wounded injured hurt injuries casualties"), "wounded"),
    **dict.fromkeys(_each("arrested detained held seized captured imprisoned arrests abducted"), "held"),
    **dict.fromkeys(_each("missing disappeared"), "missing"),
    **dict.fromkeys(_each("displaced evacuated fled homeless"), "displaced"),
}
COUNTED: Final = frozenset(
    _each(
        "people persons civilians soldiers troops fighters militants rebels guards officers policemen police workers "
        "miners villagers residents protesters demonstrators children women men passengers prisoners detainees "
        "hostages drivers fishermen families houses homes vehicles boats trucks villages students teachers patients "
        "ships tanks aircraft crew sailors smugglers travellers refugees shops"
    )
)
_SPELT: Final = (
    *(f"{ten}-{unit}" for ten in TENS for unit in BELOW_TWENTY[1:10]),
    *TENS,
    *BELOW_TWENTY[1:],
)
_DIGITS: Final = (r"\d{1,3}(?:,\d{3})+", r"\d{1,7}")
_NUMBER: Final = re.compile(rf"(?<![\w.,-])({'|'.join((*_DIGITS, *_SPELT))})(?![\w%]|[.,]\d)", re.IGNORECASE)
_REACH: Final = 6  # words after a number within which the thing counted and its fate stand


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence of an article, and what it counts (``killed``, ``trucks``)."""

    telling: Telling
    number: int
    thing: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """The same thing counted differently by different originators, one figure each, oldest article first."""

    thing: str
    figures: tuple[Figure, ...]


def differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """What the originators count differently, by thing."""
    by_thing: dict[str, dict[str, list[Figure]]] = {}
    for telling in tellings:
        for figure in figures(telling):
            by_thing.setdefault(figure.thing, {}).setdefault(telling.article.outlet, []).append(figure)
    apart = ((thing, _apart(list(outlets.values()))) for thing, outlets in sorted(by_thing.items()))
    return tuple(Difference(thing, tuple(figures)) for thing, figures in apart if len(figures) > 1)


def _apart(outlets: list[list[Figure]]) -> list[Figure]:
    """The first figure of each outlet that shares no number with the outlets before it."""
    taken: set[int] = set()
    apart = []
    for figures_ in outlets:
        numbers = {figure.number for figure in figures_}
        if not numbers & taken:
            apart.append(figures_[0])
        taken |= numbers
    return apart


def figures(telling: Telling) -> Iterator[Figure]:
    """The figures an article gives, in order; none for a copy or an unread article."""
    if telling.reading is None or telling.is_copy:
        return
    text = telling.article.text
    for sentence in telling.body:
        for match in _NUMBER.finditer(sentence.of(text)):
            thing = _thing(sentence.of(text)[match.end() :])
            if thing:
                yield Figure(telling, number(match[1]), thing, sentence)


def _thing(after: str) -> str | None:
    """What the words after a number say it counts: a fate where one is named, else the things counted."""
    words = re.findall(r"[a-z]+|[.;:“”\"]", after.casefold())[:_REACH]
    stop = next((i for i, word in enumerate(words) if not word.isalpha()), len(words))
    words = words[:stop]
    fate = next((FATES[word] for word in words if word in FATES), None)
    return fate or next((word for word in words[:3] if word in COUNTED), None)


def number(words: str) -> int:
    """``1,200`` or ``twenty-five`` as a number."""
    bare = words.replace(",", "").casefold()
    if bare.isdigit():
        return int(bare)
    return sum(NUMBERS[part] for part in bare.split("-"))
