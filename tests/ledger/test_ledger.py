"""What holds for the ledger as a whole: readers and writer at once, and a stop at any moment."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa

from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.database import connect
from reportedly.records import Article
from tests.commands import started
from tests.postgres import LARGE

Write = Callable[..., Article]

CHILD = """
import runpy, sys
hand = runpy.run_path(sys.argv[1])
with hand["open_ledger"](sys.argv[2]) as ledger:
    for n in range(int(sys.argv[3]), 100_000):
        hand["file"](ledger, hand["write"](url=f"https://x.example/{n}", text=hand["TEXT"] + f" Note {n}."))
        print(n, flush=True)
"""


def test_the_desk_reads_while_the_pipeline_writes(ledger: Ledger, article: Write, filed: Write) -> None:
    stop = Event()

    def look() -> int:
        looks = 0
        while not stop.is_set():
            for line in ledger.articles.lines(limit=5):
                found = ledger.readings.get(line.article)
                assert found is None or len(found.statements) == 1
            assert len(list(ledger.readings.gists())) <= ledger.counts().articles
            looks += 1
        return looks

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(look) for _ in range(2)]
        for n in range(60):
            filed(ledger, article(url=f"https://x.example/{n}"))
        stop.set()
        assert all(reader.result(30) > 0 for reader in readers)
    assert ledger.counts().unread == 0


def test_writers_wait_for_each_other(url: str, article: Write, filed: Write) -> None:
    def write(part: int) -> None:
        with open_ledger(url) as own:
            for n in range(15):
                filed(own, article(url=f"https://x.example/{n}", text=f"{article().text} Part {part}."))

    with open_ledger(url) as ledger, ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))
        assert [len(ledger.articles.revisions(f"https://x.example/{n}")) for n in range(15)] == [3] * 15


@pytest.mark.process("threads of one process share a lock that processes do not")
def test_processes_that_open_a_new_ledger_at_once_make_it_once(url: str) -> None:
    code = f"import reportedly.ledger as l; l.open_ledger({url!r}).counts()"
    with started(code) as one, started(code) as other:
        assert [child.communicate(timeout=60)[1] for child in (one, other)] == ["", ""]


def test_a_list_left_half_way_holds_nothing_up(ledger: Ledger, article: Write, filed: Write) -> None:
    for n in range(12):
        filed(ledger, article(url=f"https://x.example/{n}"))
    for _ in range(40):
        next(ledger.readings.gists())
        next(ledger.readings.sightings())
    filed(ledger, article())
    assert ledger.counts().articles == 13


def test_a_ledger_that_was_closed_is_not_asked_any_more(url: str) -> None:
    with open_ledger(url) as opened:
        assert opened.counts().articles == 0
    with pytest.raises(RuntimeError, match="was closed"):
        opened.counts()
    opened.close()


@pytest.mark.process("a kill ends the process it hits")
def test_a_kill_at_any_moment_leaves_every_article_whole(url: str) -> None:
    at_random = random.Random(7)
    done = -1
    for attempt in range(4):
        done = max(done, _killed(url, done + 1, after=5 * attempt, pause=at_random.random() / 50))
        with open_ledger(url) as ledger:
            _all_whole(ledger, url, done)
    assert done >= 5 + 10 + 15 - 1


def _killed(url: str, start: int, after: int, pause: float) -> int:
    """File articles in another process and kill it ``pause`` seconds after the ``after``-th; the last it told of."""
    hand = Path(__file__).parent / "conftest.py"
    last = -1
    with started(CHILD, hand, url, str(start)) as child:
        assert child.stdout is not None
        for _ in range(after):
            last = int(child.stdout.readline())
        time.sleep(pause)
        child.kill()
        return max([last, *(int(line) for line in child.stdout if line.endswith("\n"))])


def _all_whole(ledger: Ledger, url: str, done: int) -> None:
    with closing(connect(url)) as database, database.looking() as connection:
        if not LARGE:
            assert connection.execute(sa.text("PRAGMA foreign_key_check")).all() == []
            assert connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
    lines = ledger.articles.lines(limit=10_000)
    assert len(lines) in {done + 1, done + 2}  # the last may be filed and not told of
    for line in lines:
        found = ledger.readings.get(line.article)
        assert found is not None or line.url.endswith(f"/{done + 1}")
        assert found is None or (len(found.statements), len(found.events), len(found.entities)) == (1, 1, 2)
        assert len(ledger.articles.search(f'"Note {line.url.rpartition("/")[2]}"').hits) == 1
    assert (
        len(list(ledger.readings.gists()))
        == len(list(ledger.readings.sightings()))
        == len(lines) - ledger.counts().unread
    )
