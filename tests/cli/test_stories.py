"""``reportedly stories``: all in a list, and one with who tells it and why they are as many as counted."""

import json
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.settings import desk_in
from tests import newsroom
from tests.commands import reportedly
from tests.newsroom import COPY, ORIGINAL, STORIES, STORY


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("river")
    assert reportedly("init", folder).code == 0
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        newsroom.fill(ledger)
    return folder


def test_the_list_counts_independent_sources(river: Path) -> None:
    printed = reportedly("stories", "--desk", river).out
    assert "3 articles in courier, herald, varen | 2 independent sources" in printed


def test_one_story_is_told_voice_by_voice_with_the_reasons(river: Path) -> None:
    printed = reportedly("stories", STORY.id, "--desk", river).out
    assert printed.startswith("Shells hit Teral Bridge\n    2 independent sources | 3 articles")
    assert "1 voice from XS, 1 voice from XV" in printed
    assert "counted with it: River Herald, 2024-06-03" in printed
    assert "      repeats its text" in printed
    assert "not named (2): An official who asked not to be named; a railway worker" in printed


def test_one_story_says_where_its_articles_differ(river: Path) -> None:
    printed = reportedly("stories", STORY.id, "--desk", river).out
    assert "Accounts differ (killed):" in printed
    assert ": 4, the most cautious\n" in printed


def test_one_story_is_shown_as_a_part_of_its_running_story(river: Path) -> None:
    printed = reportedly("stories", STORY.id, "--desk", river).out
    assert "part of a running story of 2 parts" in printed
    assert (
        f"    2024-05-20: {STORIES[1].title} | {STORIES[1].id}\n    2024-06-03: {STORY.title} | this story" in printed
    )


def test_a_program_gets_voices_folds_and_sides(river: Path) -> None:
    (line,) = reportedly("stories", STORY.id, "--format", "jsonl", "--desk", river).out.splitlines()
    story = json.loads(line)
    assert len(story["voices"]) == story["independent_sources"] == 2
    (fold,) = story["folds"]
    assert fold == {"url": COPY.article.url, "into": ORIGINAL.article.url, "reason": "copy", "words": None}
    (differ,) = [one for one in story["disagreements"] if one["kind"] == "conflict"]
    assert ([told["value"] for told in differ["told"]], differ["cautious"]) == (["12", "4"], 1)
    assert story["sides"] == [{"country": "XS", "sources": 1}, {"country": "XV", "sources": 1}]


def test_an_unknown_story_is_refused(river: Path) -> None:
    code, _, complaint = reportedly("stories", "k-none", "--desk", river)
    assert code == 3
    assert "k-none" in complaint
