"""Texts that an export cut off, told by the texts of all its rows."""

from pathlib import Path

import pytest

from reportedly.extract.intake.cuts import UNCUT, cut
from tests.extract.intake.taking import PROSE, as_json, put, taken

WHOLE = [f"{n} barges. {PROSE}" for n in range(1, 7)]


def test_an_export_that_ends_every_text_in_dots_cut_them() -> None:
    found = cut([f"{text[:70]}…" for text in WHOLE])
    assert "dots" in (found.reason(f"{WHOLE[0][:70]}…") or "")
    assert found.reason(WHOLE[0]) is None


def test_an_export_whose_longest_texts_have_one_length_cut_them() -> None:
    texts = [f"{text} {PROSE}"[:120] for text in WHOLE]
    found = cut([*texts, "Short."])
    assert "exactly 120 characters" in (found.reason(texts[0]) or "")
    assert found.reason("Short.") is None


@pytest.mark.parametrize("texts", [WHOLE, [f"{WHOLE[0]}…", *WHOLE[1:]], [], ["a…", "b…"], ["Short"] * 9, WHOLE[:1] * 9])
def test_texts_that_are_whole_are_not_cut(texts: list[str]) -> None:
    assert cut(texts) == UNCUT


def test_a_full_cell_of_a_spreadsheet_is_a_part() -> None:
    assert "spreadsheet" in (UNCUT.reason("x" * 32_767) or "")


def test_rows_of_such_an_export_are_filed_as_parts(tmp_path: Path) -> None:
    rows = [{"url": f"https://lock.example/{n}", "content": f"{text[:70]} ..."} for n, text in enumerate(WHOLE)]
    articles, notes = taken(put(tmp_path / "a.json", as_json(rows)))
    assert all(one.partial for one in articles)
    assert len(notes) == len(WHOLE)
