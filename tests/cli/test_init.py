"""A desk whose archive stands in a bucket is told at once whether it can."""

import sys
from pathlib import Path
from subprocess import run

import pytest

from tests.buckets import KEY, SECRET, Buckets
from tests.commands import reportedly


def desk(folder: Path, bucket: str, endpoint: str) -> Path:
    folder.mkdir()
    told = f'[archive]\nplace = "{bucket}"\nendpoint = "{endpoint}"\n'
    (folder / "desk.toml").write_text(told, encoding="utf-8")
    return folder


def test_a_bucket_is_tried(tmp_path: Path, buckets: Buckets) -> None:
    bucket = buckets.made()
    answer = reportedly("init", desk(tmp_path / "desk", bucket, buckets.endpoint))
    assert answer.code == 0
    assert f"its archive stands in {bucket}; files can be put there and are not written over\n" in answer.out
    assert buckets.read(bucket, "reportedly-once.txt") == b"put once\n"


def test_one_that_cannot_be_reached_is_told_in_words(tmp_path: Path, buckets: Buckets) -> None:
    answer = reportedly("init", desk(tmp_path / "desk", buckets.made(), "http://127.0.0.1:1"))
    assert (answer.code, answer.err.count("\n")) == (4, 1)
    assert "does not answer (error sending request" in answer.err
    assert KEY not in answer.err
    assert SECRET not in answer.err


@pytest.mark.process("what is not installed is hidden from a program of its own")
def test_without_the_extra_words_say_what_to_install_and_nothing_else_needs_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['obstore'] = None\n"
        "from pathlib import Path\n"
        "from reportedly.archive import Archive, Place\n"
        "Archive(Path(sys.argv[1])).settle()\n"
        "try: Archive(Place(Path(sys.argv[1]), 's3://harbour/desk')).check()\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    said = run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True).stdout
    assert said == "BadSetting s3://harbour/desk is a bucket: it needs `pip install 'reportedly[s3]'`\n"
