"""Every example that the documents and the package's docstrings show is run, on a desk made as the page says."""

import doctest
import re
from pathlib import Path

import pytest

import reportedly
from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.pipeline import Session
from reportedly.settings import init_desk

PAGE = Path(__file__).parent.parent.parent / "docs" / "api.md"


@pytest.fixture
def my_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk that docs/api.md makes of its file ``articles.jsonl``, in the folder the examples run in."""
    monkeypatch.chdir(tmp_path)
    lines = re.search(r"^```jsonl\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert lines
    Path("articles.jsonl").write_text(lines.group(1), "utf-8")
    desk = init_desk(Path("my-desk"))
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        run = Session(desk, ledger, archive)
        pipeline.import_file(run, Path("articles.jsonl"))
        pipeline.read(run)
        pipeline.relate(run)
    return desk.folder


@pytest.mark.usefixtures("my_desk")
def test_the_examples_of_the_page_are_true() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert tried > 10
    assert not failed


def test_the_examples_of_the_docstrings_are_true() -> None:
    failed, tried = doctest.testmod(reportedly)
    assert tried
    assert not failed
