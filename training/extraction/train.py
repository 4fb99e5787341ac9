"""Grow the trees that tell an article's blocks: ``python -m training.extraction.train DIR [--check SPLITS]``.

With ``--check`` nothing is written: pages are split by site into five parts, each part is read by trees that have not
seen its sites, and the figures of that are printed, several splits one after another. About twenty seconds a split.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

from quality.extraction import counted, mean
from reportedly.extract.page import careful, quick, source
from training.extraction.export import written
from training.extraction.labelled import Page, labelled

SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 0,
    "verbose": -1,
    "num_threads": 1,
}
TREES = 200
PARTS = 5
SHARES = (0.0, 0.05, 0.1, 0.15, 0.2)  # of the pages that go to the careful extractor


def main() -> None:
    """Check, or train on all pages and write the graph."""
    parser = argparse.ArgumentParser(prog="training.extraction.train", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", type=int, default=0, metavar="SPLITS")
    asked = parser.parse_args()
    known = labelled(asked.folder)
    if not asked.check:
        print(written(grown(known)))
        return
    for seed in range(asked.check):
        _report(known, _held_out(known, seed))


def grown(known: Sequence[Page]) -> lightgbm.Booster:
    """Trees from all these pages; each page weighs as much as another, each block as much as its words."""
    weights = [100 * (one.words + 3) / ((one.words * one.labels).sum() + 50) for one in known]
    data = lightgbm.Dataset(
        np.vstack([one.rows for one in known]),
        np.concatenate([one.labels for one in known]),
        weight=np.concatenate(weights),
    )
    return lightgbm.train(SETTINGS, data, TREES)


def _held_out(known: Sequence[Page], seed: int) -> list[NDArray[np.float32]]:
    """For each page the probabilities by trees that know no page of its site."""
    sites = sorted({one.site for one in known})
    random.Random(seed).shuffle(sites)  # noqa: S311  # a split, no secret
    part = {site: number % PARTS for number, site in enumerate(sites)}
    trees = [grown([one for one in known if part[one.site] != number]) for number in range(PARTS)]
    return [np.asarray(trees[part[one.site]].predict(one.rows), np.float32) for one in known]


def _report(known: Sequence[Page], likely: Sequence[NDArray[np.float32]]) -> None:
    """F1 where the most doubtful pages go to the careful extractor, by their share; and at the shipped bound."""
    counts = [quick.word_counts(one.blocks) for one in known]
    doubts = [quick.doubt(*pair) for pair in zip(likely, counts, strict=True)]
    sure = ["\n".join(quick.lines(one.blocks, shares)) for one, shares in zip(known, likely, strict=True)]
    bounds = [float(np.quantile(doubts, 1 - share)) for share in SHARES]
    slow = {
        number: "\n".join(careful.body(source.source(known[number].body, ""), float(likely[number] @ counts[number])))
        for number, unsure in enumerate(doubts)
        if unsure > min(*bounds, quick.DOUBT)
    }
    for bound in (*bounds, quick.DOUBT):
        texts = [slow[number] if unsure > bound else sure[number] for number, unsure in enumerate(doubts)]
        scored = [counted(one.gold, text) for one, text in zip(known, texts, strict=True)]
        share = np.mean([unsure > bound for unsure in doubts])
        print(f"doubt over {bound:.3f} ({share:.1%} of the pages): {mean(scored, [bool(text) for text in texts])}")


if __name__ == "__main__":
    main()
