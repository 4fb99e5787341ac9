"""An HTML page to its article: what is text and what is furniture, its headline, dates and byline."""

from reportedly.extract.page.article import article, body
from reportedly.extract.page.source import guessed

__all__ = ["article", "body", "guessed"]
