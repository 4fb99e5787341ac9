"""Reading in worker processes gives what reading here gives, and survives what kills a worker."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator

import pytest

from reportedly.read import pool, reader
from reportedly.records import Article, Reading
from tests.read.reading_of import bare


def articles(count: int) -> Iterator[Article]:
    for number in range(count):
        yield bare(f"Police said dam {number} will open.", url=f"https://lake.example/{number}")


def test_one_process_reads_here() -> None:
    assert list(pool.read_all(articles(3), 1)) == list(reader.read(articles(3)))
    assert multiprocessing.active_children() == []


def test_workers_keep_the_order_and_read_ahead_only_a_little() -> None:
    taken: list[str] = []

    def watched() -> Iterator[Article]:
        for article in articles(pool.BATCH * 8):
            taken.append(article.url)
            yield article

    found = pool.read_all(watched(), 2)
    first = next(found)
    assert isinstance(first, Reading)
    assert len(taken) <= pool.BATCH * (2 * pool.AHEAD + 1)
    rest = [one for one in found if isinstance(one, Reading)]
    assert [one.article.url for one in (first, *rest)] == [one.url for one in articles(pool.BATCH * 8)]
    assert multiprocessing.active_children() == []


def test_a_killed_worker_is_replaced() -> None:
    found = pool.read_all(articles(pool.BATCH * 6), 2)
    next(found)
    victim = multiprocessing.active_children()[0]
    assert victim.pid is not None
    os.kill(victim.pid, signal.SIGKILL)
    assert all(isinstance(one, Reading) for one in found)


def test_stopping_ends_the_workers() -> None:
    found = pool.read_all(articles(pool.BATCH * 6), 2)
    next(found)
    began = time.monotonic()
    found.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_no_articles(processes: int) -> None:
    assert list(pool.read_all([], processes)) == []
