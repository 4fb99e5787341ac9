"""How the rows of a file were understood: which column is which field, and which are not used."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from reportedly.errors import BadInput
from reportedly.extract.intake.cells import cells
from reportedly.extract.intake.columns import WORDS, Columns, Field
from reportedly.extract.intake.cuts import UNCUT, Cut, cut

LOOKED_AT = 20  # first rows that tell what stands in a column


class Layout(msgspec.Struct, frozen=True):
    """The column of each field in the rows of ``file``, the ``unused`` ones, and where its texts are cut off."""

    file: str
    fields: Mapping[Field, str]
    unused: tuple[str, ...] = ()
    cut: Cut = UNCUT

    @property
    def holds_words(self) -> bool:
        """Whether some column has words that make an article."""
        return bool(WORDS & self.fields.keys())


def layout(file: str, columns: Columns, names: Iterable[str], rows: Sequence[Mapping[str, Any]]) -> Layout:
    """The layout of a file by its columns' names and its first rows. Raises ``BadInput`` where one is not there."""
    held = list(names)
    fields = columns.of(held, rows)
    used = {column.partition(".")[0] for column in fields.values()} | set(fields.values())
    unused = tuple(name for name in held if name.strip() and name not in used)
    return Layout(file, fields, unused, cut(list(_texts(rows, fields))) if "text" in fields else UNCUT)


def _texts(rows: Sequence[Mapping[str, Any]], fields: Mapping[Field, str]) -> Iterable[str]:
    for row in rows:
        try:
            yield cells(row, {"text": fields["text"]}).words.get("text", "")
        except BadInput:
            continue


def no_text(file: str, names: Sequence[str]) -> str:
    """What is said of a file in which no column is known to hold words."""
    return f"{file}: no column is known as that of the text: name it with --column text=NAME; there are {names[:20]}"
