"""What takes the room on a desk's disk, for a person and for a program."""

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.account.wording import counted, size
from reportedly.ledger import Room, RoomTaken
from reportedly.records import Stored

SMALL: Final = 200  # parts of the ledger that are told together: those below half a hundredth of it


class RoomLine(msgspec.Struct):
    """Something that takes room as ``reportedly ledger size --format jsonl`` prints it.

    ``bytes_an_article`` shares it out among all revisions; ``measured`` False says that the bytes are an estimate.
    """

    what: str
    name: str
    of: str
    rows: int | None
    bytes: int
    bytes_an_article: float | None
    measured: bool


def jsonl(room: Room, archive: Stored, articles: int) -> Iterator[str]:
    """One JSON object for the ledger, one for each part of it, and one for the archive, whose ``rows`` are files."""
    whole = RoomTaken("ledger", "table", "", articles, room.bytes)
    stored = RoomTaken("archive", "table", "", archive.files, archive.bytes)
    for what, one in (("ledger", whole), *((one.kind, one) for one in room.taken), ("archive", stored)):
        each = round(one.bytes / articles, 1) if articles else None
        measured = room.measured or what not in {"table", "index", "search"}
        line = RoomLine(what, one.name, one.of, one.rows, one.bytes, each, measured)
        yield msgspec.json.encode(line).decode()


def text(room: Room, archive: Stored, articles: int) -> Iterator[str]:
    """Ledger and archive in a line each; then the parts of the ledger, the largest first, small ones together."""
    yield f"ledger   {size(room.bytes)}{_each(room.bytes, articles)}"
    yield f"archive  {size(archive.bytes)} in {counted(archive.files, 'file')}{_each(archive.bytes, articles)}"
    yield "parts of the ledger" if room.measured else "parts of the ledger, estimated from the length of some rows"
    large = [one for one in room.taken if one.bytes * SMALL >= room.bytes and one.bytes]
    for one in large:
        rows = "" if one.rows is None else counted(one.rows, "row")
        yield f"  {size(one.bytes):>10}  {one.bytes / room.bytes:>4.0%}  {_named(one):<52}  {rows}".rstrip()
    if small := [one.bytes for one in room.taken if one not in large]:
        yield f"  {size(sum(small)):>10}  {sum(small) / max(1, room.bytes):>4.0%}  {len(small)} others together"


def _named(one: RoomTaken) -> str:
    names = {"index": f"{one.of}, an index ({one.name})", "search": f"full-text index ({one.name})"}
    return names.get(one.kind) or (f"log of the last writes ({one.name})" if one.kind == "log" else one.name)


def _each(taken: int, articles: int) -> str:
    return f", {size(round(taken / articles))} an article" if articles else ""
