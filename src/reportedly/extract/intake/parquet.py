"""Articles handed in as Parquet, a batch of rows in memory at a time."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow import parquet

from reportedly.errors import BadInput
from reportedly.extract.intake.columns import Field
from reportedly.extract.intake.packed import opened
from reportedly.extract.intake.rows import Intake, taken
from reportedly.records import Article, Outcome

MAGIC = b"PAR1"
BATCH = 64  # rows; a text may have a million characters
BUFFER = 1_000_000  # bytes read ahead for a column


def articles(path: Path, intake: Intake) -> Iterator[Article | Outcome]:
    """Each row as an article, or as the outcome of a row that is none.

    Raises ``BadInput`` where the file is no sound Parquet or no column of it fits.
    """
    with _seekable(path) as source:
        table = _opened(source, intake.name)
        fields = _fields(table, intake)
        number = 0
        try:
            for number, cells in enumerate(_rows(table, fields.values()), 1):
                yield from taken(cells, fields, f"row {number}", intake)
        except (pa.ArrowException, OSError) as error:
            raise BadInput(f"{intake.name} is damaged behind row {number:,}: {_line(error)}") from error


def _opened(source: BinaryIO, name: str) -> parquet.ParquetFile:
    try:
        return parquet.ParquetFile(source, buffer_size=BUFFER, pre_buffer=False)
    except (pa.ArrowException, OSError) as error:
        raise BadInput(f"{name} is no sound Parquet file: {_line(error)}") from error


def _fields(table: parquet.ParquetFile, intake: Intake) -> Mapping[Field, str]:
    """Which column holds what of an article."""
    names = list(table.schema_arrow.names)
    fields = intake.columns.of(names)
    if not {"text", "title"} & fields.keys():
        raise BadInput(f"{intake.name} has no column for text: name it with --column text=NAME; it has {names[:20]}")
    return fields


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
