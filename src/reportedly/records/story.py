"""Stories, and what is kept of an article to find its story."""

from datetime import date

from reportedly.records.kinds import Record


class Gist(Record, frozen=True):
    """What is needed of an article to relate it to others without its text: written once, when it is read.

    ``shingles`` are ascending 64-bit hashes of word 4-grams of the body, ``words`` the telling words of headline and
    lead, ``places`` and ``people`` entity ids, ``credits`` names of outlets or agencies the text credits.
    """

    article: str
    url: str
    outlet: str
    owner: str | None
    published: date | None
    headline: str | None
    shingles: tuple[int, ...]
    words: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    credits: tuple[str, ...] = ()


class StoryArticle(Record, frozen=True):
    """An article's place in a story: ``originator`` is its own URL unless it repeats another's text."""

    article: str
    url: str
    copy_of: str | None
    originator: str


class Story(Record, frozen=True):
    """Articles about one happening. ``independent_sources`` counts originators of different owners, never copies."""

    id: str
    title: str
    articles: tuple[StoryArticle, ...]
    independent_sources: int
