"""Whatever is handed in to be filed: JSON lines, CSV, TSV, Parquet, saved pages, a folder of any of these.

Everything is read as a stream; the largest thing in memory is one row, or one page.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportedly.errors import BadInput
from reportedly.extract.intake import delimited, enclosed, folders, parquet, rows
from reportedly.extract.intake.columns import columns
from reportedly.extract.intake.folders import PAGES, TABLES, Listed
from reportedly.extract.intake.packed import lines, opened
from reportedly.extract.intake.rows import Intake
from reportedly.letters import decode
from reportedly.records import Article, Outcome

__all__ = ["Intake", "Listed", "articles", "columns", "files"]

LINES = (".jsonl", ".ndjson", ".json")
PARQUET = (".parquet", ".pq")
KNOWN = (*LINES, *TABLES, ".tab", *PARQUET, *PAGES)
HEAD = 1_000  # bytes that tell what a file without a telling name is
MARKUP = (b"<!doctype html", b"<html", b"<?xml")
WANTED = "wanted JSON lines, CSV, TSV, Parquet, HTML, WARC, ARC or WACZ, plain or packed with gzip or Zstandard"


def articles(path: Path, intake: Intake, given: Listed | None = None) -> Iterator[Article | Outcome]:
    """The articles of a file or folder, and an outcome for each row, page or file that gives none.

    ``given`` is what is known of one saved page. Raises ``BadInput`` where the path itself is nothing that can be
    read, or what is given is for a page and this is none.
    """
    if path.is_dir():
        refuse_given(path, given)
        yield from _folder(path, intake)
    elif path.is_file():
        if given and _kind(path) not in PAGES:
            refuse_given(path, given)
        yield from _file(path, intake, {path.resolve(): given} if given else {})
    else:
        raise BadInput(f"{path} is neither a file nor a folder: {WANTED}")


def refuse_given(path: Path, given: Listed | None) -> None:
    """Raise ``BadInput`` where an address, outlet or day is given for what says these of each row or page itself."""
    if given:
        raise BadInput(
            f"--url, --outlet and --published are for a saved page; {path} has rows or pages that say their own: name"
            " columns with --column, or list the pages in a manifest"
        )


def files(folder: Path) -> Iterator[Path]:
    """The files of a folder and those below it that can be read, by their names; hidden ones are passed over."""
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and _bare(name).endswith(KNOWN):
                yield Path(place) / name


def _folder(folder: Path, intake: Intake) -> Iterator[Article | Outcome]:
    listed: dict[Path, Listed] = {}
    manifests: set[Path] = set()
    for path in files(folder):
        if _bare(path.name).endswith(TABLES):
            try:
                pages = folders.manifest(path, intake)
            except (BadInput, OSError):
                continue  # its outcome comes when its turn does
            if pages is not None:
                manifests.add(path)
                listed |= pages
    for path in files(folder):
        if path not in manifests:
            yield from _file(path, intake._replace(name=str(path.relative_to(folder))), listed)


def _file(path: Path, intake: Intake, listed: Mapping[Path, Listed]) -> Iterator[Article | Outcome]:
    """A file's articles; what is wrong with the file as a whole is an outcome, so that the next files are read."""
    try:
        yield from _read(path, intake, listed)
    except (BadInput, OSError) as error:
        yield intake.outcome("", str(error).removeprefix(f"{intake.name}: "))


def _read(path: Path, intake: Intake, listed: Mapping[Path, Listed]) -> Iterator[Article | Outcome]:
    kind = _kind(path)
    if kind in PAGES:
        yield from folders.page(path, intake, listed)
    elif kind in PARQUET:
        yield from parquet.articles(path, intake)
    else:
        with opened(path) as stream:
            if kind in LINES:
                held = lines(stream, intake.longest)
                name, limit, now, columns = intake
                yield from rows.articles(held, name=name, limit=limit, now=now, columns=columns)
            else:
                yield from delimited.articles(stream, intake)


def _kind(path: Path) -> str:
    """The ending that stands for what a file is, by its name or else its first bytes. Raises ``BadInput``."""
    bare = _bare(path.name)
    named = next((ending for ending in KNOWN if bare.endswith(ending)), None)
    if named:
        return named
    with opened(path) as stream:
        head = stream.read(HEAD)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{\\rtf"):
        decode.refuse_binary(head)
    signs = {b"{": LINES[0], parquet.MAGIC.lower(): PARQUET[0], **dict.fromkeys(MARKUP, PAGES[0])}
    ending = next((kind for sign, kind in signs.items() if start.startswith(sign)), None)
    if ending is None and enclosed.is_enclosed(head, path.name):
        return PAGES[0]
    if ending is None:
        decode.refuse_binary(head)
        raise BadInput(f"neither its name nor its first bytes tell what {path.name} is: {WANTED}")
    return ending


def _bare(name: str) -> str:
    return name.lower().removesuffix(".gz").removesuffix(".zst").removesuffix(".zstd")
