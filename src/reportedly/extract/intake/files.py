"""Whatever is handed in to be filed: JSON, CSV, TSV, Parquet, saved pages, a folder of any of these.

Everything is read as a stream; the largest thing in memory is one row, or one page.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportedly.errors import BadInput
from reportedly.extract.intake import delimited, folders, jsonrows, kinds
from reportedly.extract.intake.columns import columns
from reportedly.extract.intake.folders import Listed
from reportedly.extract.intake.packed import opened
from reportedly.extract.intake.rows import Intake, Said, Taken

__all__ = ["Intake", "Listed", "Said", "Taken", "articles", "columns", "files", "others"]


def articles(path: Path, intake: Intake, given: Listed | None = None) -> Iterator[Taken]:
    """The articles of a file or folder, and an outcome for each row, page or file that gives none.

    Before its rows comes how a file was understood. ``given`` is what is known of one saved page. Raises ``BadInput``
    where the path itself is nothing that can be read, or what is given is for a page and this is none.
    """
    if path.is_dir():
        refuse_given(path, given)
        yield from _folder(path, intake)
    elif path.is_file():
        if given and _kind(path) != "page":
            refuse_given(path, given)
        yield from _file(path, intake, {path.resolve(): given} if given else {})
    else:
        raise BadInput(f"{path} is neither a file nor a folder: {kinds.WANTED}")


def refuse_given(path: Path, given: Listed | None) -> None:
    """Raise ``BadInput`` where an address, outlet or day is given for what says these of each row or page itself."""
    if given:
        raise BadInput(
            f"--url, --outlet and --published are for a saved page; {path} has rows or pages that say their own: name"
            " columns with --column, or list the pages in a manifest"
        )


def files(folder: Path) -> Iterator[Path]:
    """The files of a folder and those below it that can be read, by their names; hidden ones are passed over."""
    return (path for path in _all(folder) if kinds.named(path.name))


def others(folder: Path) -> Iterator[Path]:
    """The files of a folder and those below it that are none of these kinds; hidden ones are not told."""
    return (path for path in _all(folder) if not kinds.named(path.name))


def _all(folder: Path) -> Iterator[Path]:
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(names) if not name.startswith("."))


def _folder(folder: Path, intake: Intake) -> Iterator[Taken]:
    listed: dict[Path, Listed] = {}
    manifests: set[Path] = set()
    for path in files(folder):
        if kinds.named(path.name) == "table":
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


def _file(path: Path, intake: Intake, listed: Mapping[Path, Listed]) -> Iterator[Taken]:
    try:
        yield from _read(path, intake, listed)
    except (BadInput, OSError) as error:
        yield intake.outcome("", str(error).removeprefix(f"{intake.name}: "))


def _read(path: Path, intake: Intake, listed: Mapping[Path, Listed]) -> Iterator[Taken]:
    kind = _kind(path)
    if kind == "page":
        yield from folders.page(path, intake, listed)
    elif kind == "parquet":
        from reportedly.extract.intake import parquet  # noqa: PLC0415  only now: it loads Arrow

        yield from parquet.articles(path, intake)
    else:
        with opened(path) as stream:
            yield from (jsonrows if kind == "json" else delimited).articles(stream, intake)


def _kind(path: Path) -> kinds.Kind:
    if named := kinds.named(path.name):
        return named
    with opened(path) as stream:
        return kinds.kind(path.name, stream.read(kinds.HEAD))
