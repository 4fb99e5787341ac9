"""``reportedly run``, and what the commands that look at the desk then show of it."""

import json
from pathlib import Path

from tests.commands import reportedly
from tests.harbour import FIRE, HERE, THERE


def test_what_was_announced_has_happened_by_a_later_day(filled: Path) -> None:
    printed = reportedly("followups", "--as-of", "2025-06-30", "--format", "jsonl", "--desk", filled).out
    (visit,) = [line for line in map(json.loads, printed.splitlines()) if line["article_url"] == HERE]
    assert visit["state"] == "happened"
    assert visit["history"][0]["evidence"][0]["article_url"] == THERE
    early = reportedly("followups", "--as-of", "2025-06-11", "--format", "jsonl", "--desk", filled).out
    assert json.loads(early.splitlines()[0])["state"] == "open"
    assert "Orla Fenn" in reportedly("followups", "--as-of", "2025-06-30", "--desk", filled).out


def test_words_are_found_and_marked(filled: Path) -> None:
    assert "[Fenn]" in reportedly("search", "fenn", "--desk", filled).out


def test_every_article_stands_in_a_story(filled: Path) -> None:
    printed = reportedly("stories", "--format", "jsonl", "--desk", filled).out
    urls = {article["url"] for line in printed.splitlines() for article in json.loads(line)["articles"]}
    assert urls == {HERE, THERE, FIRE}


def test_the_brief_cites_what_it_says(filled: Path) -> None:
    code, brief, _ = reportedly("brief", "--desk", filled)
    assert code == 0
    assert THERE in brief


def test_running_again_says_the_same_counts(own: Path) -> None:
    first, again = (reportedly("run", "--desk", own) for _ in range(2))
    assert first == again
    assert "4 articles" in first.out


def test_what_each_step_took_is_told_when_asked(own: Path) -> None:
    answer = reportedly("run", "--timings", "--desk", own)
    head, *lines = answer.err.splitlines()
    assert head.split() == ["step", "clock", "processor", "share"]
    steps = [line.split()[0] for line in lines]
    assert [step for step in steps if step in {"extract", "read", "file", "relate"}] == [
        "extract",
        "read",
        "file",
        "relate",
    ]
    assert reportedly("run", "--desk", own).err == ""
