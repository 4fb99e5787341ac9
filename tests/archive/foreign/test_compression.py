"""WARC files packed with Zstandard, as their specification has it: a frame a record, a dictionary of their own."""

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.archive import foreign
from reportedly.archive.foreign import compression
from reportedly.errors import BadInput
from reportedly.records import Exchange, Outcome

AT = datetime(2024, 6, 7, tzinfo=UTC)
MANY = 6
DICE = random.Random(7)


def words(many: int) -> str:
    return " ".join("".join(DICE.choices("aeioubdfgklmnprst", k=DICE.randint(2, 9))) for _ in range(many))


PAGES = [f"<html><body><p>The ferry to Tarnow: {words(300)}</p></body></html>".encode() for _ in range(MANY)]


def url(n: int) -> str:
    return f"http://herald.example/{n}"


def record(n: int) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGES[n]
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{n}>\r\nWARC-Target-URI: {url(n)}\r\n"
    head += f"WARC-Date: 2023-01-0{n + 1}T00:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


RECORDS = [record(n) for n in range(MANY)]
SAMPLES: list[bytes | bytearray | memoryview] = [*(part for one in RECORDS * 4 for part in (one[:900], one[900:], one))]
TRAINED = zstandard.train_dictionary(4_096, SAMPLES)
PACK = zstandard.ZstdCompressor(write_checksum=True).compress
PACK_BY_WORDS = zstandard.ZstdCompressor(dict_data=TRAINED, write_checksum=True).compress


def skippable(held: bytes, number: int = 0x5D) -> bytes:
    return bytes([number]) + b"\x2a\x4d\x18" + struct.pack("<I", len(held)) + held


def packed(pack: Callable[[bytes], bytes] = PACK) -> list[bytes]:
    return [pack(one) for one in RECORDS]


def read(folder: Path, data: bytes, name: str = "theirs.warc.zst") -> tuple[list[str], list[Outcome]]:
    """The addresses of the pages, each checked to be whole, and what was said of the rest."""
    (folder / name).write_bytes(data)
    found = list(foreign.captures(folder / name, AT))
    pages = [one for one in found if isinstance(one, Exchange)]
    assert all(one.body in PAGES for one in pages)
    return [one.url for one in pages], [one for one in found if isinstance(one, Outcome)]


ALL = [url(n) for n in range(MANY)]


@pytest.mark.parametrize(
    "data",
    [
        b"".join(packed()),
        PACK(b"".join(RECORDS)),
        b"".join(PACK(piece) for one in RECORDS for piece in (one[:70], one[70:])),
        skippable(TRAINED.as_bytes()) + b"".join(packed(PACK_BY_WORDS)),
        skippable(PACK(TRAINED.as_bytes())) + b"".join(packed(PACK_BY_WORDS)),
        skippable(b"another program's note", 0x50) + b"".join(packed()),
        b"".join(skippable(b"between", 0x5A) + one for one in packed()),
        b"".join(RECORDS),
    ],
    ids=["records", "whole", "pieces", "dictionary", "packed dictionary", "note", "notes between", "not packed"],
)
def test_all_pages_come_in_however_the_file_is_packed(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == (ALL, [])


def test_a_member_of_a_wacz_file_may_be_packed_so(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("archive/a.warc.zst", skippable(PACK(TRAINED.as_bytes())) + b"".join(packed(PACK_BY_WORDS)))
        opened.writestr("archive/b.warc.zst", skippable(PACK(TRAINED.as_bytes())[:-9]))
    urls, (outcome,) = read(tmp_path, made.getvalue(), "theirs.wacz")
    assert urls == ALL
    assert "dictionary" in outcome.message


def test_a_damaged_record_costs_one_page(tmp_path: Path) -> None:
    frames = packed(PACK_BY_WORDS)
    front = skippable(TRAINED.as_bytes())
    data = bytearray(front + b"".join(frames))
    third = len(front) + sum(map(len, frames[:2]))
    data[third + 40 : third + 44] = b"????"
    urls, outcomes = read(tmp_path, bytes(data))
    assert urls == [one for one in ALL if one != url(2)]
    assert f"byte {third:,}" in outcomes[0].message


@pytest.mark.parametrize("size", [0, 3, 6, 11])
def test_a_file_that_ends_in_its_dictionary_is_told_or_empty(tmp_path: Path, size: int) -> None:
    assert read(tmp_path, skippable(PACK(TRAINED.as_bytes()))[:size])[0] == []


def test_a_file_cut_anywhere_gives_what_is_whole(tmp_path: Path) -> None:
    data = b"".join(packed())
    counts = [len(read(tmp_path, data[:size])[0]) for size in (*range(0, len(data), 97), len(data))]
    assert counts == sorted(counts)
    assert set(counts) == set(range(MANY + 1))


def test_a_dictionary_that_is_missing_is_told_of_each_record(tmp_path: Path) -> None:
    urls, outcomes = read(tmp_path, b"".join(packed(PACK_BY_WORDS)))
    assert urls == []
    assert outcomes


def test_a_dictionary_that_is_none_is_told(tmp_path: Path) -> None:
    garbage = skippable(compression.DICTIONARY + b"garbage of some length" * 9)
    with pytest.raises(BadInput, match="dictionary cannot be used"):
        read(tmp_path, garbage + b"".join(packed(PACK_BY_WORDS)))


def test_a_dictionary_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="dictionary has 4,294,967,295 bytes"):
        read(tmp_path, b"\x5d\x2a\x4d\x18\xff\xff\xff\xff" + b"".join(packed()))
    bomb = PACK(compression.DICTIONARY + bytes(compression.LARGEST_DICTIONARY))
    with pytest.raises(BadInput, match="unpacks to more than"):
        read(tmp_path, skippable(bomb) + b"".join(packed()))


def test_a_large_packed_dictionary_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    held = compression.DICTIONARY + random.Random(3).randbytes(12_000_000)
    began = time.monotonic()
    with pytest.raises(BadInput, match="dictionary cannot be used"):
        read(tmp_path, skippable(PACK(held)))
    with pytest.raises(BadInput, match="dictionary cannot be unpacked: it ends too early"):
        read(tmp_path, skippable(PACK(held)[:-9]))
    assert time.monotonic() - began < 5


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = PACK(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 120000000\r\n\r\n" + bytes(120_000_000))
    urls, outcomes = read(tmp_path, bomb + packed()[1])
    assert urls == [url(1)]
    assert "120,000,000 bytes, more than is taken" in outcomes[0].message


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_no_byte_can_break_the_reading(tmp_path_factory: pytest.TempPathFactory, at: int, value: int) -> None:
    data = bytearray(skippable(PACK(TRAINED.as_bytes())) + b"".join(packed(PACK_BY_WORDS)))
    data[at % len(data)] = value
    folder = tmp_path_factory.mktemp("broken")
    with suppress(BadInput):  # of a dictionary that is none
        read(folder, bytes(data))
