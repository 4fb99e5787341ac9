"""Where a citation leads: to the very words on the desk, and to the page as the outlet published it."""

from typing import Final
from urllib.parse import quote

from reportedly.records import Citation
from reportedly.text import Span

REPORT: Final = "report--"
"""What the id of a partner's report begins with, where an article might stand."""
_WEB: Final = ("https://", "http://")


def passage(article: str, span: Span) -> str:
    """The web desk's path of these words: ``/articles/{id}#s-{start}-{end}``, or where a partner's report has them."""
    if article.startswith(REPORT):
        return f"/exchange/reports/{quote(article, safe='')}#w-{span.start}-{span.end}"
    return f"/articles/{quote(article, safe='')}#s-{span.start}-{span.end}"


def of(citation: Citation) -> str:
    """The web desk's path of the words cited."""
    return passage(citation.article, citation.span)


def outside(url: str) -> str | None:
    """The address where it may be followed from a page; None for files and anything that could run."""
    return url if url.lower().startswith(_WEB) else None
