"""The commands as a shell sees them: output, messages, exit codes."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

NEWS = "Police in Turbat said on Sunday that the bridge would reopen next week."


def reportedly(*words: str | Path, given: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", *map(str, words)],
        input=given,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_reading_follows_its_own_schema(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    code, printed, _ = reportedly("read", file, "--published", "2026-03-08", "--format", "jsonl")
    assert code == 0
    found = json.loads(printed)
    _, schema, _ = reportedly("schema", "reading")
    jsonschema.validate(found, json.loads(schema))
    assert found["article"]["text"] == NEWS
    start, end = found["statements"][0]["cue"][0]
    assert NEWS[start:end] == "said"


def test_standard_input_is_read_for_a_person() -> None:
    code, printed, _ = reportedly("read", "-", given=NEWS.encode())
    assert code == 0
    assert "Statements" in printed
    assert "date unknown" in printed


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


def test_this_machine_is_never_asked() -> None:
    code, _, complaint = reportedly("read", "http://127.0.0.1:9/page")
    assert code == 4
    assert "never asked" in complaint


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    code, _, complaint = reportedly("read", tmp_path / "any.txt", "--published", "2024-02-31")
    assert code == 3
    assert "2024-02-31" in complaint


def test_a_folder_that_is_no_desk_is_refused(tmp_path: Path) -> None:
    code, _, complaint = reportedly("stories", "--desk", tmp_path)
    assert code == 2
    assert "reportedly init" in complaint


def test_a_desk_from_imported_lines(tmp_path: Path) -> None:
    desk, file = tmp_path / "desk", tmp_path / "news.jsonl.gz"
    rows = [
        {
            "url": "https://lake.example/1",
            "outlet": "lake",
            "published": "2026-03-05",
            "title": "Visit",
            "text": "Foreign Minister Lidia Moreno will visit Peru on 9 March 2026, the ministry said.",
        },
        {
            "url": "https://hill.example/2",
            "outlet": "hill",
            "published": "2026-03-10",
            "title": "Visit over",
            "text": "Foreign Minister Lidia Moreno visited Peru on Monday, officials said.",
        },
    ]
    lines = [json.dumps(row) for row in rows] + ["{broken", '{"url": "https://lake.example/3"}']
    file.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert reportedly("init", desk)[0] == 0
    code, printed, complaint = reportedly("import", file, "--desk", desk)
    assert (code, "2 articles, 2 unusable" in printed) == (3, True)
    assert "outcomes" in complaint
    assert "line 3" in reportedly("outcomes", "--desk", desk)[1]
    assert reportedly("run", "--desk", desk)[0] == 0
    _, printed, _ = reportedly("followups", "--as-of", "2026-03-12", "--format", "jsonl", "--desk", desk)
    (visit,) = [line for line in map(json.loads, printed.splitlines()) if line["article_url"].endswith("/1")]
    assert visit["state"] == "happened"
    assert visit["history"][0]["evidence"][0]["article_url"] == "https://hill.example/2"
    _, early, _ = reportedly("followups", "--as-of", "2026-03-06", "--format", "jsonl", "--desk", desk)
    assert json.loads(early.splitlines()[0])["state"] == "open"
    assert "Lidia Moreno" in reportedly("followups", "--as-of", "2026-03-12", "--desk", desk)[1]
    assert "[Moreno]" in reportedly("search", "moreno", "--desk", desk)[1]
    _, printed, _ = reportedly("stories", "--format", "jsonl", "--desk", desk)
    assert {article["url"] for line in printed.splitlines() for article in json.loads(line)["articles"]} == {
        "https://lake.example/1",
        "https://hill.example/2",
    }
    code, brief, _ = reportedly("brief", "--desk", desk)
    assert code == 0
    assert "https://hill.example/2" in brief
