"""Reading times from a few words, as the tests of times do it."""

from datetime import date

from reportedly.read import times
from reportedly.read.grammar import parse
from reportedly.read.grammar.page import Page
from reportedly.records import Article, Dateline, Published, Time
from reportedly.text import Span

WEDNESDAY = date(2025, 6, 18)


def page(
    text: str,
    published: date | None = WEDNESDAY,
    dateline: Dateline | None = None,
    furniture: tuple[Span, ...] = (),
) -> Page:
    """The parsed page of a text, on a Wednesday where no day is given."""
    article = Article(
        id="a1",
        url="https://harbour-post.example/1",
        outlet="harbour",
        text=text,
        language="en",
        extractor="plain/1",
        dateline=dateline,
        furniture=furniture,
        published=Published(published, published, "given") if published else None,
    )
    return next(parse.pages([article]))


def found(text: str, published: date | None = WEDNESDAY) -> dict[str, Time]:
    """Each time found, by its words."""
    return {time.span.of(text): time for time in times.find(page(text, published)).times}


def days(time: Time) -> tuple[str | None, str | None]:
    """First and last day of a time."""
    return tuple(at.date().isoformat() if at else None for at in (time.start, time.end))  # type: ignore[return-value]
