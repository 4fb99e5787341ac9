"""The disagreements of a story: figures of one thing laid together, and where they differ told oldest first.

Only originators speak. Bounded: so many articles, figures of each and tellings of one thing are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reportedly.records import Disagreement, Figure, Gist, Told
from reportedly.stories.disagreements.comparing import kind, likeness, one_thing, opposed
from reportedly.stories.disagreements.denials import denials
from reportedly.stories.disagreements.kinds import is_update
from reportedly.stories.disagreements.values import agree, point
from reportedly.stories.figures import things
from reportedly.stories.said import around

ARTICLES: Final = 60  # originators of a story that are heard, the first
SERIES: Final = 40  # things of a story that are followed
TOLD: Final = 6  # values told of one disagreement: the first, and the last
CHANGING: Final = 1  # days within which articles speak of one state of what changes from day to day
MOST: Final = 8  # figures of a story that differ, those told earliest in their articles first


@dataclass(slots=True)
class Series:
    """One thing as the articles of a story give it: a figure an article, and the place of the article."""

    told: list[tuple[int, Figure]] = field(default_factory=list)

    def takes(self, figure: Figure) -> tuple[int, int] | None:
        """How well a figure fits to the first telling of the thing or the last; None where it does not."""
        fits = [likeness(figure, other) for _, other in (self.told[0], self.told[-1]) if one_thing(figure, other)]
        return max(fits, default=None)


def disagreements(gists: Sequence[Gist]) -> tuple[Disagreement, ...]:
    """Where the originators of a story differ; ``gists`` stand in order of rank."""
    heard = gists[:ARTICLES]
    found = (_disagreement(series, heard) for series in _series(heard))
    return (*[one for one in found if one][:MOST], *denials(heard))


# -- figures of one thing ----------------------------------------------------------------------------------------------


def _series(gists: Sequence[Gist]) -> list[Series]:
    known: list[Series] = []
    for place, gist in enumerate(gists):
        figures = _told_by(gist)
        taken = _matched(figures, known)
        for i, series in taken.items():
            series.told.append((place, figures[i]))
        left = [figure for i, figure in enumerate(figures) if i not in taken]
        for figure in left:
            if len(known) < SERIES and not any(series.takes(figure) for series in known):
                known.append(Series([(place, figure)]))
    return known


def _told_by(gist: Gist) -> list[Figure]:
    """The figures an article gives for a thing of its own; what it cites from other media is theirs.

    Who is counted as a class beside a figure of all is a part of them.
    """
    own = [figure for figure in gist.figures if figure.early or not _heard_through(gist, figure)]
    all_of = {figure.thing for figure in own if figure.early and kind(figure) in {"", "people"}}
    return [figure for figure in own if not (figure.thing in all_of & things.FATES and _is_class(figure))]


def _heard_through(gist: Gist, figure: Figure) -> bool:
    said = around(gist, figure.span)
    return bool(said and said.through)


def _source(gist: Gist, figure: Figure) -> str:
    """Who gives the figure in the article; empty where it is the article itself."""
    said = around(gist, figure.span)
    return said.source if said else ""


def _is_class(figure: Figure) -> bool:
    return kind(figure) not in {"", "people", *things.PARTS}


def _matched(figures: Sequence[Figure], known: Sequence[Series]) -> dict[int, Series]:
    """The figures of an article by the series they go on, the best fit first, one a series."""
    fits = []
    for i, figure in enumerate(figures):
        found = [(series.takes(figure), n) for n, series in enumerate(known) if series.told[0][1].thing == figure.thing]
        best = max((fit[0] for fit, _ in found if fit), default=0)
        fits += [(-best, not figure.early, -fit[1], i, n) for fit, n in found if fit and fit[0] == best]
    taken, used = dict[int, Series](), set[int]()
    for *_, i, n in sorted(fits):
        if i not in taken and n not in used:
            taken[i] = known[n]
            used.add(n)
    return {**taken, **_left_over(figures, taken, known)}


def _left_over(figures: Sequence[Figure], taken: dict[int, Series], known: Sequence[Series]) -> dict[int, Series]:
    """By elimination: where one side's dead are laid together, the other side's are each other's too.

    An article that repeats the other side's figure may still give its own.
    """
    beside = {place for series in taken.values() if kind(series.told[0][1]) in things.ARMED for place, _ in series.told}
    apart = {id(series) for i, series in taken.items() if not agree(figures[i], series.told[0][1])}
    left = [one for one in known if id(one) not in apart and one.told[0][0] in beside]
    fits = [
        (i, series)
        for i, figure in enumerate(figures)
        for series in left
        if i not in taken and opposed(figure, series.told[0][1])
    ]
    return dict(fits) if apart and len(fits) == 1 else {}


# -- where they differ -------------------------------------------------------------------------------------------------


def _disagreement(series: Series, gists: Sequence[Gist]) -> Disagreement | None:
    told = _apart(series, gists)
    if len(told) < 2:  # noqa: PLR2004 - two that differ
        return None
    told = [*told[: TOLD - 1], told[-1]] if len(told) > TOLD else told
    update = is_update([(gists[place], figure) for place, figure in told])
    least = min(range(len(told)), key=lambda i: point(told[i][1]))
    return Disagreement(
        kind="update" if update else "conflict",
        thing=_named(told),
        told=tuple(_told(gists[place], figure) for place, figure in told),
        cautious=None if update else least,
    )


def _apart(series: Series, gists: Sequence[Gist]) -> list[tuple[int, Figure]]:
    """The first telling of each value; nobody is apart from an article that gives the same value somewhere."""
    apart: list[tuple[int, Figure]] = []
    for place, figure in series.told:
        if not any(
            _far(gists[other], gists[place], figure) or _says_too(gists[other], theirs, figure)
            for other, theirs in apart
        ) and not any(_says_too(gists[place], figure, theirs) for _, theirs in apart):
            apart.append((place, figure))
    return apart


def _says_too(gist: Gist, figure: Figure, other: Figure) -> bool:
    """Whether the article of a figure gives the other's value too, on its own account or that of the same source."""
    if agree(figure, other):
        return True
    if other.newest:
        return False
    ours = _source(gist, figure)
    also = [own for own in gist.figures if own.thing == other.thing and kind(own) == kind(figure) and agree(own, other)]
    return any(not ours or _source(gist, own) in {"", ours} for own in also)


def _far(one: Gist, other: Gist, figure: Figure) -> bool:
    """Whether what is no fate of people is told on other days: prices and stocks change, they do not disagree."""
    if figure.thing in things.FATES or not one.published or not other.published:
        return False
    return abs((one.published - other.published).days) > CHANGING


def _told(gist: Gist, figure: Figure) -> Told:
    return Told(article=gist.article, url=gist.url, span=figure.span, value=figure.value, day=gist.published)


def _named(told: Sequence[tuple[int, Figure]]) -> str:
    """What they differ on: ``killed``, ``children killed``, ``tonnes``."""
    thing = told[0][1].thing
    kinds = {kind(figure) for _, figure in told}
    only = next(iter(kinds)) if len(kinds) == 1 else ""
    return f"{only} {thing}" if only and only != "people" and thing in things.FATES else thing
