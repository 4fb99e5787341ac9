"""How many independent voices tell a story, and why every other article is counted with one of them.

An article that repeats another's text is a copy of it. One whose account leans on another medium is counted with that
medium, or, where that is not among the articles, with the first that leans on it too. Of what is left, articles of one
owner are one voice, as are those of one outlet. See ``docs/decisions/0014-what-makes-a-voice.md``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportedly.records import Fold, Gist, Side, end_of
from reportedly.stories.leaning import leaning
from reportedly.stories.media import Outlets
from reportedly.stories.order import house


def folds(gists: Sequence[Gist], copied: Mapping[str, str]) -> tuple[Fold, ...]:
    """Why which articles of a story are no voices of their own, in the order of the articles.

    ``gists`` stand in order of rank, ``copied`` gives for a copy's URL that of whose text it repeats.
    """
    reasons = [Fold(url, into, "copy") for url, into in copied.items()]
    into = dict(copied)
    for fold in _leaning_on_one([gist for gist in gists if gist.url not in copied], into):
        reasons.append(fold)
        into[fold.url] = fold.into
    reasons.extend(_of_one_owner([gist for gist in gists if gist.url not in into]))
    found = {fold.url: fold for fold in reasons}
    return tuple(found[gist.url] for gist in gists if gist.url in found)


def sides(gists: Sequence[Gist], folded: Sequence[Fold]) -> tuple[Side, ...]:
    """The voices by their outlets' countries, the most first, unknown ones last."""
    counted_with = {fold.url for fold in folded}
    countries = Counter(gist.country for gist in gists if gist.url not in counted_with)
    order = sorted(countries.items(), key=lambda side: (side[0] is None, -side[1], side[0] or ""))
    return tuple(Side(country, sources) for country, sources in order)


def _leaning_on_one(gists: Sequence[Gist], into: Mapping[str, str]) -> Iterator[Fold]:
    """Those that lean on a medium go with it, else with the first that leans on it too; no two on each other."""
    outlets = Outlets(gists)
    first = {gist.outlet: gist.url for gist in reversed(gists)}
    told = set(first)
    for gist in gists:
        for medium, name in leaning(gist, outlets).items():
            onto = first.setdefault(medium, gist.url)
            if end_of(onto, into) != gist.url:
                yield Fold(gist.url, onto, "source", None if medium in told else name)
                break


def _of_one_owner(gists: Sequence[Gist]) -> Iterator[Fold]:
    first = dict[str, str]()
    for gist in gists:
        onto = first.setdefault(house(gist), gist.url)
        if onto != gist.url:
            yield Fold(gist.url, onto, "owner", gist.owner or gist.outlet_name or gist.outlet)
