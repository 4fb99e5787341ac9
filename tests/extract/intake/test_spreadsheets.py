"""What spreadsheets and programs leave in tables beside words: formulas, marks of empty cells, names again."""

from pathlib import Path

import pytest

from tests.extract.intake.taking import PROSE, as_json, barge, put, taken

NAMES = "url,title,text,date\n"


def row(url: str = "https://lock.example/1", title: str = "Barge waits", day: str = "2026-03-09") -> str:
    return f'{url},{title},"{PROSE}",{day}\n'


@pytest.mark.parametrize(
    ("url", "title", "day"),
    [
        ('="https://lock.example/1"', '="Barge waits"', '="2026-03-09"'),
        ('"=HYPERLINK(""https://lock.example/1"",""here"")"', "Barge waits", "2026-03-09"),
        ('"=hyperlink(""https://lock.example/1"")"', "Barge waits_x000D_", "2026-03-09"),
    ],
)
def test_formulas_are_read_as_what_they_show(tmp_path: Path, url: str, title: str, day: str) -> None:
    articles, said = taken(put(tmp_path / "a.csv", NAMES + row(url, title, day)))
    assert [(one.url, one.headline) for one in articles] == [("https://lock.example/1", "Barge waits")]
    assert articles[0].published
    assert not said


@pytest.mark.parametrize("words", ["= 2 barges", "=lost", "a_x000D b"])
def test_what_is_no_formula_stays(tmp_path: Path, words: str) -> None:
    (article,), _ = taken(put(tmp_path / "a.csv", NAMES + row(title=words)))
    assert article.headline == words


@pytest.mark.parametrize("nothing", ["\\N", "#N/A", "<NA>", "undefined", "NULL"])
def test_marks_of_empty_cells_are_nothing(tmp_path: Path, nothing: str) -> None:
    (article,), said = taken(put(tmp_path / "a.csv", NAMES + row(title=nothing, day=nothing)))
    assert (article.headline, article.published, said) == (None, None, [])


def test_names_of_columns_that_come_again_are_no_article(tmp_path: Path) -> None:
    articles, said = taken(put(tmp_path / "a.csv", NAMES + row() + NAMES + row("https://lock.example/2")))
    assert [one.url for one in articles] == ["https://lock.example/1", "https://lock.example/2"]
    assert not said


def test_a_row_with_a_title_alone_is_a_part(tmp_path: Path) -> None:
    (article,), _ = taken(put(tmp_path / "a.csv", "url,title\nhttps://lock.example/1,Barges wait at the lock of Orn\n"))
    assert article.partial == "the row has its title only"


def test_the_address_an_object_stands_under_is_its_own(tmp_path: Path) -> None:
    held = {f"https://lock.example/{n}": {k: v for k, v in barge(n).items() if k != "url"} for n in (1, 2)}
    articles, _ = taken(put(tmp_path / "a.json", as_json(held)))
    assert [one.url for one in articles] == list(held)


def test_a_title_in_a_wrapper_is_no_outlet(tmp_path: Path) -> None:
    held = {"hits": {"hits": [{"_id": n, "_source": barge(n, source_domain="lock.example")} for n in (1, 2)]}}
    articles, _ = taken(put(tmp_path / "a.json", as_json(held)))
    assert [(one.outlet, one.headline) for one in articles] == [("lock.example", f"Barge {n} waits") for n in (1, 2)]
