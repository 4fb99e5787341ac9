"""What articles in two tongues have in common: meanings that a glossary knows, names and numbers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportedly.likeness import Weights, cosine, unit
from reportedly.stories.pairs.clues import agree
from reportedly.stories.pairs.glossary import NAME
from reportedly.stories.pairs.rarity import Rarity
from reportedly.stories.pairs.telling import Telling

# A pair less alike in what its articles mean, in what their headlines mean and in names is not looked at.
MEANINGS_ALIKE = 0.2
NAMES_ALIKE = 0.1


class Meant(NamedTuple):
    """What a telling means, with the rarity of each meaning and skeleton these days; ``whole`` also at length 1.

    ``named`` are the places, people and bodies that the headline names.
    """

    telling: Telling
    rare: Mapping[str, float]
    whole: Weights
    headline: Weights
    names: Weights
    named: frozenset[str]


def meant(telling: Telling, rarity: Rarity) -> Meant:
    """What a telling means, weighed."""
    rare = rarity.of_meanings(telling)
    headline = {word: rare[word] for word in telling.headline_meanings}
    names = {term: weight for term, weight in rare.items() if term not in telling.meanings}
    whole = {word: rare[word] for word in telling.meanings}
    named = frozenset(word for word in headline if word.startswith(NAME))
    return Meant(telling, rare, unit(whole), unit(headline), unit(names), named)


def worth(a: Meant, b: Meant) -> bool:
    """Whether a pair is alike enough to be judged."""
    alike = cosine(a.whole, b.whole) > MEANINGS_ALIKE or cosine(a.headline, b.headline) > MEANINGS_ALIKE
    return alike or cosine(a.names, b.names) > NAMES_ALIKE


def clues(a: Meant, b: Meant) -> dict[str, float]:
    """The clues of a pair; they are the same whichever comes first."""
    return dict([*_meanings(a, b), *_headlines(a, b), *_named(a, b), *_rest(a.telling, b.telling)])


def _meanings(a: Meant, b: Meant) -> Iterator[tuple[str, float]]:
    """Cosines, and the rarest that is in both, names by their skeletons too."""
    yield "meanings", cosine(a.whole, b.whole)
    yield "headline in meanings", max(cosine(a.headline, b.whole), cosine(a.whole, b.headline))
    shared = sorted((min(rare, b.rare[term]) for term, rare in a.rare.items() if term in b.rare), reverse=True)
    for n in range(3):
        yield f"rarest {n + 1}", shared[n] if n < len(shared) else 0.0


def _headlines(a: Meant, b: Meant) -> Iterator[tuple[str, float]]:
    shared = [min(a.rare[word], b.rare[word]) for word in a.headline if word in b.headline]
    yield "headlines share", sum(sorted(shared))
    yield "rarest of headlines", max(shared, default=0.0)
    yield "missing in both", min(_missing(a, a.headline, b), _missing(b, b.headline, a))


def _named(a: Meant, b: Meant) -> Iterator[tuple[str, float]]:
    """What headlines name: the rarest in common, and the rarest missing."""
    common = (a.named & b.rare.keys()) | (b.named & a.rare.keys())
    missing = _missing(a, a.named, b), _missing(b, b.named, a)
    yield "named", max((min(a.rare[word], b.rare[word]) for word in common), default=0.0)
    yield "named missing", max(missing)
    yield "named missing in both", min(missing)


def _missing(a: Meant, words: Iterable[str], b: Meant) -> float:
    """The rarest of a's words that b does not have."""
    return max((a.rare[word] for word in words if word not in b.rare), default=0.0)


def _rest(a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
    yield "headline numbers", agree(a.headline_numbers, b.headline_numbers)
    yield "days apart", float(abs((a.day - b.day).days))
    yield "one outlet", float(a.outlet == b.outlet)
