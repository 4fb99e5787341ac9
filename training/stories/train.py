"""Learn what speaks for one happening: ``python -m training.stories.train PAIRS.jsonl.gz [--two]``, of ``labelled``.

``--two`` learns from the pairs in two tongues, else from those in one.

In one tongue a clue counts by steps: each bound that it is above adds a weight (logistic regression over such steps);
in two, of which fewer pairs are labelled, each clue has one weight. A pair of one story weighs one over the root of its
story's pairs, else the one big story drowns the rest; pairs of near stories are left out. The scores are made
probabilities by Platt's two numbers, found on what folds say of groups they had not seen. The figures are of
such folds.
"""

import argparse
import gzip
import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from reportedly.stories.pairs.judge import ONE_TONGUE, TWO_TONGUES

SHIPPED = Path(__file__).parents[2] / "src/reportedly/stories/pairs"
STEPS, STRENGTH, SMALL, DIGITS = 10, 0.1, 0.004, 3
HEADER = "# What speaks for two articles telling one happening, and how much (training/stories/)."
FEW = 8  # values of a clue: a step between any two
SEED = 0

Floats = NDArray[np.float64]
Bounds = list[Floats]
Scored = Callable[[Floats, NDArray[np.bool_], Floats], Callable[[Floats], Floats]]


def bounds(clues: Floats, same: NDArray[np.bool_]) -> Bounds:
    """Where each clue has its steps: quantiles over all pairs of one story and three times as many others."""
    others = clues[~same][np.random.RandomState(SEED).permutation((~same).sum())[: 3 * same.sum()]]
    return [_bounds(column) for column in np.concatenate([clues[same], others]).T]


def _bounds(values: Floats) -> Floats:
    distinct = np.unique(values)
    if len(distinct) <= FEW:
        return (distinct[1:] + distinct[:-1]) / 2
    return np.unique(np.quantile(values, np.linspace(0, 1, STEPS + 1)[1:-1]).round(DIGITS))


def steps(clues: Floats, at: Bounds) -> Floats:
    """A column a step: 1 where the clue is above the bound."""
    return np.array([column > bound for column, some in zip(clues.T, at, strict=True) for bound in some], float).T


def learned(clues: Floats, same: NDArray[np.bool_], weight: Floats) -> tuple[Bounds, LogisticRegression]:
    """The steps and the model over them."""
    at = bounds(clues, same)
    model = LogisticRegression(C=STRENGTH, max_iter=500, solver="liblinear")
    return at, model.fit(steps(clues, at), same, sample_weight=weight)


def by_steps(clues: Floats, same: NDArray[np.bool_], weight: Floats) -> Callable[[Floats], Floats]:
    """What scores pairs by the steps that were learned."""
    at, model = learned(clues, same, weight)
    return lambda some: np.asarray(model.decision_function(steps(some, at)))


def plain(clues: Floats, same: NDArray[np.bool_], weight: Floats) -> tuple[Floats, float]:
    """A weight for each clue, and the bias; learned with clues of one spread."""
    spread = clues.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(clues / spread, same, sample_weight=weight)
    return model.coef_[0] / spread, float(model.intercept_[0])


def by_weights(clues: Floats, same: NDArray[np.bool_], weight: Floats) -> Callable[[Floats], Floats]:
    """What scores pairs by one weight for each clue."""
    weights, bias = plain(clues, same, weight)
    return lambda some: np.asarray(some @ weights + bias)


def by_folds(
    clues: Floats, same: NDArray[np.bool_], weight: Floats, groups: NDArray[np.str_], scored: Scored = by_steps
) -> Floats:
    """The score of each pair by a model that learned from other groups."""
    scores = np.zeros(len(same))
    for group in np.unique(groups):
        ours = groups == group
        scores[ours] = scored(clues[~ours], same[~ours], weight[~ours])(clues[ours])
    return scores


def main() -> None:
    """Measure by folds, then learn from all and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--without", nargs="*", default=(), help="clues to leave out")
    parser.add_argument("--two", action="store_true", help="of two tongues")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with gzip.open(asked.pairs, "rt", encoding="utf-8") as lines:
        labelled = [row for row in map(json.loads, lines) if row["same"] or not row["near"]]
    rows = [row for row in labelled if ("meanings" in row["clues"]) == asked.two]
    names = [name for name in rows[0]["clues"] if name not in asked.without]
    clues = np.array([[row["clues"][name] for name in names] for row in rows])
    same, groups = np.array([row["same"] for row in rows]), np.array([row["group"] for row in rows])
    weight = _weight(rows)
    scores = by_folds(clues, same, weight, groups, by_weights if asked.two else by_steps)
    for group in np.unique(groups):
        ours = groups == group
        print(group, ours.sum(), same[ours].sum(), round(average_precision_score(same[ours], scores[ours]), 3))
    platt = LogisticRegression(C=1e6).fit(scores[:, None], same, sample_weight=weight)
    slope, shift = float(platt.coef_[0][0]), float(platt.intercept_[0])
    if asked.two:
        table = _plain_table(names, *plain(clues, same, weight), slope, shift)
    else:
        table = _table(names, *learned(clues, same, weight), slope, shift)
    out = asked.out or SHIPPED / (TWO_TONGUES if asked.two else ONE_TONGUE)
    out.write_text("\n".join(table) + "\n", "utf-8")


def _weight(rows: Sequence[dict[str, Any]]) -> Floats:
    pairs = Counter((row["batch"], row["story"]) for row in rows if row["same"])
    return np.array([1 / math.sqrt(pairs[row["batch"], row["story"]]) if row["same"] else 1.0 for row in rows])


def _table(names: Sequence[str], at: Bounds, model: LogisticRegression, slope: float, shift: float) -> list[str]:
    """Rows of name, bound and weight; Platt's numbers are in the weights."""
    weights = iter(slope * model.coef_[0])
    found = [(name, bound, next(weights)) for name, some in zip(names, at, strict=True) for bound in some]
    bias = slope * float(model.intercept_[0]) + shift
    lines = [HEADER, f"bias\t0\t{bias:.4f}"]
    return lines + [
        f"{name}\t{bound:.{DIGITS}g}\t{weight:.3f}" for name, bound, weight in found if abs(weight) >= SMALL
    ]


def _plain_table(names: Sequence[str], weights: Floats, bias: float, slope: float, shift: float) -> list[str]:
    """Rows of name and weight; Platt's numbers are in them."""
    rows = [f"bias\t{slope * bias + shift:.4f}"]
    return [HEADER, *rows, *(f"{name}\t{slope * weight:.4f}" for name, weight in zip(names, weights, strict=True))]


if __name__ == "__main__":
    main()
