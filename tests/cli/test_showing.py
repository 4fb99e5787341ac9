"""Nobody is left before an empty screen: why a list is empty, and that an outlet failed, is said on stderr."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.cli.showing import say_unread
from reportedly.ledger import open_ledger
from reportedly.settings import Desk
from tests.commands import reportedly

LISTS = {
    "stories": "no stories yet",
    "followups": "nothing was announced by",
    "outcomes": "nothing was fetched or imported yet",
    "search ferry": "no article holds all these words",
    "outlets list": "`reportedly outlets add URL` adds one",
}


@pytest.mark.parametrize("command", LISTS)
def test_an_empty_list_says_why(desk: Desk, command: str) -> None:
    code, printed, said = reportedly(*command.split(), "--desk", desk.folder)
    assert (code, printed) == (0, "")
    assert LISTS[command] in said


def test_a_search_is_narrowed_down_and_goes_on(filled: Path) -> None:
    first = reportedly("search", "--limit", "1", "--desk", filled).out.splitlines()
    assert first[-1].startswith("... older ones: --before ")
    second = reportedly("search", "--limit", "1", "--before", first[-1].split()[-1], "--desk", filled).out
    assert second.splitlines()[1] != first[1]
    outlet = first[1].split(" | ")[1]
    narrowed = reportedly("search", "--outlet", outlet, "--limit", "50", "--desk", filled).out
    assert {line.split(" | ")[1] for line in narrowed.splitlines() if " | " in line} == {outlet}
    every = reportedly("search", "--best", "--desk", filled, "--", "fenn", "-zeppelin").out
    assert every == reportedly("search", "--best", "fenn", "--desk", filled).out != ""


def test_what_can_be_no_certainty_is_said(filled: Path) -> None:
    answer = reportedly("search", "fenn", "--certainty", "sure", "--desk", filled)
    assert (answer.code, answer.out) == (3, "")
    assert "one of certain, probable, possible, unknown" in answer.err


def test_a_run_tells_that_an_outlet_could_not_be_watched(desk: Desk) -> None:
    (desk.folder / "desk.toml").write_text('[fetch.resolve]\n"herald.example" = "127.0.0.1:1"\n', "utf-8")
    home = ("--home", "https://herald.example/", "--feed", "https://herald.example/rss")
    reportedly("outlets", "add", "herald", *home, "--desk", desk.folder)
    code, printed, said = reportedly("watch", "--once", "--desk", desk.folder)
    assert code == 0
    assert "the ledger holds 0 captures" in printed
    assert "1 of 1 outlet could not be watched; `reportedly outlets health` says why" in said


def test_how_many_articles_could_not_be_read_is_said(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    now = datetime(2026, 3, 10, 8, tzinfo=UTC)
    with open_ledger(desk.ledger_url) as ledger:
        for hours, failed in ((-5, 7), (0, 2), (1, 1)):
            number = ledger.runs.begin("read", now + timedelta(hours=hours))
            ledger.runs.end(number, now + timedelta(hours=hours + 1), 40, failed)
        say_unread(ledger, now)
        assert capsys.readouterr().err == "reportedly: 3 articles could not be read; `reportedly outcomes` says why\n"
        say_unread(ledger, now + timedelta(hours=2))
        assert capsys.readouterr().err == ""
