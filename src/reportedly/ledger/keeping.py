"""What goes to the database, so that every database can keep it.

PostgreSQL refuses NUL in any text, and no driver takes half of a surrogate pair. U+FFFD stands in the place of each, in
whatever is filed and whatever is asked for: so what was filed under an address is found by it. Spans hold, for it is
one character for one.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any, TypeVar

import msgspec

from reportedly.records import Record
from reportedly.text import kept

R = TypeVar("R", bound=Record)
_encode = msgspec.json.Encoder().encode


def values(given: Any) -> Any:
    """The values of a statement: a mapping or a sequence of them, or many such."""
    if isinstance(given, dict):
        return given if _are_sound(given.values()) else {name: _value(value) for name, value in given.items()}
    if given and isinstance(given[0], (dict, tuple)):
        rows = [row.values() if isinstance(row, dict) else row for row in given]
        return given if _are_sound(chain.from_iterable(rows)) else [values(row) for row in given]
    return given if _are_sound(given) else tuple(map(_value, given))


def _are_sound(given: Iterable[Any]) -> bool:
    """Asked of all at once: the texts of a batch are a few megabytes at most."""
    words = "".join([value for value in given if value.__class__ is str])
    return kept(words) is words


def _value(value: Any) -> Any:
    return kept(value) if isinstance(value, str) else value


def record(given: R) -> R:
    """The record with all its texts as they can be kept."""
    return msgspec.convert(_builtins(given), type(given))


def encoded(value: Any) -> bytes:
    """The value as JSON, as it can be kept."""
    return as_it_is(value) or _encode(_builtins(value))


def as_it_is(value: Any) -> bytes | None:
    """The value as JSON; None where some of it cannot be kept, or looks as if it could not."""
    try:
        data = _encode(value)
    except UnicodeEncodeError:
        return None
    return None if b"\\u0000" in data else data


def _builtins(value: Any) -> Any:
    return _mended(msgspec.to_builtins(value))


def _mended(value: Any) -> Any:
    if isinstance(value, dict):
        return {kept(name): _mended(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_mended(one) for one in value]
    return _value(value)
