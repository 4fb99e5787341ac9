"""Gists and statements written by hand, for tests of voices and claims."""

from datetime import date

from reportedly.likeness import telling
from reportedly.records import Gist, Polarity, Said, SourceKind
from reportedly.text import Span

DAY = date(2031, 5, 4)


def said(
    content: str,
    source: str = "",
    *through: str,
    at: int = 0,
    kind: SourceKind = "named",
    polarity: Polarity = "affirmed",
) -> Said:
    """A statement of these words; ``at`` is its place in the order of the text, a hundred characters apart."""
    span = Span(at * 100, at * 100 + 90)
    own = f"s {source} {at} {content[:20]}"
    return Said(own, span, source, kind, "certain", polarity, telling(content), through)


def gist(
    outlet: str,
    *said: Said,
    owner: str | None = None,
    country: str | None = None,
    credits: tuple[str, ...] = (),  # noqa: A002 - the record's own name
    slug: str = "1",
) -> Gist:
    """An article of an outlet; the outlet's id is its name in small letters with hyphens."""
    own = outlet.casefold().replace(" ", "-")
    url = f"https://{own}.example/{slug}"
    return Gist(
        f"a {url}", url, own, owner, DAY, None, b"", (), (), (), credits, country, said=said, outlet_name=outlet
    )
