"""A record as it is unpacked: no damage to it goes unseen."""

import gzip
import io

from reportedly.archive.member import Member, Torn, member

RECORD = b"WARC/1.1\r\nContent-Length: 40\r\n\r\n" + b"The ferry to Tarnow sank at dawn. " * 12 + b"\r\n\r\n"
PACKED = gzip.compress(RECORD, mtime=0)
NEXT = gzip.compress(b"WARC/1.1\r\n", mtime=0)


def test_a_member_ends_where_the_next_one_begins() -> None:
    assert member(io.BytesIO(PACKED + NEXT), 0) == Member(0, len(PACKED), RECORD)


def test_no_turned_bit_changes_a_record_unseen() -> None:
    """Some bits of a member say nothing (its time, what fills its last byte): the record is the same without them."""
    whole, seen = Member(0, len(PACKED), RECORD), 0
    for at in range(8 * len(PACKED)):
        data = bytearray(PACKED + NEXT)
        data[at // 8] ^= 1 << at % 8
        found = member(io.BytesIO(data), 0)
        assert isinstance(found, Torn) or found == whole, f"bit {at}"
        seen += isinstance(found, Torn)
    assert seen >= 8 * (len(PACKED) - 6) - 8  # all but time, strength, system, "this is text" and the filling


def test_a_member_cut_anywhere_is_torn() -> None:
    for size in range(len(PACKED)):
        assert isinstance(member(io.BytesIO(PACKED[:size]), 0), Torn)


def test_what_unpacks_to_more_than_asked_for_is_not_unpacked() -> None:
    bomb = gzip.compress(bytes(30_000_000))
    found = member(io.BytesIO(bomb), 0, 1_000_000)
    assert isinstance(found, Torn)
    assert "more than 1,000,000 bytes" in found.reason
