"""Tables as programs write them: marks between cells, quotes, line ends, and what stands above the names."""

import csv
import io
import time
from pathlib import Path

import pytest

from tests.extract.intake.taking import PROSE, put, taken

HEAD = ("link", "source", "title", "body")
ONE = ("https://lock.example/1", "Lock", 'The "upper" lock, shut', "One barge; two tugs | three boats.\nAll wait.")
TWO = ("https://lock.example/2", "Lock", "Locks", "Five, six.")


def written(delimiter: str = ",", end: str = "\r\n", *, escape: bool = False) -> str:
    held = io.StringIO()
    how = {"doublequote": False, "escapechar": "\\"} if escape else {}
    csv.writer(held, delimiter=delimiter, lineterminator=end, **how).writerows((HEAD, ONE, TWO))  # type: ignore[arg-type]
    return held.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        written(),
        *(written(delimiter) for delimiter in ";\t|"),
        *(written(delimiter, escape=True) for delimiter in ",;\t"),
        written(end="\n"),
        written(end="\n").replace("\n", "\r"),
        "sep=;\r\n" + written(";"),
        '"sep=\t"\r\n' + written("\t"),
        "\r\n\r\n" + written(),
        "# exported on 10 March, 2026; by hand\n" + written(),
        "Search results for locks, barges\nTwo rows\n\n" + written(),
        written(";").encode("utf-8-sig"),
        ("\ufeffsep=;\r\n" + written(";")).encode("utf-16"),
        written("\t").encode("utf-16-le"),
        written().encode("utf-32"),
        written(",").replace(',"', ', "'),
        written().rstrip() + ",,,\r\n",
    ],
)
def test_the_same_rows_come_out_of_every_way_of_writing(tmp_path: Path, data: str | bytes) -> None:
    file = put(tmp_path / "a.csv", "")
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    articles, outcomes = taken(file)
    found = [(one.url, one.outlet, one.headline, one.text) for one in articles]
    assert found == [ONE, TWO]
    assert outcomes == []


def test_a_backslash_that_escapes_nothing_stays(tmp_path: Path) -> None:
    ((article,), _) = taken(put(tmp_path / "a.csv", 'title,text\nDisk,"The ""C:\\new"" disk, she said, is full."\n'))
    assert article.text == 'The "C:\\new" disk, she said, is full.'


def test_a_table_without_names_says_so_and_columns_go_by_number(tmp_path: Path) -> None:
    file = put(
        tmp_path / "a.csv", "https://lock.example/1,2026-03-09,Barges wait.\nhttps://lock.example/2,,Two wait.\n"
    )
    articles, (outcome,) = taken(file)
    assert (articles, "no names of columns" in outcome.message) == ([], True)
    articles, outcomes = taken(file, "url=1", "text=3", "published=2")
    assert [(one.url[-1], one.text) for one in articles] == [("1", "Barges wait."), ("2", "Two wait.")]
    assert outcomes == []


def test_of_two_columns_with_one_name_the_first_has_it(tmp_path: Path) -> None:
    ((article,), _) = taken(put(tmp_path / "a.csv", "title,text,title\nLocks,Barges wait.,\n"))
    assert article.headline == "Locks"


def test_a_table_is_known_by_its_names_whatever_its_file_is_called(tmp_path: Path) -> None:
    articles, _ = taken(put(tmp_path / "export.txt", written("\t")))
    assert len(articles) == 2


def test_prose_is_no_table(tmp_path: Path) -> None:
    _, (outcome,) = taken(put(tmp_path / "note.txt", "Title, text and date\nare what we want, she said.\n"))
    assert "tell what" in outcome.message


@pytest.mark.parametrize("part", ['"', '\\"', '","', '\\",', "a;b,c|d\t", "sep=;\n", "\r", "#\n", '""', ', "'])
def test_no_head_takes_longer_than_its_length(tmp_path: Path, part: str) -> None:
    many = 3_000 if "\n" in part else 60_000  # each row takes its time
    began = time.monotonic()
    taken(put(tmp_path / "a.csv", f"text,url\n{part * many}"))
    assert time.monotonic() - began < 30


TABBED = "url\ttitle\ttext\tdate\n"


@pytest.mark.parametrize(
    "title",
    ['"Closed," says the lock keeper', 'The "old" lock', '"Closed', '"Closed", "shut" or "barred"', '5" of water'],
)
def test_quotes_in_cells_parted_by_tabs_are_those_of_the_text(tmp_path: Path, title: str) -> None:
    rows = "".join(f"https://lock.example/{n}\t{title}\t{PROSE}\t2026-03-09\n" for n in (1, 2, 3))
    articles, said = taken(put(tmp_path / "a.tsv", TABBED + rows))
    assert [one.headline for one in articles] == [title] * 3
    assert not said


def test_cells_parted_by_tabs_may_be_quoted(tmp_path: Path) -> None:
    told = f'"{PROSE}\nThe ""old"" lock is shut."'
    rows = "".join(f'https://lock.example/{n}\t"The ""old"" lock"\t{told}\t2026-03-09\n' for n in (1, 2, 3))
    articles, _ = taken(put(tmp_path / "a.tsv", TABBED + rows))
    assert [one.headline for one in articles] == ['The "old" lock'] * 3
    assert all('"old" lock is shut' in one.text for one in articles)
