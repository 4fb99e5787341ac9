from datetime import UTC, datetime, timedelta

from reportedly.ledger import Ledger

START = datetime(2031, 5, 20, 6, 0, tzinfo=UTC)


def test_a_run_says_how_long_it_took_and_how_much_it_did(ledger: Ledger) -> None:
    number = ledger.runs.begin("read", START)
    ledger.runs.end(number, START + timedelta(minutes=30), done=120, failed=2)
    (run,) = ledger.runs.last("read")
    assert (run.done, run.failed, run.took, run.an_hour) == (120, 2, timedelta(minutes=30), 240)
    assert ledger.runs.last("fetch") == []


def test_a_run_that_was_killed_has_no_end(ledger: Ledger) -> None:
    ledger.runs.begin("extract", START)
    (run,) = ledger.runs.last("extract")
    assert (run.started, run.ended, run.took, run.an_hour) == (START, None, None, None)


def test_runs_of_long_ago_are_forgotten_and_the_last_comes_first(ledger: Ledger) -> None:
    for day in (0, 1, 40):
        ledger.runs.begin("poll", START + timedelta(days=day))
    ledger.runs.begin("relate", START)
    assert [run.started - START for run in ledger.runs.last("poll")] == [timedelta(days=40)]
    assert len(ledger.runs.last("relate")) == 1
