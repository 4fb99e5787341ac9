"""What was denied or contradicted lately: stories whose articles differ on something, and denials one by one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from reportedly.account import links
from reportedly.account.attributions import source_words
from reportedly.account.disagreements import heading
from reportedly.account.handover import Line
from reportedly.account.wording import counted, listed, quoted
from reportedly.records import Disagreement, Grown, Story
from reportedly.text import joined

if TYPE_CHECKING:
    from reportedly.ledger import Denied, Ledger

DENIALS_IN: Final = 1_000
"""Articles told last whose denials are looked through: 20 ms on 4,849 articles with some ten statements each."""
STORIES: Final = 10
"""That differ; the other half of the box is for denials."""


def quarrels(ledger: "Ledger", upto: int, names: Mapping[str, str], most: int) -> Iterator[Line]:
    """Up to ``most``, filed after the news ``upto``: what differs in stories, then who denied what."""
    told = 0
    for line in _differing(ledger, upto, names):
        told += 1
        yield line
    yield from _denials(ledger, upto, names, most - told)


def _differing(ledger: "Ledger", upto: int, names: Mapping[str, str]) -> Iterator[Line]:
    found = {one.story: one for one in ledger.news.differing_stories(upto, limit=3 * STORIES)}
    stories = ledger.stories.by_id(found)
    every = [told for story in stories for one in story.disagreements for told in one.told]
    numbers = ledger.news.of_pages(told.url for told in every)
    outlets = ledger.articles.outlets_of(told.article for told in every)
    fresh = {url for url, (number, _) in numbers.items() if number > upto}
    lines = (line for story in stories for line in _of_story(story, found[story.id], fresh, outlets, names))
    yield from (line for line, _ in zip(lines, range(STORIES), strict=False))


def _of_story(
    story: Story, grown: Grown, fresh: set[str], outlets: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Line]:
    """The story once, with the first thing on which an article differs that was told since."""
    for one in story.disagreements:
        if any(told.url in fresh for told in one.told):
            why = f"{heading(one)}: {_values(one, outlets, names)}"
            path = f"/stories/{story.id}#apart"
            yield Line("quarrels", "story", story.id, story.title, why, path, grown.sources, grown.touched)
            return


def _values(one: Disagreement, outlets: Mapping[str, str], names: Mapping[str, str]) -> str:
    """``12 (Varen News Agency), 4 (Sel Courier)``; of a denial who stands on which side is told by its words."""
    given: dict[str, list[str]] = {}
    for told in one.told:
        outlet = outlets.get(told.article, "")
        given.setdefault(told.value, []).append(names.get(outlet, outlet))
    sides = (f"{value} ({listed([*dict.fromkeys(who)])})" if value else listed(who) for value, who in given.items())
    return ", ".join(sides)


def _denials(ledger: "Ledger", upto: int, names: Mapping[str, str], most: int) -> Iterator[Line]:
    found = ledger.news.denials(upto, within=DENIALS_IN, limit=most)
    lines = ledger.articles.lines_by_id(one.article for one in found)
    words = _words(ledger, found)
    for one in found:
        if one.article in lines and (one.article, one.statement) in words:
            content, source, path = words[one.article, one.statement]
            outlet = lines[one.article].outlet
            by = f"denied by {source}" if source else "denied, by whom is not said"
            behind = f"in a story of {counted(one.sources, 'independent source')}"
            why = f"{by}, {names.get(outlet, outlet)} reports; {behind}"
            yield Line("quarrels", "article", one.article, content, why, path, touched=one.number)


def _words(ledger: "Ledger", found: "Iterable[Denied]") -> dict[tuple[str, str], tuple[str, str, str]]:
    """By article and statement what is denied, who denies it, and where the words stand."""
    wanted = {(one.article, one.statement) for one in found}
    readings = ledger.readings.by_article({article for article, _ in wanted}, ("entities", "statements"))
    words: dict[tuple[str, str], tuple[str, str, str]] = {}
    for article, reading in readings.items():
        for statement in reading.statements:
            if (article, statement.id) in wanted:
                content = quoted(joined(statement.content, reading.article.text), 200)
                path = links.passage(article, statement.envelope)
                words[article, statement.id] = content, source_words(statement, reading), path
    return words
