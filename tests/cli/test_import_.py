"""``reportedly import``: files become articles, and what cannot be used is said row by row."""

import gzip
from pathlib import Path

from reportedly.settings import Desk
from tests.commands import reportedly


def test_a_table_with_columns_named_by_hand_and_rows_that_are_none(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text("Ort,Meldung,Tag\nhttps://x.example/1,Rain fell.,2026-03-09\n,,\nhttps://x.example/2,,\na,b,c,d\n")
    named = ("--column", "text=Meldung", "--column", "url=Ort", "--column", "published=Tag")
    code, printed, complaint = reportedly("import", file, *named, "--desk", desk.folder)
    assert (code, "1 article, 2 unusable rows" in printed) == (3, True)
    assert "2 rows could not be used" in complaint
    assert "news.csv, row 4: the row has 4 cells, the header 3" in reportedly("outcomes", "--desk", desk.folder).out
    assert "2026-03-09 | x.example | https://x.example/1" in reportedly("search", "rain", "--desk", desk.folder).out


def test_packed_lines_of_which_some_are_none(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"text": "Rain fell."}\n{broken\n{"url": "https://lake.example/3"}\n'))
    code, printed, complaint = reportedly("import", file, "--desk", desk.folder)
    assert (code, "1 article, 2 unusable" in printed) == (3, True)
    assert "outcomes" in complaint
    assert "line 2" in reportedly("outcomes", "--desk", desk.folder).out


def test_what_is_known_of_one_page_is_given_by_hand(desk: Desk, tmp_path: Path) -> None:
    page, table = tmp_path / "page.html", tmp_path / "news.jsonl"
    told = "The harbour office of Tarnow said that rain fell for nine days, and that more is on its way to the coast."
    page.write_text(f"<!doctype html><html><body><p>{told}</p><p>{told}</p></body></html>")
    table.write_text('{"text": "Rain fell."}\n')
    known = ("--url", "https://x.example/1", "--outlet", "Herald", "--published", "2026-03-09")
    assert reportedly("import", page, *known, "--desk", desk.folder).code == 0
    found = reportedly("search", "rain", "--desk", desk.folder).out
    assert "2026-03-09 | Herald | https://x.example/1" in found
    code, _, complaint = reportedly("import", table, *known, "--desk", desk.folder)
    assert (code, "--column" in complaint) == (3, True)
    code, _, complaint = reportedly("import", page, page, *known, "--desk", desk.folder)
    assert (code, "one by one" in complaint) == (2, True)


def test_a_row_filed_with_a_note_is_no_failure(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(b'{"text": "Rain\\ud83d fell."}\n')
    code, printed, _ = reportedly("import", file, "--desk", desk.folder)
    assert (code, "1 article, 0 unusable rows, 1 filed with a note" in printed) == (0, True)
    assert "U+FFFD" in reportedly("outcomes", "--desk", desk.folder).out


def test_a_column_that_cannot_be_is_a_usage_error(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text("text\nRain fell.\n")
    code, _, complaint = reportedly("import", file, "--column", "words=text", "--desk", desk.folder)
    assert (code, "FIELD=NAME" in complaint) == (2, True)


def test_what_columns_were_taken_for_and_what_was_wrong_is_said_once(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    rows = "".join(f"{n},Rain fell {n} times.,Lock,31/31/2026\n" for n in range(12))
    file.write_text(f"id,Body,media_name,date\n{rows}13,,Lock,\n")
    code, printed, _ = reportedly("import", file, "--desk", desk.folder)
    assert code == 3
    assert (
        "outlet from 'media_name', published from 'date', text from 'Body'; no column for url; not used: id" in printed
    )
    assert "12 rows: the day it came out stays unknown (such as news.csv, row 1: " in printed
    assert "1 row: news.csv, row 13: neither text nor title has any words" in printed


def test_files_of_a_folder_that_are_none_of_these_are_counted(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    for name in ("a.jsonl", "b.jsonl"):
        (folder / name).write_text('{"text": "Rain fell."}\n')
    for name in ("a.pdf", "b.pdf", "c.docx", ".hidden"):
        (folder / name).write_text("x")
    code, printed, complaint = reportedly("import", folder, "--desk", desk.folder)
    assert (code, "passed over .pdf (2), .docx (1)" in complaint) == (0, True)
    assert "a.jsonl and 1 more: text from 'text'" in printed


def test_an_import_that_finds_nothing_says_so(desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text("")
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "a.png").write_text("x")
    code, _, complaint = reportedly("import", empty, folder, "--desk", desk.folder)
    assert (code, "nothing to file in" in complaint, "pictures" in complaint) == (3, True, True)
