"""Statements with their words spelt out, so that a person can check them without a program."""

from reportedly.bundle.contents import StatementLine
from reportedly.bundle.words import PageWords
from reportedly.records import Reading, Statement
from reportedly.text import Span


def lines(reading: Reading, capture: str | None, page: PageWords | None) -> tuple[StatementLine, ...]:
    """A line for each statement of a reading; ``ValueError`` where one has words outside the article's text."""
    return tuple(_line(reading, statement, capture, page) for statement in reading.statements)


def _line(reading: Reading, statement: Statement, capture: str | None, page: PageWords | None) -> StatementLine:
    spans = (*statement.source, *statement.cue, *statement.content)
    text = reading.article.text
    if not statement.content or any(not 0 <= span.start < span.end <= len(text) for span in spans):
        raise ValueError(f"statement {statement.id} has words that stand nowhere in the article's text")
    return StatementLine(
        statement=statement.id,
        article=reading.article.id,
        url=reading.article.url,
        capture=capture,
        source=_words(statement.source, text),
        cue=_words(statement.cue, text),
        content=_words(statement.content, text),
        spans=spans,
        certainty=statement.certainty,
        polarity=statement.polarity,
        in_page=page is not None and all(page.hold(span.of(text)) for span in spans),
    )


def _words(spans: tuple[Span, ...], text: str) -> tuple[str, ...]:
    return tuple(span.of(text) for span in spans)
