from pathlib import Path

import pytest

from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.session import Session
from reportedly.settings import init_desk


def test_a_stage_that_breaks_off_leaves_what_it_had_done(tmp_path: Path) -> None:
    desk = init_desk(tmp_path / "desk")
    with open_ledger(desk.ledger_url) as ledger:
        session = Session(desk, ledger, Archive(desk.archive))

        def stopped() -> None:
            with session.stage("fetch") as tally:
                tally.count()
                tally.count(failed=True)
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            stopped()
        (run,) = ledger.runs.last("fetch")
        assert (run.done, run.failed) == (2, 1)
        assert run.ended is not None
        assert run.ended >= run.started
