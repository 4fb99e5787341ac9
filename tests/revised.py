"""Two revisions of an invented article, and readings of them written by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

from reportedly.records import Article, ArticleHead, Look, Reading, Statement, article_id
from reportedly.text import Span

URL = "https://quay.example/fire"
NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)


def article(text: str, *, extractor: str = "hand/1", **more: Any) -> Article:
    return Article(article_id(URL, text, extractor), URL, "quay", text, "en", extractor, **more)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, content: str, cue: str, source: str, **more: Any) -> Statement:
    """A statement by its words."""
    own = f"s-{content[:12]}-{source[:6]}"
    return Statement(own, (at(text, content),), (at(text, cue),), (at(text, source),), **more)


def reading(of: Article, *statements: Statement, reader: str = "hand/1") -> Reading:
    known = {name: getattr(of, name) for name in ArticleHead.__struct_fields__}
    return Reading(reader=reader, article=ArticleHead(**known), statements=statements)


def look(hours: float, article: str | None = None, state: Any = "fetched", message: str = "") -> Look:
    return Look(NOON + timedelta(hours=hours), state, message, article)
