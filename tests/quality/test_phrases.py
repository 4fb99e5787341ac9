"""The table of phrases: long enough, well formed, and met by the reader."""

import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from quality import phrases
from reportedly.read import reader
from tests.read.reading_of import article

ASKED = tomllib.loads(phrases.TABLE.read_text(encoding="utf-8"))["phrases"]
LEAST = 0.95


def test_the_table_is_long_and_each_row_says_why() -> None:
    assert len(ASKED) >= 60
    assert all(row["phrase"] in row["text"] and row["why"] for row in ASKED)
    assert all(row["start"] <= row["end"] for row in ASKED if "start" in row)


def test_nearly_every_phrase_has_the_window_an_editor_would_allow() -> None:
    wrong = [line for row, found in zip(ASKED, _read(ASKED), strict=True) for line in phrases.wrong(row, found)]
    assert 1 - len(wrong) / len(ASKED) >= LEAST, wrong


def _read(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    articles = (article(f"{row['text']}{phrases.REST}", row.get("published")) for row in rows)
    for found in reader.read(articles):
        yield msgspec.json.decode(msgspec.json.encode(found))


@pytest.mark.parametrize(
    ("vague", "first", "right"),
    [(False, 12, True), (False, 13, False), (True, 16, True), (True, 17, False)],
)
def test_sharp_windows_allow_a_day_and_vague_ones_half_of_all_days(vague: bool, first: int, right: bool) -> None:  # noqa: FBT001
    row = {**ASKED[0], "vague": vague}  # June 11 to 21
    window = {"start": f"2025-06-{first}", "end": "2025-06-21", "span": [0, len(row["text"])]}
    given = {"article": {"text": row["text"]}, "expectations": [{"window": window}], "times": []}
    assert (not list(phrases.wrong(row, given))) is right
