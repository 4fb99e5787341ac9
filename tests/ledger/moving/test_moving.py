import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from reportedly.errors import BadSetting, UsageError
from reportedly.ledger import Program, open_ledger
from reportedly.ledger.database import connect
from reportedly.ledger.moving import bare, comparing, move, words
from reportedly.ledger.moving.comparing import Held
from reportedly.records import Filters
from tests.commands import started
from tests.ledger.moving.conftest import STOPPED, Opened, moved, rows_of
from tests.postgres import of_sqlite

pytestmark = of_sqlite


def test_every_row_of_every_table_moves(source: str, target: str) -> None:
    compared = moved(source, target)
    assert [one for one in compared if not one.same] == []
    assert [one.part for one in compared if not one.source.rows] == []
    assert rows_of(target) == rows_of(source)


def test_articles_are_found_by_the_same_words(source: str, target: str, opened: Opened) -> None:
    moved(source, target)
    before, after = opened(source), opened(target)
    for word in ("minister", "river", "port*", '"the river"', "talks -river"):
        hits = before.articles.search(word, Filters(), limit=50)
        assert after.articles.search(word, Filters(), limit=50) == hits
    assert before.articles.search("minister", limit=5).hits


def test_numbers_go_on_where_they_were(source: str, target: str) -> None:
    next_ones = {one.part: one.target.next for one in moved(source, target)}
    highest = {name: max(int(row[0]) for row in rows_of(target)[name]) for name in ("articles", "search_matches")}
    assert next_ones["articles"] == highest["articles"] + 1
    assert next_ones["search_matches"] == highest["search_matches"] + 78  # 77 were given and are gone


@pytest.mark.process("killed")
@pytest.mark.parametrize("statements", [2, 200, 470, 735, 900])
def test_a_move_that_is_killed_goes_on_where_it_was(source: str, target: str, statements: int) -> None:
    with started(STOPPED, source, target, str(statements)) as running:
        assert running.wait(60) == -9
    with pytest.raises(BadSetting, match="holds half of the ledger"):
        open_ledger(target)
    assert all(one.same for one in moved(source, target))
    assert rows_of(target) == rows_of(source)


@pytest.mark.process("killed")
def test_a_move_that_is_killed_again_and_again_ends_all_the_same(source: str, target: str) -> None:
    for statements in (100, 400, 250):
        with started(STOPPED, source, target, str(statements)) as running:
            assert running.wait(60) == -9
    assert all(one.same for one in moved(source, target))


def test_a_ledger_that_was_worked_on_meanwhile_is_moved_anew(source: str, target: str, opened: Opened) -> None:
    half(source, target)
    opened(source).runs.begin("poll", datetime(2031, 5, 20, tzinfo=UTC))
    with pytest.raises(UsageError, match="was worked on since"):
        moved(source, target)
    assert all(one.same for one in moved(source, target, anew=True))


def test_half_of_one_ledger_is_not_gone_on_with_from_another(source: str, target: str, tmp_path: Path) -> None:
    half(source, target)
    other = f"sqlite:///{shutil.copy(source.removeprefix('sqlite:///'), tmp_path / 'other.db')}"
    with pytest.raises(UsageError, match=r"holds half of the ledger .*source\.db"):
        moved(other, target)
    with pytest.raises(BadSetting, match="holds half"):
        moved(target, f"sqlite:///{tmp_path}/third.db")


def test_a_ledger_that_is_there_stays_as_it_is(source: str, target: str) -> None:
    with open_ledger(target) as ledger:
        ledger.runs.begin("poll", datetime(2031, 5, 20, tzinfo=UTC))
    held = rows_of(target)
    for anew in (False, True):
        with pytest.raises(UsageError, match="has a ledger of its own"):
            moved(source, target, anew=anew)
    assert rows_of(target) == held


def test_a_ledger_moves_to_where_nothing_is_yet(source: str, tmp_path: Path) -> None:
    assert all(one.same for one in moved(source, f"sqlite:///{tmp_path}/new.db"))


def test_nobody_writes_in_a_ledger_while_it_moves(source: str, target: str) -> None:
    def writes(_what: str, _done: int, _of: int | None) -> None:
        other = closing(sqlite3.connect(source.removeprefix("sqlite:///"), timeout=0))
        with other as connection, pytest.raises(sqlite3.OperationalError, match="locked"):
            connection.execute("DELETE FROM runs")

    move(source, target, writes)


def test_a_ledger_that_somebody_works_on_stays(source: str, target: str, opened: Opened) -> None:
    leases = opened(source).leases
    holder = leases.enter(Program("desk-1", 4711, "", "english/0.1.0"))
    with pytest.raises(UsageError, match="process 4711 on desk-1 is at work on"):
        moved(source, target)
    assert move(source, target, lambda *_: None, gone=lambda worker: worker.id == holder.id)


def test_there_must_be_a_ledger_to_move(source: str, target: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no ledger at"):
        moved(f"sqlite:///{tmp_path}/nowhere.db", target)
    assert not (tmp_path / "nowhere.db").exists()
    with pytest.raises(UsageError, match="cannot move to where it is"):
        moved(source, source)


def test_a_row_that_is_other_is_found(source: str, target: str) -> None:
    moved(source, target)
    with closing(sqlite3.connect(target.removeprefix("sqlite:///"))) as there, there:
        there.execute("UPDATE people SET role = 'admin' WHERE rowid = 1")
        there.execute("INSERT INTO article_words (rowid, headline, text) VALUES (1, 'a', 'b')")
    databases = connect(source), connect(target)
    with databases[0].looking() as one, databases[1].looking() as other:
        unlike = [table.name for table in bare.tables() if held(one, table) != held(other, table)]
        assert unlike == ["people"]
        assert words.held(one, uncounted) != words.held(other, uncounted)
    for database in databases:
        database.close()


def held(connection: sa.Connection, table: sa.Table) -> Held:
    return comparing.rows_of(connection, table, uncounted)


def uncounted(_more: int) -> None:
    """Count nothing."""


def half(source: str, target: str) -> None:
    """Move some of a ledger."""

    class Stopped(Exception): ...

    def stop(_what: str, done: int, _of: int | None) -> None:
        if done > 100:
            raise Stopped

    with pytest.raises(Stopped):
        move(source, target, stop)
