"""Where a desk's archive stands, by its settings."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportedly.archive import Archive, Place, place_of
from reportedly.errors import BadSetting
from reportedly.settings import Space, desk_in

if TYPE_CHECKING:
    from tests.archive.conftest import Make


def told(folder: Path, *lines: str) -> Place:
    (folder / "desk.toml").write_text("\n".join(["[archive]", *lines]), encoding="utf-8")
    return place_of(desk_in(folder))


def test_a_desk_has_its_archive_in_its_folder_or_where_it_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == Place(tmp_path / "archive")
    assert told(tmp_path, 'place = "kept/pages"').folder == tmp_path / "kept" / "pages"
    assert told(tmp_path, 'place = "/mnt/newsroom"').folder == Path("/mnt/newsroom")


def test_a_bucket_has_all_that_is_told_of_it(tmp_path: Path) -> None:
    place = told(
        tmp_path,
        'place = "s3://newsroom/desk/"',
        'endpoint = "https://s3.example.org"',
        'region = "eu-central-1"',
        'credentials_file = "keys"',
        'writer = "quay-2"',
        "segment_bytes = 5000",
        "segment_seconds = 2.5",
    )
    assert (place.bucket, place.folder) == ("s3://newsroom/desk", tmp_path / "archive" / "spool")
    assert (place.endpoint, place.region, place.writer) == ("https://s3.example.org", "eu-central-1", "quay-2")
    assert (place.credentials, place.segment_bytes, place.segment_seconds) == (tmp_path / "keys", 5000, 2.5)
    assert str(place) == "s3://newsroom/desk"
    assert desk_in(tmp_path).space() == Space(None, "s3://newsroom/desk/")
    place.folder.mkdir(parents=True)
    for n, words in enumerate([b"rain", b"snow and hail"], 1):
        (place.folder / f"reportedly-quay-2-0000{n}.warc.gz").write_bytes(words)
        os.utime(place.folder / f"reportedly-quay-2-0000{n}.warc.gz", (1000 * n, 1000 * n))
    since = datetime(1970, 1, 1, 0, 16, 40, tzinfo=UTC)
    assert desk_in(tmp_path).space() == Space(None, "s3://newsroom/desk/", 2, 17, since)


@pytest.mark.parametrize(
    "line",
    [
        'place = "https://s3.example.org/newsroom"',
        'place = "s3://"',
        'place = ""',
        'writer = "Quay 2"',
        'endpoint = "s3.example.org"',
        'endpoint = "https://key:secret@s3.example.org"',
    ],
)
def test_what_is_no_place_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadSetting, match=r"archive\.\w+") as why:
        told(tmp_path, line)
    assert "secret" not in str(why.value)


def test_the_environment_names_a_machine_that_shares_its_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTEDLY_WRITER", "quay-3")
    assert told(tmp_path, 'writer = "quay"').writer == "quay-3"
    monkeypatch.setenv("REPORTEDLY_WRITER", "../quay")
    with pytest.raises(BadSetting, match=r"REPORTEDLY_WRITER is '../quay': a writer's name is"):
        told(tmp_path)


def test_writers_of_one_folder_have_files_of_their_own(tmp_path: Path, exchange: "Make") -> None:
    names = ("", "quay", "quay-00001")
    archives = [Archive(Place(tmp_path, writer=name)) for name in names]
    captures = [archive.write(exchange(10 * n + m)) for m in range(2) for n, archive in enumerate(archives)]
    files = ["reportedly-00001.warc.gz", "reportedly-quay-00001.warc.gz", "reportedly-quay-00001-00001.warc.gz"]
    assert [one.warc for one in captures] == files * 2
    by_file = sorted(captures, key=lambda one: (one.warc, one.offset))
    assert list(archives[0].verify(by_file)) == []
    assert archives[0].room().files == 3
    assert [archives[0].body(one) for one in captures] == [archives[1].body(one) for one in captures]
    for n, archive in enumerate(archives):
        assert list(archive.recover()) == captures[n::3]


def test_nobody_mends_the_file_of_another_writer(tmp_path: Path, exchange: "Make") -> None:
    """What looks torn may be a write that another machine is just making."""
    plain, quay = Archive(tmp_path), Archive(Place(tmp_path, writer="quay"))
    first, second = plain.write(exchange(0)), quay.write(exchange(1))
    with (tmp_path / second.warc).open("ab") as file:
        file.write(b"\x1f\x8b\x08 half a record")
    size = (tmp_path / second.warc).stat().st_size
    assert list(plain.recover()) == [first]
    plain.write(exchange(2))
    assert (tmp_path / second.warc).stat().st_size == size
    assert list(quay.recover()) == [second]
    assert (tmp_path / second.warc).stat().st_size < size
