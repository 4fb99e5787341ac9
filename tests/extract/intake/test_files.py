"""Files handed in, of every kind, whole and broken."""

import csv
import gzip
import io
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from reportedly.errors import BadInput
from reportedly.extract.intake import files
from reportedly.extract.intake.files import Intake, columns
from reportedly.records import Article, Outcome, Updated

NOW = datetime(2026, 3, 20, tzinfo=UTC)
HEAD = ("link", "source", "date", "headline", "body")
ONE = ("https://x.example/1", "xpost", "2026-03-09", "Rain", "Rain fell on Orn on Monday.")
TWO = ("https://x.example/2", "xpost", "2026-03-10", "Snow", "Snow fell,\nthe mayor said: “Enough”.")


def taken(path: Path, *named: str, limit: int = 10_000) -> tuple[list[Article], list[Outcome]]:
    found = list(files.articles(path, Intake(path.name, limit, NOW, columns(named))))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Outcome)]


def put(file: Path, data: bytes | str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def table(*rows: Iterable[str], delimiter: str = ",") -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows(rows)
    return held.getvalue()


def brief(article: Article) -> tuple[str, ...]:
    day = article.published.start.isoformat() if article.published else ""
    return article.url, article.outlet, day, article.headline or "", article.text


# -- kinds of files ---------------------------------------------------------------------------------------------------

ROWS = [dict(zip(HEAD, row, strict=True)) for row in (ONE, TWO)]
LINES = "\n".join(map(json.dumps, ROWS)).encode()


def as_parquet() -> bytes:
    held = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(ROWS), held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("news.jsonl", LINES),
        ("news.jsonl.gz", gzip.compress(LINES, mtime=0)),
        ("news.ndjson.zst", zstandard.compress(LINES)),
        ("news.csv", table(HEAD, ONE, TWO).encode()),
        ("news.csv.zst", zstandard.compress(table(HEAD, ONE, TWO).encode())),
        ("semicolons.csv", table(HEAD, ONE, TWO, delimiter=";").encode()),
        ("news.tsv", table(HEAD, ONE, TWO, delimiter="\t").encode()),
        ("marked.csv", table(HEAD, ONE, TWO).encode("utf-8-sig")),
        ("spreadsheet.csv", table(HEAD, ONE, TWO, delimiter="\t").encode("utf-16")),
        ("news.parquet", as_parquet()),
        ("news.parquet.gz", gzip.compress(as_parquet(), mtime=0)),
        ("lines-without-a-telling-name", LINES),
        ("parquet-without-a-telling-name", as_parquet()),
    ],
)
def test_the_same_articles_come_out_of_every_kind_of_file(tmp_path: Path, name: str, data: bytes) -> None:
    articles, outcomes = taken(put(tmp_path / name, data))
    assert outcomes == []
    assert [brief(one) for one in articles] == [ONE, tuple(cell.replace("\r\n", "\n") for cell in TWO)]


def test_a_table_that_does_not_tell_its_charset_is_noted_once(tmp_path: Path) -> None:
    articles, (note,) = taken(put(tmp_path / "western.csv", table(HEAD, ONE, TWO).encode("windows-1252")))
    assert [brief(one) for one in articles] == [ONE, tuple(cell.replace("\r\n", "\n") for cell in TWO)]
    assert note.state == "fetched"
    assert "filed, but read as windows-1252" in note.message


def test_columns_of_any_name_by_hand(tmp_path: Path) -> None:
    file = put(tmp_path / "a.csv", "Meldung,Ort\nRain fell.,https://x.example/1\n")
    ((article,), outcomes) = taken(file, "text=Meldung", "url=Ort")
    assert (article.text, article.url, outcomes) == ("Rain fell.", "https://x.example/1", [])


def test_a_file_without_a_column_for_text_says_which_it_has(tmp_path: Path) -> None:
    _, (outcome,) = taken(put(tmp_path / "a.csv", "Meldung,Ort\nRain fell.,Orn\n"))
    assert "--column text=NAME" in outcome.message
    assert "Meldung" in outcome.message


def test_a_parquet_file_with_typed_columns(tmp_path: Path) -> None:
    moments = pa.array([datetime(2026, 3, 9, 23, tzinfo=UTC), None], pa.timestamp("ns", "UTC"))
    outlets = pa.array(["xpost", "xpost"]).dictionary_encode()
    held = pa.table({"text": ["Rain fell.", "Snow fell."], "published": moments, "outlet": outlets, "url": pa.nulls(2)})
    parquet.write_table(held, tmp_path / "a.parquet")
    articles, outcomes = taken(tmp_path / "a.parquet")
    assert outcomes == []
    assert [one.published.start if one.published else None for one in articles] == [date(2026, 3, 9), None]
    assert [(one.outlet, one.url) for one in articles] == [("xpost", "a.parquet#1"), ("xpost", "a.parquet#2")]


@pytest.mark.parametrize(
    ("out", "changed", "kept"),
    [
        ("2026-03-09", "2026-03-10", Updated(date(2026, 3, 10), date(2026, 3, 10), "given")),
        (
            "2026-03-09T08:00:00Z",
            "2026-03-09T09:00:00Z",
            Updated(date(2026, 3, 9), date(2026, 3, 9), "given", datetime(2026, 3, 9, 9, tzinfo=UTC)),
        ),
        ("2026-03-09T08:00:00Z", "2026-03-09T08:00:00Z", None),
        ("2026-03-09", "2026-03-09", None),
        ("2026-03-09", "", None),
    ],
)
def test_the_last_change_is_kept_where_it_is_one(tmp_path: Path, out: str, changed: str, kept: Updated | None) -> None:
    row = {"text": "Rain fell.", "published_at": out, "dateModified": changed}
    ((article,), outcomes) = taken(put(tmp_path / "a.jsonl", json.dumps(row)))
    assert (article.updated, outcomes) == (kept, [])


def test_a_change_whose_day_cannot_be_told_is_said(tmp_path: Path) -> None:
    row = {"text": "Rain fell.", "updated": "03/04/2026"}
    ((article,), (outcome,)) = taken(put(tmp_path / "a.jsonl", json.dumps(row)))
    assert article.updated is None
    assert "the day it was changed stays unknown" in outcome.message


def test_an_outlet_may_be_an_object_with_a_name_and_a_text_a_list_of_paragraphs(tmp_path: Path) -> None:
    row = {"source": {"id": 3, "name": "X Post"}, "content": ["Rain fell.", "Snow fell."], "date": 1773050000}
    ((article,), _) = taken(put(tmp_path / "a.jsonl", json.dumps(row)))
    assert (article.outlet, article.text) == ("X Post", "Rain fell.\n\nSnow fell.")
    assert article.published is not None
    assert article.published.start == date(2026, 3, 9)


# -- rows that are none -----------------------------------------------------------------------------------------------


def test_each_unusable_row_is_named_with_its_reason_and_the_others_are_filed(tmp_path: Path) -> None:
    ragged = f"{table(HEAD, ONE)}a,b,c,d,e,f,g\nhttps://x.example/3,,,,\n{table(TWO)}only-a-link\n"
    articles, outcomes = taken(put(tmp_path / "news.csv", ragged))
    assert [one.url for one in articles] == [ONE[0], TWO[0]]
    assert [(one.url, one.state) for one in outcomes] == [(f"news.csv#{n}", "failed") for n in (2, 3, 5)]
    assert "row 2: the row has 7 cells, the header 5" in outcomes[0].message
    assert "neither text nor title" in outcomes[1].message


def test_a_quotation_mark_that_is_never_closed_spoils_its_row_not_the_memory(tmp_path: Path) -> None:
    endless = 'text,url\nRain fell.,https://x.example/1\n"Snow fell' + " and fell" * 200_000 + "\n"
    articles, outcomes = taken(put(tmp_path / "a.csv", endless), limit=10_000)
    assert [one.text for one in articles] == ["Rain fell."]
    assert outcomes
    assert all(one.state == "failed" for one in outcomes)


@pytest.mark.parametrize(
    "line",
    ["[1, 2]", "7", '{"text": 7}', '{"text": "Rain"', '{"text": "a", "url": "x y"}', "{}", '{"text": ' + "[" * 5_000],
    ids=range(7),
)
def test_lines_that_are_no_articles(tmp_path: Path, line: str) -> None:
    articles, (outcome,) = taken(put(tmp_path / "a.jsonl", f'{line}\n{{"text": "Rain fell."}}\n'))
    assert [one.text for one in articles] == ["Rain fell."]
    assert (outcome.url, outcome.state) == ("a.jsonl#1", "failed")
    assert outcome.message.startswith("a.jsonl, line 1: ")


def test_a_line_beyond_all_limits_is_an_outcome(tmp_path: Path) -> None:
    file = put(tmp_path / "a.jsonl", b'{"text": "' + b"x" * 3_000_000 + b'"}\n{"text": "Rain fell."}\n')
    articles, (outcome,) = taken(file, limit=100)
    assert [one.text for one in articles] == ["Rain fell."]
    assert "more than" in outcome.message


def test_cells_that_say_nothing_are_nothing(tmp_path: Path) -> None:
    ((article,), outcomes) = taken(put(tmp_path / "a.csv", "text,date,source,url\nRain fell.,NaN,null,None\n"))
    assert (article.published, article.outlet, article.url) == (None, "unknown", "a.csv#1")
    assert outcomes == []


# -- broken characters ------------------------------------------------------------------------------------------------


def test_half_a_character_and_nul_are_replaced_and_that_is_said(tmp_path: Path) -> None:
    file = put(tmp_path / "a.jsonl", rb'{"text": "Rain \ud83d fell\u0000 on \ud83d\ude00 Orn."}')
    ((article,), (note,)) = taken(file)
    assert article.text == "Rain \ufffd fell\ufffd on 😀 Orn."
    assert article.text.encode()
    assert (note.state, "2 broken characters" in note.message, "line 1" in note.message) == ("fetched", True, True)


def test_broken_bytes_in_one_row_leave_the_others_alone(tmp_path: Path) -> None:
    good = "text\nCafé am See; gestern früh geöffnet.\n", "Wieder schön.\n"
    broken = b"Caf\xc3 m\xc3\xbcde R\xc3\xa4te\x00\n"
    articles, notes = taken(put(tmp_path / "a.csv", good[0].encode() + broken + good[1].encode()))
    assert [one.text for one in articles] == [
        "Café am See; gestern früh geöffnet.",
        "Caf\ufffd müde Räte\ufffd",
        "Wieder schön.",
    ]
    assert [one.url for one in notes] == ["a.csv#2"]


def test_broken_bytes_in_parquet(tmp_path: Path) -> None:
    broken = pa.array([b"Rain \xff fell on M\xc3\xbcnz and R\xc3\xa4t.", b"Snow fell."]).view(pa.string())
    parquet.write_table(pa.table({"text": broken}), tmp_path / "a.parquet")
    articles, (note,) = taken(tmp_path / "a.parquet")
    assert [one.text for one in articles] == ["Rain \ufffd fell on Münz and Rät.", "Snow fell."]
    assert note.url == "a.parquet#1"


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet", "a.html", "a.tsv.gz", "a.zst", "a"])
@given(data=st.binary(max_size=400))
def test_no_bytes_break_the_import(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    file = put(tmp_path_factory.mktemp("any") / name, data)
    articles, _ = taken(file)
    assert all(one.text.encode() for one in articles)


@given(st.lists(st.lists(st.text(max_size=20), min_size=5, max_size=5), max_size=5))
def test_a_table_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    good = [[cell.replace("\0", "").replace("\r", "") for cell in row] for row in rows]
    file = put(tmp_path_factory.mktemp("any") / "a.csv", table(HEAD, *good).encode("utf-8", "replace"))
    articles, _ = taken(file)
    given_texts = [row[4].encode("utf-8", "replace").decode() for row in good]
    assert all(one.text in given_texts or one.headline == one.text for one in articles)


# -- files as a whole -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.parquet", b"PAR1 and no more", "no sound Parquet"),
        ("a.zip", b"PK\x03\x04" + bytes(60), "ZIP"),
        ("a.jsonl.gz", gzip.compress(gzip.compress(LINES, mtime=0), mtime=0), "packed twice"),
        ("a.bin", b"something else", "tell what"),
        ("a.jsonl.gz", gzip.compress(LINES, mtime=0)[:-12], "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_outcome(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    _, outcomes = taken(put(tmp_path / name, data))
    assert outcomes[-1].url == name
    assert says in outcomes[-1].message


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="neither a file nor a folder"):
        taken(tmp_path / "none.csv")
