"""JSON in the shapes that programs give it: rows are found by what they look like, not by who wrote them."""

import gzip
import json
import time
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.intake.taking import PROSE, as_json, barge, put, taken

ROWS = [barge(n) for n in range(3)]
SHAPES: dict[str, Any] = {
    "list": ROWS,
    "answer": {"status": "ok", "total": 3, "articles": ROWS},
    "deep": {"response": {"meta": {"page": 1}, "docs": ROWS}},
    "results": {"articles": {"results": ROWS, "pages": 1}},
    "hits": {"took": 3, "hits": {"hits": [{"_id": str(n), "_source": row} for n, row in enumerate(ROWS)]}},
    "wrapped": [{"key": n, "version": 1, "data": row} for n, row in enumerate(ROWS)],
    "channel": {"title": "Lock News", "link": "https://lock.example/", "description": "Locks.", "item": ROWS},
    "by outlet": [{"outlet": "Lock News", "articles": ROWS[:2]}, {"outlet": "Post", "articles": ROWS[2:]}],
    "by key": {f"row-{n}": row for n, row in enumerate(ROWS)},
    "lists of lists": [ROWS[:1], ROWS[1:]],
    "columns": {name: {str(n): row[name] for n, row in enumerate(ROWS)} for name in ROWS[0]},
    "columns of lists": {name: [row[name] for row in ROWS] for name in ROWS[0]},
    "split": {"columns": list(ROWS[0]), "index": [0, 1, 2], "data": [list(row.values()) for row in ROWS]},
    "sheet": {"range": "A1:D4", "values": [list(ROWS[0]), *(list(row.values()) for row in ROWS)]},
}


@pytest.mark.parametrize("indent", [None, 0, 4])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_rows_of_a_document_of_any_shape(tmp_path: Path, shape: str, indent: int | None) -> None:
    articles, outcomes = taken(put(tmp_path / "a.json", as_json(SHAPES[shape], indent)))
    assert [(one.url, one.text) for one in articles] == [(row["url"], row["text"]) for row in ROWS]
    assert outcomes == []


PRETTY = as_json(ROWS, 2)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("one-a-line.json", ",\n".join(map(json.dumps, ROWS))),
        ("list-of-lines.json", "[\n" + ",\n".join(map(json.dumps, ROWS)) + "\n]\n"),
        ("joined.jsonl", "".join(map(json.dumps, ROWS))),
        ("joined-pretty.jsonl", "\n".join(as_json(row, 2) for row in ROWS)),
        ("one-of-them-pretty.jsonl", f"{as_json(ROWS[0])}\n{as_json(ROWS[1], 2)}\n{as_json(ROWS[2])}\n"),
        ("records.json", "".join(f"\x1e{as_json(row)}\n" for row in ROWS)),
        ("script.json", f"var data = {as_json(ROWS)};"),
        ("nan.json", as_json([row | {"score": float("nan")} for row in ROWS])),
        ("notes.txt", PRETTY),
        ("marked.json", PRETTY.encode("utf-8-sig")),
        ("wide.json", PRETTY.encode("utf-16")),
        ("wide-without-a-mark.json", PRETTY.encode("utf-16-be")),
        ("widest.json", PRETTY.encode("utf-32")),
        ("packed.json.gz", gzip.compress(PRETTY.encode(), mtime=0)),
        ("packed.zst", zstandard.compress(PRETTY.encode())),
    ],
)
def test_however_the_values_follow_each_other(tmp_path: Path, name: str, data: str | bytes) -> None:
    articles, outcomes = taken(put(tmp_path / name, data))
    assert [(one.url, one.text) for one in articles] == [(row["url"], row["text"]) for row in ROWS]
    assert outcomes == []


def test_what_stands_around_an_article_is_none_and_its_own_parts_are_none(tmp_path: Path) -> None:
    row = barge(1, related=[barge(7), barge(8)], images=[{"url": "https://lock.example/1.png", "title": "A lock"}])
    articles, outcomes = taken(put(tmp_path / "a.json", as_json({"item": row})))
    assert [one.url for one in articles] == [row["url"]]
    assert outcomes == []


@pytest.mark.parametrize(
    "data", ["[]", '{"status": "ok", "articles": []}', '["a", "b"]', "12", '"a"', "{}", "no\njson"]
)
def test_a_document_without_articles_says_so_once(tmp_path: Path, data: str) -> None:
    articles, (outcome,) = taken(put(tmp_path / "a.json", data))
    assert articles == []
    assert "wanted" in outcome.message


def test_lines_that_are_no_json_are_one_outcome_where_nothing_else_is_there(tmp_path: Path) -> None:
    _, (outcome,) = taken(put(tmp_path / "a.json", "one word\n" * 30))
    assert "none of its 30 parts" in outcome.message


# -- broken places ----------------------------------------------------------------------------------------------------


def broken(text: str) -> str:
    """The second barge's title without its first quotation mark."""
    return text.replace('"title": "Barge 1', '"title": Barge 1')


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", [ROWS, {"articles": ROWS}, {"a": {"b": ROWS}}])
def test_a_broken_row_of_a_document_is_told_and_the_others_are_filed(
    tmp_path: Path, shape: Any, indent: int | None
) -> None:
    articles, (outcome,) = taken(put(tmp_path / "a.json", broken(as_json(shape, indent))))
    assert [one.url[-1] for one in articles] == ["0", "2"]
    assert "article 2: JSON is malformed" in outcome.message


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", [ROWS, {"articles": ROWS}])
def test_a_document_that_breaks_off_gives_what_came(tmp_path: Path, shape: Any, indent: int | None) -> None:
    text = as_json(shape, indent)
    articles, (outcome,) = taken(put(tmp_path / "a.json", text[: text.index("Barge 2")]))
    assert [one.url[-1] for one in articles] == ["0", "1"]
    assert "the file ends in the middle of it" in outcome.message


def test_an_object_that_is_never_closed_spoils_no_other(tmp_path: Path) -> None:
    first, second, third = (as_json(row, 1) for row in ROWS)
    articles, outcomes = taken(put(tmp_path / "a.json", f"[\n{first},\n{second[:-1]},\n{third}\n]"))
    assert [one.url[-1] for one in articles] == ["0", "2"]
    assert len(outcomes) == 1


def test_broken_lines_among_good_ones_are_told_each_by_its_line(tmp_path: Path) -> None:
    good = [as_json(row) for row in ROWS]
    lines = [good[0], '{"title": "never clo', good[1], "no json", good[2], good[0][:40]]
    articles, outcomes = taken(put(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [one.url[-1] for one in articles] == ["0", "1", "2"]
    assert [one.url for one in outcomes] == ["a.jsonl#2", "a.jsonl#4", "a.jsonl#6"]


@pytest.mark.parametrize("around", ["[{}]", '{{"ok": true, "rows": [{}]}}', '{{"a": {{"b": [{}]}}}}'])
def test_a_document_larger_than_any_row_is_read_row_by_row(tmp_path: Path, around: str) -> None:
    rows = ",".join(as_json(barge(n, text=PROSE * 40)) for n in range(900))
    articles, outcomes = taken(put(tmp_path / "a.json", around.format(rows)), limit=10_000)
    assert (len(articles), outcomes) == (900, [])


def test_a_row_that_is_too_large_is_told_and_the_others_are_filed(tmp_path: Path) -> None:
    rows = [barge(0), barge(1, text="x" * 3_000_000), barge(2)]
    articles, outcomes = taken(put(tmp_path / "a.json", as_json({"rows": rows})), limit=10_000)
    assert [one.url[-1] for one in articles] == ["0", "2"]
    assert ["more than" in one.message for one in outcomes] == [True]


@pytest.mark.parametrize("data", ["[" * 300_000, '{"a":' * 100_000, '{"a":[' * 100_000, '"' * 100_001, "{" * 1_000_000])
def test_brackets_without_end_end(tmp_path: Path, data: str) -> None:
    began = time.monotonic()
    articles, _ = taken(put(tmp_path / "a.json", data))
    assert articles == []
    assert time.monotonic() - began < 20


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["url", "title", "text", "source", "date", "data", "x"]), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(value=json_values, cut=st.integers(0, 60), indent=st.sampled_from([None, 1]))
def test_no_json_breaks_the_import(
    tmp_path_factory: pytest.TempPathFactory, value: Any, cut: int, indent: int | None
) -> None:
    text = json.dumps(value, indent=indent)
    for data in (text, text[:cut], text[cut:], text[:cut] + text):
        articles, _ = taken(put(tmp_path_factory.mktemp("any") / "a.json", data))
        assert all(one.text.encode() for one in articles)


def test_a_plain_text_in_the_own_format_of_lines_stays_as_given(tmp_path: Path) -> None:
    row = {"url": "https://lock.example/1", "outlet": "lock", "published": None, "title": None}
    text = f"Locks &amp; docks &#8211; {PROSE}"
    lines = [{**row, "text": text}, {**row, "text": f"<p>{text}</p>"}, {**row, "text": text, "section": "ships"}]
    for line, kept in zip(lines, (True, False, False), strict=True):
        (article,), _ = taken(put(tmp_path / "a.jsonl", json.dumps(line)))
        assert ("&#8211;" in article.text) == kept
