"""What an article is called, and the words of its own that stand for it: one rule for stages, briefs and pages."""

from typing import Final

from reportedly.records.article import Article
from reportedly.records.reading import ArticleHead
from reportedly.text import Span, squeezed

OPENING: Final = 200  # characters of a text without a title that stand for one: about its lead


def headline(article: Article | ArticleHead, opening: int = 0) -> str:
    """The headline on one line, else the title's words, else up to ``opening`` characters of the first line."""
    given = article.headline or (article.title.of(article.text) if article.title else "")
    return squeezed(given) or squeezed(heading(article).of(article.text)[:opening])


def heading(article: Article | ArticleHead) -> Span:
    """The words to cite for the whole article: its title, else its first line up to ``OPENING`` characters."""
    if article.title:
        return article.title
    start = len(article.text) - len(article.text.lstrip())
    most = min(len(article.text), start + OPENING)
    end = article.text.find("\n", start, most)
    return Span(start, end if end > 0 else most)
