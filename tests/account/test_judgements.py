"""What may be decided about an expectation, whichever face asks."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.account.judgements import checked
from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Decision, Judgement
from tests import newsroom
from tests.newsroom import MEETING, REPLY


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("newsroom")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        filled = newsroom.fill(opened)
        filled.judgements.put(decision("withdraw", "j1"))
        filled.judgements.put(decision("undo", "j2", undoes="j1"))
        yield filled


def decision(kind: Decision, own: str = "j9", about: str = MEETING.id, **more: str | None) -> Judgement:
    return Judgement(own, "Ilse", datetime(2024, 6, 6, tzinfo=UTC), kind, about, **more)


def test_a_match_an_expectation_rests_on_can_be_parted(ledger: Ledger) -> None:
    checked(ledger, decision("split", value=MEETING.supports[1].article_url))


def test_an_article_that_is_none_of_its_evidence_cannot_be_parted(ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="so there is nothing to part"):
        checked(ledger, decision("split", value=REPLY.article.url))


def test_nothing_can_be_decided_about_what_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(NotInLedger, match="f0 is no expectation of this desk"):
        checked(ledger, decision("withdraw", about="f0"))


def test_an_undo_can_be_undone_and_what_it_undid_cannot(ledger: Ledger) -> None:
    checked(ledger, decision("undo", undoes="j2"))
    for undone, about in (("j1", MEETING.id), ("j0", MEETING.id), ("j2", "f0"), (None, MEETING.id)):
        with pytest.raises(BadInput, match="is no decision in force about"):
            checked(ledger, decision("undo", about=about, undoes=undone))


def test_somebody_decides(ledger: Ledger) -> None:
    nobody = Judgement("j9", " ", datetime(2024, 6, 6, tzinfo=UTC), "withdraw", MEETING.id)
    with pytest.raises(BadInput, match="needs the name of who decides"):
        checked(ledger, nobody)
