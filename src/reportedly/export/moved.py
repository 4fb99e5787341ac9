"""Whether a ledger came whole to where it moved, for a person and for a program."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from reportedly.account.wording import counted
from reportedly.ledger import Compared

SHOWN: Final = 12
"""Letters of a hash that a person is shown."""


class MovedLine(msgspec.Struct):
    """A part of the ledger as ``reportedly ledger move --format jsonl`` prints it; ``there`` is where it moved to.

    ``next`` is the number that its next row gets, where rows are numbered.
    """

    part: str
    same: bool
    rows: int
    rows_there: int
    hash: str
    hash_there: str
    next: int | None
    next_there: int | None


def jsonl(parts: Sequence[Compared]) -> Iterator[str]:
    """One JSON object a part."""
    for one in parts:
        here, there = one.source, one.target
        line = MovedLine(one.part, one.same, here.rows, there.rows, here.hash, there.hash, here.next, there.next)
        yield msgspec.json.encode(line).decode()


def text(parts: Sequence[Compared]) -> Iterator[str]:
    """A line a part with its rows, its hash and the number given next, on both sides where they differ."""
    yield f"{'part':<24}{'rows':>13}  {'hash':<{SHOWN}}  next number"
    for one in parts:
        if not one.same:
            yield _line(one.part, one.source.rows, one.source.hash, one.source.next)
            yield f"{_line('  where it moved to', one.target.rows, one.target.hash, one.target.next)}  DIFFERS"
        elif one.source.rows:
            yield f"{_line(one.part, one.source.rows, one.source.hash, one.source.next)}  equal"
    if empty := [one for one in parts if one.same and not one.source.rows]:
        yield f"and {counted(len(empty), 'part')} without rows"


def _line(part: str, rows: int, of_values: str, next_one: int | None) -> str:
    return f"{part:<24}{rows:>13,}  {of_values[:SHOWN]}  {'' if next_one is None else f'{next_one:,}':>11}"
