"""How statements in other languages are put, counted on those that are found."""

from pathlib import Path

from quality import languages, rows

TEXT = "سد ترک برداشت. آب آمد."


def statement(start: int, end: int, **put: str) -> rows.Row:
    usual = {"source_kind": "named", "certainty": "certain", "mode": "indirect", "polarity": "affirmed"}
    return {"content": [[start, end]], "cue": [], "source": [], **usual, **put}


def test_what_is_found_is_compared_part_by_part(tmp_path: Path) -> None:
    asked = [statement(0, 13, certainty="probable"), statement(15, 21, polarity="denied")]
    given = [statement(0, 13), statement(15, 21, polarity="denied", mode="direct")]
    gold = rows.put(tmp_path / "gold.jsonl", [{"doc": "a", "text": TEXT, "statements": asked}])
    read = [{"article": {"url": "https://x.example/a", "text": TEXT}, "statements": given}]
    figures = languages.score(gold, rows.put(tmp_path / "readings.jsonl", read))
    assert {part: figures[part] for part in (*languages.PARTS, "denials")} == {
        "source_kind": 100.0,
        "certainty": 50.0,
        "mode": 50.0,
        "polarity": 100.0,
        "denials": 100.0,
    }
    assert figures["joint"] == (100.0, 100.0, 100.0)
