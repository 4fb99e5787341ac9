"""What a reader found in one article revision: the public reading format."""

from reportedly.records.article import Article, Dateline, Published, Updated
from reportedly.records.development import Development
from reportedly.records.entity import Entity, Relation
from reportedly.records.event import Event
from reportedly.records.expectation import Expectation
from reportedly.records.kinds import SCHEMA, Record
from reportedly.records.statement import Statement
from reportedly.records.time import Time
from reportedly.text import Span


class ArticleHead(Record, frozen=True):
    """The article as the public reading format shows it."""

    id: str
    url: str
    outlet: str
    headline: str | None
    title: Span | None
    credit: Span | None
    byline: Span | None
    dateline: Dateline | None
    published: Published | None
    language: str
    text: str
    furniture: tuple[Span, ...]
    updated: Updated | None = None
    partial: str | None = None

    @classmethod
    def of(cls, article: Article) -> "ArticleHead":
        """The head of an article to which no reader has added anything."""
        return cls(**{name: getattr(article, name) for name in cls.__struct_fields__})


class Reading(Record, frozen=True, kw_only=True):
    """What a reader found in one article revision: the public reading format."""

    schema: str = SCHEMA
    reader: str
    article: ArticleHead
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    distanced: tuple[Span, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    developments: tuple[Development, ...] = ()

    def keeps_off(self, words: Span) -> bool:
        """Whether the writer keeps a distance from these words: they are most of what stands in some scare quotes."""
        return any(_shared(words, span) * 2 > span.end - span.start for span in self.distanced)


class ReadingFailed(Record, frozen=True):
    """An article on which the reader itself broke down; ``message`` says where, for the desk to record."""

    article: str
    url: str
    message: str


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
