"""Lists as files on the command line."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import feedparser
import pytest

from tests.commands import reportedly


def test_a_list_is_written_to_a_file_or_to_stdout(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    answer = reportedly("export", "articles", "--format", "jsonl", "-o", file, "--desk", filled)
    assert (answer.code, answer.out) == (0, "")
    assert all(json.loads(line)["article"] for line in file.read_text().splitlines())


def test_a_workbook_is_not_written_to_a_terminal(filled: Path) -> None:
    screen, terminal = os.openpty()
    words = ("export", "statements", "--format", "xlsx", "--desk", str(filled))
    command = [sys.executable, "-c", "from reportedly import cli; cli.main()", *words]
    done = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
    os.close(terminal)
    os.close(screen)
    assert (done.returncode, done.stderr) == (
        2,
        "reportedly: xlsx is no text that a terminal could show: name a file, as in -o statements.xlsx\n",
    )


def test_an_event_table_says_its_edition(filled: Path, tmp_path: Path) -> None:
    answer = reportedly("export", "plover", "-o", tmp_path / "plover.csv", "--desk", filled)
    assert answer.code == 0
    assert "this is edition" in answer.err
    rows = [*csv.DictReader(io.StringIO((tmp_path / "plover.csv").read_text(), newline=""))]
    edition = max((int(row["edition"]) for row in rows), default=0)
    reportedly("export", "plover", "--after", str(edition), "-o", tmp_path / "next.csv", "--desk", filled)
    assert len((tmp_path / "next.csv").read_text().splitlines()) == 1


def test_a_feed_leads_to_where_the_desk_is(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    asked = ("--format", "atom", "--address", "https://desk.example/", "-o", file, "--desk", filled)
    assert reportedly("export", "articles", *asked).code == 0
    assert all(one.link.startswith("https://desk.example/articles/") for one in feedparser.parse(str(file)).entries)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("people",), "there is no list"),
        (("articles", "--format", "doc"), "does not come as 'doc'"),
        (("stories", "--outlet", "herald"), "cannot be narrowed down by outlet"),
    ],
)
def test_what_there_is_not_is_said(filled: Path, words: tuple[str, ...], said: str) -> None:
    answer = reportedly("export", *words, "--desk", filled)
    assert answer.code == 2
    assert said in answer.err
