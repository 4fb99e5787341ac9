"""``reportedly bundle``: made, signed and checked."""

import json
import stat
from pathlib import Path

import pytest

from tests.commands import reportedly
from tests.harbour import HERE


def test_a_bundle_is_made_signed_and_checked(own: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.wacz"
    lines = reportedly("stories", "--format", "jsonl", "--desk", own).out.splitlines()
    (story,) = [one for one in map(json.loads, lines) if HERE in {article["url"] for article in one["articles"]}]
    code, printed, _ = reportedly("bundle", story["story"], "-o", file, "--desk", own)
    assert code == 0
    fingerprint = printed.split()[-1]
    (key,) = own.glob("evidence.key")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    code, printed, _ = reportedly("bundle", "verify", file, "--key", fingerprint)
    assert code == 0
    assert "0 pages, 2 articles, 2 statements" in printed
    assert "2 of the articles were handed in as text, without a page" in printed
    assert "whole" in printed
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    code, printed, complaint = reportedly("bundle", "verify", file, "--key", "00" * 32)
    assert code == 5
    assert "WRONG the key" in printed
    assert "2 things are wrong" in complaint


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("bundle", "-o", "b.wacz"), "name a story"),
        (("bundle", "k1", "--from", "2024-06-01", "-o", "b.wacz"), "name a story"),
    ],
)
def test_what_cannot_be_bundled_is_told(filled: Path, words: tuple[str, ...], says: str) -> None:
    code, _, complaint = reportedly(*words, "--desk", filled)
    assert code == 2
    assert says in complaint


def test_what_the_desk_does_not_have_is_told_as_everywhere(filled: Path) -> None:
    code, _, complaint = reportedly("bundle", "k1", "-o", "b.wacz", "--desk", filled)
    assert code == 3
    assert "no story or article 'k1'" in complaint
