"""Parquet: typed columns, a row group for each slice of rows, written out as it comes."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

import msgspec

from reportedly.export.tables.columns import Kind, cells, columns

GROUP: Final = 10_000
"""Rows of a group, which are in memory together."""


class _Sink:
    """A file that only grows, from which what was written is taken."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def take(self) -> bytes:
        """What was written since."""
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def write(record: type[msgspec.Struct], rows: Iterable[Any]) -> Iterator[bytes]:
    """The file in pieces, the first before any row is asked for."""
    import pyarrow as pa  # noqa: PLC0415  a tenth of a second that other formats need not wait for
    import pyarrow.parquet as pq  # noqa: PLC0415

    types: dict[Kind, Any] = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "day": pa.date32(),
        "moment": pa.timestamp("us", "UTC"),
    }
    schema = pa.schema([(column.name, types[column.kind]) for column in columns(record)])
    sink, rest = _Sink(), iter(rows)
    with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        yield sink.take()
        while some := [cells(row) for row in islice(rest, GROUP)]:
            whole = [_whole(values) for values in zip(*some, strict=True)]
            arrays = [pa.array(values, field.type) for values, field in zip(whole, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield sink.take()
    yield sink.take()


def _whole(values: Iterable[Any]) -> list[Any]:
    """The values of a column, halves of characters as question marks."""
    return [value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for value in values]
