"""``reportedly read``: documents without a desk, for a person and for a program."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.commands import reportedly

NEWS = "Police in Turbat said on Sunday that the bridge would reopen next week."


def test_a_reading_follows_its_own_schema(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    code, printed, _ = reportedly("read", file, "--published", "2026-03-08", "--format", "jsonl")
    assert code == 0
    found = json.loads(printed)
    jsonschema.validate(found, json.loads(reportedly("schema", "reading").out))
    assert found["article"]["text"] == NEWS
    start, end = found["statements"][0]["cue"][0]
    assert NEWS[start:end] == "said"


def test_standard_input_is_read_for_a_person() -> None:
    code, printed, _ = reportedly("read", "-", given=NEWS.encode())
    assert code == 0
    assert "Statements" in printed
    assert "date unknown" in printed


def test_many_articles_are_read_by_several_processes_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    urls = [f"https://herald.example/{number}" for number in range(70)]
    file.write_text("\n".join(json.dumps({"url": url, "text": NEWS}) for url in urls), encoding="utf-8")
    printed = reportedly("read", file, "--format", "jsonl").out
    assert [json.loads(line)["article"]["url"] for line in printed.splitlines()] == urls


def test_what_was_read_is_explained_for_a_person_only() -> None:
    code, printed, _ = reportedly("read", "-", "--explain", given=f"{NEWS} He lives in Quetta, Balochistan.".encode())
    assert code == 0
    assert "Quetta: place: " in printed
    assert "Police: a source: role: an office or calling" in printed
    code, printed, complaint = reportedly("read", "-", "--explain", "--format", "jsonl", given=NEWS.encode())
    assert (code, printed) == (2, "")
    assert "--explain" in complaint


def test_an_address_given_is_that_of_one_document(tmp_path: Path) -> None:
    file, table = tmp_path / "news.txt", tmp_path / "news.jsonl"
    file.write_text(NEWS, encoding="utf-8")
    table.write_text(json.dumps({"text": NEWS}), encoding="utf-8")
    url = "https://herald.example/a"
    assert json.loads(reportedly("read", file, "--url", url, "--format", "jsonl").out)["article"]["url"] == url
    assert reportedly("read", file, file, "--url", url).code == 2
    code, _, complaint = reportedly("read", table, "--url", url)
    assert (code, "rows" in complaint) == (3, True)


def test_a_guessed_charset_is_told_and_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes("Señora Núñez said that the bridge would reopen.".encode("windows-1252"))
    code, printed, complaint = reportedly("read", file)
    assert code == 0
    assert "Señora Núñez" in printed
    assert "read as windows-1252" in complaint


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", bytes(range(256)) * 20, "not text"),
        ("long.txt", b"word " * 1_000_001, "are read"),
        ("menu.html", b"<html><body><nav>Home</nav></body></html>", "no article"),
        ("broken.txt.gz", b"\x1f\x8bnothing", "cannot be unpacked"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    code, printed, complaint = reportedly("read", file)
    assert (code, printed) == (3, "")
    assert name in complaint
    assert says in complaint


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    code, _, complaint = reportedly("read", tmp_path / "none.txt")
    assert code == 3
    assert "none.txt is neither a file nor a web address" in complaint


def test_this_machine_is_never_asked() -> None:
    code, _, complaint = reportedly("read", "http://127.0.0.1:9/page")
    assert code == 4
    assert "never asked" in complaint


@pytest.mark.parametrize("given", ["2024-02-31", "Monday", ""])
def test_a_day_that_is_none_is_refused(tmp_path: Path, given: str) -> None:
    code, _, complaint = reportedly("read", tmp_path / "any.txt", "--published", given)
    assert code == 3
    assert f"{given!r} is not a date" in complaint
