"""``reportedly morning``: what changed, with the reason of each line."""

import json
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.settings import desk_in
from tests import newsroom
from tests.commands import reportedly
from tests.newsroom import STORY


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("river")
    assert reportedly("init", folder).code == 0
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        newsroom.fill(ledger)
    return folder


def test_each_line_has_its_reason_and_each_empty_box_too(river: Path) -> None:
    printed = reportedly("morning", "--desk", river).out
    assert "what changed in the last 24 hours" in printed
    assert f"  {STORY.title}\n      2 independent sources; new, told by " in printed
    assert "Nobody decided anything in the last 24 hours" in printed


def test_programs_get_an_object_a_line(river: Path) -> None:
    printed = reportedly("morning", "--since", "2024-06-01", "--format", "jsonl", "--desk", river).out
    first, *lines = map(json.loads, printed.splitlines())
    assert (first["what"], first["kind"]) == ("since", "asked")
    story = next(line for line in lines if line.get("id") == STORY.id and line["box"] == "new_stories")
    assert story["independent_sources"] == 2
    assert {line["what"] for line in lines} == {"line", "empty"}


def test_a_strange_time_says_what_to_write(river: Path) -> None:
    refused = reportedly("morning", "--since", "noon", "--desk", river)
    assert refused.code == 3
    assert "write look, shift, day" in refused.err


def test_a_strange_zone_says_so(tmp_path: Path) -> None:
    assert reportedly("init", tmp_path / "d").code == 0
    (tmp_path / "d" / "desk.toml").write_text('[desk]\nshifts = ["06:00"]\nzone = "Mars/Olympus"\n', encoding="utf-8")
    assert "is no time zone" in reportedly("morning", "--desk", tmp_path / "d").err
    (tmp_path / "d" / "desk.toml").write_text('[desk]\nshifts = ["6 o\'clock"]\n', encoding="utf-8")
    assert "shifts" in reportedly("morning", "--desk", tmp_path / "d").err
