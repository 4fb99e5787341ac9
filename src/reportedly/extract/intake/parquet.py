"""Articles handed in as Parquet, a batch of rows in memory at a time."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow import parquet

from reportedly.errors import BadInput
from reportedly.extract.intake.layout import LOOKED_AT, Layout, layout, no_text
from reportedly.extract.intake.packed import opened
from reportedly.extract.intake.rows import Intake, Taken, taken

BATCH = 64  # rows; a text may have a million characters
BUFFER = 1_000_000  # bytes read ahead for a column


def articles(path: Path, intake: Intake) -> Iterator[Taken]:
    """Each row as an article, or as the outcome of a row that is none.

    Raises ``BadInput`` where the file is no sound Parquet or no column of it fits.
    """
    with _seekable(path) as source:
        table = _opened(source, intake.name)
        number = 0
        try:
            understood = _layout(table, intake)
            yield understood
            used = {column.partition(".")[0] for column in understood.fields.values()} & set(table.schema_arrow.names)
            whole = used | set(understood.fields.values()) & set(table.schema_arrow.names)
            for number, cells in enumerate(_rows(table, whole), 1):
                yield from taken(cells, understood, f"row {number}", intake)
        except (pa.ArrowException, OSError) as error:
            raise BadInput(f"{intake.name} is damaged behind row {number:,}: {_line(error)}") from error


def _opened(source: BinaryIO, name: str) -> parquet.ParquetFile:
    try:
        return parquet.ParquetFile(source, buffer_size=BUFFER, pre_buffer=False)
    except (pa.ArrowException, OSError) as error:
        raise BadInput(f"{name} is no sound Parquet file: {_line(error)}") from error


def _layout(table: parquet.ParquetFile, intake: Intake) -> Layout:
    """Which column holds what of an article."""
    names = list(table.schema_arrow.names)
    understood = layout(intake.name, intake.columns, names, list(islice(_rows(table, names), LOOKED_AT)))
    if not understood.holds_words:
        raise BadInput(no_text(intake.name, names))
    return understood


def _rows(table: parquet.ParquetFile, columns: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    for batch in table.iter_batches(BATCH, columns=sorted(set(columns)), use_threads=False):
        yield from _cells(batch)


def _cells(batch: Any) -> Iterator[Mapping[str, Any]]:
    """The rows of a batch. Words come as bytes, for files hold broken ones that Arrow's strings would stumble over."""
    columns = {name: _plain(batch.column(name)) for name in batch.schema.names}
    for n in range(batch.num_rows):
        yield {name: column[n].as_py() for name, column in columns.items()}


def _plain(column: Any) -> Any:
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if pa.types.is_string(kind):
        return column.view(pa.binary())
    if pa.types.is_large_string(kind):
        return column.view(pa.large_binary())
    return column.cast(pa.timestamp("us", kind.tz), safe=False) if pa.types.is_timestamp(kind) else column


@contextmanager
def _seekable(path: Path) -> Iterator[BinaryIO]:
    """The file, unpacked to one without a name where it is packed: Parquet is read from its end."""
    with opened(path) as source:
        if source.seekable():
            yield source
            return
        with TemporaryFile() as whole:
            copyfileobj(source, whole)
            whole.seek(0)
            yield whole


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0]
