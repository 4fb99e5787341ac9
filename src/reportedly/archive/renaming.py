"""A WARC file under another name, before anybody has it: what it says of itself changes, no page does."""

from collections.abc import Iterable
from typing import Final

from reportedly.archive import answers, writing
from reportedly.archive.member import Member

_NAMES: Final = ("WARC-Filename", "WARC-Refers-To-Filename")
_PLACE: Final = "WARC-Refers-To-File-Offset"
_ANEW: Final = {"WARC-Block-Digest", "Content-Length"}


def renamed(members: Iterable[Member], old: str, new: str) -> tuple[bytes, dict[int, int]]:
    """The file under its new name, and for each place where a record began where it begins now."""
    made, moved = bytearray(), dict[int, int]()
    for member in members:
        moved[member.offset] = len(made)
        made += writing.packed(*_renamed(member.record, old, new, moved))
    return bytes(made), moved


def _renamed(record: bytes, old: str, new: str, moved: dict[int, int]) -> writing.WarcRecord:
    """A record that names the file anew; a revisit's page stands before it, in this file or another."""
    fields, block = answers.taken_apart(record)
    told = {name: new for name in _NAMES if fields.get(name) == old}
    if _NAMES[1] in told:
        told[_PLACE] = str(moved[int(fields[_PLACE])])
    return [(name, value) for name, value in (fields | told).items() if name not in _ANEW], block
