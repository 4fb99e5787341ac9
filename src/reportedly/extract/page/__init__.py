"""An HTML page to its article: what is text and what is furniture, its headline, dates and byline."""

from reportedly.extract.page.article import article, body

__all__ = ["article", "body"]
