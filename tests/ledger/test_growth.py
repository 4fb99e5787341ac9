"""What a stage asks of the ledger costs the same in a small ledger and a large one: the steps of SQLite are counted."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from reportedly import clock
from reportedly.ledger import Filing, Ledger, Shown, open_ledger
from reportedly.records import Article, Capture, Edit, FeedItem, Gist, Outcome, Reading
from tests.postgres import of_sqlite

pytestmark = of_sqlite

NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=900)
READER = "english/0.1.0"
SIZES = (60, 900)
DUE = 5
LOOKS = (3600.0,)

Write = Callable[..., Article]
Read = Callable[..., Reading]
BoilDown = Callable[[Reading], Gist]


def capture(url: str, hour: int) -> Capture:
    at = NOON + timedelta(hours=hour)
    return Capture(f"c{url[-6:]}-{hour}", url, at, 200, "text/html", url, 9, "reportedly-00001.warc.gz", hour)


@contextmanager
def grown(folder: Path, pages: int, hand: tuple[Write, Read, BoilDown]) -> Iterator[Ledger]:
    """A ledger in which so many pages, each edited once, went through all stages, and some more are due for each."""
    write, read, boil = hand
    urls = [f"https://x.example/{n:06}" for n in range(pages + DUE)]
    done = urls[:pages]
    with open_ledger(f"sqlite:///{folder}/{pages}.db", clock.standing_at(date(2031, 5, 20))) as ledger:
        ledger.articles.count_unread(READER)
        ledger.feeds.put_items(FeedItem(url, "herald", seen_at=NOON) for url in urls)
        ledger.pages.to_fetch(NOON, LOOKS)
        for hour, note in enumerate(("", " It rained.")):
            shown = [(capture(url, 2 * hour), write(url, f"Talks in Varn\n\nThey talked.{note}")) for url in done]
            for seen, _ in shown:
                ledger.captures.put(seen, Outcome(seen.url, seen.fetched_at, "fetched", "200"))
            ledger.captures.file_shown(Shown(seen.id, article) for seen, article in shown)
            found = [read(article, READER) for _, article in shown]
            ledger.readings.file_all(Filing(one, boil(one), ()) for one in found)
        for pair in ledger.edits.to_compare():
            ledger.edits.file(pair, _edit(pair.before, pair.after))
        assert ledger.edits.to_compare() == []
        ledger.pages.to_fetch(LATER, LOOKS)
        for seen in (capture(url, 1) for url in urls[pages:]):
            ledger.captures.put(seen)
        ledger.articles.file_all(write(url, f"Rain in Varn\n\nIt rained{n}.") for n in (0, 1) for url in urls[pages:])
        yield ledger


def _edit(before: str, after: str) -> Edit:
    return Edit(before, after, (), (), 0, 2, read=True)


def _questions(ledger: Ledger, write: Write, read: Read, boil: BoilDown) -> dict[str, Callable[[], object]]:
    """What stages ask of a ledger, and file in it."""
    new = write("https://x.example/000007", "Talks in Varn\n\nThey went home.")
    again = read(new, READER)
    return {
        "which pages are to be fetched": lambda: ledger.pages.to_fetch(LATER, LOOKS),
        "where an archive file ends": lambda: ledger.captures.last_in("one.warc.gz"),
        "which captures are to be looked at": lambda: list(ledger.captures.to_extract()),
        "whose a capture is": lambda: ledger.captures.outlets_of(["https://x.example/000003"]),
        "which articles are to be read": lambda: list(ledger.articles.to_read(READER)),
        "how many articles are to be read": lambda: ledger.articles.count_unread(READER),
        "filing an article": lambda: ledger.articles.file(new),
        "filing a reading": lambda: ledger.readings.file(again, boil(again), ()),
        "which revisions are to be compared": ledger.edits.to_compare,
        "announcing a page": lambda: ledger.feeds.put_items([FeedItem("https://x.example/000009", "herald")]),
        "a page by another spelling": lambda: ledger.pages.known_as("http://www.x.example/000011/?fbclid=1"),
        "putting down how an attempt ended": lambda: ledger.outcomes.put(Outcome(new.url, LATER, "gone", "404")),
        "which pages are to be fetched, when something became of one": lambda: ledger.pages.to_fetch(LATER, LOOKS),
    }


@pytest.fixture(scope="module")
def steps(
    tmp_path_factory: pytest.TempPathFactory, hand: tuple[Write, Read, BoilDown]
) -> dict[int, dict[str, tuple[int, object]]]:
    """By size of the ledger, the steps of the database that each question took."""
    folder = tmp_path_factory.mktemp("grown")
    counted: dict[int, dict[str, tuple[int, object]]] = {}
    for pages in SIZES:
        with grown(folder, pages, hand) as ledger:
            counted[pages] = {name: _steps(ledger, ask) for name, ask in _questions(ledger, *hand).items()}
    return counted


def _steps(ledger: Ledger, ask: Callable[[], object]) -> tuple[int, object]:
    """How many steps of SQLite's machine a question took, and how much it gave."""
    taken = [0]

    def step() -> int:
        taken[0] += 1
        return 0

    def count(raw: sqlite3.Connection, _record: object, _proxy: object) -> None:
        raw.set_progress_handler(step, 1)

    engine = ledger._database._engine
    sa.event.listen(engine, "checkout", count)
    given = ask()
    sa.event.remove(engine, "checkout", count)
    return taken[0], len(given) if isinstance(given, (list, dict)) else given


def test_a_question_takes_no_more_in_a_ledger_fifteen_times_as_large(
    steps: dict[int, dict[str, tuple[int, object]]],
) -> None:
    small, large = (steps[pages] for pages in SIZES)
    assert {name: given for name, (_, given) in small.items()} == {name: given for name, (_, given) in large.items()}
    grew = {name: (taken, large[name][0]) for name, (taken, _) in small.items() if large[name][0] > taken * 1.2 + 20}
    assert grew == {}
    assert min(taken for taken, _ in small.values()) > 0
