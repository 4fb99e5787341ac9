"""What a desk looks at first, and whose words an expectation rests on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reportedly.account.expectations import outlets_of, pressing, spans_in, standing_on
from reportedly.account.telling import tellings
from reportedly.ledger import Ledger, open_ledger
from tests import newsroom
from tests.newsroom import CLOSED, COPY, FERRY, FOLLOWUPS, MEETING, ORIGINAL, SOMEDAY, STORY, TODAY

NAMES = {"varen": "Varen News Agency", "herald": "River Herald"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("newsroom")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        yield newsroom.fill(opened)


def test_what_is_due_stands_first_and_silence_last() -> None:
    on_the_day = sorted((followup.as_of(date(2024, 6, 9)) for followup in FOLLOWUPS), key=pressing)
    assert [followup.state for followup in on_the_day] == ["due", "due", "open", "happened", "silent"]
    assert on_the_day[0].id == MEETING.id


def test_a_story_leads_one_to_expect_what_rests_on_its_originators(ledger: Ledger) -> None:
    told = tellings(ledger, (STORY,), NAMES, 9)
    (resting,) = standing_on(ledger, told, TODAY)
    assert [followup.id for followup in resting] == [CLOSED.id, MEETING.id, SOMEDAY.id, FERRY.id]


def test_a_copy_beside_other_support_is_called_one(ledger: Ledger) -> None:
    assert outlets_of(ledger, (MEETING,), NAMES) == {ORIGINAL.id: "Varen News Agency", COPY.id: "River Herald (copy)"}


def test_words_that_expectations_rest_on_are_found_in_their_article(ledger: Ledger) -> None:
    ferry = FERRY.history[0].evidence[0].span
    assert spans_in(ledger, ORIGINAL.id) == {MEETING.supports[0].span, CLOSED.supports[0].span, ferry}
