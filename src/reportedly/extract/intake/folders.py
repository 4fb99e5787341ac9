"""Folders of saved pages: each file with the address it had, its outlet and day where a manifest gives them.

A manifest is a CSV or TSV file in the folder with a column ``file`` and any of ``url``, ``outlet``, ``published``.
Without one, a page's address is the canonical link it carries itself, else its file's name.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from reportedly.dates import ON_PAPER, told
from reportedly.errors import BadInput
from reportedly.extract import page as html
from reportedly.extract import plain
from reportedly.extract.intake import enclosed
from reportedly.extract.intake.delimited import table
from reportedly.extract.intake.own_address import own_address
from reportedly.extract.intake.packed import opened
from reportedly.extract.intake.rows import UNKNOWN_OUTLET, Intake
from reportedly.letters import decode
from reportedly.outlets import naming
from reportedly.records import Article, Outcome, Outlet

MOST_BYTES = 80_000_000  # of one page; html.article takes no more characters than a quarter of it


class Listed(NamedTuple):
    """What a manifest says of a page."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None


def manifest(path: Path, intake: Intake) -> dict[Path, Listed] | None:
    """The pages that a table lists, by their files; None where it has no column ``file``. Raises ``BadInput``."""
    with opened(path) as stream:
        rows = table(stream, intake)
        names = [name.casefold() for name in next(rows, [])]
        if "file" not in names:
            return None
        pages = {}
        for cells in rows:
            row = dict(zip(names, cells, strict=False))
            known = Listed(*(row.get(name, "").strip() or None for name in Listed._fields))
            pages[(path.parent / row.get("file", "").strip()).resolve()] = known
        return pages


def page(path: Path, intake: Intake, listed: Mapping[Path, Listed]) -> Iterator[Article | Outcome]:
    """The article on a saved page, or the outcome that says why there is none, with what must be said of it.

    Raises ``BadInput`` where the file itself cannot be read.
    """
    known = listed.get(path.resolve(), Listed())
    with opened(path) as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise BadInput(f"the page has more than {MOST_BYTES:,} bytes")
    out = told(known.published, intake.now, ON_PAPER)
    if out.note:
        unknown = "" if out.dated else " stays unknown"
        yield intake.outcome("", f"filed, but the manifest's date{unknown}: {out.note}", used=True)
    inner = enclosed.taken_out(data, path.name) if enclosed.is_enclosed(data[: enclosed.HEAD], path.name) else None
    if inner:
        data = inner.data
    url = known.url or (inner and inner.url) or own_address(data) or intake.name
    name = known.outlet or naming.site(url) or UNKNOWN_OUTLET
    outlet = Outlet(id=name, name=name, home=url)
    sent = out if out.dated or inner is None else told(inner.sent, intake.now, ON_PAPER)
    day = sent.dated.day if sent.dated else None
    if sent is not out and sent.note:
        yield intake.outcome("", f"filed, but the day it was sent: {sent.note}", used=True)
    kind = f"text/html; charset={inner.charset}" if inner and inner.charset else "text/html"
    if inner and not inner.is_page:
        text = decode.text(data, inner.charset)
        yield plain.article(text, url=url, outlet=name, published=day, headline=inner.title)
        return
    article, said = html.extracted(
        data, url=url, outlet=outlet, content_type=kind, item=None, capture=None, given_date=day
    )
    if isinstance(article, Outcome):
        yield intake.outcome("", article.message)
        return
    yield article
    notes = [*said, f"only a part of the article: {article.partial}"] if article.partial else [*said]
    if guessed := html.guessed(data, kind):
        notes.append(decode.note(guessed))
    if notes:
        yield intake.outcome("", f"filed, but {'; '.join(notes)}", used=True)
