"""Processes give what this process gives, in order, a few jobs ahead; and what kills one of them costs one job."""

import multiprocessing
import os
import random
import signal
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import crew
from reportedly.crew import Here, Lost, Processes
from reportedly.crew.rounds import AHEAD, BATCH
from reportedly.errors import DamagedArchive
from tests.crew import chores

MANY = BATCH * 12


@pytest.fixture(scope="module")
def two() -> Iterator[Processes]:
    others = multiprocessing.active_children()
    with crew.of(2) as hands:
        assert isinstance(hands, Processes)
        yield hands
    assert set(multiprocessing.active_children()) <= set(others)


@pytest.mark.parametrize("number", [0, 1])
def test_one_process_is_this_one(number: int) -> None:
    others = multiprocessing.active_children()
    with crew.of(number) as hands:
        assert isinstance(hands, Here)
        assert list(hands.each(chores.who, range(3))) == [os.getpid()] * 3
        assert set(multiprocessing.active_children()) <= set(others)


@given(st.integers(0, MANY))
@settings(max_examples=12)
def test_each_job_has_its_result_in_order(many: int) -> None:
    with crew.of(1) as alone:
        assert list(alone.each(chores.doubled, range(many))) == [2 * number for number in range(many)]


@pytest.mark.parametrize("many", [0, 1, BATCH - 1, BATCH, 2 * BATCH + 1, MANY])
def test_processes_keep_the_order_of_any_number_of_jobs(two: Processes, many: int) -> None:
    assert list(two.each(chores.doubled, range(many))) == [2 * number for number in range(many)]


def test_only_a_few_jobs_are_taken_ahead_of_those_given_back(two: Processes) -> None:
    taken: list[int] = []

    def watched() -> Iterator[int]:
        for number in range(50 * MANY):
            taken.append(number)
            yield number

    for given_back, _ in enumerate(two.each(chores.doubled, watched())):
        assert len(taken) - given_back <= 2 * AHEAD * BATCH
    assert len(taken) == 50 * MANY


def test_workers_stay_from_one_work_to_the_next(two: Processes) -> None:
    first, again = ({*two.each(chores.who, range(MANY))} for _ in range(2))
    assert first | again <= {child.pid for child in multiprocessing.active_children()}


def test_towards_the_end_all_have_something_to_do(two: Processes) -> None:
    assert len({*two.each(chores.who, range(BATCH))}) == 2, "one batch's jobs are parted"


def test_the_job_that_kills_is_lost_and_no_other(two: Processes) -> None:
    found = list(two.each(chores.fatal_at_13, range(3 * BATCH)))
    assert found.pop(13) == Lost(13, "signal 9")
    assert found == [2 * number for number in range(3 * BATCH) if number != 13]


def test_of_a_job_that_kills_what_is_left_is_done(two: Processes) -> None:
    found = list(two.each(chores.fatal_at_13, range(20), lambda job: job - 1))
    assert found[13] == Lost(13, "signal 9", 24)
    assert list(two.each(chores.fatal_at_13, [13], lambda job: job)) == [Lost(13, "signal 9")], "not again and again"


def test_while_one_batch_is_done_again_the_others_go_on(two: Processes) -> None:
    found = list(two.each(chores.fatal_at_13, [13, *range(20, 19 + BATCH), *range(100, 100 + 4 * BATCH), 13]))
    assert [one for one in found if isinstance(one, Lost)] == [Lost(13, "signal 9")] * 2
    assert len(found) == 5 * BATCH + 1


def test_an_error_of_the_work_comes_behind_the_results_before_it(two: Processes) -> None:
    found: list[object] = []
    with pytest.raises(DamagedArchive, match="page 13"):
        found.extend(two.each(chores.damaged_at_13, range(MANY)))
    assert found == [2 * number for number in range(13)]
    assert list(two.each(chores.doubled, [1])) == [2], "the crew is still there"


def test_who_stops_looking_ends_what_is_under_way(two: Processes) -> None:
    found = two.each(chores.doubled, range(MANY))
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined]
    assert list(two.each(chores.doubled, [7])) == [14]


def test_killing_at_random_costs_no_result_but_names_it(two: Processes) -> None:
    dice = random.Random(1)
    results: list[object] = []
    for result in two.each(chores.doubled, range(MANY)):
        results.append(result)
        children = multiprocessing.active_children()  # none where both are dead and neither is replaced yet
        if children and dice.random() < 0.06 and (victim := dice.choice(children).pid):
            os.kill(victim, signal.SIGKILL)
    assert [one.job if isinstance(one, Lost) else int(str(one)) // 2 for one in results] == list(range(MANY))


def test_who_only_extracts_does_not_load_the_reader() -> None:
    with crew.of(2) as hands:
        assert not any(hands.each(chores.has_reader, range(4)))
