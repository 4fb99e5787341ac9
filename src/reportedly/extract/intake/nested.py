"""Objects in cells: the way to what stands in them, and the one value that is meant.

Programs write an outlet as ``{"id": 3, "name": "The Gazette"}``, a day as ``{"$date": ...}``, a body as sections with
paragraphs. Keys are found in any capitals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

DEEPEST = 6  # objects in objects
MOST_LEAVES = 200  # columns in objects that are looked at

# The key that holds the value of a field, the likeliest first.
_INNER: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "href", "link", "canonical", "@id", "web", "permalink", "self", "#text"),
    "outlet": ("name", "title", "displayname", "label", "domain", "hostname", "uri", "#text", "id"),
    "title": ("rendered", "main", "text", "value", "title", "plain", "#text", "content", "en"),
    "date": ("$date", "$numberlong", "date", "datetime", "iso", "value", "raw", "literal", "start", "#text"),
    "text": ("plain", "text", "rendered", "articlebody", "body", "content", "value", "html", "paragraphs", "#text"),
}
_DATES = frozenset({"published", "updated"})
# What the parts of a body are called that comes in parts; each holds words or further parts.
_PARTS_WORDS = (
    "summary lead headline heading title subheadline sections section blocks block paragraphs paragraph children "
    "parts elements items text content body value data rendered html caption quote list cells"
)
_PARTS = frozenset(_PARTS_WORDS.split())
_ALIKE = frozenset({"plain", "text", "rendered", "html", "raw", "markdown"})  # one text in several forms


def within(row: Mapping[str, Any], name: str) -> Any:
    """What a row holds in a column; one in an object is named by the way there, such as ``source.name``."""
    if name in row or "." not in name:
        return row.get(name)
    held: Any = row
    for step in name.split("."):
        held = held[0] if isinstance(held, list) and held else held
        if not isinstance(held, Mapping):
            return None
        held = held.get(step)
    return held


def leaves(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> list[str]:
    """The columns that stand one level down in the objects of these columns, by the way there."""
    found: dict[str, None] = {}
    for name in names:
        for value in (row.get(name) for row in rows):
            if isinstance(value, Mapping) and len(found) < MOST_LEAVES:
                found.update(dict.fromkeys(f"{name}.{key}" for key in value if isinstance(key, str)))
    return list(found)


def meant(value: Any, field: str) -> Any:
    """The value that an object or a list stands for in this field: words, a number, or itself where none is."""
    for _ in range(DEEPEST):
        if isinstance(value, Mapping):
            inner = _inner(value, field)
            if inner is None:
                return (_in_parts(value) if field == "text" else "") or value
            value = inner
        elif isinstance(value, (list, tuple)):
            if field in _DATES and value and isinstance(value[0], (int, list)):
                return _day_in_parts(value)
            if field == "text":
                return _in_parts(value) or value
            value = next((part for part in value if part), None)
        else:
            return value
    return value


def _inner(value: Mapping[str, Any], field: str) -> Any:
    """What stands under the key that holds the value of this field; None where there is no such key."""
    plain = {key.casefold(): held for key, held in value.items() if isinstance(key, str)}
    if field in _DATES and isinstance(plain.get("date-parts"), list):
        return plain["date-parts"]
    if field == "text" and sum(bool(held) for key, held in plain.items() if key in _PARTS - _ALIKE) > 1:
        return None
    keys = _INNER.get("date" if field in _DATES else field, _INNER["text"])
    wanted = (plain.get(key) for key in keys)
    return next((held for held in wanted if held not in (None, "", [], {})), None)


def _in_parts(value: Any) -> str:
    """The words of a body that comes in parts, a paragraph each; empty where something else stands there."""
    return "\n\n".join(part.strip("\n") for part in _parts(value, DEEPEST) if part.strip())


def _parts(value: Any, deep: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif deep and isinstance(value, (list, tuple)):
        for part in value:
            yield from _parts(part, deep - 1)
    elif deep and isinstance(value, Mapping):
        for key, part in value.items():
            if isinstance(key, str) and key.casefold() in _PARTS:
                yield from _parts(part, deep - 1)


def _day_in_parts(parts: Iterable[Any]) -> str:
    """A day given as its numbers, ``[[2026, 3, 9]]`` as bibliographies have it."""
    numbers: Any = list(parts)
    while numbers and isinstance(numbers[0], list):
        numbers = numbers[0]
    return "-".join(f"{number:0>2}" for number in numbers[:3])
