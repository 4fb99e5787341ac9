"""A whole desk with its archive in a bucket: the same ledger as with a folder, but for the names of files."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks import content
from reportedly import pipeline
from reportedly.bundle import packed
from reportedly.cli.opening import session_on
from reportedly.ledger import open_ledger
from reportedly.sample import DAYS, play
from reportedly.settings import desk_in
from reportedly.upkeep.checking import check
from tests.buckets import Buckets


def lived(folder: Path, settings: str = "") -> Path:
    """A sample desk after its first days."""

    def run(_day: date) -> None:
        with (folder / "desk.toml").open("a", encoding="utf-8") as file:
            file.write(settings)
        with session_on(folder, processes=1) as session:
            pipeline.everything(session)

    play(folder, DAYS[:2], run)
    return folder


@pytest.mark.slow
def test_a_desk_with_a_bucket_files_what_one_with_a_folder_does(tmp_path: Path, buckets: Buckets) -> None:
    bucket = buckets.made()
    settings = f"""
[archive]
place = "{bucket}"
endpoint = "{buckets.endpoint}"
segment_seconds = 0.1
writer = "quay"
"""
    one, other = lived(tmp_path / "folder"), lived(tmp_path / "bucket", settings)
    assert content.differences(one, other) == []
    assert content.unlike_rows(one, other) == []
    assert _captures(one) == _captures(other)
    files = {name for _, name in _places(other)}
    assert len(files) > 2
    assert all(name.startswith("reportedly-quay-") for name in files)
    with session_on(other) as session:
        assert list(check(session, deep=True)) == []
        assert pipeline.verify(session)[1] == []
        assert session.archive.room().files == len(files)
        story = next(iter(session.ledger.articles.lines(limit=1)))
        revision = session.ledger.articles.revisions(story.url)[0]
        assert packed(session.desk, session.ledger, revision.id)
    assert [path.name for path in (other / "archive" / "spool").glob("reportedly-*")] == []


def _captures(folder: Path) -> list[tuple[Any, ...]]:
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        return sorted((one.url, one.status, one.sha256, one.length) for one in ledger.captures.all())


def _places(folder: Path) -> list[tuple[str, str]]:
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        return [(one.id, one.warc) for one in ledger.captures.all()]
