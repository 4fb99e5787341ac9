"""Plain text into an article: the text stays as it is, and its layout is marked.

A saved page or a desk's dispatch often brings its surroundings along: another story's headline above the title, a desk
credit or dateline before the first words, share lines and script remnants below. All of it stays in the text; spans say
what it is, and the reader passes it over.
"""

from collections.abc import Sequence
from datetime import date, datetime

from reportedly import clock
from reportedly.extract import partial
from reportedly.extract.plain.furniture import closing, debris, is_furniture
from reportedly.extract.plain.heads import Heads, heads
from reportedly.extract.plain.lines import Line, lines
from reportedly.extract.plain.stamps import stamps
from reportedly.extract.plain.title import find_title
from reportedly.letters import language
from reportedly.records import Article, Published, Updated, article_id
from reportedly.text import Span, squeezed

EXTRACTOR = "plain/0.1.0"
FIRST = 12  # lines from the top within which title, byline and dateline are looked for


def article(  # noqa: PLR0913  # what is known of a text comes from many places
    text: str,
    *,
    url: str,
    outlet: str,
    published: date | None,
    headline: str | None = None,
    seen: datetime | None = None,
) -> Article:
    """The article in ``text``, which is kept verbatim.

    ``published`` is the day it came out, where known; else a line of the text may say it. With a ``headline`` from
    elsewhere, ``title`` is a span only if the text shows that headline too. The text was ``seen`` then, now where that
    is not known: a line that tells a later day is not believed.
    """
    rows = lines(text)
    title, above = find_title(rows[:FIRST], rows, headline)
    body = [row for row in rows if not title or row.span.start >= title.end]
    stamped = stamps(rows, seen or clock.system())
    out = Published(published, published, "given") if published else _of_text(stamped.published)
    top = heads(body[:FIRST], out.start if out else None)
    return Article(
        id=article_id(url, text, EXTRACTOR),
        url=url,
        outlet=outlet,
        text=text,
        language=language.of(text),
        extractor=EXTRACTOR,
        headline=headline or (squeezed(title.of(text)) if title else None),
        title=title,
        credit=top.credit,
        byline=top.byline,
        dateline=top.dateline,
        published=out,
        furniture=_furniture(text, rows, above, top),
        updated=Updated(stamped.updated, stamped.updated, "text") if stamped.updated else None,
        partial=partial.of_text([row.span.of(text) for row in body]),
    )


def _of_text(day: date | None) -> Published | None:
    return Published(day, day, "text") if day else None


def _furniture(text: str, rows: Sequence[Line], above: Sequence[Span], top: Heads) -> tuple[Span, ...]:
    """Lines above the title, telltale lines anywhere, what closes the text, and scripts; never overlapping."""
    taken = [span for span in (top.credit, top.byline) if span]
    telltale = [row.span for row in rows if is_furniture(row.words)]
    candidates = sorted({*above, *top.furniture, *telltale, *closing(text, rows), *debris(text)})
    kept: list[Span] = []
    for span in candidates:
        if any(span.touches(other) for other in taken):
            continue
        if kept and kept[-1].touches(span):
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)
