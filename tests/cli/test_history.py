"""``reportedly history``: what became of a page, by its address and by an article's id."""

import json
from pathlib import Path

from reportedly.settings import Desk
from tests.commands import reportedly
from tests.harbour import FIRE


def test_revisions_handed_in_are_told_apart_by_url_and_by_article(filled: Path) -> None:
    code, printed, _ = reportedly("history", FIRE, "--desk", filled)
    assert code == 0
    assert "[-may have-] killed [-14-] {+nine+}" in printed
    assert "CHANGED: certainty" in printed
    lines = reportedly("history", FIRE, "--format", "jsonl", "--desk", filled).out
    seen, edited = map(json.loads, lines.splitlines())
    assert (seen["kind"], edited["kind"], edited["statements_compared"]) == ("seen", "edited", True)
    assert reportedly("history", edited["article"], "--desk", filled).out == printed


def test_a_page_that_nobody_looked_at_is_refused(desk: Desk) -> None:
    code, _, complaint = reportedly("history", "https://quay.example/none", "--desk", desk.folder)
    assert code == 3
    assert "https://quay.example/none" in complaint
