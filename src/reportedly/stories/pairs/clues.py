"""What two articles in one tongue have in common and what speaks against them, each clue a number.

Words count by how rare they are these days. Names are told apart from words where the reading found them, and by
capitals in the headline, which are there in all that is read and in much that is not.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from reportedly.likeness import Weights, cosine, unit
from reportedly.stories.pairs.rarity import Rarity
from reportedly.stories.pairs.telling import Telling

UNKNOWN = -1.0  # of a clue that one of the two says nothing of
# A pair less alike in words and in headlines is not looked at: the judge has not learned from such pairs.
WORDS_ALIKE = 0.06
HEADLINES_ALIKE = 0.08
NAMES_ALIKE = 0.1


class Weighed(NamedTuple):
    """A telling with the rarity of its words these days; ``words`` and ``headline`` also at length 1."""

    telling: Telling
    rare: Mapping[str, float]
    words: Weights
    headline: Weights
    skeletons: Mapping[str, float]
    names: Weights
    all_words: float
    all_headline: float


def weighed(telling: Telling, rarity: Rarity) -> Weighed:
    """A telling with its words weighed."""
    rare = rarity.of_words(telling)
    words = {word: rare[word] for word in telling.words}
    headline = {word: rare[word] for word in telling.headline}
    skeletons = rarity.of_skeletons(telling)
    all_words, all_headline = sum(words.values()), sum(headline.values())
    return Weighed(telling, rare, unit(words), unit(headline), skeletons, unit(skeletons), all_words, all_headline)


def worth(a: Weighed, b: Weighed) -> bool:
    """Whether a pair is alike enough to be judged."""
    alike = cosine(a.words, b.words) > WORDS_ALIKE or cosine(a.headline, b.headline) > HEADLINES_ALIKE
    return alike or cosine(a.names, b.names) > NAMES_ALIKE


def clues(a: Weighed, b: Weighed, rarity: Rarity) -> dict[str, float]:
    """The clues of a pair; they are the same whichever comes first."""
    return dict(
        [
            *_words(a, b),
            *_capitals(a, b),
            *_skeletons(a, b),
            *_names(a, b, rarity),
            *_deeds(a, b),
            *_rest(a.telling, b.telling),
        ]
    )


def _words(a: Weighed, b: Weighed) -> Iterator[tuple[str, float]]:
    """Cosines, crossed; the rarest words in common; how much of the one stands in the other; the rarest missing."""
    crossed = cosine(a.headline, b.words), cosine(a.words, b.headline)
    yield "words", cosine(a.words, b.words)
    yield "headlines", cosine(a.headline, b.headline)
    yield "headline in words", max(crossed)
    yield "words in headline", min(crossed)
    shared = sorted((min(a.rare[w], b.rare[w]) for w in a.telling.words if w in b.telling.held), reverse=True)
    yield "shared", sum(shared)
    yield from _at(shared, "rarest", 3)
    yield "contained", sum(shared) / (min(a.all_words, b.all_words) or 1.0)
    both = sorted((min(a.rare[w], b.rare[w]) for w in a.headline if w in b.headline), reverse=True)
    yield "headlines share", sum(both)
    yield from _at(both, "rarest of headlines", 2)
    held = _held(a, b), _held(b, a)
    yield "headline held", max(held)
    yield "headlines held", min(held)
    missing = _missing(a, a.telling.headline, b), _missing(b, b.telling.headline, a)
    yield "missing", max(missing)
    yield "missing in both", min(missing)


def _at(values: list[float], name: str, count: int) -> Iterator[tuple[str, float]]:
    for n in range(count):
        yield f"{name} {n + 1}", values[n] if n < len(values) else 0.0


def _held(a: Weighed, b: Weighed) -> float:
    """The share of a's headline, by weight, that stands in b."""
    return sum(a.rare[word] for word in a.telling.headline if word in b.telling.held) / (a.all_headline or 1.0)


def _missing(a: Weighed, words: Iterable[str], b: Weighed) -> float:
    return max((a.rare[word] for word in words if word not in b.telling.held), default=0.0)


def _capitals(a: Weighed, b: Weighed) -> Iterator[tuple[str, float]]:
    """The names that headlines show by their capitals: the rarest in common, and the rarest missing."""
    ours, theirs = a.telling.capitals, b.telling.capitals
    common = [min(a.rare[w], b.rare[w]) for w in (ours & b.telling.held) | (theirs & a.telling.held)]
    missing = _missing(a, ours, b), _missing(b, theirs, a)
    told = bool(ours and theirs)
    yield "capitals", max(common, default=0.0) if told else UNKNOWN
    yield "capitals missing", max(missing) if told else UNKNOWN
    yield "capitals missing in both", min(missing) if told else UNKNOWN


def _skeletons(a: Weighed, b: Weighed) -> Iterator[tuple[str, float]]:
    """Names as skeletons, which meet across scripts: the cosine, and the rarest in common."""
    shared = sorted((rare for name, rare in a.skeletons.items() if name in b.skeletons), reverse=True)
    yield "skeletons", cosine(a.names, b.names)
    yield "skeletons share", sum(shared)
    yield from _at(shared, "rarest skeleton", 2)


def _names(a: Weighed, b: Weighed, rarity: Rarity) -> Iterator[tuple[str, float]]:
    """Places and people that the readings found: the rarest in common, how many are, and the rarest missing."""
    for name in ("places", "people"):
        ours, theirs = getattr(a.telling, name), getattr(b.telling, name)
        told, common = bool(ours and theirs), ours & theirs
        rarest = partial(_rarest, a.telling.tongue, rarity)
        missing = rarest(ours - theirs), rarest(theirs - ours)
        yield name, rarest(common) if told else UNKNOWN
        yield f"{name} in common", len(common) / len(ours | theirs) if told else UNKNOWN
        yield f"{name} missing", max(missing) if told else UNKNOWN
        yield f"{name} missing in both", min(missing) if told else UNKNOWN


def _rarest(tongue: str, rarity: Rarity, names: Iterable[str]) -> float:
    return max((rarity.of_name(name, tongue) for name in names), default=0.0)


def _deeds(a: Weighed, b: Weighed) -> Iterator[tuple[str, float]]:
    """The kinds of events of headline and lead, and how much the two likest of them agree."""
    ours, theirs = a.telling.deeds, b.telling.deeds
    kinds, others = {deed.type for deed in ours}, {deed.type for deed in theirs}
    yield "kinds of deeds", len(kinds & others) / len(kinds | others) if ours and theirs else UNKNOWN
    points = (
        (one.type == other.type)
        + (one.lemma == other.lemma) * 2
        + bool({*one.actors, *one.recipients} & {*other.actors, *other.recipients}) * 2
        + (one.place is not None and one.place == other.place)
        for one in ours[:_DEEDS]
        for other in theirs[:_DEEDS]
        if one.type == other.type or one.lemma == other.lemma
    )
    yield "deed", float(max(points, default=0)) if ours and theirs else UNKNOWN


_DEEDS = 6  # of an article that are compared


def _rest(a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
    """Numbers, who speaks, days apart, outlets."""
    yield "numbers", agree(a.numbers, b.numbers)
    yield "headline numbers", agree(a.headline_numbers, b.headline_numbers)
    yield "speakers", agree(a.speaker, b.speaker)
    yield "days apart", float(abs((a.day - b.day).days))
    yield "one outlet", float(a.outlet == b.outlet)
    yield "series", float(a.outlet == b.outlet and _but_for_numbers(a.headline, b.headline))


def _but_for_numbers(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two headlines differ in numbers alone: what comes every day."""
    differ = {*ours} ^ {*theirs}
    return bool(differ) and all(word.isdigit() for word in differ)


def agree(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """3 where they share some, 2 where they differ, 1 where only one says any, 0 where none does."""
    if not (ours and theirs):
        return float(bool(ours or theirs))
    return 3.0 if ours & theirs else 2.0
