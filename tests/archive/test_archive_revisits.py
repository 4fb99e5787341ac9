"""The same bytes again are not kept twice, and every page still has its body."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio import ArchiveIterator

from reportedly.archive import Archive
from reportedly.errors import DamagedArchive
from reportedly.records import Capture

if TYPE_CHECKING:
    from tests.archive.conftest import Make

WORDS = b"<p>The ferry to Tarnow is late.</p>" * 90


class Memory:
    """What a ledger remembers: the first capture of each payload."""

    def __init__(self) -> None:
        self.captures: list[Capture] = []

    def first(self, sha256: str) -> Capture | None:
        return next((one for one in self.captures if one.sha256 == sha256), None)

    def add(self, capture: Capture) -> Capture:
        self.captures.append(capture)
        return capture


def kinds(folder: Path) -> list[str]:
    found = []
    for file in sorted(folder.glob("*.warc.gz")):
        with file.open("rb") as stream:
            found += [one.rec_type for one in ArchiveIterator(stream, check_digests="raise")]
    return found


def test_the_same_bytes_again_are_a_revisit_with_the_whole_body(tmp_path: Path, exchange: "Make") -> None:
    memory = Memory()
    archive = Archive(tmp_path, seen=memory.first)
    first = memory.add(archive.write(exchange(0, WORDS)))
    second = memory.add(archive.write(exchange(1, WORDS, response_headers=(("ETag", '"2"'),))))
    third = memory.add(archive.write(exchange(2, b"<p>Other words.</p>")))
    assert kinds(tmp_path) == ["warcinfo", "response", "request", "revisit", "request", "response", "request"]
    assert archive.body(second) == archive.body(first) == WORDS
    assert archive.headers(second) == (("ETag", '"2"'),)
    assert (second.sha256, second.length) == (first.sha256, len(WORDS))
    assert second.id != first.id
    assert list(archive.verify(memory.captures)) == []
    assert tuple(archive.recover()) == (first, second, third)


def test_a_revisit_of_a_revisit_names_the_page_itself(tmp_path: Path, exchange: "Make") -> None:
    first = Archive(tmp_path).write(exchange(0, WORDS))
    second = Archive(tmp_path, seen=lambda _: first).write(exchange(1, WORDS))
    third = Archive(tmp_path, seen=lambda _: second).write(exchange(2, WORDS))
    with (tmp_path / first.warc).open("rb") as stream:
        revisits = [one.rec_headers for one in ArchiveIterator(stream) if one.rec_type == "revisit"]
    for one in revisits:
        assert one.get_header("WARC-Refers-To-Target-URI") == first.url
        assert one.get_header("WARC-Refers-To-Date") == "2024-06-03T06:00:00.250000Z"
        assert one.get_header("WARC-Refers-To-File-Offset") == str(first.offset)
    assert Archive(tmp_path).body(third) == WORDS


def test_a_packed_page_comes_again_packed(tmp_path: Path, exchange: "Make") -> None:
    packed = (("Content-Encoding", "gzip"),)
    seen = exchange(0, WORDS, received=gzip.compress(WORDS, mtime=0), response_headers=packed)
    first = Archive(tmp_path).write(seen)
    again = exchange(1, WORDS, received=gzip.compress(WORDS, mtime=0), response_headers=packed)
    second = Archive(tmp_path, seen=lambda _: first).write(again)
    assert "revisit" in kinds(tmp_path)
    assert Archive(tmp_path).body(second) == WORDS


def test_what_cannot_be_read_any_more_is_written_whole(tmp_path: Path, exchange: "Make") -> None:
    first = Archive(tmp_path / "a").write(exchange(0, WORDS))
    for gone in (tmp_path / "b", tmp_path / "c"):
        archive = Archive(gone, seen=lambda _: first)
        capture = archive.write(exchange(1, WORDS))
        assert kinds(gone) == ["warcinfo", "response", "request"]
        assert archive.body(capture) == WORDS
    assert "revisit" not in kinds(tmp_path / "a")


def test_an_empty_page_is_no_revisit(tmp_path: Path, exchange: "Make") -> None:
    first = Archive(tmp_path).write(exchange(0, b""))
    Archive(tmp_path, seen=lambda _: first).write(exchange(1, b""))
    assert "revisit" not in kinds(tmp_path)


def test_a_revisit_points_nowhere_but_into_the_archive(tmp_path: Path, exchange: "Make") -> None:
    first = Archive(tmp_path / "a").write(exchange(0, WORDS))
    second = Archive(tmp_path / "a", seen=lambda _: first).write(exchange(1, WORDS))
    file = tmp_path / "a" / first.warc
    records = Archive(tmp_path / "a").records(second)
    tampered = gzip.decompress(records[1]).replace(first.warc.encode(), b"../../etc/passwd.gzip.xx")
    assert len(tampered) == len(gzip.decompress(records[1]))
    file.write_bytes(file.read_bytes()[: second.offset] + gzip.compress(tampered))
    with pytest.raises(DamagedArchive, match="no file of the archive"):
        Archive(tmp_path / "a").body(second)


def test_a_revisit_broken_off_at_any_byte_is_mended(tmp_path: Path, exchange: "Make") -> None:
    first = Archive(tmp_path).write(exchange(0, WORDS))
    file = tmp_path / first.warc
    known = file.stat().st_size
    second = Archive(tmp_path, seen=lambda _: first).write(exchange(1, WORDS))
    whole = file.read_bytes()
    revisit_end = whole.index(b"\x1f\x8b\x08", second.offset + 1)
    for cut in range(known, len(whole), 5):
        file.write_bytes(whole[:cut])
        assert list(Archive(tmp_path).verify([first])) == []
        adopted = tuple(Archive(tmp_path).recover({first.warc: known}.get))
        assert adopted == ((second,) if cut >= revisit_end else ()), cut
        assert file.stat().st_size in {known, revisit_end}
        assert list(Archive(tmp_path).verify([first, *adopted])) == []


def test_fastwarc_reads_all_of_it(tmp_path: Path, exchange: "Make") -> None:
    first = Archive(tmp_path).write(exchange(0, WORDS))
    hop = exchange(5, b"", status=301, reason="Moved", response_headers=(("Location", "/story/1"),))
    Archive(tmp_path, seen=lambda _: first).write(exchange(1, WORDS, hops=(hop,)))
    with (tmp_path / first.warc).open("rb") as stream:
        records = FastIterator(stream, parse_http=False)
        found = [(one.headers["WARC-Type"], one.verify_block_digest()) for one in records]
    assert found == [
        ("warcinfo", True),
        ("response", True),
        ("request", True),
        ("revisit", True),
        ("request", True),
        ("response", True),
        ("request", True),
    ]
    with (tmp_path / first.warc).open("rb") as stream:
        pages = [one for one in FastIterator(stream) if one.headers["WARC-Type"] == "response"]
        assert [one.http_headers.status_code for one in pages] == [200, 301]
