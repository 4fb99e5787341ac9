"""Rows in a JSON value of any shape: the objects, or the list of them, that look like articles.

Nothing is known of the programs that write them. Of all lists and objects those count that lie least deep.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from reportedly.extract.intake import looks

DEEPEST = 6  # lists and objects around a row
LOOKED_AT = 20  # objects of a list that tell whether it is one of articles
LEAST_COLUMNS = 2

Fits = Callable[[Mapping[str, Any]], bool]
"""Whether an object looks like an article."""


class Found(NamedTuple):
    """A row at ``place`` ("line 7"), of which ``lost`` characters could not be kept; or the ``trouble`` there."""

    place: str
    row: Mapping[str, Any] | None
    trouble: str = ""
    lost: int = 0

    @classmethod
    def of(cls, value: Any, place: str, lost: int = 0) -> "Found":
        """A value that stands where a row should."""
        if isinstance(value, dict):
            return cls(place, value, lost=lost)
        return cls(place, None, f"this is a {type(value).__name__}")


def inside(value: Any, fits: Fits) -> list[Any]:
    """The rows in a value, with whatever else stands in their list; none where nothing looks like an article."""
    level = [value]
    for _ in range(DEEPEST):
        found: list[Any] = []
        for held in level:
            found += _rows(held, fits)
        if found:
            return found
        level = [part for held in level for part in _parts(held) if isinstance(part, (dict, list))]
    return []


def _parts(held: Any) -> Iterator[Any]:
    return iter(held.values() if isinstance(held, dict) else held if isinstance(held, list) else ())


def _rows(held: Any, fits: Fits) -> list[Any]:
    if isinstance(held, list):
        heads = [part for part in held if isinstance(part, dict)][:LOOKED_AT]
        return [part for part in held if part is not None] if any(map(fits, heads)) else _under_names(held, fits)
    if isinstance(held, dict):
        return _by_columns(held, fits) or [
            _addressed(key, part) for key, part in held.items() if isinstance(part, dict) and fits(part)
        ]
    return []


def _addressed(key: Any, part: dict[str, Any]) -> dict[str, Any]:
    """An object with the address it stands under, where that is all that tells it."""
    return {"url": key, **part} if isinstance(key, str) and looks.is_page(key) and "url" not in part else part


def _under_names(held: list[Any], fits: Fits) -> list[Any]:
    """The rows of a list of lists of which the first holds the columns' names."""
    names = held[0] if held and isinstance(held[0], list) else []
    return _named(names, held[1:], fits)


def by_columns(held: Mapping[str, Any]) -> bool:
    """Whether an object is a table that was written column by column."""
    columns = [part for part in held.values() if isinstance(part, (dict, list)) and part]
    return len(columns) == len(held) >= LEAST_COLUMNS and _alike(columns)


def _by_columns(held: dict[str, Any], fits: Fits) -> list[Any]:
    """The rows of a table that was written column by column, or as names and then rows of cells."""
    if isinstance(held.get("columns"), list) and isinstance(held.get("data"), list):
        return _named(held["columns"], held["data"], fits)
    if not by_columns(held):
        return []
    rows = zip(*(part.values() if isinstance(part, dict) else part for part in held.values()), strict=True)
    return _named(list(held), [list(row) for row in rows], fits)


def _alike(columns: list[Any]) -> bool:
    """Whether the columns have the same rows, and plain cells."""
    first = columns[0]
    if any(type(part) is not type(first) or len(part) != len(first) for part in columns):
        return False
    if isinstance(first, dict):
        return all(part.keys() == first.keys() for part in columns)
    return not any(isinstance(part[0], dict) for part in columns)


def _named(names: list[Any], rows: list[Any], fits: Fits) -> list[Any]:
    if not names or not all(isinstance(name, str) for name in names):
        return []
    made = [dict(zip(names, row, strict=False)) for row in rows if isinstance(row, list)]
    return made if any(map(fits, made[:LOOKED_AT])) else []
