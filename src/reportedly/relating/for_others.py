"""What exchange with other desks asks of stages: where private persons are named, by what voices are counted."""

from collections.abc import Iterable

from reportedly.records import READER, Article, Reading
from reportedly.text import Span

SCREENED_BY = f"{READER} screen"
_NONE = "none/"


def private_persons(articles: Iterable[Article]) -> dict[str, tuple[Span, ...]]:
    """By article where it names persons who neither speak nor hold office nor act in public.

    Articles that the reader does not read, or on which it breaks down, are left out.
    """
    from reportedly.read.reader import read_each  # noqa: PLC0415  only now: it loads the parser

    found: dict[str, tuple[Span, ...]] = {}
    for reading in read_each(articles):
        if isinstance(reading, Reading) and not reading.reader.startswith(_NONE):
            private = (one for one in reading.entities if one.kind == "person" and not one.public)
            found[reading.article.id] = tuple(sorted(mention for one in private for mention in one.mentions))
    return found
