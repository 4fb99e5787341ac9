"""Learn which questions to ask: ``python -m training.questions.train QUESTIONS.jsonl.gz``, of ``labelled``.

A logistic table for each kind of question, over clues by steps: each bound that a clue is above adds a weight. Printed
is what folds say of announcements that they had not seen: from which log-odds how many of the questions that would tell
something pass, and how many fall away; and, of what became of expectations, how many are asked and tell something where
an article is asked a few, the nearest.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from reportedly.followups.near import PER_ARTICLE, PER_EXPECTATION
from reportedly.records import content_id

SHIPPED = Path(__file__).parents[2] / "src/reportedly/followups/data"
STEPS, STRENGTH, SMALL, DIGITS = 8, 0.1, 0.004, 3
FEW = 8  # values of a clue: a step between any two
FOLDS = 5
PASSING = (0.99, 0.98, 0.95, 0.9, 0.85, 0.8)

Floats = NDArray[np.float64]
Row = dict[str, Any]


def bounds(values: Floats) -> Floats:
    """Where a clue has its steps."""
    distinct = np.unique(values)
    if len(distinct) <= FEW:
        return (distinct[1:] + distinct[:-1]) / 2
    return np.unique(np.quantile(values, np.linspace(0, 1, STEPS + 1)[1:-1]).round(DIGITS))


def steps(clues: Floats, at: Sequence[Floats]) -> Floats:
    """A column a step: 1 where the clue is above the bound."""
    return np.array([column > bound for column, some in zip(clues.T, at, strict=True) for bound in some], float).T


def learned(clues: Floats, yes: NDArray[np.bool_]) -> tuple[list[Floats], LogisticRegression]:
    """The steps and the model over them."""
    at = [bounds(column) for column in clues.T]
    return at, LogisticRegression(C=STRENGTH, max_iter=500).fit(steps(clues, at), yes)


def by_folds(clues: Floats, yes: NDArray[np.bool_], fold: NDArray[np.int64]) -> Floats:
    """The log-odds of each question by a model that learned from what others announced."""
    odds = np.zeros(len(yes))
    for each in range(FOLDS):
        ours = fold == each
        at, model = learned(clues[~ours], yes[~ours])
        odds[ours] = model.decision_function(steps(clues[ours], at))
    return odds


def main() -> None:
    """Measure by folds, then learn from all and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    asked = parser.parse_args()
    with gzip.open(asked.questions, "rt", encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    for kind in ("told", "again"):
        _learn(kind, [row for row in every if row["kind"] == kind])


def _learn(kind: str, rows: Sequence[Row]) -> None:
    names = list(rows[0]["clues"])
    clues = np.array([[row["clues"][name] for name in names] for row in rows])
    yes = np.array([row["yes"] for row in rows])
    odds = by_folds(clues, yes, np.array([int(content_id("g", row["group"])[1:], 16) % FOLDS for row in rows]))
    print(f"{kind}: {len(yes)} questions, {yes.sum()} tell something, AP {average_precision_score(yes, odds):.3f}")
    for passing in PASSING:
        least = np.sort(odds[yes])[int((1 - passing) * yes.sum())]
        few = _asked(rows, odds, least) if kind == "told" else ""
        print(f"  pass {passing:.2f} from {least:.2f}: {(odds < least).mean():.1%} not asked {few}")
    at, model = learned(clues, yes)
    (SHIPPED / f"{kind}.tsv").write_text("\n".join(_table(kind, names, at, model)) + "\n", "utf-8")


def _asked(rows: Sequence[Row], odds: Floats, least: float) -> str:
    """How many are asked and how many of these tell something, of each article a few."""
    pages = defaultdict[str, list[int]](list)
    for n in np.argsort([-row["clues"]["spare"] for row in rows]):
        if odds[n] >= least:
            pages[rows[n]["page"]].append(n)
    chosen = list[int]()
    for some in pages.values():
        many, ranked = Counter[str](), list[tuple[int, int]]()
        for n in some:
            many[rows[n]["group"]] += 1
            ranked.append((many[rows[n]["group"]], n))
        ranked.sort(key=lambda each: each[0])
        chosen += [n for rank, n in ranked if rank <= PER_EXPECTATION][:PER_ARTICLE]
    return f"({len(chosen)} asked, {sum(rows[n]['yes'] for n in chosen)} tell something)"


def _table(kind: str, names: Sequence[str], at: Sequence[Floats], model: LogisticRegression) -> list[str]:
    weights = iter(model.coef_[0])
    found = [(name, bound, next(weights)) for name, some in zip(names, at, strict=True) for bound in some]
    meant = {"told": "tells what became of an expectation", "again": "announces once more what was announced"}[kind]
    lines = [f"# What speaks for it that a later sentence {meant}, and how much (training/questions/)."]
    lines += [f"bias\t0\t{float(model.intercept_[0]):.4f}"]
    return lines + [
        f"{name}\t{bound:.{DIGITS}g}\t{weight:.3f}" for name, bound, weight in found if abs(weight) >= SMALL
    ]


if __name__ == "__main__":
    main()
