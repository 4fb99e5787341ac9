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


def test_a_page_is_found_as_a_browser_spells_its_address(filled: Path) -> None:
    as_stored = reportedly("history", FIRE, "--desk", filled).out
    swapped = FIRE.replace("https://", "http://") if FIRE.startswith("https") else FIRE.replace("http://", "https://")
    for spelled in (f"{FIRE}#comments", f"{FIRE}?utm_source=mail&fbclid=x", f"{FIRE}/", swapped):
        assert reportedly("history", spelled, "--desk", filled).out.split("\n")[1:] == as_stored.split("\n")[1:]
    assert reportedly("history", f"{FIRE}?page=2", "--desk", filled).code == 3
