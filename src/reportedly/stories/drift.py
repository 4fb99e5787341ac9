"""How a statement changed as one article after the other repeated it: a hedge or a source lost, a number changed.

All articles of a story speak here, copies too: what a copy leaves out is just what is looked for. Bounded: so many
articles are heard, and a statement is laid beside so many others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from reportedly.english import NUMBERS
from reportedly.likeness import stem
from reportedly.records import Drift, DriftStep, Gist, Said
from reportedly.stories.unattributed import unattributed

Loss = Literal["hedge", "source"]

ARTICLES: Final = 120  # of a story that are heard, the first
COMMON: Final = 24  # statements of a story: a stem that more of them have finds nothing
RARE: Final = 2  # other stems, by which a statement is found
# Telling stems in common, and their share of the longer statement: of nine drifts filed from 13,200 leads of twelve
# outlets and 1,700 whole articles of two, eight are right; of what .34 would add, one in three.
SHARED: Final = 4
ALIKE: Final = 0.5
SAME: Final = 0.7  # of two that differ in a number: with less they count different things
FEW: Final = 3  # numbers of a statement: with more it is a table, new each day
DAYS: Final = 1  # between them: later a number is another because more is known
STEPS: Final = 6  # forms of one statement that are told
MOST: Final = 10  # drifts of a story, the first
_NUMBERS: Final = {stem(word): str(number) for word, number in NUMBERS.items()}
_AHEAD: Final = frozenset({"expected", "anticipated", "predicted"})  # a forecast may be put in many ways
_RISING: Final = frozenset(
    map(stem, ("rises", "risen", "rose", "climbs", "climbed", "increased", "reached", "updated"))
)


class Form(NamedTuple):
    """A statement as one article has it: ``place`` is the article's in the story, ``words`` its stems but numbers."""

    place: int
    gist: Gist
    said: Said
    words: frozenset[str]
    numbers: frozenset[str]


def drifts(gists: Sequence[Gist], copied: Mapping[str, str]) -> tuple[Drift, ...]:
    """The statements of a story that lost or changed something, by their first form.

    ``gists`` stand in order of rank; ``copied`` gives for a copy's URL that of whose text it repeats.
    """
    heard = gists[:ARTICLES]
    chains = _chains([form for place, gist in enumerate(heard) for form in _forms(place, gist)])
    found = (_drift(chain, copied) for chain in chains if len(chain) > 1)
    return (*(drift for drift in found if drift), *unattributed(heard))[:MOST]


def _forms(place: int, gist: Gist) -> Iterator[Form]:
    for said in gist.said:
        numbers = {word: _NUMBERS.get(word, word) for word in said.words if word in _NUMBERS or word.isdigit()}
        words = frozenset(said.words) - numbers.keys() - set(map(stem, said.hedges))
        if len(words) >= SHARED:
            yield Form(place, gist, said, words, frozenset(numbers.values()))


def _chains(forms: Sequence[Form]) -> list[list[Form]]:
    """Each statement with those that repeat it, one an article, in order of the articles."""
    holding = defaultdict[str, list[int]](list)
    chains, chain_of = list[list[Form]](), list[int]()
    for n, form in enumerate(forms):
        shared = Counter(m for word in form.words if len(holding[word]) <= COMMON for m in holding[word])
        near = (m for m, rare in shared.items() if rare >= RARE and forms[m].place < form.place)
        unlike, best = min(((-alike, m) for m in near if (alike := _likeness(forms[m], form))), default=(0.0, None))
        chain_of.append(len(chains) if best is None else chain_of[best])
        if best is None:
            chains.append([])
        if not any(other.place == form.place for other in chains[chain_of[n]]):
            chains[chain_of[n]].append(form)
        if unlike > -1:  # what is word for word the same is found by the other
            for word in form.words:
                holding[word].append(n)
    return chains


def _likeness(one: Form, other: Form) -> float:
    shared = len(one.words & other.words)
    alike = shared / max(len(one.words), len(other.words))
    same = shared >= SHARED and alike >= ALIKE and one.said.polarity == other.said.polarity
    return alike if same and one.said.negated == other.said.negated else 0.0


def _drift(chain: Sequence[Form], copied: Mapping[str, str]) -> Drift | None:
    """The first form, and each that lost or changed something, after the one that it repeats."""
    told = {0: _step(chain[0], (), ())}
    for n, form in enumerate(chain[1:], 1):
        before = _repeated(chain[:n], form, copied)
        lost, changed = tuple(_lost(chain[before], form)), _changed(chain[before], form)
        if lost or changed:
            told.setdefault(before, _step(chain[before], (), ()))
            told[n] = _step(form, lost, changed)
    return Drift(tuple(told[n] for n in sorted(told))[:STEPS]) if len(told) > 1 else None


def _repeated(earlier: Sequence[Form], form: Form, copied: Mapping[str, str]) -> int:
    """The place of the form it repeats: that of the article it copies, else the one most alike, of equals the last."""
    original = copied.get(form.gist.url)
    return max(range(len(earlier)), key=lambda n: (earlier[n].gist.url == original, _likeness(earlier[n], form), n))


def _lost(before: Form, after: Form) -> Iterator[Loss]:
    if not _likeness(before, after):
        return
    if not _AHEAD.issuperset(before.said.hedges) and not after.said.hedges and after.said.certainty != "possible":
        yield "hedge"
    if before.said.source_kind == "named" and after.said.source_kind == "anonymous":
        yield "source"


def _changed(before: Form, after: Form) -> tuple[str, ...]:
    """``14 > 9``: of one source's words one number is another, and nobody says that it rose."""
    gone, come = before.numbers - after.numbers, after.numbers - before.numbers
    same = before.said.source == after.said.source != "" and _likeness(before, after) >= SAME
    one = len(gone) == len(come) == 1 and len(before.numbers) <= FEW
    if not (same and one and _near(before.gist, after.gist)) or _RISING & after.words:
        return ()
    return (f"{min(gone)} > {min(come)}",)


def _near(one: Gist, other: Gist) -> bool:
    return bool(one.published and other.published and abs((other.published - one.published).days) <= DAYS)


def _step(form: Form, lost: tuple[Loss, ...], changed: tuple[str, ...]) -> DriftStep:
    said, gist = form.said, form.gist
    return DriftStep(gist.article, gist.url, said.span, said.certainty, said.source, gist.published, lost, changed)
