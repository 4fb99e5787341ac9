"""Searches are kept, listed and taken away on a terminal; alerts are made, sent and muted there."""

from pathlib import Path

from tests.commands import reportedly


def said(*words: str | Path, desk: Path) -> str:
    answer = reportedly(*words, "--desk", desk)
    assert answer.code == 0, answer.err
    return answer.out.strip()


def test_a_search_is_kept_listed_taken_away_and_brought_back(own: Path) -> None:
    made = said("searches", "add", "harbour", "--name", "The harbour", desk=own)
    assert "The harbour: " in made
    assert "articles match already" in made
    search = made.split()[0]
    assert said("searches", "list", desk=own) == f"{search}  0 unread  The harbour  (harbour)"
    assert said("searches", "remove", search, desk=own).startswith("The harbour was taken away")
    assert said("searches", "list", desk=own) == ""
    assert said("searches", "remove", search, desk=own) == "The harbour is kept again"


def test_an_alert_is_made_listed_muted_and_nothing_due_is_sent(own: Path) -> None:
    search = said("searches", "add", "harbour", desk=own).split()[0]
    made = said(
        "alerts", "add", search, "http://hooks.example/in", "--pace", "daily", "--quiet", "22:00-06:00", desk=own
    )
    alert, *_ = made.split()
    assert "what is posted is signed with" in made
    listed = said("alerts", "list", desk=own)
    assert listed == f"{alert}  harbour  webhook  http://hooks.example/in  daily  nothing yet"
    assert said("alerts", "mute", alert, "2031-05-30", desk=own) == f"{alert} is muted until 2031-05-30"
    assert said("alerts", "mute", alert, desk=own) == f"{alert} is muted no more"
    assert said("alerts", "send", desk=own) == "0 sent, 0 not taken"


def test_what_is_not_there_is_said(own: Path) -> None:
    assert reportedly("searches", "remove", "q0", "--desk", own).code == 3
    assert reportedly("alerts", "add", "q0", "ada@desk.example", "--desk", own).code == 3
    assert reportedly("searches", "add", "--", "—", "--desk", own).code != 0
