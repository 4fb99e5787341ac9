"""From gists to stories: first copies are laid with their originators, then originators of one happening together.

A pure function of the set of gists: their order, and how often one is given, do not matter.
"""

from collections import defaultdict
from collections.abc import Sequence

from reportedly.records import Gist, Story, StoryArticle, content_id
from reportedly.stories.claims import claims
from reportedly.stories.clusters import clusters
from reportedly.stories.copies import Reuse, reuse
from reportedly.stories.disagreements import disagreements
from reportedly.stories.drift import drifts
from reportedly.stories.independence import folds, sides
from reportedly.stories.order import rank


def group(gists: Sequence[Gist]) -> tuple[Story, ...]:
    """The stories that the articles tell, earliest first; every article stands in exactly one."""
    ordered = sorted({gist.url: gist for gist in sorted(gists, key=lambda g: g.article)}.values(), key=rank)
    reused = reuse(ordered)
    roots = _roots(len(ordered), reused.originals)
    heads = sorted(set(roots))
    followers = defaultdict[int, list[int]](list)
    for i, root in enumerate(roots):
        followers[root].append(i)
    stories = []
    for cluster in clusters([ordered[i] for i in heads]):
        members = sorted(i for head in cluster for i in followers[heads[head]])
        stories.append(_story(members, ordered, reused, roots))
    return tuple(stories)


def _roots(total: int, copied: dict[int, int]) -> list[int]:
    """Of each position the first in its chain of copies; one that is copied stands before its copy."""
    roots = list[int]()
    for i in range(total):
        roots.append(roots[copied[i]] if i in copied else i)
    return roots


def _story(members: list[int], gists: Sequence[Gist], reused: Reuse, roots: Sequence[int]) -> Story:
    """A story is known by its earliest originator: its URL makes the id, its headline the title."""
    copied = {i: gists[reused.originals[i]].url for i in members if i in reused.originals}
    articles = tuple(
        StoryArticle(
            article=gists[i].article,
            url=gists[i].url,
            copy_of=copied.get(i),
            originator=gists[roots[i]].url,
            shares=reused.shares.get(i, ()),
        )
        for i in members
    )
    told = [gists[i] for i in members]
    repeats = {gists[i].url: url for i, url in copied.items()}
    folded = folds(told, repeats)
    title = next((gist.headline for gist in told if gist.headline), None)
    first = told[0]
    return Story(
        id=content_id("s", first.url),
        title=title or first.url,
        articles=articles,
        independent_sources=len(told) - len(folded),
        folds=folded,
        sides=sides(told, folded),
        claims=claims(told, folded),
        disagreements=disagreements([gists[i] for i in members if i == roots[i]]),
        drifts=drifts(told, repeats),
    )
