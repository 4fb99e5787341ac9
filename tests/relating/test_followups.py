"""Follow-ups brought up to date on a desk: what is due has its turns, what stands is not asked again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from reportedly import relating
from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.records import Comparison, Question, content_id
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.ledger.test_following import file
from tests.pages_of_news import sightings

FENN = content_id("e", "Orla Fenn")
OPENING = "will open the mole at Oberfeld with the ferrymen"
OPENED = "opened the mole at Oberfeld with the ferrymen from a barge under flags"
ANNOUNCED, TOLD = "https://a.example/", "https://b.example/"


class Comparer:
    """Whatever it is asked about came about; it remembers what it was asked."""

    def __init__(self) -> None:
        self.asked = list[Question]()

    def __call__(self, questions: Iterable[Question]) -> list[Comparison]:
        now = [*questions]
        self.asked += now
        return [Comparison(0.9, 0.0, 0.0, 0.0, 0.0, 0.1, 0.0) for _ in now]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Session]:
    """A desk with an announcement and, ten days later, what became of it."""
    desk = init_desk(tmp_path / "desk")
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        file(ledger, ANNOUNCED, sightings(ANNOUNCED, 1, [("ahead", FENN, OPENING, 10, "day")]))
        file(ledger, TOLD, sightings(TOLD, 10, [("happened", FENN, OPENED, 10, "day")]))
        yield Session(desk, ledger, archive)


def bring_up_to_date(run: Session) -> Comparer:
    comparer = Comparer()
    relating.followups_anew(run, run.ledger.unrelated.all(), comparer)
    return comparer


def test_what_is_due_is_followed_up_once(run: Session) -> None:
    assert bring_up_to_date(run).asked
    told = run.ledger.followups.all()
    assert [each.state for each in told] == ["happened"]
    assert run.ledger.unrelated.all() == []
    assert bring_up_to_date(run).asked == []
    assert run.ledger.followups.all() == told


def test_anew_all_comes_to_the_same_and_what_was_answered_is_not_asked_again(run: Session) -> None:
    bring_up_to_date(run)
    before = run.ledger.followups.all()
    relating.everything_anew(run)
    assert len(run.ledger.unrelated.all()) == 2
    assert bring_up_to_date(run).asked == []
    assert run.ledger.followups.all() == before


def test_what_other_rules_followed_up_is_taken_up_again(run: Session) -> None:
    bring_up_to_date(run)
    before = run.ledger.followups.all()
    engine = sa.create_engine(run.desk.ledger_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE followed SET by = 'followups/1 comparer/1'"))
        connection.execute(sa.text("DELETE FROM comparisons"))
    engine.dispose()
    comparer = Comparer()
    relating.follow_up(run, (), comparer)
    assert comparer.asked
    assert run.ledger.followups.all() == before
    assert run.ledger.following.outdated(relating.followups.BY) == []
