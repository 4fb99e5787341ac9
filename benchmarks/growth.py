"""Whether a desk slows down as its ledger grows: ``python -m benchmarks.growth [HOW_MANY] [A_DAY] [--keep DIR]``.

A ledger grows by the news of invented worlds (``benchmarks.worlds``), HOW_MANY articles (1,000,000) at A_DAY (2,740: a
million a year). Articles and what was found in them are filed as a run files them, and related by a run every four
hours or so. Reading is left out, and so is the comparer: a canned answer stands for it, the same for the same question.
At some counts of articles it prints, of the ten days before, what an article took of the processor and how many
thousand steps of the database's machine, in filing, in stories and in follow-ups, and as how many times the first such
figure; then the rows and the size of the ledger, and the memory of the process at most (the reader works in another).
Counts begin where the stream is twenty days old, since a day hangs on the weeks before it. What takes more than one and
a half times the processor's time that it took at the first count, or a GB of memory, fails; the database's steps tell
what of that is the machine's.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import sqlalchemy as sa

from benchmarks import machine, worlds
from reportedly import relating
from reportedly.archive import Archive
from reportedly.ledger import Filing, Ledger, open_ledger, schema
from reportedly.records import Article, Comparison, Question, content_id
from reportedly.session import Session
from reportedly.settings import Desk, init_desk

MANY: Final = 1_000_000
A_DAY: Final = 2_740
MARKS: Final = tuple(figure * 10**zeros for zeros in (3, 4, 5, 6) for figure in (1, 2, 3, 6))
RIPE: Final = 20  # days that a stream is old when it is measured first
LATELY: Final = 10  # days that are measured before a count
RUNS: Final = 5.5  # a day
GROWN: Final = 1.5
MEMORY: Final = 1_000_000_000  # bytes
_ARTICLES: Final = 50  # filed in one transaction, as an import does
_READINGS: Final = 16  # as a crew's are
STEPS: Final = ("filing", "stories", "follow-ups")

_Given = tuple[Article, Filing]


class Took(NamedTuple):
    """What steps took so far, each in seconds of the processor and thousands of the database's own steps."""

    articles: int
    seconds: tuple[float, ...]
    steps: tuple[int, ...]

    def since(self, before: "Took") -> tuple[list[float], list[float]]:
        """Milliseconds and thousands of steps that an article took since."""
        many = self.articles - before.articles
        return (
            [1e3 * (now - then) / many for now, then in zip(self.seconds, before.seconds, strict=True)],
            [(now - then) / many for now, then in zip(self.steps, before.steps, strict=True)],
        )


class Growing:
    """A desk to which articles come, and what that took."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._thousands = 0
        self._articles = 0
        self._seconds = dict.fromkeys(STEPS, 0.0)
        self._steps = dict.fromkeys(STEPS, 0)

    def watch(self, raw: object, _record: object) -> None:
        """Count the steps of this connection."""
        raw.set_progress_handler(self._count, 1000)  # type: ignore[attr-defined]

    def _count(self) -> int:
        self._thousands += 1
        return 0

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        began, thousands = time.process_time(), self._thousands
        yield
        self._seconds[name] += time.process_time() - began
        self._steps[name] += self._thousands - thousands

    @property
    def took(self) -> Took:
        """What all took so far."""
        return Took(self._articles, tuple(self._seconds.values()), tuple(self._steps.values()))

    def come(self, given: Sequence[_Given]) -> None:
        """File what comes and relate it, as ``pipeline.relate`` does, step by step."""
        ledger = self._session.ledger
        with self._step("filing"):
            for at in range(0, len(given), _ARTICLES):
                ledger.articles.file_all([article for article, _ in given[at : at + _ARTICLES]])
            for at in range(0, len(given), _READINGS):
                if refused := ledger.readings.file_all([found for _, found in given[at : at + _READINGS]]):
                    raise RuntimeError(f"not filed: {refused}")
        due = ledger.unrelated.all()
        with self._step("stories"):
            relating.stories_anew(self._session, due)
        with self._step("follow-ups"):
            relating.followups_anew(self._session, due, canned)
        self._articles += len(given)


def canned(questions: Iterable[Question]) -> list[Comparison]:
    """Answers as the comparer might give: of two worlds never yes; of one something, the same for the same question."""
    return [_answer(question) for question in questions]


def _answer(question: Question) -> Comparison:
    if question.sentence.rpartition(" ")[2] != question.later_sentence.rpartition(" ")[2]:
        return Comparison(0, 0, 0, 0, 0, 0.1, 0.9)
    drawn = int(content_id("q", *question)[1:], 16) % 10
    if drawn < 3:  # noqa: PLR2004  of ten
        return Comparison(0.9, 0, 0, 0, 0, 0.1, 0)
    return Comparison(0, 0, 0, 0, 0.9, 0.1, 0) if drawn < 5 else Comparison(0, 0, 0, 0, 0, 0.8, 0.2)  # noqa: PLR2004


def measured(desk: Desk, ledger: Ledger, growing: Growing, many: int, a_day: int) -> list[list[float]]:
    """Grow the ledger; print a line a count, and give what an article took at each, ``STEPS`` twice."""
    marks = [mark for mark in MARKS if RIPE * a_day < mark < many] + [many]
    stream = worlds.Stream(a_day, worlds.patterns()).filings()
    lines: list[list[float]] = []
    took = [growing.took]
    while growing.took.articles < many:
        at_once = min(max(1, int(a_day / RUNS)), many - growing.took.articles)
        growing.come([(article, found) for _, article, found in islice(stream, at_once)])
        took = [*took, growing.took]
        while took[-1].articles - took[1].articles >= LATELY * a_day:
            del took[0]
        if took[-1].articles >= marks[0]:
            del marks[0]
            milliseconds, steps = took[-1].since(took[0])
            lines.append([*milliseconds, *steps])
            print(_line(took[-1].articles, lines, ledger, desk), flush=True)
    return lines


def _line(articles: int, lines: Sequence[Sequence[float]], ledger: Ledger, desk: Desk) -> str:
    with ledger._database.looking() as connection:  # noqa: SLF001  no part of the program asks for all
        counts = (sa.select(sa.func.count()).select_from(table) for table in schema.metadata.sorted_tables)
        rows = sum(connection.scalar(count) or 0 for count in counts)
    size = sum(file.stat().st_size for file in desk.folder.glob("ledger.db*")) / 1e6
    figures = " ".join(f"{now:8.2f} {_ratio(now, first)}" for now, first in zip(lines[-1], lines[0], strict=True))
    return f"{articles:>9,} {figures} {rows:>12,} {size:>8,.0f} {_memory() / 1e6:>7,.0f}"


def _ratio(now: float, first: float) -> str:
    return f"({now / first:4.2f})"


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _heading() -> str:
    steps = " ".join(f"{name:>15}" for _ in ("ms", "steps") for name in STEPS)
    units = " ".join(f"{unit:>15}" for unit in ("ms", "thousand steps") for _ in STEPS)
    return f"{'':>9} {units}\n{'articles':>9} {steps} {'rows':>12} {'MB':>8} {'MB held':>7}"


def main() -> None:
    """Measure, print, and end with 1 where a limit was passed."""
    asked = _arguments()
    print(machine.facts())
    print(
        f"{asked.many:,} articles, {asked.a_day:,} a day from {worlds.FIRST}, an article each\n{_heading()}", flush=True
    )
    with tempfile.TemporaryDirectory() as folder:
        desk = init_desk(asked.keep or Path(folder) / "desk")
        with Archive(desk.archive) as archive, _growing(desk, archive) as (ledger, growing):
            lines = measured(desk, ledger, growing, asked.many, asked.a_day)
    times = [now / first for now, first in zip(lines[-1], lines[0], strict=True)]
    grown = [f"{name} {more:.2f} times" for name, more in zip(STEPS, times, strict=False) if more > GROWN]
    if grown or _memory() > MEMORY:
        sys.exit(f"over the limits: {', '.join(grown) or 'memory'}")


@contextmanager
def _growing(desk: Desk, archive: Archive) -> Iterator[tuple[Ledger, Growing]]:
    watching: list[Growing] = []
    waiting: list[object] = []

    def connected(raw: object, record: object) -> None:
        waiting.append(raw)
        for growing in watching:
            growing.watch(raw, record)

    sa.event.listen(sa.Engine, "connect", connected)
    try:
        with open_ledger(desk.ledger_url) as ledger:
            watching.append(Growing(Session(desk, ledger, archive)))
            for raw in waiting:
                watching[0].watch(raw, None)
            yield ledger, watching[0]
    finally:
        sa.event.remove(sa.Engine, "connect", connected)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.growth", description=__doc__)
    parser.add_argument("many", nargs="?", type=int, default=MANY, metavar="HOW_MANY")
    parser.add_argument("a_day", nargs="?", type=int, default=A_DAY, metavar="A_DAY")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the desk there and leave it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
