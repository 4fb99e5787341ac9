from datetime import UTC, datetime, timedelta

import pytest

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import HostRules, HostState

NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)


def test_a_host_that_answers_again_is_forgotten(ledger: Ledger) -> None:
    dead = HostState("dead.example", 3, NOON, "no answer")
    slow = HostState("slow.example", 0, NOON, "429: asked to wait")
    ledger.hosts.put([dead, slow])
    assert ledger.hosts.all() == (dead, slow)
    ledger.hosts.put([HostState("dead.example", 0, None, "")])
    assert ledger.hosts.all() == (slow,)


def test_rules_are_those_that_were_asked_for_since_then(ledger: Ledger) -> None:
    old = HostRules("https://old.example", NOON - timedelta(days=2), "")
    new = HostRules("https://new.example", NOON, "User-agent: *\nDisallow: /private")
    ledger.hosts.put_rules([old, new])
    assert ledger.hosts.rules(NOON - timedelta(days=1)) == (new,)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_all_that_share_a_ledger_reserve_their_turns_one_after_another(
    url: str, kind: str, request: pytest.FixtureRequest
) -> None:
    shared, hour = request.getfixturevalue("database") if kind == "postgresql" else url, 3600
    with open_ledger(shared) as one, open_ledger(shared) as other:
        turns = [ledger.hosts.reserve("slow.example", hour) for ledger in (one, other, other, one)]
        assert [round(turn / hour) for turn in turns] == [0, 1, 2, 3]
        assert round(other.hosts.reserve("other.example", hour) / hour) == 0
