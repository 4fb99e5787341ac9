"""A draft as it leaves the desk: every citation an exhibit with its evidence, numbered in their order."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from reportedly.records import (
    Article,
    Capture,
    Citation,
    Dispatch,
    DispatchSection,
    DispatchSentence,
    DraftSection,
    DraftSentence,
    DraftVersion,
    Exhibit,
    Flag,
    headline,
)

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

UNCITED = Flag("uncited", "It rests on nothing that the desk has filed.")


def written(ledger: "Ledger", version: DraftVersion, desk: str) -> Dispatch:
    """The dispatch of a saved version: without what was dropped, and without sections of which nothing is left."""
    kept = [(section, told) for section in version.contents.sections if (told := told_in(section))]
    exhibits = _exhibits(ledger, (citation for _, told in kept for one in told for citation in one.citations))
    numbers = {citation: exhibit.number for citation, exhibit in exhibits.items()}
    return Dispatch(
        title=version.contents.title,
        desk=desk,
        sections=tuple(_section(section, told, numbers) for section, told in kept),
        exhibits=tuple(exhibits.values()),
        draft=version.draft,
        version=version.n,
        as_of=version.contents.as_of,
    )


def told_in(section: DraftSection) -> tuple[DraftSentence, ...]:
    """The sentences of a section that are told."""
    return tuple(one for one in section.sentences if one.text and not one.dropped)


def flags_of(sentence: DraftSentence) -> tuple[Flag, ...]:
    """Those found when it was saved; that it is uncited is seen at any time."""
    return sentence.flags if sentence.citations else (UNCITED,)


def _section(section: DraftSection, told: Iterable[DraftSentence], numbers: Mapping[Citation, int]) -> DispatchSection:
    sentences = tuple(
        DispatchSentence(one.text, tuple(numbers[citation] for citation in one.citations), flags_of(one))
        for one in told
    )
    return DispatchSection(section.title, sentences, section.note, section.story, section.sources, section.partners)


def _exhibits(ledger: "Ledger", citations: Iterable[Citation]) -> dict[Citation, Exhibit]:
    each = list(dict.fromkeys(citations))
    articles = ledger.articles.by_id(citation.article for citation in each)
    captures = ledger.captures.by_id({article.capture for article in articles.values() if article.capture})
    sources = {article: number for number, article in enumerate(dict.fromkeys(one.article for one in each), 1)}
    return {
        one: _exhibit(number, sources[one.article], one, articles.get(one.article), captures)
        for number, one in enumerate(each, 1)
    }


def _exhibit(
    number: int, source: int, cited: Citation, article: Article | None, captures: Mapping[str, Capture]
) -> Exhibit:
    """The exhibit by what the ledger has; of an article that it does not have, by what was cited."""
    capture = captures.get(article.capture or "") if article else None
    title, language = (cited.reported.headline, cited.reported.language) if cited.reported else ("", "und")
    return Exhibit(
        number,
        source,
        cited.outlet,
        headline(article) if article else title,
        cited.article_url,
        cited.published,
        article.language if article else language,
        cited.article,
        cited.span,
        cited.span.of(article.text) if article else cited.words,
        capture.sha256 if capture else None,
        capture.fetched_at if capture else None,
        cited.reported,
    )
