"""From chosen stories to a draft: highlights first, a section a story, then what lies ahead and what was edited.

The sentences are those of the brief that the program writes by itself; each section of a story says how many
independent sources stand behind it on the day of drafting.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from reportedly.account import wording
from reportedly.brief.compose import compose, compose_stories
from reportedly.brief.partners import Others, reported_by_others
from reportedly.errors import BadInput, NotInLedger
from reportedly.records import (
    Article,
    Brief,
    BriefStory,
    Citation,
    Draft,
    DraftSection,
    DraftSentence,
    Filters,
    Reading,
    SectionKind,
    Sentence,
    Story,
    heading,
    headline,
)

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

HIGHLIGHTS: Final = 5  # stories; more are no highlights
VOICES: Final = 3  # outlets cited for a highlight
MOST: Final = 20  # stories in a draft; a dispatch of more is read by nobody
NAMES: Final = {"highlights": "Highlights", "ahead": "What lies ahead", "became": "Edited or taken down"}


def of_days(  # noqa: PLR0913  days and what narrows them down
    ledger: "Ledger", start: date, end: date, *, today: date, most: int = MOST, languages: Collection[str] = ()
) -> Draft:
    """The draft of the stories told from ``start`` to ``end``, those of most independent sources first.

    With ``languages`` of those that are told in one of them.
    """
    return _of_brief(ledger, compose(ledger, start, end, today=today, most=most, languages=languages))


def of_stories(ledger: "Ledger", stories: Sequence[str], *, today: date, title: str = "") -> Draft:
    """The draft of these stories in the order given; ``BadInput`` for too many, ``NotInLedger`` where none is known."""
    chosen = list(dict.fromkeys(stories))
    if len(chosen) > MOST:
        raise BadInput(f"{len(chosen)} stories are too many for a brief: choose up to {MOST}")
    parts = compose_stories(ledger, chosen, today=today)
    if not parts:
        raise NotInLedger("none of these stories is known: stories are regrouped as articles come in; choose again")
    return _of_brief(ledger, Brief("", title or f"Brief of {wording.day(today)}", today, today, parts, today))


def of_search(ledger: "Ledger", words: str, *, today: date, most: int = MOST, languages: Collection[str] = ()) -> Draft:
    """The draft of the stories of the newest articles that hold these words; with ``languages`` in one of them."""
    hits = ledger.articles.search(words, Filters(language=",".join(languages) or None), limit=5 * most).hits
    found = list(dict.fromkeys(hit.story for hit in hits if hit.story))[:most]
    if not found:
        raise BadInput(f"no story has an article with {wording.quoted(words)}: search for other words")
    return of_stories(ledger, found, today=today, title=f"Brief on {words.strip()}, {wording.day(today)}")


def _of_brief(ledger: "Ledger", brief: Brief) -> Draft:
    """The sections in their order; one without sentences is left out, but for that of a story."""
    numbers = _Numbers()
    stories = ledger.stories.by_id(story.story for story in brief.stories)
    others = reported_by_others(ledger, stories, brief.as_of or brief.end)
    ahead = _in_full(ledger, [sentence for story in brief.stories for sentence in story.expected])
    sections = [
        numbers.section("highlights", NAMES["highlights"], _highlights(ledger, brief.stories[:HIGHLIGHTS])),
        *(numbers.of_story(story, others.get(story.story, Others())) for story in brief.stories),
        numbers.section("ahead", NAMES["ahead"], ahead),
        numbers.section("became", NAMES["became"], brief.became),
    ]
    told = tuple(section for section in sections if section.sentences or section.story)
    return Draft(brief.title, told, brief.as_of, numbers.given)


class _Numbers:
    """Makes sections and sentences with ids that are one draft's own."""

    def __init__(self) -> None:
        self.given = 0

    def _id(self, letter: str) -> str:
        self.given += 1
        return f"{letter}{self.given}"

    def section(self, kind: SectionKind, title: str, sentences: Iterable[Sentence]) -> DraftSection:
        """A section of these sentences, each once."""
        own = self._id("p")
        each = dict.fromkeys(sentences)
        told = tuple(DraftSentence(self._id("l"), one.text, one.citations, one.text) for one in each)
        return DraftSection(own, kind, title, told)

    def of_story(self, story: BriefStory, others: Others) -> DraftSection:
        """A story's section: what is reported, what other desks reported, then what was before."""
        section = self.section("story", story.headline, (*story.reported, *others.sentences, *story.background))
        note = f"{wording.according_to(story.independent_sources, story.voices)}."
        if others.articles:
            note += f" Not counted: {wording.counted(others.articles, 'article')} that other desks reported."
        kept = replace(section, note=note, story=story.story, sources=story.independent_sources)
        return replace(kept, partners=others.articles or None)


def _in_full(ledger: "Ledger", sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with all words of the sentence cited in which an event is announced or told, not its trigger."""
    cited = {citation.article for one in sentences for citation in one.citations}
    readings = ledger.readings.by_article(cited, {"sentences"})
    return [
        replace(one, citations=tuple(dict.fromkeys(_whole(c, readings.get(c.article)) for c in one.citations)))
        for one in sentences
    ]


def _whole(citation: Citation, reading: Reading | None) -> Citation:
    around = (span for span in (reading.sentences if reading else ()) if span.holds(citation.span))
    span = next(around, None)
    return citation if span is None or reading is None else Citation.of(reading.article, span, citation.outlet)


def _highlights(ledger: "Ledger", stories: Sequence[BriefStory]) -> Iterator[Sentence]:
    """A line a story: its headline as the words of whoever has it, and how many tell it."""
    known = {story.id: story for story in ledger.stories.by_id(one.story for one in stories)}
    names = ledger.outlets.names()
    voices = {one.story: _voices(known[one.story]) for one in stories if one.story in known}
    articles = ledger.articles.by_id(own for each in voices.values() for own in each)
    for one in stories:
        told = [articles[own] for own in voices.get(one.story, ()) if own in articles]
        if told:
            yield _highlight(one, told, names)


def _voices(story: Story) -> list[str]:
    """The articles of its first voices: whose headline the story has first."""
    folded = {fold.url for fold in story.folds}
    own = [place.article for place in story.articles if place.url not in folded and place.copy_of is None]
    return (own or [place.article for place in story.articles])[:VOICES]


def _highlight(story: BriefStory, told: Sequence[Article], names: dict[str, str]) -> Sentence:
    cited = tuple(Citation.of(one, heading(one), names.get(one.outlet, one.outlet)) for one in told)
    first = next((n for n, one in enumerate(told) if headline(one) == story.headline), 0)
    behind = wording.according_to(story.independent_sources, [one.outlet for one in cited])
    words = wording.quoted(cited[first].words)
    reported = f"{cited[first].outlet} reported{wording.spoken_in(told[first].language)}"
    return Sentence(f"{reported}: {words}; {behind[0].lower()}{behind[1:]}.", cited)
