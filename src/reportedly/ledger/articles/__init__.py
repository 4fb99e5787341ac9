"""Articles in rows, with their words in a full-text index."""

from reportedly.ledger.articles.articles import Articles
from reportedly.ledger.articles.lines import ArticleLine, Hit, Hits

__all__ = ["ArticleLine", "Articles", "Hit", "Hits"]
