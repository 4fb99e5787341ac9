"""``--language`` wherever a list can be narrowed down; the desk of commands has English and Persian."""

import re
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.settings import desk_in
from tests import newsroom
from tests.commands import reportedly


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("river")
    assert reportedly("init", folder).code == 0
    with open_ledger(desk_in(folder).ledger_url) as ledger:
        newsroom.fill(ledger)
    return folder


def listed(desk: Path, command: str, file: Path, *more: str) -> str:
    """What a command prints, an export into a file."""
    words = [*command.split(), *(["-o", str(file)] if command.startswith("export") else []), "--desk", str(desk)]
    answer = reportedly(*words, *more)
    assert answer.code == 0, answer.err
    return file.read_text("utf-8") if file.exists() else answer.out


@pytest.mark.parametrize("command", ["search", "stories", "export articles", "export stories", "export statements"])
def test_a_list_in_a_language_holds_nothing_of_others(river: Path, tmp_path: Path, command: str) -> None:
    asked = {"all": (), "fa": ("--language", "Persian"), "en": ("--language", "en")}
    told = {name: listed(river, command, tmp_path / f"{name}.csv", *more) for name, more in asked.items()}
    assert len(told["en"]) > len(told["fa"])
    assert "herald" not in told["fa"]
    assert ("payam" in told["fa"]) is ("payam" in told["all"])
    both = ("--language", "fa", "--language", "English")
    assert listed(river, command, tmp_path / "both.csv", *both) == told["all"]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("followups", "nothing was announced by"),
        ("names", "nothing in these days has two names in Urdu"),
        ("stories", "no stories in Urdu yet"),
        ("search", "nothing found"),
    ],
)
def test_a_list_in_a_language_that_nobody_writes_is_empty_and_says_so(river: Path, command: str, says: str) -> None:
    answer = reportedly(command, "--language", "urdu", "--desk", river)
    assert (answer.code, answer.out) == (0, "")
    assert says in answer.err


@pytest.mark.parametrize(
    "command", ["search", "stories", "followups", "names", "brief", "export articles", "searches add"]
)
def test_what_is_no_language_ends_a_command(river: Path, command: str) -> None:
    answer = reportedly(*command.split(), "--language", "xyzzy", "--desk", river)
    assert answer.code != 0
    assert "there are articles in: English (en), Persian (fa)" in answer.err


def test_a_brief_in_a_language_tells_its_stories_only(river: Path) -> None:
    days = "--from", "2024-06-01", "--to", "2024-06-07", "--desk", str(river)
    assert "Shells hit Teral Bridge" in reportedly("brief", *days).out
    persian = reportedly("brief", "--language", "fa", *days).out
    assert "Shells hit Teral Bridge" not in persian
    assert "پل ترال" in persian


def test_coverage_compares_what_is_told_in_a_language(river: Path) -> None:
    sides = "--side", "XS", "--side", "XV", "--since", "2024-06-01", "--until", "2024-06-07", "--desk", str(river)
    assert "both: 1 story" in reportedly("coverage", *sides).out
    assert "both: 0 stories" in reportedly("coverage", "--language", "fa", *sides).out


def test_a_kept_search_holds_its_languages(river: Path) -> None:
    kept = reportedly("searches", "add", "پل", "--language", "fa", "--language", "ur", "--desk", river)
    assert "1 articles match already" in kept.out


def test_health_says_which_languages_are_read(river: Path) -> None:
    printed = reportedly("health", "--desk", river).out
    assert re.search(r"Articles that are read: English \d, Persian 1\.", printed)
