"""What holds wherever an archive stands: pages are read back, damage is told, what a stopped writer left is found."""

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from reportedly.archive import Archive
from reportedly.errors import DamagedArchive
from reportedly.records import Capture, Exchange, content_id
from tests.archive.kept import Kept

if TYPE_CHECKING:
    from tests.archive.conftest import Make


def test_what_is_written_is_read_back(kept: Kept, exchange: "Make") -> None:
    seen = exchange()
    (capture,) = kept.written([seen])
    archive = kept.archive()
    assert archive.body(capture) == seen.body
    assert archive.headers(capture) == seen.response_headers
    assert (capture.url, capture.status, capture.fetched_at) == (seen.url, 200, seen.fetched_at)
    assert capture.content_type == "text/html; charset=utf-8"
    assert capture.sha256 == hashlib.sha256(seen.body).hexdigest()
    assert capture.length == len(seen.body)
    assert capture.id == content_id("c", seen.url, seen.fetched_at.isoformat(), capture.sha256)
    room = archive.room()
    assert (room.files, room.bytes) == (1, len(kept.read(capture.warc)))


def test_pages_of_any_size_are_read_back(kept: Kept, exchange: "Make") -> None:
    """Small ones, and one that is longer than what is asked of a bucket at once."""
    noise = b"".join(hashlib.sha256(str(n).encode()).digest() for n in range(90_000))
    given = [exchange(n, body) for n, body in enumerate([b"", b"x", noise, b"<p>End.</p>"])]
    captures = kept.written(given)
    assert [kept.archive().body(capture) for capture in captures] == [one.body for one in given]
    assert list(kept.archive().verify(captures)) == []


def test_a_packed_page_is_kept_packed_and_read_unpacked(kept: Kept, exchange: "Make") -> None:
    words = b"<p>The bridge is open.</p>" * 100
    packed = gzip.compress(words)
    seen = exchange(body=words, received=packed, response_headers=(("Content-Encoding", "gzip"),))
    (capture,) = kept.written([seen])
    assert (capture.length, capture.sha256) == (len(packed), hashlib.sha256(packed).hexdigest())
    assert kept.archive().body(capture) == words
    assert list(kept.archive().verify([capture])) == []


def test_the_url_asked_for_is_kept_where_another_answered(kept: Kept, exchange: "Make") -> None:
    landed = exchange(landed="http://www.herald.example/new")
    (capture,) = kept.written([landed])
    assert capture.url == "http://herald.example/story/0"
    back: Exchange = kept.archive().exchange(capture)
    assert (back.url, back.landed, back.body) == (landed.url, landed.landed, landed.body)


def test_all_records_of_a_page_are_given_as_they_stand(kept: Kept, exchange: "Make") -> None:
    hop = exchange(7, b"", status=302, reason="Found", response_headers=(("Location", "/b"),))
    (first,) = kept.written([exchange(0, hops=(hop,))])
    (second,) = kept.written([exchange(1, exchange(0).body)], seen=lambda _: first)
    own, shared = kept.archive().records(first), kept.archive().records(second)
    assert _kinds(own) == ["response", "request"] * 2
    assert shared[0] == own[0]
    assert _kinds(shared[1:]) == ["revisit", "request"]
    assert b"".join(own) in kept.read(first.warc)
    assert b"".join(shared[1:]) in kept.read(second.warc)
    assert kept.archive().exchange(first).hops[0].url == hop.url
    assert kept.archive().exchange(second).body == exchange(0).body


def _kinds(records: tuple[bytes, ...]) -> list[str]:
    return [gzip.decompress(one).split(b"\r\n")[1].decode().removeprefix("WARC-Type: ") for one in records]


def test_an_empty_archive_has_nothing(kept: Kept) -> None:
    archive = kept.archive()
    assert list(archive.recover()) == []
    assert list(archive.verify([])) == []
    assert archive.room().files == 0


# -- damage -----------------------------------------------------------------------------------------------------------


def test_every_flipped_byte_is_found(kept: Kept, exchange: "Make") -> None:
    (capture,) = kept.written([exchange(body=b"short")])
    whole = kept.read(capture.warc)
    end = whole.index(b"\x1f\x8b\x08", capture.offset + 1)
    harmless = set(range(capture.offset + 4, capture.offset + 10))  # gzip's own time stamp and system fields
    for at in range(capture.offset, end, 9 if kept.buckets else 1):
        kept.spoil(capture.warc, whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        assert len(list(kept.archive().verify([capture]))) == 1 or at in harmless, at


def test_a_lost_or_shortened_file_is_found(kept: Kept, exchange: "Make") -> None:
    first, capture = kept.written([exchange(0), exchange(1)])
    kept.spoil(capture.warc, kept.read(capture.warc)[: capture.offset + 20])
    (finding,) = kept.archive().verify([first, capture])
    assert "ends within the record" in finding.message
    assert list(kept.archive().glance([first, capture])) == []
    kept.spoil(capture.warc, kept.read(capture.warc)[: capture.offset])
    (finding,) = kept.archive().glance([first, capture])
    assert (finding.url, finding.message) == (capture.url, "the file ends before it")
    with pytest.raises(DamagedArchive, match="ends within the record"):
        kept.archive().body(capture)
    kept.lose(capture.warc)
    found = list(kept.archive().verify([first, capture]))
    assert [one.url for one in found] == [first.url, capture.url]
    assert (found[1].warc, found[1].offset) == (capture.warc, capture.offset)
    assert "cannot be read: No such file" in found[1].message
    (finding,) = kept.archive().glance([first, capture])
    assert finding.message == "the WARC file cannot be read (No such file or directory); 2 captures are in it"
    with pytest.raises(DamagedArchive, match="cannot be read: No such file"):
        kept.archive().body(capture)


def test_a_capture_at_the_wrong_place_is_found(kept: Kept, exchange: "Make") -> None:
    first, second = kept.written([exchange(0), exchange(1)])
    (finding,) = kept.archive().verify([msgspec.structs.replace(first, offset=second.offset)])
    assert "another capture" in finding.message
    (finding,) = kept.archive().verify([msgspec.structs.replace(first, offset=0)])
    assert "another kind of record" in finding.message
    (finding,) = kept.archive().glance([first, msgspec.structs.replace(second, offset=second.offset + 5)])
    assert (finding.url, finding.message) == (second.url, "no record begins there")


def test_damage_to_a_record_that_is_no_page_is_found(kept: Kept, exchange: "Make") -> None:
    captures = kept.written(exchange(n) for n in range(3))
    whole = kept.read(captures[0].warc)
    request = whole.index(b"\x1f\x8b\x08", captures[1].offset + 1)
    kept.spoil(captures[0].warc, whole[: request + 40] + bytes([whole[request + 40] ^ 0x10]) + whole[request + 41 :])
    (finding,) = kept.archive().verify(captures)
    assert (finding.url, finding.warc, finding.offset) == ("", captures[0].warc, request)


def test_damage_to_the_page_is_told_of_all_that_share_it(kept: Kept, exchange: "Make") -> None:
    (first,) = kept.written([exchange(0)])
    (second,) = kept.written([exchange(1, exchange(0).body)], full=100, seen=lambda _: first)
    assert second.warc != first.warc
    whole = kept.read(first.warc)
    kept.spoil(first.warc, whole[: first.offset + 300] + b"????" + whole[first.offset + 304 :])
    found = {one.url: one.message for one in kept.archive().verify((first, second))}
    assert found.keys() == {first.url, second.url}
    assert "an earlier capture" in found[second.url]
    with pytest.raises(DamagedArchive, match="an earlier capture"):
        kept.archive().body(second)


# -- what a stopped writer left ---------------------------------------------------------------------------------------


def test_what_the_ledger_lacks_is_given(kept: Kept, exchange: "Make") -> None:
    captures = kept.written(exchange(n) for n in range(3))
    anew = kept.elsewhere()
    assert list(anew().archive().recover()) == captures
    assert list(anew().archive().recover({captures[0].warc: captures[1].offset}.get)) == captures[1:]
    end = len(kept.read(captures[0].warc))
    assert list(anew().archive().recover({captures[0].warc: end}.get)) == []
    with pytest.raises(DamagedArchive, match="ledger knows"):
        list(anew().archive().recover({captures[0].warc: end + 1}.get))


def test_a_write_broken_off_at_any_byte_gives_the_whole_pages_before_it(
    kept: Kept, exchange: "Make", tmp_path: Path
) -> None:
    captures = kept.written([exchange(0), exchange(1, exchange(0).body), exchange(2)])
    whole = kept.read(captures[0].warc)
    ends = [whole.index(b"\x1f\x8b\x08", capture.offset + 1) for capture in captures]
    for cut in range(0, len(whole), 61 if kept.buckets else 7):
        broken = replace(kept, place=msgspec.structs.replace(kept.place, folder=tmp_path / f"cut at {cut}"))
        broken.place.folder.mkdir()
        (broken.place.folder / captures[0].warc).write_bytes(whole[:cut])
        if kept.buckets:
            for name in kept.names():
                kept.lose(name)
            (broken.place.folder / "lock").write_text(f"{captures[0].warc} 0\n")
        found = list(broken.archive().recover())
        assert found == [capture for capture, end in zip(captures, ends, strict=True) if end <= cut], cut
        assert list(broken.archive().verify(found)) == []
        later = broken.written([exchange(3)])
        assert list(broken.archive().verify([*found, *later])) == []


def test_damage_that_is_no_torn_tail_is_left_alone(kept: Kept, exchange: "Make", tmp_path: Path) -> None:
    captures = kept.written(exchange(n) for n in range(3))
    whole = kept.read(captures[0].warc)
    at = captures[1].offset + 60
    damaged = whole[:at] + b"????" + whole[at + 4 :]
    broken = replace(kept, place=msgspec.structs.replace(kept.place, folder=tmp_path / "broken"))
    broken.place.folder.mkdir()
    file = broken.place.folder / captures[0].warc
    file.write_bytes(damaged)
    (broken.place.folder / "lock").write_text(f"{file.name} 0\n")
    for _ in range(2):
        with pytest.raises(DamagedArchive, match="no broken-off write"):
            list(broken.archive().recover())
    assert file.read_bytes() == damaged


def test_who_is_stopped_between_archive_and_ledger_has_all_filed_by_the_next(kept: Kept, exchange: "Make") -> None:
    told: list[Capture] = []

    def stops(_captures: Sequence[Capture]) -> None:
        raise KeyboardInterrupt

    def stopped() -> None:
        with kept.archive() as archive:
            archive.write(exchange(0), told.extend)
            archive.write(exchange(1), stops)

    with pytest.raises(KeyboardInterrupt):
        stopped()
    found = list(kept.archive().recover())
    assert [one.url for one in found] == [exchange(0).url, exchange(1).url]
    assert told == found[:1]
    assert len(kept.names()) == 1


def test_a_reader_writes_nothing(kept: Kept, exchange: "Make") -> None:
    (capture,) = kept.written([exchange()])
    before = sorted(kept.place.folder.iterdir())
    with Archive(kept.place, read_only=True) as reader:
        assert reader.body(capture) == exchange().body
        assert list(reader.verify([capture])) == []
    assert sorted(kept.place.folder.iterdir()) == before


def test_a_place_can_be_sent_to_others(kept: Kept, exchange: "Make") -> None:
    captures = kept.written([exchange(0)])
    sent = msgspec.msgpack.encode(kept.place, enc_hook=str)
    received = msgspec.msgpack.decode(sent, type=type(kept.place), dec_hook=lambda kind, value: kind(value))
    assert received == kept.place
    assert Archive(received, read_only=True).body(captures[0]) == exchange(0).body
