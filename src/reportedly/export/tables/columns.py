"""The columns of a table: the fields of the record that a row is, each of one plain kind."""

from datetime import date, datetime
from types import UnionType
from typing import Any, Final, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec

Kind = Literal["text", "texts", "integer", "number", "boolean", "day", "moment"]
_KINDS: Final[dict[Any, Kind]] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "boolean",
    date: "day",
    datetime: "moment",
}
BETWEEN: Final = "; "
"""Between several texts in one cell, where the format has no lists."""


class Column(NamedTuple):
    """A column: its name, and what stands in it."""

    name: str
    kind: Kind


def columns(record: type[msgspec.Struct]) -> tuple[Column, ...]:
    """The columns of a table whose rows are ``record``s; ``TypeError`` where a field has no plain kind."""
    hints = get_type_hints(record)
    named = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    return tuple(Column(shown, _kind(hints[field])) for field, shown in named)


def cells(row: Any) -> tuple[Any, ...]:
    """The values of a row, in the order of its columns."""
    return tuple(getattr(row, name) for name in row.__struct_fields__)


def _kind(hint: Any) -> Kind:
    if get_origin(hint) in {Union, UnionType}:
        (hint,) = (one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is Literal:
        return "text"
    if get_origin(hint) is tuple:
        return "texts"
    if hint not in _KINDS:
        raise TypeError(f"{hint} stands in no cell of a table")
    return _KINDS[hint]
