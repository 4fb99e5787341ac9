"""An HTML page to its article: what is text and what is furniture, its headline, dates and byline."""

from reportedly.extract.page.article import Extracted, article, extracted, text_alone
from reportedly.extract.page.source import guessed

__all__ = ["Extracted", "article", "extracted", "guessed", "text_alone"]
