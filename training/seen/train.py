"""Weigh the evidence that a word tells an event ahead: ``python -m training.seen.train EVIDENCE.jsonl.gz ...``.

The figures are of five folds of articles, each weighed by what was learned from the others: F1 over events as
``quality.expectations`` counts them, mentions of one dictionary form taken as one event.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from quality.measure import prf, touch

SHIPPED = Path(__file__).parents[2] / "src/reportedly/read/events/data/seen.tsv"
FOLDS, LEAST, SMALL = 5, 8, 0.02  # of how many words a piece of evidence must be known; weights left out
TOGETHER = frozenset({"dobj", "nsubj", "nsubjpass", "compound", "amod"})
GOLD = 2.0  # weight of an article labelled twice
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45)

Rows = list[dict[str, Any]]


def learned(articles: Rows) -> tuple[DictVectorizer, NDArray[np.bool_], LogisticRegression]:
    """What turns evidence into columns, which of them are known well enough, and the model over these."""
    rows = [(word, article) for article in articles for word in article["words"] if word["label"] is not None]
    columns = DictVectorizer()
    matrix = columns.fit_transform([word["evidence"] for word, _ in rows])
    known = np.asarray((matrix != 0).sum(0))[0] >= LEAST
    weight = [GOLD if article["source"] == "gold" else 1.0 for _, article in rows]
    model = LogisticRegression(C=0.1, max_iter=800)
    return columns, known, model.fit(matrix[:, known], [word["label"] for word, _ in rows], sample_weight=weight)


def by_folds(articles: Rows) -> list[NDArray[np.float64]]:
    """The probabilities of each article's words, by a model that learned from other articles."""
    fold = np.random.RandomState(0).randint(0, FOLDS, len(articles))
    out: list[NDArray[np.float64]] = [np.zeros(0)] * len(articles)
    for number in range(FOLDS):
        columns, known, model = learned([article for article, f in zip(articles, fold, strict=True) if f != number])
        for i in np.flatnonzero(fold == number):
            words = [word["evidence"] for word in articles[i]["words"]]
            if words:
                out[i] = model.predict_proba(columns.transform(words)[:, known])[:, 1]
    return out


def scored(articles: Rows, found: Sequence[NDArray[np.float64]], least: float) -> dict[str, float]:
    """Precision, recall and F1 over the events of articles."""
    right = given = wanted = 0
    for article, p in zip(articles, found, strict=True):
        spans = _told_once(article["words"], p, least)
        groups: dict[str, Rows] = defaultdict(list)
        for event in article["ahead"]:
            groups[event["group"]].append(event)
        hit = {key for key, group in groups.items() if any(touch(s, tuple(e["span"])) for s in spans for e in group)}
        firm = {key for key, group in groups.items() if not all(event["optional"] for event in group)}
        wrong = sum(not any(touch(s, tuple(e["span"])) for e in article["ahead"]) for s in spans)
        right += len(hit & firm)
        wanted += len(firm)
        given += wrong + len(hit & firm)
    return prf(right, given, wanted)


def _told_once(words: Rows, p: NDArray[np.float64], least: float) -> list[tuple[int, int]]:
    kept: list[int] = []
    for i in sorted(np.flatnonzero(p >= least), key=lambda i: -p[i]):
        alone = not any(_is_one(words[i], words[j]) or _is_one(words[j], words[i]) for j in kept)
        if alone and all(words[i]["lemma"] != words[j]["lemma"] for j in kept):
            kept.append(i)
    return [tuple(words[i]["span"]) for i in kept]


def _is_one(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return a["head"] == b["span"][0] and a["dep"] in TOGETHER


def main() -> None:
    """Measure by folds, then learn from all and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("evidence", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    asked = parser.parse_args()
    articles: Rows = []
    for path in asked.evidence:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            articles += [json.loads(line) for line in lines]
    found = by_folds(articles)
    for source in sorted({article["source"] for article in articles}):
        mine = [i for i, article in enumerate(articles) if article["source"] == source]
        for least in THRESHOLDS:
            print(source, len(mine), least, scored([articles[i] for i in mine], [found[i] for i in mine], least))
    columns, known, model = learned(articles)
    weights = zip(np.array(columns.get_feature_names_out())[known], model.coef_[0], strict=True)
    lines = [f"bias\t{model.intercept_[0]:.4f}"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in sorted(weights) if abs(weight) >= SMALL]
    asked.out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
