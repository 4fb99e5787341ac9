"""What is to be done on a page or an article, and what came of it: records, for they go from process to process."""

from typing import NamedTuple

from reportedly.records import Article, Capture, FeedItem, Gist, Outcome, Outlet, Reading, ReadingFailed, Sighting


class DuePage(NamedTuple):
    """A page to be extracted: its capture, whose it is, and what a feed said of it.

    One that ``announces`` articles is none. Where ``reads``, its article is read at once, unless it is one of the
    revisions that were ``read``.
    """

    capture: Capture
    outlet: Outlet
    item: FeedItem | None = None
    announces: bool = False
    reads: bool = False
    read: tuple[str, ...] = ()


class DueArticle(NamedTuple):
    """An article to be read, and its outlet where the desk knows it."""

    article: Article
    outlet: Outlet | None = None


Due = DuePage | DueArticle


class Extracted(NamedTuple):
    """What came of a page: its article, or why there is none (None: it was to have none); and notes on it."""

    capture: Capture
    article: Article | Outcome | None
    notes: tuple[str, ...] = ()


class Found(NamedTuple):
    """What was found in an article, and what of it relates the article to others."""

    reading: Reading
    gist: Gist
    sightings: tuple[Sighting, ...]


class Spent(NamedTuple):
    """Seconds of a processor that each stage took."""

    extract: float = 0.0
    read: float = 0.0


class Done(NamedTuple):
    """What came of a job: of a page what was extracted, and of an article that was to be read what was found."""

    extracted: Extracted | None
    found: Found | ReadingFailed | None
    spent: Spent
