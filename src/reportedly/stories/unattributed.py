"""Figures that one article gives in a source's words and a later one as its own: "14 burned, police said", "14 burned".

A gist holds no sentences, but figures with their place: one that stands in no statement is the article's own. Whoever
names the source anywhere in headline or lead has not dropped it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reportedly.likeness import telling
from reportedly.records import Drift, DriftStep, Figure, Gist, Said
from reportedly.stories.disagreements.comparing import one_thing
from reportedly.stories.disagreements.values import agree
from reportedly.stories.said import around

_NUMBER: Final = re.compile(r"\d")  # "dozens" are anybody's
NEAR: Final = 12  # figures of one thing with which a later one is compared, the first


class _Sourced(NamedTuple):
    gist: Gist
    figure: Figure
    said: Said


def unattributed(gists: Sequence[Gist]) -> Iterator[Drift]:
    """The figures of headline and lead that lost their source, one for each source and article that dropped it."""
    sourced = defaultdict[str, list[_Sourced]](list)
    dropped = set[tuple[str, str]]()
    for gist in gists:
        early = [(figure, around(gist, figure.span)) for figure in gist.figures if figure.early and figure.low]
        for figure in _own(early):
            first = next((one for one in sourced[figure.thing] if _drops(gist, figure, one)), None)
            if first and (first.gist.url, gist.url) not in dropped:
                dropped.add((first.gist.url, gist.url))
                yield _drift(first, gist, figure)
        for figure, said in early:
            if said and said.source and len(sourced[figure.thing]) < NEAR:
                sourced[figure.thing].append(_Sourced(gist, figure, said))


def _own(early: Sequence[tuple[Figure, Said | None]]) -> list[Figure]:
    """Those that the article gives nowhere in another's words."""
    others = [figure for figure, said in early if said]
    alone = [figure for figure, said in early if not said and not figure.attributed and _NUMBER.search(figure.value)]
    return [figure for figure in alone if not any(figure.thing == o.thing and agree(figure, o) for o in others)]


def _drops(gist: Gist, figure: Figure, one: _Sourced) -> bool:
    same = gist.outlet != one.gist.outlet and one_thing(one.figure, figure) and agree(one.figure, figure)
    return same and not _names(gist, one.said)


def _names(gist: Gist, said: Said) -> bool:
    """Whether the article has the source, or anyone of such a kind, in headline or lead or as a source of its own."""
    if said.source in {*gist.people, *gist.places, *(other.source for other in gist.said)}:
        return True
    head = telling(said.source)[-1:]
    return bool(set(head) & set(gist.words))


def _drift(first: _Sourced, gist: Gist, figure: Figure) -> Drift:
    before = DriftStep(
        first.gist.article,
        first.gist.url,
        first.said.span,
        first.said.certainty,
        first.said.source,
        first.gist.published,
    )
    after = DriftStep(gist.article, gist.url, figure.sentence, "certain", "", gist.published, lost=("source",))
    return Drift((before, after))
