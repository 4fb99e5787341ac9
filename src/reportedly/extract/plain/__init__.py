"""A plain text to its article: title, credit, dateline, day and furniture, marked in the text as it was given."""

from reportedly.extract.plain.article import article

__all__ = ["article"]
