"""What each article of a story tells: the article as the ledger has it, with its reading and the outlet's name.

Only originators speak. A copy is listed with the story but never gives a second voice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.records import Article, ArticleHead, Citation, Reading, Story, StoryArticle, headline, page_id
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

PARTS: Final = ("sentences", "entities", "times", "statements", "events")  # of a reading; not who took part in events
NAMED_BY: Final = 90  # characters of its first line that name an article without a headline


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of a story as the ledger has it. ``reading`` is None for a copy and where nobody has read it yet.

    ``fetched`` is the day of its first capture, under which it stands with others because nobody dates it.
    """

    place: StoryArticle
    article: Article | ArticleHead
    reading: Reading | None
    outlet: str
    fetched: date | None = None

    @property
    def day(self) -> date | None:
        """The first day it may have come out."""
        return self.article.published.start if self.article.published else None

    @property
    def is_copy(self) -> bool:
        """Whether it repeats another article's text."""
        return self.place.copy_of is not None

    @property
    def headline(self) -> str:
        """The headline, or the first words where there is none."""
        return headline(self.article, NAMED_BY) or "Without a headline"

    @property
    def body(self) -> tuple[Span, ...]:
        """The sentences that are not title, credit or byline; all where that leaves none, and none where unread."""
        return () if self.reading is None else body_of(self.reading) or self.reading.sentences

    def cite(self, span: Span) -> Citation:
        """A citation of these words of it."""
        return Citation.of(self.article, span, self.outlet)


def body_of(reading: Reading) -> tuple[Span, ...]:
    """The sentences of an article that are not title, credit, byline or furniture."""
    article = reading.article
    heads = [*(span for span in (article.title, article.credit, article.byline) if span), *article.furniture]
    return tuple(span for span in reading.sentences if not any(head.holds(span) for head in heads))


def tellings(
    ledger: "Ledger", stories: Iterable[Story], names: Mapping[str, str], most: int
) -> list[tuple[Telling, ...]]:
    """For each story up to ``most`` of its articles, voices before others and copies last, given oldest first.

    ``names`` are outlets' by their ids. The articles of all stories are asked for at once, and of readings only what a
    telling is made from.
    """
    places = [_voices_first(story)[:most] for story in stories]
    readings = ledger.readings.by_article(
        (place.article for few in places for place in few if place.copy_of is None), PARTS
    )
    others = ledger.articles.by_id(place.article for few in places for place in few if place.article not in readings)
    undated = [url for url, one in _articles(places, readings, others) if one.published is None]
    fetched = {place.url: place.day for place in ledger.placings.of_pages(map(page_id, undated)).values()}
    return [_of_story(few, readings, others, names, fetched) for few in places]


def _articles(
    places: Iterable[Iterable[StoryArticle]], readings: Mapping[str, Reading], others: Mapping[str, Article]
) -> Iterator[tuple[str, Article | ArticleHead]]:
    for place in (place for few in places for place in few):
        reading = readings.get(place.article)
        article = reading.article if reading else others.get(place.article)
        if article is not None:
            yield place.url, article


def _voices_first(story: Story) -> list[StoryArticle]:
    folded = {fold.url for fold in story.folds}
    return sorted(story.articles, key=lambda place: (place.copy_of is not None, place.url in folded))


def _of_story(
    places: Iterable[StoryArticle],
    readings: Mapping[str, Reading],
    others: Mapping[str, Article],
    names: Mapping[str, str],
    fetched: Mapping[str, date | None],
) -> tuple[Telling, ...]:
    by_url = {place.url: place for place in places}
    known = []
    for url, article in _articles([by_url.values()], readings, others):
        name = names.get(article.outlet, article.outlet)
        known.append(Telling(by_url[url], article, readings.get(article.id), name, fetched.get(url)))
    return tuple(sorted(known, key=lambda one: (one.day or one.fetched or date.max, one.outlet, one.article.url)))
