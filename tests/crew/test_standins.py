"""A crew that is lost, any number of times, at any moment: who stands in gives what is left, and nothing twice."""

import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from types import TracebackType
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.crew import Here, standins
from reportedly.crew.cluster import lost
from reportedly.crew.crew import Job, Lesser, Lost, Result, Work, nothing
from reportedly.crew.standins import WithStandIns
from reportedly.errors import ClusterLost
from tests.crew.chores import doubled


class Fragile:
    """A crew that is lost each time that it gave so many results; it takes some jobs ahead. Then it comes back."""

    def __init__(self, address: str, lasts: Sequence[int], ahead: int = 1) -> None:
        self.address, self._lasts, self._ahead = address, list(lasts), ahead
        self.was_joined, self.asked = True, 0

    def each(
        self,
        work: Work[Job, Result],
        jobs: Iterable[Job],
        lesser: Lesser[Job] = nothing,  # noqa: ARG002  nobody dies over a job
    ) -> Iterator[Result | Lost[Job, Result]]:
        left = self._lasts.pop(0) if self._lasts else None
        coming = iter(jobs)
        taken = [*islice(coming, self._ahead)]
        while taken:
            if left == 0:
                raise lost(self.address, "its head is gone")
            left = left and left - 1
            yield from work([taken.pop(0)])
            taken += islice(coming, 1)

    def is_there(self) -> bool:
        self.asked += 1
        return self.asked % 3 == 0

    def leave(self) -> None:
        """It is lost already."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """There is nobody to end."""


@pytest.fixture(scope="module")
def head() -> Iterator[str]:
    """An address at which somebody listens, which is looked for at once."""
    with pytest.MonkeyPatch.context() as soon, closing(socket.create_server(("127.0.0.1", 0))) as listening:
        soon.setattr(standins, "AGAIN", 0.0)
        yield f"127.0.0.1:{listening.getsockname()[1]}"


@given(st.integers(0, 40), st.lists(st.integers(0, 12), max_size=5), st.integers(1, 9))
def test_each_job_is_given_once_and_in_order(head: str, many: int, lasts: list[int], ahead: int) -> None:
    with WithStandIns(Fragile(head, lasts, ahead), Here, lambda _words: None) as hands:
        assert list(hands.each(doubled, range(many))) == [2 * number for number in range(many)]


def test_what_becomes_of_the_cluster_is_told(head: str) -> None:
    told: list[str] = []
    with WithStandIns(Fragile(head, [3, 2]), Here, told.append) as hands:
        assert list(hands.each(doubled, range(40))) == [2 * number for number in range(40)]
    gone = f"the cluster at {head}: its head is gone. This machine goes on alone until it is there again"
    assert told == [gone, f"the cluster at {head} has a head again and is joined"] * 2


def test_a_cluster_that_could_never_be_joined_is_no_crew(head: str) -> None:
    never = Fragile(head, [0])
    never.was_joined = False
    with WithStandIns(never, Here, pytest.fail) as hands, pytest.raises(ClusterLost):
        list(hands.each(doubled, range(3)))


@pytest.fixture
def nowhere() -> str:
    """An address at which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as gone:
        return f"127.0.0.1:{gone.getsockname()[1]}"


def test_while_nobody_answers_the_others_go_on_and_it_is_told_once(nowhere: str) -> None:
    told, fragile = list[str](), Fragile(nowhere, [3])
    with WithStandIns(fragile, Here, told.append) as hands:
        for many in (40, 1, 0, 1):
            assert list(hands.each(doubled, range(many))) == [2 * number for number in range(many)]
    assert (len(told), fragile.asked) == (1, 0)
