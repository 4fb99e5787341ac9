import gzip
import io
import tarfile
import zipfile
from collections import deque
from functools import partial
from pathlib import Path

import pytest
import zstandard

from reportedly.errors import BadInput, TooLarge
from reportedly.extract.intake.packed import lines, opened

TEXT = b"Rain fell on Orn.\n" * 50


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress], ids=["plain", "gzip", "zstd"])
def test_a_file_is_unpacked_by_what_it_is_whatever_its_name(tmp_path: Path, pack: type[bytes]) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(pack(TEXT))
    with opened(file) as stream:
        assert stream.read() == TEXT


def archive(kind: str) -> bytes:
    held = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(held, "w") as whole:
            whole.writestr("a.csv", "text\nRain")
    else:
        with tarfile.open(fileobj=held, mode="w") as tar:
            tar.addfile(tarfile.TarInfo("a.csv"))
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (archive("zip"), "ZIP"),
        (archive("tar"), "tar"),
        (gzip.compress(archive("tar")), "tar"),
        (zstandard.compress(archive("zip")), "ZIP"),
        (gzip.compress(gzip.compress(TEXT)), "packed twice"),
        (b"BZh91AY&SY", "bzip2"),
    ],
)
def test_archives_and_what_is_packed_twice_are_refused(tmp_path: Path, data: bytes, says: str) -> None:
    file = tmp_path / "news.csv.gz"
    file.write_bytes(data)
    with pytest.raises(BadInput, match=says):
        opened(file)


def test_a_bomb_is_cut_off(tmp_path: Path) -> None:
    for name, data in (("a.gz", gzip.compress(bytes(80_000_000))), ("a.zst", zstandard.compress(bytes(80_000_000)))):
        file = tmp_path / name
        file.write_bytes(data)
        with opened(file) as stream, pytest.raises(TooLarge, match="times its size"):
            deque(iter(partial(stream.read, 1_000_000), b""), maxlen=0)


@pytest.mark.parametrize(
    "data", [gzip.compress(TEXT)[:-9], b"\x1f\x8bnothing at all", zstandard.compress(TEXT)[:-4] + b"xxxxx"]
)
def test_damaged_data_is_said_to_be_damaged(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "news.gz"
    file.write_bytes(data)
    with pytest.raises(BadInput, match="damaged"):
        opened(file).read()


def test_an_endless_line_is_never_held() -> None:
    stream = io.BytesIO(b"one\n" + b"x" * 5_000_000 + b"\nthree\n" + b"y" * 99)
    found = list(lines(stream, 20))
    assert found == [b"one\n", b"x" * 21, b"three\n", b"y" * 21]
