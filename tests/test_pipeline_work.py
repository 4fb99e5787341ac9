"""A worker that stays: it takes up what comes, goes on when it slept or its database was away, and relates in turn."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reportedly import duty, pipeline
from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.records import Article
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.postgres import Postgres
from tests.read.reading_of import article


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = init_desk(tmp_path / "desk")
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        yield Session(desk, ledger, archive)


def wire(number: int) -> Article:
    return article(
        f"Ferry {number} sank off Tarnow. Police said nobody was hurt.", url=f"https://wire.example/{number}"
    )


def working(session: Session, *between: Callable[[], None]) -> None:
    """Work, with these things done in the pauses, and Ctrl-C after the last."""
    steps = iter(between)

    def wait(_seconds: float) -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    with pytest.raises(KeyboardInterrupt):
        pipeline.work(session, ("read", "relate"), wait)


def is_read(session: Session, *numbers: int) -> bool:
    return all(session.ledger.readings.get(wire(number).id) for number in numbers)


def test_what_comes_is_read_and_related_in_the_next_round(session: Session) -> None:
    working(session, lambda: session.ledger.articles.file(wire(1)), lambda: session.ledger.articles.file(wire(2)))
    assert is_read(session, 1, 2)
    assert not session.ledger.unrelated.any()
    assert session.ledger.leases.workers() == []
    assert [run.done for run in session.ledger.runs.last("read")] == [1, 1]  # and none where nothing was due


def test_who_slept_while_there_was_nothing_to_do_comes_back_as_another(session: Session) -> None:
    seen: list[str] = []

    def sleep() -> None:
        seen.append(session.duty.holder.id)
        session.ledger.leases.renew(session.duty.holder, timedelta(seconds=-1))
        session.ledger.articles.file(wire(1))

    working(session, sleep, lambda: None, lambda: seen.append(session.duty.holder.id))
    assert is_read(session, 1)
    assert len({*seen}) == 2


def test_what_another_relates_is_left_to_it(session: Session) -> None:
    other = session.ledger.leases.enter(duty.this_process())
    session.ledger.leases.take(other, "stage", ["relate"])
    session.ledger.articles.file(wire(1))
    working(session)
    assert is_read(session, 1)
    assert session.ledger.unrelated.any()
    session.ledger.leases.leave(other)
    working(session)
    assert not session.ledger.unrelated.any()


def test_what_somebody_left_who_was_killed_over_relating_is_taken_up(session: Session) -> None:
    session.ledger.judgements.begin_relating()
    working(session)
    assert not session.ledger.judgements.left_half()
    working(session)
    assert len(session.ledger.runs.last("relate")) == 1  # and nothing where nothing is due


def test_a_database_that_was_away_is_waited_for(postgres: Postgres, database: str, tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text(f'ledger = "{database}"\n')
    desk = init_desk(tmp_path)
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        told: list[str] = []
        session = Session(desk, ledger, archive, say=told.append)
        ledger.articles.file(wire(1))
        back: list[Callable[[], None]] = [postgres.start, lambda: ledger.articles.file(wire(2)), lambda: None]
        working(session, postgres.kill, *back)
        assert is_read(session, 1, 2)
        assert [words.partition(": ")[0] for words in told] == ["waiting for the ledger"]
        assert ledger.leases.workers() == []
