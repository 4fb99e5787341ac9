"""A written dispatch, and what each of its sentences rests on."""

from datetime import date, datetime

from reportedly.records.article import Article
from reportedly.records.kinds import Certainty, Record
from reportedly.records.pact import Label
from reportedly.records.reading import ArticleHead
from reportedly.text import Span


class Reported(Record, frozen=True):
    """That the words cited are another desk's, as its report stood when they were cited.

    ``desk`` is its name, empty where the pact forbids naming it; ``version`` the moment of the report's version;
    ``source`` is who is quoted, ``label`` that of the report.
    """

    version: datetime
    desk: str
    headline: str
    language: str
    source: str
    certainty: Certainty
    denied: bool
    label: Label


class Citation(Record, frozen=True):
    """Where a sentence of a brief comes from.

    Of what another desk ``reported``, ``article`` is its report and ``span`` the place in the report's words.
    """

    outlet: str
    published: date | None
    article: str
    article_url: str
    span: Span
    words: str
    reported: Reported | None = None

    @classmethod
    def of(cls, article: Article | ArticleHead, span: Span, outlet: str) -> "Citation":
        """These words of an article, on the first day it may have come out; ``outlet`` is its outlet's name."""
        day = article.published.start if article.published else None
        return cls(outlet, day, article.id, article.url, span, span.of(article.text))


class Sentence(Record, frozen=True):
    """A sentence of a brief with all it rests on; there is none without a citation."""

    text: str
    citations: tuple[Citation, ...]


class BriefStory(Record, frozen=True):
    """One story's part of a brief; ``voices`` names outlets of its independent sources, all or the first of them."""

    story: str
    headline: str
    independent_sources: int
    reported: tuple[Sentence, ...]
    expected: tuple[Sentence, ...]
    background: tuple[Sentence, ...]
    voices: tuple[str, ...] = ()


class Brief(Record, frozen=True):
    """A written dispatch over the stories of some days, both inclusive.

    ``as_of`` is the day from which states are told; ``left_out`` counts stories of these days that it does not tell.
    ``became`` tells of pages that were found edited or gone in these days.
    """

    id: str
    title: str
    start: date
    end: date
    stories: tuple[BriefStory, ...]
    as_of: date | None = None
    left_out: int = 0
    became: tuple[Sentence, ...] = ()
