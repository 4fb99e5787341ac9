"""From gists to stories: first copies are laid with their originators, then originators of one happening together.

A pure function of the set of gists: their order, and how often one is given, do not matter. What people decided comes
last: it joins whole stories, and parts articles from what was linked.
"""

from collections.abc import Mapping, Sequence

from reportedly.records import Gist, Story, StoryArticle, story_id
from reportedly.stories.claims import claims
from reportedly.stories.clusters import clusters
from reportedly.stories.copies import Reuse, reuse
from reportedly.stories.disagreements import disagreements
from reportedly.stories.drift import drifts
from reportedly.stories.independence import folds, sides
from reportedly.stories.order import rank
from reportedly.stories.parting import Apart, Parting
from reportedly.stories.parts import with_copies
from reportedly.stories.threads import running
from reportedly.stories.verdicts import Placed, Verdict, placed


def group(gists: Sequence[Gist], judged: Sequence[Verdict] = ()) -> tuple[Story, ...]:
    """The stories that the articles tell, earliest first; every article stands in exactly one.

    ``judged`` is what people decided, in the order in which they did.
    """
    ordered = sorted({gist.url: gist for gist in sorted(gists, key=lambda g: g.article)}.values(), key=rank)
    reused = reuse(ordered)
    at = {gist.url: i for i, gist in enumerate(ordered)}
    copied = {at[later]: at[earlier] for later, earlier in reused.originals.items()}
    roots = roots_of(len(ordered), copied)
    told = _together(ordered, copied, roots, placed(judged, ordered))
    return running([_story(members, ordered, reused, roots) for members in told], ordered)


def _together(
    gists: Sequence[Gist], copied: Mapping[int, int], roots: Sequence[int], judged: Sequence[Placed]
) -> list[list[int]]:
    """The positions of the articles of each story."""
    heads = sorted(set(roots))
    at = {head: n for n, head in enumerate(heads)}
    splits = [verdict for verdict in judged if not verdict.joins]
    parting = Parting([Apart(at[roots[each.article]], at[each.other], each.day) for each in splits if each.other in at])
    linked = clusters([gists[head] for head in heads], parting)
    part_of = {heads[n]: heads[parting.part_of.get(n, story[0])] for story in linked for n in story}
    hosts = {heads[n]: heads[host] if host >= 0 else ~heads[~host] for n, host in parting.hosts.items()}
    parts = with_copies(part_of, hosts, copied, {i for each in splits for i in (each.article, each.other)})
    parts.judge(judged)
    return parts.stories()


def roots_of(total: int, copied: Mapping[int, int]) -> list[int]:
    """Of each position the first in its chain of copies; one that is copied stands before its copy."""
    roots = list[int]()
    for i in range(total):
        roots.append(roots[copied[i]] if i in copied else i)
    return roots


def _story(members: list[int], gists: Sequence[Gist], reused: Reuse, roots: Sequence[int]) -> Story:
    """A story is known by its earliest originator: its URL makes the id, its headline the title."""
    articles = tuple(
        StoryArticle(
            article=gists[i].article,
            url=gists[i].url,
            copy_of=reused.originals.get(gists[i].url),
            originator=gists[roots[i]].url,
            shares=reused.shares.get(gists[i].url, ()),
        )
        for i in members
    )
    told = [gists[i] for i in members]
    repeats = {gist.url: reused.originals[gist.url] for gist in told if gist.url in reused.originals}
    folded = folds(told, repeats)
    title = next((gist.headline for gist in told if gist.headline), None)
    first = told[0]
    return Story(
        id=story_id(first.url),
        title=title or first.url,
        articles=articles,
        independent_sources=len(told) - len(folded),
        folds=folded,
        sides=sides(told, folded),
        claims=claims(told, folded),
        disagreements=disagreements([gists[i] for i in members if i == roots[i]]),
        drifts=drifts(told, repeats),
    )
