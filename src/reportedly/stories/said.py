"""The statements of an article, as relating sees them."""

import re
from typing import Final

from reportedly.likeness import telling
from reportedly.records import Reading, Said, Statement
from reportedly.stories.hearsay import through
from reportedly.text import Span, joined

MOST: Final = 40  # statements kept of an article, the first; of 944 whole articles of two outlets 3 in 100 have more
WORDS: Final = 40  # telling stems kept of one, the first: a speech printed whole is told by how it begins
_LENGTH: Final = 2_000  # characters of a content that are looked at for them
_PRONOUNS: Final = frozenset(
    ("i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "who", "this", "that", "these", "those")
)
_LEADING: Final = re.compile(r"^[\W_]*(?:(?:the|an?)\s+)?")


def said(reading: Reading) -> tuple[Said, ...]:
    """What the article says that others said, in the order of the text."""
    ordered = sorted(reading.statements, key=lambda statement: (statement.envelope, statement.id))
    media = through(reading)
    return tuple(_said(statement, reading.article.text, media[statement.id]) for statement in ordered[:MOST])


def _said(statement: Statement, text: str, media: tuple[str, ...]) -> Said:
    content = (Span(span.start, min(span.end, span.start + _LENGTH)) for span in statement.content)
    return Said(
        statement=statement.id,
        span=statement.envelope,
        source=_source(statement, text),
        source_kind=statement.source_kind,
        certainty=statement.certainty,
        polarity=statement.polarity,
        words=telling(joined(content, text))[:WORDS],
        through=media,
    )


def _source(statement: Statement, text: str) -> str:
    """The entity where one is named; an anonymous source keeps its words, and a pronoun alone names nobody."""
    if statement.source_entity and statement.source_kind != "anonymous":
        return statement.source_entity
    words = _LEADING.sub("", joined(statement.source, text).casefold())
    return "" if words in _PRONOUNS else words
