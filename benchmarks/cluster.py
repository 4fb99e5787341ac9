"""A cluster beside the pool of processes: ``python -m benchmarks.cluster [ARTICLES.jsonl] [--rounds 5]``.

Both have as many workers, on this machine, and read the same articles in turn, round by round; each has read some
before, so that their readers are warm. Printed is for each the median of the articles a second and core. The cluster is
two nodes in a network of its own, which takes root. Without a file the articles are the sample world's.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks import corpus, machine
from reportedly.archive import Place
from reportedly.crew import Crew, Processes, stages
from reportedly.crew.cluster import Cluster
from reportedly.crew.jobs import Done, DueArticle
from reportedly.records import Article
from tests.crew.machines import Machines, loopback_alone

WORKERS = 2


def took(hands: Crew, given: list[Article]) -> float:
    """Seconds that a crew takes for these articles."""
    work = partial(stages.work, archive=Place(Path("nowhere")))
    begun = time.perf_counter()
    if sum(isinstance(one, Done) for one in hands.each(work, map(DueArticle, given))) < len(given):
        raise RuntimeError("somebody died over an article")
    return time.perf_counter() - begun


@contextmanager
def crews() -> Iterator[dict[str, Crew]]:
    """Both, with their workers at work."""
    with tempfile.TemporaryDirectory() as place, loopback_alone():
        machines = Machines(Path(place)).start()
        try:
            machines.add()
            machines.calm()
            with Processes(WORKERS) as processes, Cluster(machines.order(actors=WORKERS)) as cluster:
                yield {"processes": processes, "cluster": cluster}
        finally:
            machines.stop()


def main() -> None:
    """Both, in turns."""
    asked = _arguments()
    given = corpus.load(asked.file, asked.articles)
    print(machine.facts(), flush=True)
    with crews() as both:
        for hands in both.values():
            took(hands, given[:64])
        rounds: dict[str, list[float]] = {name: [] for name in both}
        for number in range(asked.rounds):
            for name in sorted(both, reverse=bool(number % 2)):
                rounds[name].append(len(given) / took(both[name], given) / WORKERS)
                print(f"round {number + 1}: {name} {rounds[name][-1]:.2f} articles a second and core", flush=True)
    pool, cluster = (statistics.median(rounds[name]) for name in ("processes", "cluster"))
    print(f"median: processes {pool:.2f}, cluster {cluster:.2f} ({cluster / pool:.0%})")
    sys.exit(cluster < asked.floor * pool)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.cluster", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--articles", type=int, default=200, help="how many a round (default 200)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds (default 5)")
    parser.add_argument("--floor", type=float, default=0.9, help="the least of the pool's pace (default 0.9)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
