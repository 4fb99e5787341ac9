"""What became of what a brief cites since it was written: pages edited or gone, sources that fell away.

Nothing here is kept: it is looked up when a draft or an issued brief is shown.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from reportedly.account import page_events, wording
from reportedly.account.story_judgements import story_of
from reportedly.records import Flag, PageEvent
from reportedly.text import Span, squeezed

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


class Cited(Protocol):
    """Words of an article that are cited: a citation or an exhibit."""

    @property
    def article(self) -> str:
        """The id of the revision they stand in."""

    @property
    def span(self) -> Span:
        """Where in its text."""

    @property
    def words(self) -> str:
        """The words."""


class Telling(Protocol):
    """A section that tells a story, on as many independent sources as it had then."""

    @property
    def story(self) -> str | None:
        """The story's id."""

    @property
    def sources(self) -> int | None:
        """Its independent sources at that time."""


Place = tuple[str, Span]
"""Where words stand: the id of an article, and the span."""

_LOST: Final[Mapping[str, str]] = {
    "gone": "gone",
    "closed": "closed to the desk",
    "no_article": "without an article",
}


def since(ledger: "Ledger", cited: Collection[Cited]) -> dict[Place, Flag]:
    """For cited words whose page was edited or is gone, what to know of it; none for all others."""
    articles = ledger.articles.by_id({one.article for one in cited})
    histories = ledger.pages.histories({article.url for article in articles.values()})
    events = {url: page_events.tell(*history) for url, history in histories.items()}
    shown = {event.article for told in events.values() for event in told[-1:] if event.article}
    now = ledger.articles.by_id(shown - articles.keys()) | articles
    flags: dict[Place, Flag] = {}
    for one in cited:
        article = articles.get(one.article)
        told = events.get(article.url, ()) if article else ()
        if told and (flag := _became(one, told, now[told[-1].article].text if told[-1].article in now else "")):
            flags[one.article, one.span] = flag
    return flags


def _became(cited: Cited, told: Sequence[PageEvent], now: str) -> Flag | None:
    """What the last event of its page says of cited words; ``now`` is the text that the page showed last."""
    last = told[-1]
    link = f"/articles/{cited.article}/history"
    if last.kind in page_events.LOST.values():
        return Flag("gone", f"Its page is {_LOST[last.kind]}{_on(last.at)}.", link)
    if last.article in {None, cited.article} or (last.edit and last.edit.partial):
        return None
    if squeezed(cited.words) not in squeezed(now):
        return Flag("changed", f"Its page was edited{_on(last.at)}; the words cited no longer stand there.", link)
    if any(event.edit and event.edit.rewordings and not event.edit.partial for event in told):
        return Flag("changed", f"Its page was edited{_on(last.at)}; the words cited still stand there.", link)
    return None


def _on(at: datetime | None) -> str:
    return f" since {wording.moment(at)}" if at else ""


def fewer(ledger: "Ledger", sections: Iterable[Telling]) -> dict[str, Flag]:
    """By story, those that have fewer independent sources now than when the brief was written."""
    told = {one.story: one.sources for one in sections if one.story and one.sources}
    standing = {story.id: story.independent_sources for story in ledger.stories.by_id(told)}
    flags: dict[str, Flag] = {}
    for own, then in told.items():
        now = own if own in standing else story_of(ledger, own)
        count = standing.get(own, 0) or _count(ledger, now)
        if count < then:
            behind = wording.counted(count, "independent source")
            reason = f"{behind} now, {then} when this was written." if count else "This story stands no longer."
            flags[own] = Flag("fewer", reason, f"/stories/{now}" if now else "")
    return flags


def _count(ledger: "Ledger", story: str | None) -> int:
    known = ledger.stories.get(story) if story else None
    return known.independent_sources if known else 0
