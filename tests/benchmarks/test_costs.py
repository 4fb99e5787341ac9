import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import costs

seconds = st.lists(st.integers(0, 50), min_size=1, max_size=60).map(lambda many: np.array(many, float))


@given(seconds, st.floats(0.5, 60))
def test_a_step_does_no_more_than_it_can_and_loses_nothing(coming: costs.Numbers, a_second: float) -> None:
    done = costs.step(coming, a_second).done
    assert (done <= a_second + 1e-9).all()
    assert (done.cumsum() <= coming.cumsum() + 1e-6).all()


@given(seconds)
def test_what_is_quick_enough_never_waits(coming: costs.Numbers) -> None:
    queue = costs.step(coming, 50.0)
    assert queue.most == 0
    assert (queue.done == coming).all()


def test_with_one_core_fewer_too_many_wait_too_long() -> None:
    coming = np.repeat([2.0, 9.0, 2.0], 1_200)
    many, queue = costs.cores(coming, 1.0)
    assert queue.wait <= costs.PATIENCE < costs.step(coming, many - 1).wait
