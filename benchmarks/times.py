"""Finding and resolving times beside dateparser: ``python -m benchmarks.times [ARTICLES] [--dateparser PYTHON]``.

On the same whole articles, in one process of one thread each, in seconds of the processor. Our rules are a step of
reading: they lean on the parse of the sentences, which every other step needs too, to tell by the tense of a clause
which Monday "on Monday" is. So they are measured in three ways:

- *times alone*: articles that are already parsed, each seen for the first time, the grammar compiled and warm;
- *on bare words*: only split into words and sentences, which is part of the time; without a parse no clause looks ahead
  or back, and the share of times that come out the same says what that costs;
- *with the parse*: what finding nothing but times in a text takes altogether.

dateparser is no dependency of this project: ``--dateparser`` names the Python of an environment that has it, made with
``python3 -m venv X && X/bin/pip install dateparser``. Without it the row is left out.
"""

import argparse
import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language

from benchmarks import corpus, machine
from reportedly.read import times
from reportedly.read.grammar import parse
from reportedly.read.grammar.page import Page
from reportedly.records import Article, Time
from reportedly.text import reading_copy

WARM_UP = 20  # articles, others than those measured


class Measured(NamedTuple):
    """Seconds of the processor, and what was found."""

    seconds: float
    number: int


def alone(articles: Sequence[Article]) -> tuple[Measured, list[Time]]:
    """Times of pages parsed before."""
    pages = list(parse.pages(articles))
    begin = time.process_time()
    times_found = [when for page in pages for when in times.find(page).times]
    return Measured(time.process_time() - begin, len(times_found)), times_found


def on_bare_words(articles: Sequence[Article]) -> tuple[Measured, list[Time]]:
    """Times of texts that are split into words and sentences and not parsed."""
    splitter = spacy.blank("en")
    splitter.add_pipe("sentencizer")
    begin = time.process_time()
    times_found = [when for page in _split(articles, splitter) for when in times.find(page).times]
    return Measured(time.process_time() - begin, len(times_found)), times_found


def _split(articles: Sequence[Article], splitter: Language) -> Iterator[Page]:
    for article in articles:
        copy = reading_copy(article.text)
        yield Page(article, copy, splitter(copy.text))


def with_the_parse(articles: Sequence[Article]) -> Measured:
    """Times of texts as they come, parsed for nothing else."""
    begin = time.process_time()
    count = sum(len(times.find(page).times) for page in parse.pages(articles))
    return Measured(time.process_time() - begin, count)


def searched(python: Path, articles: Sequence[Article]) -> Measured:
    """What ``search_dates`` of dateparser finds, in the environment of that Python."""
    program = Path(__file__).with_name("peer_dates.py")
    days = [article.published.start if article.published else None for article in articles]
    asked = [(article.text, day and day.isoformat()) for article, day in zip(articles, days, strict=True)]
    given = "".join(json.dumps(pair) + "\n" for pair in asked)
    done = subprocess.run([python, program], input=given, capture_output=True, text=True, check=True)
    return Measured(*json.loads(done.stdout))


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    machine.with_one_thread("benchmarks.times")
    given = iter(corpus.load(asked.file or corpus.at_hand(), WARM_UP + asked.articles))
    first, articles = list(islice(given, WARM_UP)), list(given)
    for work in (alone, on_bare_words, with_the_parse):
        work(first)
    print(machine.facts())
    print(f"{len(articles):,} articles, {sum(len(article.text.split()) for article in articles):,} words, one process")
    print(f"{'':<26}{'articles/s':>12}{'found':>9}  seconds of the processor", flush=True)
    measured, whole = alone(articles)
    _print("times alone", articles, measured)
    measured, bare = on_bare_words(articles)
    _print("times on bare words", articles, measured)
    _print("times with the parse", articles, with_the_parse(articles))
    if asked.dateparser:
        _print("dateparser", articles, searched(asked.dateparser, articles))
    print(f"of the times found on parsed articles, the same on bare words: {_same(whole, bare):.1%}")


def _print(name: str, articles: Sequence[Article], measured: Measured) -> None:
    speed = len(articles) / measured.seconds
    print(f"{name:<26}{speed:>12,.1f}{measured.number:>9,}  {measured.seconds:.2f}", flush=True)


def _same(whole: Sequence[Time], bare: Sequence[Time]) -> float:
    """The share of ``whole`` whose words and days are those of one of ``bare``."""
    known = {(named.id, named.start, named.end, named.timex) for named in bare}
    return sum((named.id, named.start, named.end, named.timex) in known for named in whole) / max(1, len(whole))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.times", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--articles", type=int, default=200, help="how many to measure at most (default 200)")
    parser.add_argument("--dateparser", type=Path, metavar="PYTHON", help="a Python that can import dateparser")
    return parser.parse_args()


if __name__ == "__main__":
    main()
