"""What it costs to match one new article against many open expectations: ``python -m benchmarks.matching [HOW_MANY]``.

The expectations are invented: names, places and words drawn with the skew of news (few are in the news every day, most
are rare), dates over two years; headlines and sentences are as long as those of news. One sighting of each article
tells an announced act as done; that and whatever else is near the model is asked about. Times are of the processor, so
other work on the machine counts little.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from msgspec import structs
from sqlalchemy import Connection

from benchmarks.machine import facts
from reportedly import clock
from reportedly.followups import Compare, Following, keys
from reportedly.followups.following import WATCHED
from reportedly.followups.outcomes import awaited
from reportedly.ledger import Ledger, batches, open_ledger, schema
from reportedly.ledger.following import FollowUpShelf
from reportedly.ledger.following.keys import pack
from reportedly.ledger.rows import Row
from reportedly.ledger.upserts import insert
from reportedly.read.comparer import compare
from reportedly.records import (
    FOUND,
    Announcement,
    Comparison,
    FollowUp,
    Question,
    Sighting,
    Step,
    Window,
    content_id,
    page_id,
)
from reportedly.text import Span

_AT_ONCE = 2_000  # announcements in one transaction
MANY = 100_000
PER_ARTICLE = 20  # sightings of a long article
ARTICLES = 200
NAMES, WORDS = 40_000, 30_000
ACTS = ("visit", "meet", "sign", "report", "hold", "protest", "free", "start", "approve")
TYPES = ("CONSULT", "AGREE", "OTHER", "PROTEST", "AID", "SANCTION", "RETREAT", "COERCE")
START = date(2025, 1, 1)
TALK = ("the", "minister", "will", "visit", "harbour", "talks", "of", "on", "next", "week", "court", "verdict", "said")


def _skewed(chance: random.Random, many: int) -> int:
    return int(many * chance.random() ** 3)


def _sighting(chance: random.Random, article: str, n: int, **fields: object) -> Sighting:
    names = tuple(content_id("e", "name", _skewed(chance, NAMES)) for _ in range(3))
    values: dict[str, object] = {
        "event": f"v{article}{n}",
        "article": article,
        "article_url": f"https://{article}.example/",
        "outlet": "bench",
        "published": START + timedelta(days=chance.randrange(700)),
        "span": Span(0, 5),
        "sentence": _words(chance, 26),
        "headline": _words(chance, 10),
        "at": Span(20, 26),
        "type": chance.choice(TYPES),
        "status": "occurred",
        "certainty": "certain",
        "polarity": "affirmed",
        "lemma": f"w{chance.randrange(200)}",
        "actors": names[:2],
        "recipients": (),
        "place": names[2],
        "start": None,
        "end": None,
        "words": tuple({f"w{_skewed(chance, WORDS)}" for _ in range(14)}),
        "acts": (chance.choice(ACTS),),
        "topic": tuple({f"w{_skewed(chance, WORDS)}" for _ in range(14)}),
    }
    return Sighting(**{**values, **fields})  # type: ignore[arg-type]


def _words(chance: random.Random, many: int) -> str:
    """So many words, each about a piece or two to the model."""
    return " ".join(chance.choice(TALK) for _ in range(many))


def _announcements(chance: random.Random, many: int) -> Iterator[Sighting]:
    for n in range(many):
        due = START + timedelta(days=chance.randrange(700, 730))
        window = Window(due - timedelta(days=chance.randrange(20)), due)
        yield _sighting(chance, f"a{n}", 0, status="planned", expectation=f"x{n}", window=window)


def _outcome(announced: Sighting, article: str) -> Sighting:
    """The announced act told as done, in half of the words, on the day it was due."""
    due = announced.window.end if announced.window else None
    fields = {"article": article, "published": due, "change": "happened", "status": "occurred", "expectation": None}
    return structs.replace(announced, words=announced.words[::2], **fields)


class _Bench(FollowUpShelf):
    """A desk's shelf on which invented pages lie: they have no articles that a follow-up could cite, so none is put."""

    def __init__(self, connection: Connection, pages: dict[str, Sequence[Sighting]]) -> None:
        super().__init__(connection, "bench", clock.system())
        self._seen = pages

    def put(self, followup: FollowUp) -> None:
        pass


class _Timed:
    """The comparer, with the seconds that it took and how much it was asked."""

    def __init__(self) -> None:
        self.took, self.asked = 0.0, 0

    def __call__(self, questions: Iterable[Question]) -> Sequence[Comparison]:
        asked = [*questions]
        began = time.process_time()
        answers = compare(asked)
        self.took += time.process_time() - began
        self.asked += len(asked)
        return answers


def _fill(ledger: Ledger, ahead: Sequence[Sighting]) -> None:
    """File what is announced as if each were the first of an expectation, which nearly all are."""
    made = [_announced(one) for one in ahead]
    held: dict[tuple[int, date], list[tuple[str, str]]] = {}
    for one in made:
        for key in one.keys:
            held.setdefault((key, one.on), []).append((one.url, one.id))
    found = {(key, own) for (key, _), some in held.items() for _, own in sorted(some)[:FOUND]}
    for some in batches.of(made, _AT_ONCE):
        with ledger._database.writing() as connection:  # noqa: SLF001 - invented pages are filed nowhere
            for table, rows in _rows(some, found).items():
                insert(connection, table, rows)


def _announced(one: Sighting) -> Announcement:
    own = content_id("f", one.expectation)
    return Announcement(own, own, one.article_url, one.published or START, 0, one, keys.keys(one))


def _rows(made: Sequence[Announcement], found: set[tuple[int, str]]) -> dict[sa.Table, list[Row]]:
    rows: dict[sa.Table, list[Row]] = {schema.announcements: [], schema.announcement_keys: []}
    for one in made:
        own, page = {"id": one.id, "followup": one.id, "n": 0}, {"page": page_id(one.url), "url": one.url, "on": one.on}
        rows[schema.announcements].append({**own, **page, "keys": pack(one.keys), "sighting": one.sighting})
        last = min(awaited(one.sighting, []).last, one.on + timedelta(days=WATCHED))
        stands = {"on": one.on, "announcement": one.id, "last": last}
        rows[schema.announcement_keys] += [{"key": key, "found": (key, one.id) in found, **stands} for key in one.keys]
    return rows


def _followed(ledger: Ledger, pages: dict[str, Sequence[Sighting]], urls: Sequence[str], comparer: Compare) -> None:
    with ledger._database.writing() as connection:  # noqa: SLF001 - invented pages are filed nowhere
        following = Following(_Bench(connection, pages), comparer)
        for url in urls:
            following.take_up(url)
        while following.turns(_AT_ONCE):
            pass


def main() -> None:
    """Build, match, print."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    chance = random.Random(4)  # noqa: S311 - no secret; sets of words have no order, so set PYTHONHASHSEED to compare
    ahead = list(_announcements(chance, many))
    pages: dict[str, Sequence[Sighting]] = {one.article_url: [one] for one in ahead}
    compare(())
    with tempfile.TemporaryDirectory() as folder, open_ledger(f"sqlite:///{folder}/ledger.db") as ledger:
        _fill(ledger, ahead)
        day = START + timedelta(days=715)
        costs, looked, asked = list[float](), list[float](), 0
        for n in range(ARTICLES):
            told = [_sighting(chance, f"b{n}", i, published=day, change="happened") for i in range(PER_ARTICLE - 1)]
            told.append(_outcome(chance.choice(ahead), f"b{n}"))
            url, timed = told[0].article_url, _Timed()
            pages[url] = [structs.replace(one, article_url=url, published=day) for one in told]
            began = time.process_time()
            _followed(ledger, pages, [url], timed)
            costs.append(1000 * (time.process_time() - began))
            looked.append(costs[-1] - 1000 * timed.took)
            asked += timed.asked
        steps = sum(len(own) for own in _steps(ledger, pages))
    print(facts())
    print(f"{many:,} open expectations, {ARTICLES} articles of {PER_ARTICLE} sightings")
    print(f"{asked} pairs asked about, {steps} steps told")
    for name, each in (("without the model", looked), ("with the model", costs)):
        each.sort()
        print(f"{name}: median {each[len(each) // 2]:.2f} ms, 95th percentile {each[int(len(each) * 0.95)]:.2f} ms")


def _steps(ledger: Ledger, pages: dict[str, Sequence[Sighting]]) -> list[Sequence[Step]]:
    with ledger.following.at_work("bench") as shelf:
        return [shelf.steps_in(url, "told") for url in pages if url.startswith("https://b")]


if __name__ == "__main__":
    main()
