"""Articles read by a crew: the same readings as here, in the same order."""

import multiprocessing
import os
import signal
from collections.abc import Iterator

from reportedly import crew
from reportedly.crew.articles import died_over, readings
from reportedly.crew.rounds import BATCH
from reportedly.read import reader
from reportedly.records import Article, Reading
from tests.read.reading_of import bare


def articles(count: int) -> Iterator[Article]:
    for number in range(count):
        yield bare(f"Police said dam {number} will open.", url=f"https://lake.example/{number}")


def test_this_process_and_others_read_the_same() -> None:
    with crew.of(1) as here, crew.of(2) as two:
        assert (
            list(readings(two, articles(20))) == list(readings(here, articles(20))) == list(reader.read(articles(20)))
        )


def test_a_killed_worker_is_replaced_and_stopping_ends_all() -> None:
    with crew.of(2) as hands:
        found = readings(hands, articles(BATCH * 6))
        next(found)
        victim = multiprocessing.active_children()[0]
        assert victim.pid is not None
        os.kill(victim.pid, signal.SIGKILL)
        assert all(isinstance(one, Reading) for one in found)
    assert multiprocessing.active_children() == []


def test_an_article_that_kills_is_told_by_its_name_and_length() -> None:
    (article,) = articles(1)
    failed = died_over(article, "signal 11")
    assert (failed.url, failed.article) == (article.url, article.id)
    assert "(signal 11) over this article of 28 characters" in failed.message
