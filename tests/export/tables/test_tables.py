"""The same rows in each format, opened by readers of other makers."""

import csv
import io
import json
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import hypothesis.strategies as st
import msgspec
import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given

from reportedly.export.tables import FORMATS, csv_table, xlsx_table
from reportedly.export.tables.columns import columns


class Row(msgspec.Struct, frozen=True, rename={"many": "How Many"}):
    """A row with a column of each kind."""

    words: str | None
    names: tuple[str, ...]
    many: int | None
    share: float | None
    sure: bool | None
    day: date | None
    at: datetime | None


FULL = Row(
    words='Talks, "at last"\nin Varn',
    names=("وارن", "Varn"),
    many=-5,
    share=-0.5,
    sure=True,
    day=date(2031, 5, 20),
    at=datetime(2031, 5, 20, 6, tzinfo=UTC),
)
EMPTY = Row(None, (), None, None, None, None, None)
EVIL = ("=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=cmd|"/c calc"!A1', "＝1+1", "-")


def whole(form: str, *rows: Row) -> bytes:
    return b"".join(FORMATS[form].write(Row, rows))


def cells(data: bytes) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[cell.value for cell in line] for line in book.active.iter_rows()]  # type: ignore[union-attr]


def test_csv_by_the_standard_library() -> None:
    data = whole("csv", FULL, EMPTY)
    assert data.count(b"\r\n") == 3
    head, full, empty = csv.reader(io.StringIO(data.decode(), newline=""))
    assert head == ["words", "names", "How Many", "share", "sure", "day", "at"]
    assert full == [FULL.words, "وارن; Varn", "-5", "-0.5", "true", "2031-05-20", "2031-05-20T06:00:00Z"]
    assert empty == [""] * 7


def test_csv_by_duckdb(tmp_path: Any) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(whole("csv", FULL, EMPTY))
    found = duckdb.read_csv(str(file), header=True).project('words, "How Many", day').fetchall()
    assert found == [(FULL.words, -5, FULL.day), (None, None, None)]


def test_xlsx_by_openpyxl() -> None:
    head, full, empty = cells(whole("xlsx", FULL, msgspec.structs.replace(EMPTY, many=0)))
    assert head[2] == "How Many"
    assert full == [FULL.words, "وارن; Varn", -5, -0.5, True, datetime(2031, 5, 20), datetime(2031, 5, 20, 6)]  # noqa: DTZ001
    assert empty == [None, None, 0, None, None, None, None]


def test_parquet_by_pyarrow_and_duckdb(tmp_path: Any) -> None:
    file = tmp_path / "table.parquet"
    file.write_bytes(whole("parquet", FULL, EMPTY))
    first, second = pq.read_table(file).to_pylist()
    assert first == {field: getattr(FULL, name) if name != "names" else list(FULL.names) for name, field in NAMES}
    assert second["words"] is None
    assert duckdb.read_parquet(str(file)).project('"How Many", words').fetchall() == [(-5, FULL.words), (None, None)]


NAMES = [*zip(Row.__struct_fields__, Row.__struct_encode_fields__, strict=True)]


def test_json_lines() -> None:
    first, second = (json.loads(line) for line in whole("jsonl", FULL, EMPTY).splitlines())
    assert (first["words"], first["How Many"], first["day"]) == (FULL.words, -5, "2031-05-20")
    assert second["names"] == []


@pytest.mark.parametrize("text", EVIL)
def test_no_text_is_a_formula(text: str) -> None:
    row = msgspec.structs.replace(FULL, words=text, names=(text, "more"))
    _, given_out = csv.reader(io.StringIO(whole("csv", row).decode(), newline=""))
    assert given_out[:2] == [f"'{text}", f"'{text}; more"]
    assert given_out[2:4] == ["-5", "-0.5"]  # numbers are no formulas
    book = openpyxl.load_workbook(io.BytesIO(whole("xlsx", row)))
    for cell in list(book.active.iter_rows())[1][:2]:  # type: ignore[union-attr]
        assert cell.data_type == "s"


@given(st.text())
def test_whatever_stands_in_a_cell_begins_like_no_formula_and_is_there_whole(text: str) -> None:
    shown = csv_table.cell(text, "text")
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert shown.removeprefix("'") == text or shown == text


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    _, (words, *_) = cells(whole("xlsx", msgspec.structs.replace(FULL, words="a" * 40_000)))
    assert len(words) == xlsx_table.CHARACTERS
    assert words.endswith("…")


def test_days_before_spreadsheets_can_count_are_texts() -> None:
    _, line = cells(whole("xlsx", msgspec.structs.replace(FULL, day=date(1850, 1, 1))))
    assert line[5] == "1850-01-01"


def test_a_sheet_that_is_full_is_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_table, "ROWS", 3)
    book = openpyxl.load_workbook(io.BytesIO(whole("xlsx", *[FULL] * 5)))
    assert [sheet.max_row for sheet in book.worksheets] == [3, 3, 2]


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_list_is_a_whole_file(form: str) -> None:
    data = whole(form)
    assert data == b"" if form == "jsonl" else data


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl"])
def test_rows_are_asked_for_as_they_are_sent(form: str) -> None:
    asked = 0

    def rows() -> Any:
        nonlocal asked
        for _ in range(50_000):
            asked += 1
            yield FULL

    pieces = iter(FORMATS[form].write(Row, rows()))
    assert next(pieces)
    assert asked <= 50
    next(pieces)
    assert asked <= 10_000


def test_what_stands_in_no_cell_is_refused() -> None:
    class Nested(msgspec.Struct):
        row: Row

    with pytest.raises(TypeError, match="stands in no cell"):
        columns(Nested)
