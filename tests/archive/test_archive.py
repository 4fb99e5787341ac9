import fcntl
import gzip
import multiprocessing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio import ArchiveIterator
from warcio.checker import Checker

from reportedly.archive import Archive
from reportedly.archive.claim import claimed
from reportedly.errors import BadInput, DamagedArchive, UsageError
from reportedly.records import Exchange

if TYPE_CHECKING:
    from tests.archive.conftest import Make


@given(
    body=st.binary(max_size=3000),
    status=st.integers(200, 599),
    url=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20),
)
def test_any_bytes_are_kept(tmp_path_factory: pytest.TempPathFactory, body: bytes, status: int, url: str) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    address = "http://h.example/" + "".join(url.split())
    answer = (("Content-Type", "x"), ("Set", "a"), ("Set", "b"))
    seen = Exchange(address, datetime(2024, 6, 3, tzinfo=UTC), status, "", (), answer, body)
    capture = archive.write(seen)
    assert archive.body(capture) == body
    assert archive.headers(capture) == answer
    assert tuple(archive.recover()) == (capture,)


def test_other_tools_read_the_file(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path)
    landed = "http://www.herald.example/new?a=1"
    chunked = (("Transfer-Encoding", "chunked"), ("Content-Type", "text/html"))
    archive.write(exchange(landed=landed, response_headers=chunked))
    archive.write(exchange(1))
    (file,) = tmp_path.glob("*.warc.gz")
    with file.open("rb") as stream:
        records = [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read(), r)
            for r in ArchiveIterator(stream, check_digests="raise")
        ]
    assert [kind for kind, *_ in records] == ["warcinfo", "response", "request", "response", "request"]
    _, url, body, first = records[1]
    assert (url, body) == (landed, exchange().body)
    assert first.rec_headers.protocol == "WARC/1.1"
    assert first.rec_headers.get_header("WARC-Date") == "2024-06-03T06:00:00.250000Z"
    assert first.http_headers.get_header("X-Archive-Orig-Transfer-Encoding") == "chunked"
    asked = records[2][3]
    assert asked.http_headers.protocol == "GET"
    assert asked.http_headers.statusline == "/new?a=1 HTTP/1.1"
    assert asked.rec_headers.get_header("WARC-Concurrent-To") == first.rec_headers.get_header("WARC-Record-ID")
    assert _checks(file)


def _checks(file: Path) -> bool:
    class Options:
        inputs = (str(file),)
        verbose = False

    return not Checker(Options()).process_all()


def test_a_full_file_is_followed_by_another(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path, full=2000)
    captures = [archive.write(exchange(n)) for n in range(9)]
    names = sorted(file.name for file in tmp_path.glob("*.warc.gz"))
    assert names[:2] == ["reportedly-00001.warc.gz", "reportedly-00002.warc.gz"]
    assert list(archive.verify(captures)) == []
    assert tuple(archive.recover()) == tuple(captures)
    for name in names:
        with gzip.open(tmp_path / name) as file:
            assert b"WARC-Type: warcinfo" in file.read(200)


def test_header_lines_cannot_be_smuggled_in(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path)
    capture = archive.write(exchange(reason="OK\r\nX-Evil: 1"))
    assert archive.headers(capture) == exchange().response_headers
    with pytest.raises(BadInput, match="line break"):
        archive.write(exchange(url="http://herald.example/a\r\nWARC-Type: revisit"))


# -- recover ----------------------------------------------------------------------------------------------------------


def test_a_write_broken_off_at_any_byte_is_mended(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path)
    first = archive.write(exchange(0))
    file = tmp_path / first.warc
    known = file.stat().st_size
    second = archive.write(exchange(1))
    whole = file.read_bytes()
    response_end = whole.index(b"\x1f\x8b\x08", second.offset + 1)
    for cut in range(known, len(whole), 7):
        file.write_bytes(whole[:cut])
        adopted = tuple(Archive(tmp_path).recover({first.warc: known}.get))
        assert adopted == ((second,) if cut >= response_end else ()), cut
        assert file.stat().st_size in {known, response_end}
        third = Archive(tmp_path).write(exchange(2))
        assert list(archive.verify([first, *adopted, third])) == []


def test_a_writer_mends_what_the_one_before_left(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path)
    first = archive.write(exchange(0))
    file = tmp_path / first.warc
    with file.open("ab") as stream:
        stream.write(gzip.compress(b"WARC/1.1\r\n")[:-3])
    second = archive.write(exchange(1))
    (tmp_path / "lock").write_text("nonsense")
    with file.open("ab") as stream:
        stream.write(b"\x1f\x8b")
    third = archive.write(exchange(2))
    assert list(archive.verify([first, second, third])) == []
    assert tuple(archive.recover()) == (first, second, third)


def test_damage_that_is_no_torn_tail_is_left_alone(tmp_path: Path, exchange: "Make") -> None:
    archive = Archive(tmp_path)
    captures = [archive.write(exchange(n)) for n in range(3)]
    file = tmp_path / captures[0].warc
    whole = file.read_bytes()
    at = captures[1].offset + 60
    damaged = whole[:at] + b"????" + whole[at + 4 :]
    file.write_bytes(damaged)
    with pytest.raises(DamagedArchive, match="no broken-off write"):
        tuple(archive.recover())
    with pytest.raises(DamagedArchive):
        tuple(archive.recover({file.name: captures[2].offset + 1}.get))
    with pytest.raises(DamagedArchive, match="ledger knows"):
        tuple(archive.recover({file.name: len(whole) + 1}.get))
    assert file.read_bytes() == damaged


# -- two at once ------------------------------------------------------------------------------------------------------


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    with claimed(tmp_path), pytest.raises(UsageError, match="another program is writing"), claimed(tmp_path, 0.1):
        pass


def _write_some(folder: Path, exchanges: list[object]) -> None:
    for one in exchanges:
        Archive(folder).write(one)  # type: ignore[arg-type]


def test_two_writers_take_turns(tmp_path: Path, exchange: "Make") -> None:
    spawn = multiprocessing.get_context("spawn")
    writers = [
        spawn.Process(target=_write_some, args=(tmp_path, [exchange(n * 100 + i) for i in range(30)])) for n in range(2)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    captures = tuple(Archive(tmp_path).recover())
    assert len({capture.url for capture in captures}) == len(captures) == 60
    assert list(Archive(tmp_path).verify(captures)) == []


def test_a_reader_does_not_write(tmp_path: Path, exchange: "Make") -> None:
    capture = Archive(tmp_path).write(exchange())
    reader = Archive(tmp_path, read_only=True)
    with (tmp_path / "lock").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert reader.body(capture) == exchange().body
    with pytest.raises(UsageError, match="reading only"):
        reader.write(exchange(1))
    with pytest.raises(UsageError):
        tuple(reader.recover())
