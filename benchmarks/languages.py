"""Reading other languages against English: ``python -m benchmarks.languages ENGLISH.jsonl OTHER.jsonl ...``.

Each file holds articles, one JSON object a line, with their ``language`` or none. One process reads as many words of
each in turn, after a warm-up; processor time counts, in rounds that take turns. Last comes what the process holds at
its most, having read all of them.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import corpus, machine
from reportedly.records import Article

WARM_UP = 8  # articles


def spent(articles: Sequence[Article]) -> float:
    """Seconds of processor time that reading takes."""
    from reportedly.read import reader  # noqa: PLC0415  each row loads its own

    begin = time.process_time()
    for _ in reader.read(articles):
        pass
    return time.process_time() - begin


def cut(articles: Sequence[Article], words: int) -> tuple[list[Article], int]:
    """Articles until they have so many words together, and how many they have."""
    kept, seen = list[Article](), 0
    for article in articles:
        if seen >= words:
            break
        kept.append(article)
        seen += len(article.text.split())
    return kept, seen


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.languages", description=__doc__)
    parser.add_argument(
        "files", nargs="+", type=Path, help="articles, one JSON object a line; the first is compared with"
    )
    parser.add_argument("--words", type=int, default=15_000, help="words of each to read at most (default 15,000)")
    parser.add_argument("--rounds", type=int, default=3, help="how many times each takes its turn (default 3)")
    asked = parser.parse_args()
    machine.with_one_thread("benchmarks.languages")
    print(machine.facts())
    given = {path.stem: cut(corpus.load(path, 10_000), asked.words) for path in asked.files}
    for articles, _ in given.values():
        spent(articles[:WARM_UP])
    taken: dict[str, list[float]] = {name: [] for name in given}
    for _ in range(asked.rounds):
        for name, (articles, _) in given.items():
            taken[name].append(spent(articles))
    costs = {name: statistics.median(taken[name]) / words for name, (_, words) in given.items()}
    first = next(iter(costs.values()))
    for name, (articles, words) in given.items():
        languages = ", ".join(sorted({article.language for article in articles}))
        print(
            f"{name:<20} {languages:<8} {words:>7,} words  {1 / costs[name]:>7,.0f} words/s  {costs[name] / first:.2f}"
        )
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
