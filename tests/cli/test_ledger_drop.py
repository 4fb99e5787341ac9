"""Readings of long ago are set aside and brought back: nothing else of the desk changes by it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.records import page_id
from tests.commands import Answer, reportedly
from tests.harbour import HERE

PARTS = (
    *("sentences", "entities", "relations", "times", "statements", "events", "participants", "expectations"),
    "developments",
)

GIVEN = ("ungiven", "given_events", "given_expectations")


def command(desk: Path, *words: str) -> Answer:
    answer = reportedly(*words, "--desk", desk)
    assert answer.code == 0, answer
    return answer


def rows(desk: Path, *but: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but of those named; runs, and what was given out when, are told anew."""
    with closing(sqlite3.connect(desk / "ledger.db")) as connection:
        names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        tables = [name for (name,) in connection.execute(names) if name not in {*but, *GIVEN, "runs"}]
        every = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608
        return {name: sorted(found, key=repr) for name, found in every.items()}


@pytest.fixture
def slim(own: Path) -> Path:
    """The harbour's desk, all readings of which were set aside."""
    command(own, "ledger", "drop", "--older-than", "1d")
    return own


def test_what_was_set_aside_comes_back_row_for_row(own: Path) -> None:
    before = rows(own)
    told = command(own, "ledger", "drop", "--older-than", "90d").out
    assert "2 readings set aside: the ledger takes" in told
    assert "reportedly ledger restore" in told
    after = rows(own)
    assert len(after["statements"]) < len(before["statements"])
    gone = {name for name in before if before[name] != after[name]}
    assert gone <= {*PARTS, "readings", "sightings"}
    assert command(own, "ledger", "check").out == ""
    assert "2 readings brought back" in command(own, "ledger", "restore", "--since", "2025-06-10").out
    assert rows(own) == before
    assert command(own, "ledger", "check").out == ""


def test_articles_stories_and_all_that_relates_articles_stay(own: Path) -> None:
    kept = rows(own, *PARTS, "readings", "sightings")
    command(own, "ledger", "drop", "--older-than", "1d")
    assert rows(own, *PARTS, "readings", "sightings") == kept
    assert {*kept} >= {"articles", "stories", "story_articles", "followups", "supports", "gists", "judgements"}


def test_what_was_set_aside_is_not_taken_for_unread_and_related_as_before(slim: Path) -> None:
    before = rows(slim, "uncompared")  # a page stands there until somebody looks whether it is to be compared
    command(slim, "run")
    assert rows(slim, "uncompared") == before
    with closing(sqlite3.connect(slim / "ledger.db", isolation_level=None)) as connection:
        connection.create_function("page", 1, page_id)
        connection.execute("INSERT INTO unrelated (page, url) SELECT page(url), url FROM articles")
    command(slim, "run")
    after = rows(slim)
    for name in ("stories", "story_articles", "followups", "supports", "changes", "change_evidence"):
        assert after[name] == before[name]


def test_days_say_what_is_set_aside_and_what_comes_back(own: Path) -> None:
    assert "no reading is of an article older than 9000d" in command(own, "ledger", "drop", "--older-than", "9000d").out
    command(own, "ledger", "drop", "--older-than", "1d")
    assert "1 reading brought back" in command(own, "ledger", "restore", "--until", "2025-06-11").out
    assert "1 reading brought back" in command(own, "ledger", "restore").out


def test_the_setting_says_the_age(own: Path) -> None:
    nothing = reportedly("ledger", "drop", "--desk", own)
    assert nothing.code == 2
    assert "--older-than 90d" in nothing.err
    with (own / "desk.toml").open("a", encoding="utf-8") as file:
        file.write('[keep]\nreadings = "90d"\n')
    assert "2 readings set aside" in command(own, "ledger", "drop").out
    assert reportedly("ledger", "drop", "--older-than", "soon", "--desk", own).code == 2


def test_commands_say_what_is_missing_and_how_to_bring_it_back(slim: Path) -> None:
    for words in (("brief", "--from", "2025-06-10", "--to", "2025-06-12"), ("names", "Peru")):
        assert "set aside to make room and is missing here. `reportedly ledger restore" in command(slim, *words).err
    refused = reportedly("bundle", "make", HERE, "-o", slim / "b.wacz", "--desk", slim)
    assert refused.code == 2
    assert "`reportedly ledger restore --since 2025-06-10 --until 2025-06-10`, then bundle" in refused.err


def test_broken_rows_are_read_anew(own: Path) -> None:
    with closing(sqlite3.connect(own / "ledger.db", isolation_level=None)) as connection:
        connection.execute("UPDATE statements SET certainty = 'unknown'")
    assert reportedly("ledger", "check", "--desk", own).code == 5
    assert "read anew" in command(own, "ledger", "restore", "--faulty").out
    command(own, "run")
    assert command(own, "ledger", "check").out == ""


def test_room_is_given_back_and_nothing_is_lost(own: Path) -> None:
    before = rows(own)
    assert "the ledger takes" in command(own, "ledger", "compact").out
    assert rows(own) == before
