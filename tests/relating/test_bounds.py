"""What one more article costs a desk hangs on the news of its days, not on how much the desk holds."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.relating.test_stories import bring_up_to_date, come, filed
from tests.stories.test_grouping import FERRY, gist

START = date(2031, 1, 1)
A_DAY = 6


class Work:
    """Steps that the database took and rows it changed, over all connections."""

    def __init__(self) -> None:
        self.hundreds = 0
        self.connections = list[object]()

    def watch(self, raw: object, _record: object) -> None:
        raw.set_progress_handler(self._count, 100)  # type: ignore[attr-defined]
        self.connections.append(raw)

    def _count(self) -> int:
        self.hundreds += 1
        return 0

    @property
    def changes(self) -> int:
        return sum(raw.total_changes for raw in self.connections)  # type: ignore[attr-defined]


@pytest.fixture
def work() -> Iterator[Work]:
    watching = Work()
    sa.event.listen(sa.Engine, "connect", watching.watch)
    yield watching
    sa.event.remove(sa.Engine, "connect", watching.watch)


def cost(work: Work, folder: Path, days: int) -> tuple[int, int]:
    """Hundreds of steps and changed rows for two tellings of one happening on the last of so many days."""
    desk, last = init_desk(folder), START + timedelta(days - 1)
    work.connections.clear()
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        run = Session(desk, ledger, archive)
        for n in range(days * A_DAY):
            headline = f"Harbour{n} lantern{n} orchard{n} of Vell opened"
            told = gist(f"quiet{n}", headline, day=START + timedelta(n // A_DAY))
            come(ledger, replace(told, people=(f"e{n}",), names=(f"n{n}",)))
        bring_up_to_date(run)
        come(ledger, gist("east", "Night ferry Heron runs aground off Cape Sorrow", FERRY, day=last))
        before = work.hundreds, work.changes
        bring_up_to_date(run)
        come(ledger, gist("west", "Ferry Heron aground at Cape Sorrow, all rescued", FERRY, day=last))
        bring_up_to_date(run)
        spent = work.hundreds - before[0], work.changes - before[1]
        assert any(len(story.articles) > 1 for story in filed(ledger).values())
        return spent


def test_a_desk_four_times_as_old_does_no_more_for_an_article(work: Work, tmp_path: Path) -> None:
    (steps, changes), (later_steps, later_changes) = (cost(work, tmp_path / f"{n}", n) for n in (20, 60))
    assert later_changes <= changes
    assert later_steps < 1.2 * steps
