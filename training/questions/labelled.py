"""Questions with their clues and answers: ``python -m training.questions.labelled OUT.jsonl.gz DESK ... [--ask]``.

Each desk is followed up in memory with no limit of questions but what is near. Of a question to which its ledger holds
the answer a line is written: ``kind`` (``told`` or ``again``), ``group`` (what announced it), ``page``, ``clues``, and
``yes``: whether the answer tells something. With ``--ask`` the comparer is asked where no answer is held.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from reportedly.followups import announced, asking, follow, near
from reportedly.followups.comparing import Recalled, question
from reportedly.followups.deciding import decided
from reportedly.followups.enough import SHORT
from reportedly.ledger import open_ledger
from reportedly.read.comparer import COMPARER, compare
from reportedly.records import Comparison, Question, Sighting, State
from reportedly.settings import desk_in

Row = dict[str, Any]
NOTHING = Comparison(0, 0, 0, 0, 0, 0, 1)
EVERY = 1_000_000


def rows(desk: Path, *, ask: bool) -> Iterator[Row]:
    """What would be asked on a desk, with the answers."""
    with open_ledger(desk_in(desk).ledger_url) as ledger, ledger.following.at_work(COMPARER) as shelf:
        recalled = Recalled(compare if ask else _unknown, shelf.answers)
        with _noted() as (told, again):
            follow(ledger.readings.sightings(), recalled)
        for first, later, state, spare in dict.fromkeys(told):
            (answer,) = recalled([question(first, later)])
            if answer is not NOTHING:
                clues = asking.told_clues(first, later, state, spare)
                yield _row("told", first, later, clues, yes=decided(state, spare, answer) is not None)
        for first, later in dict.fromkeys(again):
            (answer,) = recalled([question(first, later)])
            if answer is not NOTHING:
                clues = asking.again_clues(first, later)
                yield _row("again", first, later, clues, yes=answer.again + answer.moved >= announced.AGAIN)


def _unknown(questions: Sequence[Question]) -> list[Comparison]:
    return [NOTHING for _ in questions]


@contextmanager
def _noted() -> Iterator[tuple[list[tuple[Sighting, Sighting, State | None, float]], list[tuple[Sighting, Sighting]]]]:
    """All pairs that are weighed, each taken for worth asking."""
    told, again = list[tuple[Sighting, Sighting, State | None, float]](), list[tuple[Sighting, Sighting]]()

    def tells(*pair: Any) -> float:
        if pair[-1] >= -SHORT:  # by words; what is only of one matter is asked about whatever the table says
            told.append(pair)
        return 0.0

    def announces_again(*pair: Any) -> float:
        again.append(pair)
        return 0.0

    with ExitStack() as stack:
        stack.enter_context(patch.object(asking, "tells", tells))
        stack.enter_context(patch.object(asking, "announces_again", announces_again))
        stack.enter_context(patch.object(near, "PER_ARTICLE", EVERY))
        stack.enter_context(patch.object(near, "PER_EXPECTATION", EVERY))
        yield told, again


def _row(kind: str, first: Sighting, later: Sighting, clues: dict[str, float], *, yes: bool) -> Row:
    own = {"kind": kind, "group": first.expectation, "page": later.article_url, "yes": yes}
    return {**own, "clues": {name: round(value, 4) for name, value in clues.items()}}


def main() -> None:
    """Write the questions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("desks", type=Path, nargs="+")
    parser.add_argument("--ask", action="store_true")
    asked = parser.parse_args()
    with gzip.open(asked.out, "wt", encoding="utf-8") as out:
        for desk in asked.desks:
            out.writelines(json.dumps(row) + "\n" for row in rows(desk, ask=asked.ask))


if __name__ == "__main__":
    main()
