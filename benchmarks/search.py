"""Searching and listing in a large ledger: ``python -m benchmarks.search [ARTICLES] [--keep URL]``.

Fills a ledger with invented articles (200,000 unless told otherwise) and asks for the ten commonest words of each
language, rare ones, phrases, beginnings, exclusions and every filter, newest first and best first, on the first page
and the tenth; then for the first page of each list. Prints of each kind of question the median, the 95th percentile and
the longest in time of the processor, and the 95th percentile by the clock, which alone counts where the ledger is on
PostgreSQL. A search of more than 50 ms or a list of
more than 100 ms of the processor, at the 95th percentile, fails.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Final, NamedTuple

from benchmarks import invented, machine
from benchmarks.invented import Language
from reportedly.ledger import Ledger
from reportedly.records import Filters

ARTICLES: Final = 200_000
SEARCH: Final = 0.050  # seconds
LIST: Final = 0.100
PAGE: Final = 40
ROUNDS: Final = 3  # times each is asked, as by several readers
COMMONEST: Final = 10
FILTERS: Final = {
    "outlet": Filters(outlet=invented.OUTLETS[0]),
    "a week": Filters(since=invented.LAST - timedelta(days=200), until=invented.LAST - timedelta(days=194)),
    "language": Filters(language="ur"),
    "entity named by most": Filters(entity=invented.entity(1)),
    "entity named by few": Filters(entity=invented.entity(4_000)),
    "certainty": Filters(certainty="possible"),
    "kind of source": Filters(source="outlet"),
    "claim": Filters(source="document", certainty="unknown"),
    "event": Filters(event="SANCTION"),
    "outlet, language and event": Filters(outlet=invented.OUTLETS[1], language="ar", event="PROTEST"),
}

Ask = Callable[[], object]


class Kind(NamedTuple):
    """Questions of one kind, and how long each may take."""

    name: str
    asks: list[Ask]
    limit: float


class Taken(NamedTuple):
    """How long the questions of a kind took, in seconds of the processor and by the clock."""

    kind: Kind
    seconds: list[float]
    by_clock: list[float]

    @property
    def slow(self) -> float:
        """The 95th percentile, of the processor."""
        return _slow(self.seconds)

    def __str__(self) -> str:
        parts = statistics.median(self.seconds), self.slow, max(self.seconds), _slow(self.by_clock)
        figures = "  ".join(f"{1e3 * seconds:7.1f}" for seconds in parts)
        return f"{self.kind.name:<44} {len(self.kind.asks):>4} asked  {figures} ms"


def _slow(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def kinds(ledger: Ledger) -> Iterator[Kind]:
    """All that is measured."""
    known, chance = invented.languages(), random.Random(3)  # noqa: S311  the same questions each time
    for code, language in known.items():
        yield _searches(ledger, f"commonest words, {code}", language.words[:COMMONEST])
    rare = [word for language in known.values() for word in language.words[5_000:20_000:1_500]]
    yield _searches(ledger, "rare words", rare)
    yield _searches(
        ledger, "two common words", [_some(language, chance, 10, 2) for language in known.values() for _ in range(5)]
    )
    yield _searches(
        ledger,
        "a common and a rare word",
        [
            f"{_some(language, chance, 10, 1)} {chance.choice(language.words[5_000:])}"
            for language in known.values()
            for _ in range(5)
        ],
    )
    yield _searches(
        ledger, "phrases", [f'"{_some(language, chance, 100, 2)}"' for language in known.values() for _ in range(5)]
    )
    yield _searches(
        ledger,
        "near each other",
        [f'"{_some(language, chance, 100, 2)}"~5' for language in known.values() for _ in range(5)],
    )
    yield _searches(
        ledger,
        "beginnings",
        [f"{language.words[rank][:3]}*" for language in known.values() for rank in range(100, 1_000, 90)],
    )
    yield _searches(
        ledger,
        "without a common word",
        [f"{language.words[50]} -{word}" for language in known.values() for word in language.words[:5]],
    )
    yield _searches(ledger, "only without", [f"-{word}" for language in known.values() for word in language.words[:5]])
    common = [word for language in known.values() for word in language.words[:COMMONEST]]
    yield _searches(ledger, "best first", common, best=True)
    yield _searches(
        ledger,
        "best first, two words",
        [_some(language, chance, 30, 2) for language in known.values() for _ in range(5)],
        best=True,
    )
    for name, filters in FILTERS.items():
        yield _searches(ledger, f"{name}, no words", [""], filters)
        yield _searches(ledger, f"{name}, commonest words", common, filters)
        yield _searches(ledger, f"{name}, rare words", rare, filters)
    yield Kind(
        "tenth page by place",
        [partial(ledger.articles.search, word, limit=PAGE, before=_before(ledger, word)) for word in common],
        SEARCH,
    )
    yield Kind(
        "tenth page by count",
        [partial(ledger.articles.search, word, limit=PAGE, offset=9 * PAGE) for word in common],
        SEARCH,
    )
    yield from _lists(ledger)


def _lists(ledger: Ledger) -> Iterator[Kind]:
    articles = ledger.articles
    yield Kind("list: articles", [partial(articles.lines, limit=PAGE)], LIST)
    yield Kind("list: articles, tenth page", [partial(articles.lines, limit=PAGE, offset=9 * PAGE)], LIST)
    yield Kind(
        "list: articles of an outlet",
        [partial(articles.lines, limit=PAGE, outlet=own) for own in invented.OUTLETS[:9]],
        LIST,
    )
    most = [invented.entity(rank) for rank in (1, 2, 3, 10, 100, 1_000)]
    yield Kind("list: articles naming an entity", [partial(articles.naming, own, limit=PAGE) for own in most], LIST)
    yield Kind("list: outlets", [articles.count_by_outlet], LIST)
    yield Kind(
        "list: what can be narrowed down to",
        [partial(articles.marked, kind) for kind in ("outlet", "language", "event")],
        LIST,
    )
    yield Kind("list: stories", [partial(ledger.stories.lines, limit=PAGE)], LIST)
    since, until = invented.LAST - timedelta(days=90), invented.LAST - timedelta(days=80)
    yield Kind(
        "list: stories of some days", [partial(ledger.stories.lines, limit=PAGE, since=since, until=until)], LIST
    )
    yield Kind("entity", [partial(ledger.entities.get, own) for own in most], LIST)
    yield Kind("names of entities", [partial(ledger.entities.names, most)], LIST)


def _searches(ledger: Ledger, name: str, typed: list[str], filters: Filters = Filters(), *, best: bool = False) -> Kind:  # noqa: B008  frozen
    ask = partial(ledger.articles.search, filters=filters, limit=PAGE, best=best)
    return Kind(name, [partial(ask, words) for words in typed], SEARCH)


def _some(language: Language, chance: random.Random, among: int, many: int) -> str:
    """Some of the commonest words of a language."""
    return " ".join(chance.sample(language.words[:among], many))


def _before(ledger: Ledger, word: str) -> str | None:
    """Where the tenth page of what has a word begins."""
    return ledger.articles.search(word, limit=9 * PAGE).before


def measured(kind: Kind) -> Taken:
    """How long each question of a kind took, in some rounds over all of them."""
    seconds, by_clock = [], []
    for ask in kind.asks * ROUNDS:
        begin, clock = time.process_time(), time.perf_counter()
        ask()
        seconds.append(time.process_time() - begin)
        by_clock.append(time.perf_counter() - clock)
    return Taken(kind, seconds, by_clock)


def main() -> None:
    """Measure, print, and end with 1 where a limit was passed."""
    asked = _arguments()
    print(machine.facts(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        with invented.ledger(asked.keep or f"sqlite:///{folder}/ledger.db", asked.articles) as ledger:
            lasted, size = time.perf_counter() - begin, ledger.upkeep.room().bytes
            print(f"{asked.articles:,} invented pages, {size / 2**20:,.0f} MiB, filled in {lasted:,.0f} s", flush=True)
            slow = [str(taken) for taken in map(_told, kinds(ledger)) if taken.slow > taken.kind.limit]
    if slow:
        sys.exit("over the limit:\n" + "\n".join(slow))


def _told(kind: Kind) -> Taken:
    taken = measured(kind)
    print(taken, flush=True)
    return taken


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=ARTICLES)
    parser.add_argument("--keep", metavar="URL", help="fill the ledger there, or use it as it is, and leave it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
