from datetime import UTC, datetime, timedelta

from reportedly.ledger import Ledger
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
