"""Two stories joined, one parted: it holds when all is grouped anew, and an undo brings back what was."""

import json
from pathlib import Path

import pytest

from tests.commands import reportedly
from tests.harbour import FIRE, HERE

VISIT = "A visit"


def stories(desk: Path) -> dict[str, str]:
    """By the addresses of articles the id of their story."""
    printed = reportedly("stories", "--format", "jsonl", "--desk", desk).out
    told = map(json.loads, printed.splitlines())
    return {article["url"]: story["story"] for story in told for article in story["articles"]}


def judge(desk: Path, *words: str) -> str:
    """The id of what was decided."""
    code, said, error = reportedly("judge", *words, "--who", "Ilse", "--desk", desk)
    assert code == 0, error
    return said.partition(":")[0]


def test_joined_stories_are_one_until_the_decision_is_undone(own: Path) -> None:
    before = stories(own)
    assert before[HERE] != before[FIRE]
    made = judge(own, "merge", before[FIRE], HERE, "--note", "one harbour")
    assert len(set(stories(own).values())) == len(set(before.values())) - 1
    assert reportedly("run", "--desk", own).code == 0
    assert stories(own)[HERE] == stories(own)[FIRE]
    listed = reportedly("judge", "list", "--desk", own).out
    assert f"Ilse: merge {before[FIRE]} “" in listed
    assert f"” with {before[HERE]} “{VISIT}” (one harbour)" in listed
    assert "by Ilse on 20" in reportedly("stories", stories(own)[HERE], "--desk", own).out
    judge(own, "undo", made)
    assert stories(own) == before


def test_who_is_parted_stands_alone_whoever_came_first(own: Path) -> None:
    before = stories(own)
    judge(own, "merge", before[HERE], before[FIRE])
    whole = stories(own)
    made = judge(own, "split", whole[HERE], HERE)
    parted = stories(own)
    assert list(parted.values()).count(parted[HERE]) == 1
    assert parted[FIRE] != parted[HERE]
    listed = reportedly("judge", "list", "--desk", own).out
    assert f"without {HERE} “{VISIT}”" in listed
    judge(own, "undo", made)
    assert stories(own) == whole


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("merge", "s0000000000000000", FIRE), "s0000000000000000 is no story of this desk"),
        (("merge", FIRE, "https://else.example/1"), "https://else.example/1 is no story of this desk"),
        (("merge", FIRE, FIRE), "is one story already"),
        (("split", FIRE, HERE), f"has no article {HERE}, so there is nothing to part"),
        (("split", FIRE, FIRE), f"{FIRE} is the only article of s"),
    ],
)
def test_what_cannot_be_decided_is_said(filled: Path, words: tuple[str, ...], complaint: str) -> None:
    code, _, error = reportedly("judge", *words, "--who", "Ilse", "--desk", filled)
    assert code == 3
    assert complaint in error
    assert reportedly("judge", "list", "--desk", filled).out == ""
