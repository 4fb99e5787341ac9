"""What became of what a brief cites since it was written: edited, gone, withdrawn, sources that fell away.

Nothing here is kept: it is looked up when a draft or an issued brief is shown.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from reportedly.account import page_events, wording
from reportedly.account.story_judgements import story_of
from reportedly.brief.partners import articles_of_others
from reportedly.brief.partners_since import of_partners
from reportedly.records import Citation, Exhibit, Flag, Judged, Judgement, PageEvent, ThingKind
from reportedly.text import Span, squeezed

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


class Telling(Protocol):
    """A section that tells a story, on as many independent sources as it had then."""

    @property
    def story(self) -> str | None:
        """The story's id."""

    @property
    def sources(self) -> int | None:
        """Its independent sources at that time."""

    @property
    def partners(self) -> int | None:
        """The articles more that other desks reported on it."""


Cited = Citation | Exhibit
"""Words of an article that are cited."""
Place = tuple[str, Span]
"""Where words stand: the id of an article, and the span."""

_LOST: Final[Mapping[str, str]] = {
    "gone": "gone",
    "closed": "closed to the desk",
    "no_article": "without an article",
}


def since(
    ledger: "Ledger",
    cited: Collection[Citation | Exhibit],
    after: datetime | None = None,
    *,
    now: datetime | None = None,
) -> dict[Place, tuple[Flag, ...]]:
    """For cited words what to know of them: their page was edited or is gone, people decided about what they say.

    A correction counts where it was made ``after`` the brief was written, a withdrawal whenever it was made. Words of
    which nothing is to be known are left out. ``now`` is when pacts are asked whether words of partners may be used.
    """
    articles = ledger.articles.by_id({one.article for one in cited})
    pages = _Pages(ledger, {article.url for article in articles.values()})
    flags: dict[Place, tuple[Flag, ...]] = {}
    for one in cited:
        article = articles.get(one.article)
        found = tuple(pages.flags(one, article.url, after)) if article else ()
        if found:
            flags[one.article, one.span] = found
    return flags | of_partners(ledger, cited, now)


class _Pages:
    """The pages of what is cited: their histories, what they showed last, and what was decided about them."""

    def __init__(self, ledger: "Ledger", urls: Collection[str]) -> None:
        histories = ledger.pages.histories(urls)
        self._events = {url: page_events.tell(*history) for url, history in histories.items()}
        self._shown = ledger.articles.by_id({told[-1].article or "" for told in self._events.values() if told})
        self._decided = ledger.judgements.on_pages(urls)

    def flags(self, cited: Cited, url: str, after: datetime | None) -> Iterator[Flag]:
        """What is to be known of words cited from a page."""
        told = self._events.get(url, ())
        shown = self._shown.get(told[-1].article or "") if told else None
        if told and (flag := _became(cited, told, shown.text if shown else "")):
            yield flag
        for judged, made in self._decided.get(url, ()):
            yield from _decided(cited, judged, made, after)


def _decided(cited: Cited, judged: Judged, made: Iterable[Judgement], after: datetime | None) -> Iterator[Flag]:
    """What people decided about an article, or about a statement that stands in the words cited."""
    if judged.kind not in _DECIDED or (judged.kind == "statement" and not _is_within(judged, cited)):
        return
    for each in made:
        why = f": {each.note}" if each.note else ""
        by = f"by {each.who} on {wording.moment(each.at)}{why}"
        if each.kind == "withdraw":
            yield Flag("withdrawn", f"{_DECIDED[judged.kind]} was withdrawn {by}.", f"/articles/{cited.article}")
        elif each.kind == "correct" and after and each.at > after:
            field, value = each.correction
            corrected = f"{_DECIDED[judged.kind]} was corrected ({field}: {value}) {by}."
            yield Flag("corrected", corrected, f"/articles/{cited.article}")


_DECIDED: Final[Mapping[ThingKind, str]] = {"article": "The article cited", "statement": "A statement cited"}


def _is_within(judged: Judged, cited: Cited) -> bool:
    """Whether a statement stands in the words cited, in this revision of the page or another."""
    if judged.article == cited.article:
        return cited.span.touches(Span(judged.start, judged.end))
    ours, theirs = squeezed(cited.words), squeezed(judged.words)
    return bool(theirs) and (theirs in ours or ours in theirs)


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
    """By story, those that have fewer independent sources, or articles of others, than when the brief was written."""
    sections = list(sections)
    flags = _fewer_of_partners(ledger, sections)
    told = {one.story: one.sources for one in sections if one.story and one.sources}
    standing = {story.id: story.independent_sources for story in ledger.stories.by_id(told)}
    for own, then in told.items():
        now = own if own in standing else story_of(ledger, own)
        count = standing.get(own, 0) or _count(ledger, now)
        if count < then:
            behind = wording.counted(count, "independent source")
            reason = f"{behind} now, {then} when this was written." if count else "This story stands no longer."
            more = f" {flags[own].reason}" if own in flags else ""
            flags[own] = Flag("fewer", f"{reason}{more}", f"/stories/{now}" if now else "")
    return flags


def _fewer_of_partners(ledger: "Ledger", sections: Iterable[Telling]) -> dict[str, Flag]:
    then = {one.story: one.partners for one in sections if one.story and one.partners}
    stories = {story.id: story for story in ledger.stories.by_id(then)}
    now = {story: len(reports) for story, reports in articles_of_others(ledger, list(stories.values())).items()}
    return {
        own: Flag(
            "fewer",
            f"{wording.counted(now[own], 'article')} that other desks reported now, {then[own]} when this was written.",
            f"/stories/{own}",
        )
        for own in stories
        if now[own] < then[own]
    }


def _count(ledger: "Ledger", story: str | None) -> int:
    known = ledger.stories.get(story) if story else None
    return known.independent_sources if known else 0
