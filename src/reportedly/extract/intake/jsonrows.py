"""Articles handed in as JSON: lines, a list, or some program's answer; rows are found by what they look like."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import chain, islice
from typing import Any, BinaryIO

from reportedly.errors import BadInput
from reportedly.extract.intake import utf8
from reportedly.extract.intake.columns import WORDS, Field
from reportedly.extract.intake.layout import LOOKED_AT, Layout, layout
from reportedly.extract.intake.listed import Found, by_columns, inside
from reportedly.extract.intake.objects import objects
from reportedly.extract.intake.rows import WANTED, Intake, Said, Taken, taken

MOST_SHAPES = 1_000  # sets of keys remembered
MOST_TROUBLES = 1_000  # broken parts before the first row, of which one outcome may tell
MOST_KEYS = 20  # that are named
OBJECTS = f"wanted JSON objects with {WANTED}"
Shape = tuple[Any, ...]
Look = Enum("Look", ["article", "text", "headline", "other"])


def articles(stream: BinaryIO, intake: Intake) -> Iterator[Taken]:
    """Each row as an article or as the outcome of a row that is none, and how the rows were understood.

    Of a file without a single row one outcome says so.
    """
    shapes = _Shapes(intake)
    coming = objects(utf8.stream(stream), intake.longest, shapes.fits)
    first = list(islice(coming, LOOKED_AT))
    shapes.look_at(found.row for found in first)
    told: list[Mapping[Field, str]] = []
    troubles: list[Found] | None = []
    for found in chain(first, coming):
        if troubles is not None:
            if found.row is None and len(troubles) < MOST_TROUBLES:
                troubles.append(found)
                continue
            yield from (_trouble(trouble, intake) for trouble in troubles)
            troubles = None
        if found.row is None:
            yield _trouble(found, intake)
            continue
        understood = shapes.layout(found.row)
        if understood.fields not in told and len(told) < LOOKED_AT and understood.holds_words:
            told.append(understood.fields)
            yield understood
        yield from _taken(found, understood, intake)
    if troubles:
        yield _all_trouble(troubles, intake)


def _taken(found: Found, understood: Layout, intake: Intake) -> Iterator[Taken]:
    row = found.row or {}
    if row and not understood.holds_words:
        keys = ", ".join(map(str, islice(row, MOST_KEYS)))
        said = f"no articles in it, and no key that is known as that of a text or title; there are {keys}"
        yield intake.outcome(found.place, f"{said}; wanted {WANTED}", reasons=("no key of a text or title",))
    else:
        yield from taken(row, understood, found.place, intake, found.lost)


def _trouble(found: Found, intake: Intake) -> Said:
    return intake.outcome(found.place, f"{found.trouble}; {OBJECTS}", reasons=("it is no JSON of an article",))


def _all_trouble(troubles: list[Found], intake: Intake) -> Said:
    """What is said of a file in which nothing could be used."""
    first = troubles[0]
    if len(troubles) == 1:
        return _trouble(first, intake)
    return intake.outcome(
        "", f"none of its {len(troubles):,} parts is JSON of an article ({first.place}: {first.trouble}); {OBJECTS}"
    )


class _Shapes:
    """Which keys are which field, for each set of keys that rows of a file have."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._looks: dict[Shape, Look] = {}
        self._layouts: dict[Shape, Layout] = {}
        self._first: list[Mapping[str, Any]] = []

    def look_at(self, rows: Iterable[Mapping[str, Any] | None]) -> None:
        """Learn from the first rows what their keys hold."""
        self._first = [row for row in rows if row is not None]

    def fits(self, row: Mapping[str, Any]) -> bool:
        """Whether an object looks like an article, and not like something around articles."""
        shape = _shape(row)
        if shape not in self._looks:
            self._looks = self._looks if len(self._looks) < MOST_SHAPES else {}
            self._looks[shape] = self._look(row)
        look = self._looks[shape]
        return look in {Look.article, Look.text} or (look is Look.headline and not inside(row, self._is_whole))

    def _is_whole(self, row: Mapping[str, Any]) -> bool:
        """Whether an object within one that has a headline is an article of its own, and no part of its text."""
        return self.fits(row) and self._looks[_shape(row)] is not Look.text

    def _look(self, row: Mapping[str, Any]) -> Look:
        fields = self._known(row)
        alone = not {"url", "published", "title"} & fields.keys()
        if "text" in fields:
            return Look.other if by_columns(row) else Look.text if alone else Look.article
        return Look.headline if WORDS & fields.keys() and {"url", "published"} & fields.keys() else Look.other

    def _known(self, row: Mapping[str, Any]) -> Mapping[Field, str]:
        try:
            return self._intake.columns.of((*row, *self._intake.columns.given.values()), [row])
        except BadInput:
            return {}

    def layout(self, row: Mapping[str, Any]) -> Layout:
        """Which key of a row is which field. One named by hand may be missing: its field is empty then."""
        shape = _shape(row)
        if shape not in self._layouts:
            self._layouts = self._layouts if len(self._layouts) < MOST_SHAPES else {}
            names = (*row, *(name for name in self._intake.columns.given.values() if name not in row))
            alike = [other for other in self._first if other is not row]
            self._layouts[shape] = layout(self._intake.name, self._intake.columns, names, [row, *alike])
        return self._layouts[shape]


def _shape(row: Mapping[str, Any]) -> Shape:
    """The keys of a row, those of the objects in it, and which of them hold lists."""
    held = ((name, value) for name, value in row.items() if type(value) in {dict, list})
    return (*row, *(tuple(value) if type(value) is dict else name for name, value in held))
