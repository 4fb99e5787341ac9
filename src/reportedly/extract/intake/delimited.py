"""Articles handed in as CSV or TSV: a row with the columns' names, then a row an article.

What stands above the names (a blank line, a comment, ``sep=;``) is passed over.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from reportedly.errors import BadInput
from reportedly.extract.intake.columns import Columns
from reportedly.extract.intake.dialect import LONGEST_NAME, MOST_COLUMNS
from reportedly.extract.intake.layout import LOOKED_AT, Layout, layout, no_text
from reportedly.extract.intake.rows import Intake, Taken, taken
from reportedly.extract.intake.tabled import Row, Table
from reportedly.letters import decode

YEAR = 4  # digits with which no name of a column begins


def articles(stream: BinaryIO, intake: Intake) -> Iterator[Taken]:
    """Each row as an article, or as the outcome of a row that is none. Raises ``BadInput`` where no column fits."""
    held = Table(stream, intake.longest, intake.columns)
    names, rows = _named(held, intake)
    first = list(islice(rows, LOOKED_AT))
    sample = [dict(zip(names, held.decoded(row.cells)[0], strict=False)) for row in first if not row.wrong]
    understood = layout(intake.name, intake.columns, names, sample)
    yield understood
    for number, row in enumerate(chain(first, rows), 1):
        yield from _taken(row, held, names, understood, f"row {number}", intake)
    if held.letters.guessed:
        yield intake.outcome("", f"filed, but {decode.note(held.letters.guessed)}", used=True)


def table(stream: BinaryIO, intake: Intake) -> Iterator[list[str]]:
    """Each row's cells as text, the header first; rows that cannot be read are left out."""
    held = Table(stream, intake.longest, Columns())
    for row in held.rows:
        if not row.wrong and any(row.cells):
            yield [cell.removeprefix("\ufeff") for cell in held.decoded(row.cells)[0]]


def _taken(  # noqa: PLR0913, PLR0917  a row, and all that its file has told
    row: Row, held: Table, names: list[str], understood: Layout, place: str, intake: Intake
) -> Iterator[Taken]:
    cells = row.cells
    if row.wrong:
        yield intake.outcome(place, row.wrong, reasons=("the row cannot be read",))
    elif len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        many = f"the row has {len(cells)} cells, the header {len(names)}"
        yield intake.outcome(place, many, reasons=("the row has more cells than the header",))
    elif [cell.strip() for cell in cells] == names:
        pass  # files put together keep the names of each
    elif any(cells):
        words, lost = held.decoded(cells)
        yield from taken(dict(zip(names, words, strict=False)), understood, place, intake, lost)


def _named(held: Table, intake: Intake) -> tuple[list[str], Iterator[Row]]:
    """The columns' names and the rows below them. Raises ``BadInput`` where there are no names of articles' columns."""
    if held.at is not None:
        return held.names(next(islice(held.rows, held.at, None), Row([])).cells), held.rows
    first = next((row for row in held.rows if row.wrong or any(map(str.strip, row.cells))), Row([]))
    if first.wrong:
        raise BadInput(f"{intake.name}: the first line cannot be read: {first.wrong}")
    given = set(intake.columns.given.values())
    numbers = [str(number) for number in range(1, len(first.cells) + 1)]
    if given and given <= set(numbers):
        return numbers, chain((first,), held.rows)
    raise BadInput(_nameless(held.names(first.cells), intake))


def _nameless(names: list[str], intake: Intake) -> str:
    """What is said of a table whose columns are not known."""
    if not names or len(names) > MOST_COLUMNS:
        return f"{intake.name}: no row holds names of columns"
    intake.columns.of(names)  # one named by hand may be what is not there
    if _is_data(names):
        return (
            f"{intake.name}: no names of columns stand above the rows (it begins {names[:4]}): put a line of names "
            "there, such as url,title,text, or say which is which by number: --column text=3"
        )
    return no_text(intake.name, names)


def _is_data(cells: Sequence[str]) -> bool:
    """Whether the cells are those of a row: addresses, numbers, days or long words, which no name is."""
    return any(len(cell) > LONGEST_NAME or "://" in cell or cell[:YEAR].isdigit() for cell in cells)
