"""Folders of saved pages: each file with the address it had, its outlet and day where a manifest gives them.

A manifest is a CSV or TSV file in the folder with a column ``file`` and any of ``url``, ``outlet``, ``published``.
Without one, a page's address is the canonical link it carries itself, else its file's name.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple

from reportedly.dates import ON_PAPER, told
from reportedly.errors import BadInput
from reportedly.extract import page as html
from reportedly.extract.intake.delimited import table
from reportedly.extract.intake.packed import opened
from reportedly.extract.intake.rows import UNKNOWN_OUTLET, Intake
from reportedly.letters import decode
from reportedly.outlets import naming
from reportedly.records import Article, Outcome, Outlet

PAGES = (".html", ".htm", ".xhtml")
TABLES = (".csv", ".tsv")
MOST_BYTES = 80_000_000  # of one page; html.article takes no more characters than a quarter of it
HEAD = 200_000  # bytes within which a page names itself
_TAG = re.compile(rb"<(?:link|meta)\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


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
    url = known.url or address(data) or intake.name
    name = known.outlet or naming.site(url) or UNKNOWN_OUTLET
    outlet = Outlet(id=name, name=name, home=url)
    day = out.dated.day if out.dated else None
    article = html.article(
        data, url=url, outlet=outlet, content_type="text/html", item=None, capture=None, given_date=day
    )
    if isinstance(article, Outcome):
        yield intake.outcome("", article.message)
        return
    yield article
    notes = [f"only a part of the article: {article.partial}"] if article.partial else []
    if guessed := html.guessed(data, "text/html"):
        notes.append(decode.note(guessed))
    if notes:
        yield intake.outcome("", f"filed, but {'; '.join(notes)}", used=True)


def address(data: bytes) -> str | None:
    """The address a page gives as its own: its canonical link, else that for sharing."""
    held: dict[str, str] = {}
    for tag in _TAG.findall(data[:HEAD]):
        pairs = _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))
        attributes = {name.casefold(): unescape(double or single or bare) for name, double, single, bare in pairs}
        if "canonical" in attributes.get("rel", "").casefold().split():
            held.setdefault("canonical", attributes.get("href", "").strip())
        if attributes.get("property", "").casefold() == "og:url":
            held.setdefault("shared", attributes.get("content", "").strip())
    good = (held.get(name, "") for name in ("canonical", "shared"))
    return next((url for url in good if url.startswith(("http://", "https://")) and not re.search(r"\s", url)), None)
