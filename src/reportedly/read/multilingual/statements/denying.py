"""What is denied without a joiner: “the ministry this news | denied”, “the ministry denied | these reports”."""

from typing import Final

from reportedly.read.multilingual.statements import sides
from reportedly.read.multilingual.statements.at import At, Found
from reportedly.read.multilingual.statements.row import PAUSES
from reportedly.read.multilingual.statements.said import trimmed

SURE: Final = 0.6  # not measured: too few such sentences are labelled


def find(at: At) -> Found | None:
    """The denial at a cue, with what is denied before it or behind it; None where neither is seen."""
    row, met = at.row, at.met
    named = [i for i in range(at.begin + 1, met.first) if row.on("opens_denied", i)]
    ends = met.last == len(row.words) or row.is_parted(met.last) or row.on("leads", met.last)
    if named and ends and not row.tables.marks:
        return _before(at, named[0])
    relative = row.on("ends_clause", met.first - 1) and not row.has(met.first, PAUSES)
    return _behind(at) if "behind" in row.tables.stands and not relative else None


def _before(at: At, first: int) -> Found | None:
    row, met = at.row, at.met
    source = sides.before(row, at.begin, first)
    last = met.first
    while last > first and row.on("closes_object", last - 1):
        last -= 1
    return _found(at, source or at.subject, first, last, met.last)


def _behind(at: At) -> Found | None:
    row, met = at.row, at.met
    source = None if met.led or met.first == at.begin else sides.before(row, at.begin, met.first)
    first = met.last
    if source is None:
        until = min(len(row.words), met.last + sides.FAR)
        first = next((i for i in range(met.last, until) if row.on("opens_denied", i)), until)
        source = sides.closed(row, met.last, first) if met.last < first < until else at.subject
        if first == until:
            return None
    last = next((i for i in range(first + 1, len(row.words)) if row.has(i, PAUSES)), len(row.words))
    return _found(at, source, first, last, first)


def _found(at: At, source: tuple[int, int] | None, first: int, last: int, begin: int) -> Found | None:
    if first >= last:
        return None
    said = at.said(source, trimmed(at.row.sheet.text, *at.row.under(first, last)), SURE)
    return Found(said, begin, source) if said else None
