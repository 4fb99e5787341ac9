"""Relating while somebody decides: what they decided stands in the stories, whoever filed last."""

from datetime import UTC, datetime
from pathlib import Path

from reportedly import pipeline
from reportedly.ledger import open_ledger
from reportedly.records import Judgement
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.relating.test_stories import EDITED, NEWS, at_once, come, copied, filed


def test_what_is_decided_while_stories_are_told_is_not_lost(tmp_path: Path) -> None:
    empty = init_desk(tmp_path / "empty")
    open_ledger(empty.ledger_url).close()
    with copied(empty.folder) as run:
        for told in NEWS:
            come(run.ledger, told)
        pipeline.relate(run)
        joined = sorted(filed(run.ledger))[:2]
        decided = [Judgement("j1", "Ilse", datetime(2031, 5, 5, tzinfo=UTC), "merge", *joined)]

        def decide(stage: str, _done: int, _total: int | None) -> None:
            if stage == "telling stories" and decided:
                run.ledger.judgements.put(decided.pop())  # and whoever did is not yet at what hangs on it

        for told in EDITED.values():
            come(run.ledger, told, "edited")
        pipeline.relate(Session(run.desk, run.ledger, run.archive, decide))
        assert decided == []
        assert filed(run.ledger) == at_once(run.ledger)
        assert pipeline.relate(run, anew=True) == 0
