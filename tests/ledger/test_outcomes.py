from datetime import UTC, datetime, timedelta

import pytest

from reportedly.ledger import Ledger
from reportedly.records import Outcome

AT = datetime(2031, 5, 20, 8, 15, 30, 123456, tzinfo=UTC)


def test_a_moment_without_a_zone_is_refused(ledger: Ledger) -> None:
    naive = AT.replace(tzinfo=None)
    with pytest.raises(Exception, match="no time zone"):
        ledger.outcomes.put(Outcome("https://herald.example/1", naive, "failed", "no"))


def test_outcomes_are_listed_last_first_and_once(ledger: Ledger) -> None:
    outcomes = [Outcome("https://herald.example/1", AT + timedelta(hours=n), "failed", "no") for n in range(3)]
    for outcome in [*outcomes, *outcomes]:
        ledger.outcomes.put(outcome)
    assert ledger.outcomes.last(2) == [outcomes[2], outcomes[1]]


def test_outcomes_put_together_are_each_there_once(ledger: Ledger) -> None:
    outcomes = [Outcome(f"https://herald.example/{n}", AT, "failed", "no") for n in range(3)]
    ledger.outcomes.put(outcomes[1])
    ledger.outcomes.put_all([*outcomes, outcomes[0]])
    ledger.outcomes.put_all([])
    assert sorted(ledger.outcomes.last(), key=lambda outcome: outcome.url) == outcomes
