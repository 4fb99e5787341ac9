"""What people decided about stories: two that are one, and articles that do not belong in theirs.

A story's id is made of the URL of its first article and may change as articles come in; an article's URL does not. So a
verdict stands on articles: that of the story's id, and that of the other story's id or the one that was named.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from reportedly.records import Gist, Judgement, page_id, story_id
from reportedly.stories.parting import Apart


class Verdict(NamedTuple):
    """``merge``: ``other`` is the id of a story that is one with ``story``. ``split``: the URL of what leaves it.

    ``day`` is that of the decision: of the articles of a story those that came out up to then were seen by who decided.
    """

    kind: Literal["merge", "split"]
    story: str
    other: str
    day: date


class Placed(NamedTuple):
    """A verdict on articles by their positions: ``other`` joins where ``article`` is, or leaves it."""

    joins: bool
    article: int
    other: int
    day: date


def verdicts(standing: Iterable[Judgement]) -> tuple[Verdict, ...]:
    """Of the decisions in force those about stories, in the order in which they were made."""
    return tuple(
        Verdict(each.kind, each.about, each.value, each.at.date())
        for each in standing
        if each.is_of_story and each.value and each.kind in {"merge", "split"}
    )


def placed(judged: Iterable[Verdict], gists: Sequence[Gist]) -> list[Placed]:
    """The verdicts whose articles are among these, by their positions; an article says nothing about itself."""
    judged = list(judged)
    asked = {name for verdict in judged for name in (verdict.story, verdict.other)}
    at = {name: i for i, gist in enumerate(gists) if asked for name in _names(gist.url) if name in asked}
    known = [each for each in judged if each.story in at and each.other in at and at[each.story] != at[each.other]]
    return [Placed(each.kind == "merge", at[each.story], at[each.other], each.day) for each in known]


def apart(judged: Iterable[Verdict], urls: Iterable[str]) -> list[Apart]:
    """The pages that people parted, of those with these addresses."""
    pages = {name: page_id(url) for url in urls for name in _names(url)}
    splits = (verdict for verdict in judged if verdict.kind == "split")
    return [
        Apart(pages[each.story], pages[each.other], each.day)
        for each in splits
        if each.story in pages and each.other in pages and pages[each.story] != pages[each.other]
    ]


def _names(url: str) -> tuple[str, str]:
    return url, story_id(url)
