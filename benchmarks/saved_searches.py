"""What saved searches cost when articles are filed: the same articles with none and with many, side by side.

``python -m benchmarks.saved_searches DESK`` takes articles and readings from a desk (which it does not change), files
them into two new ledgers in turns, a batch into one and then into the other, and prints the ratio of the two times. The
questions are made of the words of those articles: one to three words, some in a row, near each other, as a beginning,
excluded, or narrowed down.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from reportedly.ledger import Filing, Ledger, batches, open_ledger
from reportedly.records import Article, Filters, Sighting
from reportedly.search import words

NOW = datetime(2031, 1, 1, tzinfo=UTC)
BATCH = 25
SHORT = 4  # letters of a word that is asked for


def main() -> None:
    """Print the seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--before", type=int, default=1_000, help="articles that are there when searches are saved")
    parser.add_argument("--searches", type=int, default=500)
    given = parser.parse_args()
    with open_ledger(f"sqlite:///{given.desk / 'ledger.db'}") as source:
        filings = [*_taken(source, given.articles + given.before)]
    with tempfile.TemporaryDirectory() as folder:
        plain, watched = (open_ledger(f"sqlite:///{folder}/{name}.db") for name in ("plain", "watched"))
        for ledger in (plain, watched):
            _file(ledger, filings[: given.before])
        _save(watched, [article for article, _ in filings], given.searches)
        took = _race(plain, watched, filings[given.before :])
        matches = sum(len(watched.searches.matches(one.id, "x", limit=5_000)) for one in watched.searches.all())
        print(
            f"{len(filings) - given.before:,} articles: {took[0]:.2f} s with no search, {took[1]:.2f} s with", end=" "
        )
        print(f"{given.searches} ({matches:,} matches): ratio {took[1] / took[0]:.3f}")


def _taken(source: Ledger, many: int) -> Iterator[tuple[Article, Filing]]:
    seen: dict[str, list[Sighting]] = {}
    for sighting in source.readings.sightings():
        seen.setdefault(sighting.article, []).append(sighting)
    for some in batches.of((line.article for line in source.articles.lines(limit=many)), 100):
        articles, readings = source.articles.by_id(some), source.readings.by_article(some)
        gists = {gist.article: gist for gist in source.readings.gists_of(some)}
        for own in some:
            if own in readings and own in gists:
                article = articles[own]
                yield (
                    replace(article, capture=None),
                    Filing(readings[own], gists[own], tuple(seen.get(own, ()))),
                )


def _file(ledger: Ledger, some: list[tuple[Article, Filing]]) -> float:
    """The processor's seconds that it took."""
    began = time.process_time()
    for batch in batches.of(some, BATCH):
        ledger.articles.file_all([article for article, _ in batch])
        ledger.readings.file_all([filing for _, filing in batch])
    return time.process_time() - began


def _race(plain: Ledger, watched: Ledger, filings: list[tuple[Article, Filing]]) -> tuple[float, float]:
    took = [0.0, 0.0]
    for n, batch in enumerate(batches.of(filings, BATCH)):
        for side in (0, 1) if n % 2 else (1, 0):
            took[side] += _file((plain, watched)[side], batch)
    return took[0], took[1]


def _save(ledger: Ledger, articles: list[Article], many: int) -> None:
    chance = random.Random(3)  # noqa: S311  no secret
    for n in range(many):
        question, filters = _question(chance, chance.choice(articles)), Filters()
        if n % 5 == 0:
            filters = Filters(outlet=chance.choice(articles).outlet)
        if n % 7 == 0:
            filters = Filters(event="ASSAULT", certainty="possible")
        ledger.searches.save(f"no. {n}", question, filters, owner="x", at=NOW)


def _question(chance: random.Random, article: Article) -> str:
    forms = [word.form for word in words(article.text) if len(word.form) >= SHORT] or ["news"]
    at = chance.randrange(len(forms))
    some = forms[at : at + chance.randrange(1, 4)]
    return chance.choice(
        (
            " ".join(some),
            f'"{" ".join(some)}"',
            f'"{" ".join(some)}"~5',
            f"{some[0][:5]}* {some[-1]}",
            f"{some[0]} -{chance.choice(forms)}",
            f"{some[0][:6]}*",
        )
    )


if __name__ == "__main__":
    main()
