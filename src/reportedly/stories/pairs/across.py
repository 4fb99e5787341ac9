"""What articles in two tongues have in common: meanings that a glossary knows, skeletons of names, and numbers."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportedly.likeness import Weights, cosine, unit
from reportedly.stories.pairs.clues import agree
from reportedly.stories.pairs.rarity import Rarity
from reportedly.stories.pairs.telling import Telling

# A pair less alike in what its articles mean, in what their headlines mean and in names is not looked at.
MEANINGS_ALIKE = 0.2
NAMES_ALIKE = 0.1


class Meant(NamedTuple):
    """What a telling means, with the rarity of each meaning and skeleton these days; ``whole`` also at length 1."""

    telling: Telling
    rare: Mapping[str, float]
    whole: Weights
    headline: Weights
    names: Weights
    headlined: float


def meant(telling: Telling, rarity: Rarity) -> Meant:
    """What a telling means, weighed."""
    rare = rarity.of_meanings(telling)
    headline = {word: rare[word] for word in telling.headline_meanings}
    names = {term: weight for term, weight in rare.items() if term not in telling.meanings}
    whole = {word: rare[word] for word in telling.meanings}
    return Meant(telling, rare, unit(whole), unit(headline), unit(names), sum(headline.values()))


def worth(a: Meant, b: Meant) -> bool:
    """Whether a pair is alike enough to be judged."""
    alike = cosine(a.whole, b.whole) > MEANINGS_ALIKE or cosine(a.headline, b.headline) > MEANINGS_ALIKE
    return alike or cosine(a.names, b.names) > NAMES_ALIKE


def clues(a: Meant, b: Meant) -> dict[str, float]:
    """The clues of a pair; they are the same whichever comes first."""
    return dict([*_meanings(a, b), *_headlines(a, b), *_names(a, b), *_rest(a.telling, b.telling)])


def _meanings(a: Meant, b: Meant) -> Iterator[tuple[str, float]]:
    crossed = cosine(a.headline, b.whole), cosine(a.whole, b.headline)
    yield "meanings", cosine(a.whole, b.whole)
    yield "headline in meanings", max(crossed)
    yield "meanings in headline", min(crossed)
    shared = sorted((min(rare, b.rare[term]) for term, rare in a.rare.items() if term in b.rare), reverse=True)
    yield "shared", sum(shared)
    yield "contained", sum(shared) / (min(sum(a.rare.values()), sum(b.rare.values())) or 1.0)
    for n in range(4):
        yield f"rarest {n + 1}", shared[n] if n < len(shared) else 0.0


def _headlines(a: Meant, b: Meant) -> Iterator[tuple[str, float]]:
    yield "headlines", cosine(a.headline, b.headline)
    shared = sorted((min(a.rare[w], b.rare[w]) for w in a.headline if w in b.headline), reverse=True)
    yield "headlines share", sum(shared)
    yield "rarest of headlines", shared[0] if shared else 0.0
    held = [
        sum(one.rare[word] for word in one.headline if word in other.rare) / (one.headlined or 1.0)
        for one, other in ((a, b), (b, a))
    ]
    yield "headline held", max(held)
    yield "headlines held", min(held)
    missing = [
        max((one.rare[word] for word in one.headline if word not in other.rare), default=0.0)
        for one, other in ((a, b), (b, a))
    ]
    yield "missing", max(missing)
    yield "missing in both", min(missing)
    yield "said in headlines", float(min(len(a.headline), len(b.headline)))


def _names(a: Meant, b: Meant) -> Iterator[tuple[str, float]]:
    yield "names", cosine(a.names, b.names)
    shared = sorted((min(a.rare[name], b.rare[name]) for name in a.names if name in b.names), reverse=True)
    yield "names share", sum(shared)
    yield "rarest name", shared[0] if shared else 0.0


def _rest(a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
    yield "numbers", agree(a.numbers, b.numbers)
    yield "headline numbers", agree(a.headline_numbers, b.headline_numbers)
    yield "days apart", float(abs((a.day - b.day).days))
    yield "one outlet", float(a.outlet == b.outlet)
