"""An archive in a bucket: files that are put once, captures told of when they are there, and what goes wrong."""

import gzip
import io
import multiprocessing
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from fastwarc import ArchiveIterator as FastIterator
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio import ArchiveIterator

from reportedly.archive import Archive, Place
from reportedly.archive.bucket import Bucket
from reportedly.archive.spooling import Spool
from reportedly.errors import ArchiveUnreachable, BadSetting
from reportedly.records import Capture, Exchange
from tests.archive.kept import Kept
from tests.buckets import KEY, SECRET, Buckets, forgetful

if TYPE_CHECKING:
    from tests.archive.conftest import Make


@pytest.fixture
def harbour(buckets: Buckets, tmp_path: Path) -> Kept:
    return Kept(buckets.place(tmp_path / "spool", buckets.made(), writer="quay"), buckets)


def spooled(place: Place) -> list[str]:
    return sorted(path.name for path in place.folder.glob("reportedly-*"))


def test_a_capture_is_told_of_when_its_file_is_in_the_bucket(harbour: Kept, exchange: "Make") -> None:
    archive, told = harbour.archive(), list[Capture]()
    for n in range(3):
        archive.write(exchange(n), told.extend)
    assert (told, harbour.names(), spooled(harbour.place)) == ([], [], ["reportedly-quay-00001.warc.gz"])
    archive.settle()
    assert [capture.url[-1] for capture in told] == ["0", "1", "2"]
    assert (harbour.names(), spooled(harbour.place)) == (["reportedly-quay-00001.warc.gz"], [])
    assert [archive.body(capture) for capture in told] == [exchange(n).body for n in range(3)]
    archive.write(exchange(3), told.extend)
    archive.settle()
    assert told[3].warc == "reportedly-quay-00002.warc.gz"
    assert list(harbour.archive().verify(told)) == []


def test_other_readers_read_the_files(harbour: Kept, exchange: "Make") -> None:
    hop = exchange(5, b"", status=301, reason="Moved", response_headers=(("Location", "/story/1"),))
    harbour.written([exchange(0), exchange(1, exchange(0).body, hops=(hop,))])
    data = harbour.read("reportedly-quay-00001.warc.gz")
    kinds = ["warcinfo", "response", "request", "revisit", "request", "response", "request"]
    records = [(one.rec_type, one) for one in ArchiveIterator(io.BytesIO(data), check_digests="raise")]
    assert [kind for kind, _ in records] == kinds
    fast = FastIterator(io.BytesIO(data), parse_http=False)
    assert [(one.headers["WARC-Type"], one.verify_block_digest()) for one in fast] == [(kind, True) for kind in kinds]


@pytest.mark.parametrize("changes", [{"segment_bytes": 1500}, {"segment_seconds": 0.0}])
def test_a_file_that_is_full_or_old_is_put_before_the_next_is_begun(
    buckets: Buckets, tmp_path: Path, exchange: "Make", changes: dict[str, float]
) -> None:
    kept = Kept(buckets.place(tmp_path / "spool", buckets.made(), writer="quay", **changes), buckets)
    told: list[Capture] = []
    archive = kept.archive()
    for n in range(5):
        archive.write(exchange(n), told.extend)
    assert len(kept.names()) >= 2
    assert len(told) >= 4
    archive.settle()
    assert list(kept.archive().verify(told)) == []


def test_what_waits_is_known_by_its_id_and_its_bytes(harbour: Kept, exchange: "Make") -> None:
    archive = harbour.archive()
    first = archive.write(exchange(0))
    assert archive.waiting(first.id) == archive.waiting(first.sha256) == first
    archive.settle()
    assert archive.waiting(first.id) is None


# -- names ------------------------------------------------------------------------------------------------------------


def test_a_name_that_another_took_is_left_to_it(harbour: Kept, exchange: "Make") -> None:
    """Two machines with one writer's name: no file is written over, and what is told of stands where it is said."""
    other = Kept(msgspec.structs.replace(harbour.place, folder=harbour.place.folder / "other"), harbour.buckets)
    one, two = harbour.archive(), other.archive()
    told: list[Capture] = []
    for n in range(2):
        one.write(exchange(n), told.extend)
        two.write(exchange(10 + n, b"<p>The same words.</p>"), told.extend)
    one.settle()
    before = harbour.read("reportedly-quay-00001.warc.gz")
    two.settle()
    assert harbour.read("reportedly-quay-00001.warc.gz") == before
    assert harbour.names() == ["reportedly-quay-00001.warc.gz", "reportedly-quay-00002.warc.gz"]
    assert [capture.warc for capture in told] == [name for name in harbour.names() for _ in range(2)]
    assert list(harbour.archive().verify(told)) == []
    moved = harbour.read("reportedly-quay-00002.warc.gz")
    records = list(FastIterator(io.BytesIO(moved), parse_http=False))
    assert [one.headers["WARC-Type"] for one in records] == ["warcinfo", "response", "request", "revisit", "request"]
    assert b"reportedly-quay-00001" not in gzip.decompress(moved)
    assert spooled(other.place) == []
    assert other.written([exchange(9)])[0].warc == "reportedly-quay-00003.warc.gz"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4), st.booleans()), max_size=14))
def test_machines_that_take_turns_as_they_like_lose_nothing(
    s3_server: Buckets, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int, bool]]
) -> None:
    """Two machines of one name and one of another: each page told of is there, in a file that says its own name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", KEY)
        patch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        folder, bucket = tmp_path_factory.mktemp("machines"), s3_server.made()
        places = [s3_server.place(folder / str(n), bucket, writer=name) for n, name in enumerate(["a", "a", "b"])]
        machines = [Archive(place) for place in places]
        told: list[Capture] = []
        for number, (machine, words, ends) in enumerate(steps):
            at = datetime(2024, 6, 3, tzinfo=UTC)
            page = Exchange(f"http://h.example/{number}", at, 200, "", (), (), b"words " * words)
            machines[machine].write(page, told.extend)
            if ends:
                machines[machine].settle()
        for one in machines:
            one.settle()
        assert len(told) == len(steps)
        assert list(Archive(places[0]).verify(sorted(told, key=lambda one: (one.warc, one.offset)))) == []
        for name in Bucket(places[0]).sizes():
            assert re.findall(rb"WARC-Filename: (.*)\r\n", gzip.decompress(s3_server.read(bucket, name))) == [
                name.encode()
            ]


def test_a_machine_without_a_name_gives_itself_one(buckets: Buckets, tmp_path: Path, exchange: "Make") -> None:
    kept = Kept(buckets.place(tmp_path / "spool", buckets.made()), buckets)
    first, second = kept.written([exchange(0)]), kept.written([exchange(1)])
    name = (tmp_path / "spool" / "writer").read_text().strip()
    assert [one.warc for one in first + second] == [f"reportedly-{name}-0000{n}.warc.gz" for n in (1, 2)]
    other = Kept(msgspec.structs.replace(kept.place, folder=tmp_path / "other"), buckets)
    assert other.written([exchange(2)])[0].warc.endswith("-00001.warc.gz")
    assert len(kept.names()) == 3


# -- what a stop leaves -----------------------------------------------------------------------------------------------


def test_what_never_left_this_machine_is_put_and_given_by_the_next_run(harbour: Kept, exchange: "Make") -> None:
    stopped = harbour.archive()
    for n in range(3):
        stopped.write(exchange(n))
    assert list(harbour.archive().recover()) == []  # somebody is at work on it
    _let_go(stopped)
    with (harbour.place.folder / "reportedly-quay-00001.warc.gz").open("ab") as file:
        file.write(gzip.compress(b"WARC/1.1\r\n")[:-3])
    found = list(harbour.archive().recover())
    assert [one.url[-1] for one in found] == ["0", "1", "2"]
    assert spooled(harbour.place) == []
    assert list(harbour.archive().verify(found)) == []
    assert list(harbour.archive().recover()) == []


def test_what_is_in_the_bucket_and_not_filed_is_given_by_the_next_run(harbour: Kept, exchange: "Make") -> None:
    def fails(_captures: Sequence[Capture]) -> None:
        raise ArithmeticError("the ledger is away")

    archive, filed = harbour.archive(), list[Capture]()
    archive.write(exchange(0), filed.extend)
    archive.write(exchange(1), fails)
    archive.write(exchange(2), filed.extend)
    with pytest.raises(ArithmeticError):
        archive.settle()
    assert ([one.url[-1] for one in filed], harbour.names()) == (["0"], ["reportedly-quay-00001.warc.gz"])
    found = harbour.archive().recover({filed[0].warc: filed[0].offset}.get)
    assert [next(found).url[-1], next(found).url[-1]] == ["0", "1"]
    found.close()  # it is stopped once more before that was filed
    assert [one.url[-1] for one in harbour.archive().recover({filed[0].warc: filed[0].offset}.get)] == ["0", "1", "2"]
    assert list(harbour.archive().recover()) == []


def test_a_machine_that_lost_its_folder_finds_what_it_had_put(harbour: Kept, exchange: "Make") -> None:
    captures = harbour.written([exchange(0), exchange(1)]) + harbour.written([exchange(2)])
    new = Kept(msgspec.structs.replace(harbour.place, folder=harbour.place.folder / "new"), harbour.buckets)
    assert list(new.archive().recover({captures[0].warc: captures[1].offset}.get)) == captures[1:]
    assert list(new.archive().recover()) == []
    assert new.written([exchange(3)])[0].warc == "reportedly-quay-00003.warc.gz"


def test_a_bucket_that_does_not_answer_loses_nothing(harbour: Kept, exchange: "Make") -> None:
    away = Kept(msgspec.structs.replace(harbour.place, endpoint="http://127.0.0.1:1"), harbour.buckets)
    archive, told = away.archive(), list[Capture]()
    archive.write(exchange(0), told.extend)
    archive.write(exchange(1), told.extend)
    with pytest.raises(
        ArchiveUnreachable, match=r"does not answer \(error sending request.*\)\. Nothing is lost"
    ) as why:
        archive.settle()
    assert "quay-00001" in spooled(harbour.place)[0]
    assert not any(secret in str(why.value) for secret in (KEY, SECRET))
    assert told == []
    found = list(harbour.archive().recover())
    assert [one.url[-1] for one in found] == ["0", "1"]
    with pytest.raises(ArchiveUnreachable):
        away.archive().body(found[0])
    with pytest.raises(ArchiveUnreachable):
        list(away.archive().verify(found))


def _let_go(archive: Archive) -> None:
    """What the end of a process does: nobody holds its file any more."""
    assert isinstance(archive._writer, Spool)
    assert archive._writer._segment
    archive._writer._segment.leave()


def _write_some(place: Place, exchanges: list[Exchange]) -> None:
    with Archive(place) as archive:
        for one in exchanges:
            archive.write(one)


def test_two_processes_of_one_machine_make_files_of_their_own(
    buckets: Buckets, tmp_path: Path, exchange: "Make"
) -> None:
    place = buckets.place(tmp_path / "spool", buckets.made(), writer="quay", segment_bytes=6_000)
    spawn = multiprocessing.get_context("spawn")
    given = [[exchange(n * 100 + i) for i in range(20)] for n in range(2)]
    writers = [spawn.Process(target=_write_some, args=(place, some)) for some in given]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    other = Kept(msgspec.structs.replace(place, folder=tmp_path / "new"), buckets)
    captures = list(other.archive().recover())
    assert len({capture.url for capture in captures}) == len(captures) == 40
    assert list(other.archive().verify(captures)) == []


# -- settings ---------------------------------------------------------------------------------------------------------


def test_a_bucket_that_is_not_there_or_refuses_is_told_in_words(harbour: Kept, exchange: "Make") -> None:
    nowhere = Kept(msgspec.structs.replace(harbour.place, bucket="s3://no-such-harbour/desk"), harbour.buckets)
    with pytest.raises(ArchiveUnreachable, match=r"s3://no-such-harbour/desk is not there: make it, or correct"):
        nowhere.written([exchange()])
    (capture,) = harbour.written([exchange()])
    for look in (Archive.room, lambda archive: list(archive.glance([capture])), lambda archive: archive.body(capture)):
        with pytest.raises(ArchiveUnreachable, match="is not there"):
            look(nowhere.archive())


def test_a_server_that_writes_over_files_is_refused(harbour: Kept, exchange: "Make") -> None:
    """A proxy before it that drops the condition, as servers do that never knew it."""
    with forgetful(harbour.place.endpoint) as endpoint:
        unsafe = Kept(msgspec.structs.replace(harbour.place, endpoint=endpoint), harbour.buckets)
        with pytest.raises(BadSetting, match=r"writes over files that are there.*evidence is not safe in it"):
            unsafe.written([exchange()])
    assert spooled(harbour.place) == ["reportedly-quay-00001.warc.gz"]
    assert [one.url for one in harbour.archive().recover()] == [exchange().url]


def test_keys_come_from_the_environment_or_from_a_file(
    harbour: Kept, exchange: "Make", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(BadSetting, match=r"set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a file"):
        harbour.written([exchange()])
    file = tmp_path / "keys"
    named = Kept(msgspec.structs.replace(harbour.place, credentials=file), harbour.buckets)
    with pytest.raises(BadSetting, match=r"keys cannot be read: No such file"):
        list(named.archive().recover())
    file.write_text(f"[default]\naws_access_key_id = {KEY}\n")
    with pytest.raises(BadSetting, match=r"has no \[default\] with aws_access_key_id and aws_secret_access_key") as why:
        list(named.archive().recover())
    assert KEY not in str(why.value)
    file.write_text(f"[default]\naws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\n")
    assert [one.url[-1] for one in named.archive().recover()] == ["0"]
    assert SECRET not in repr(named.place)
