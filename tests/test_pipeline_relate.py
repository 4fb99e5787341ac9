"""Relating while somebody decides: what they decided stands in the stories, whoever filed last or was killed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly import pipeline, relating
from reportedly.ledger import open_ledger
from reportedly.records import Judgement, page_id
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.relating.test_stories import EDITED, NEWS, at_once, come, copied, filed


class Killed(BaseException):
    """What nobody catches."""


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Session]:
    """A desk with stories, and articles that were edited since."""
    empty = init_desk(tmp_path / "empty")
    open_ledger(empty.ledger_url).close()
    with copied(empty.folder) as session:
        for told in NEWS:
            come(session.ledger, told)
        pipeline.relate(session)
        for told in EDITED.values():
            come(session.ledger, told, "edited")
        yield session


def merging(run: Session) -> Judgement:
    return Judgement("j1", "Ilse", datetime(2031, 5, 5, tzinfo=UTC), "merge", *sorted(filed(run.ledger))[:2])


def relate(run: Session, between: Callable[[str], None]) -> None:
    """Relate, with something done whenever it is told how far that is."""
    pipeline.relate(Session(run.desk, run.ledger, run.archive, lambda stage, _done, _total: between(stage)))


def test_what_is_decided_while_stories_are_told_is_not_lost(run: Session) -> None:
    decided = [merging(run)]

    def decide(stage: str) -> None:
        if stage == "telling stories" and decided:
            run.ledger.judgements.put(decided.pop())  # and whoever did is not yet at what hangs on it

    relate(run, decide)
    assert decided == []
    assert filed(run.ledger) == at_once(run.ledger)
    assert pipeline.relate(run, anew=True) == 0


def test_what_was_decided_while_somebody_related_who_was_killed_is_laid_by_the_next(run: Session) -> None:
    made = merging(run)

    def decide(stage: str) -> None:
        if stage == "telling stories" and not run.ledger.judgements.get(made.id):
            before = [*filed(run.ledger).values()]
            run.ledger.judgements.put(made)
            relating.by_decision(run, made)
            places = [place for story in before for place in story.articles]
            run.ledger.stories.tell([page_id(place.url) for place in places], before)  # by who had read before
        if stage == "following up":
            raise Killed

    with pytest.raises(Killed):
        relate(run, decide)
    assert not run.ledger.unrelated.any()
    assert not run.ledger.placings.any_unsettled()
    assert filed(run.ledger) != at_once(run.ledger)
    pipeline.relate(run)
    assert filed(run.ledger) == at_once(run.ledger)
    assert not run.ledger.judgements.left_half()


def test_what_was_decided_by_who_was_killed_over_it_is_told_by_the_next(run: Session) -> None:
    pipeline.relate(run)
    run.ledger.judgements.put(merging(run))
    assert run.ledger.placings.any_unsettled()
    assert pipeline.relate(run) > 0
    assert filed(run.ledger) == at_once(run.ledger)
