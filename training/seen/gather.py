"""Evidence on words that may tell an event ahead: ``python -m training.seen.gather ARTICLES LABELS OUT FOLD.npz ...``.

ARTICLES is what ``reportedly read`` takes, LABELS what ``training.outlook.told`` describes, and each FOLD the answers
of an encoder that had not seen its articles (``training.outlook.folds``). OUT has an article a line, gzipped: its
``words`` with their ``span``, the governor's first character and the dependency, the dictionary form, the evidence, and
``label``: 1 for a word that tells an event ahead, 0 for one that does not, null for one that counts neither way.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from reportedly import without_desk
from reportedly.extract.intake.documents import Origin
from reportedly.read import names, statements, times
from reportedly.read.events import ruled, seen
from reportedly.read.events.seen.finder import weighed
from reportedly.read.events.tellers import Tellers
from reportedly.read.grammar import parse
from reportedly.read.grammar.page import Page
from reportedly.read.model import Outlook
from reportedly.read.model.windows import Window
from reportedly.read.statements import tagged
from reportedly.records import Article
from reportedly.settings import Settings
from training.outlook import told


def words(page: Page, label: dict[str, Any], outlook: Outlook) -> Iterator[dict[str, Any]]:
    """The words of an article that are looked at twice, in what of it was labelled."""
    named, marked = names.find(page, None), tagged.mark(page)
    said, timed = statements.find(page, named, marked.statements), times.find(page)
    by_rules = list(ruled.find(page, named, timed, Tellers(page, said, marked.sure), marked))
    logits, _ = seen.logits(page, outlook)
    last = max((end for _, end in label["paragraphs"]), default=0)
    for word, _, evidence in weighed(page, outlook, logits, ruled.made_of(page, by_rules)):
        span = (word.idx, word.idx + len(word))
        if span[1] <= last:
            yield {
                "span": span,
                "head": word.head.idx,
                "dep": word.dep_,
                "lemma": word.lemma_.lower(),
                "label": _label(span, label["ahead"]),
                "evidence": {name: round(value, 4) for name, value in evidence.items()},
            }


def _label(span: tuple[int, int], ahead: list[dict[str, Any]]) -> int | None:
    over = [event for event in ahead if event["span"][0] < span[1] and span[0] < event["span"][1]]
    if any(tuple(event["word"]) == span and not event["optional"] for event in over):
        return 1
    return None if over else 0


def outlooks(folds: list[Path]) -> dict[str, Outlook]:
    """By its address the outlook on each article, by an encoder that had not seen it."""
    out: dict[str, Outlook] = {}
    for path in folds:
        found = np.load(path)
        for name in found.files:
            url, kind = name.rsplit("|", 1)
            if kind == "p":
                places = [(int(start), int(end)) for start, end in found[name]]
                window = Window([0] * len(places), places)
                out[url] = Outlook([(window, found[f"{url}|l"].astype(np.float32))])
    return out


def main() -> None:
    """Gather."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("folds", type=Path, nargs="+")
    asked = parser.parse_args()
    labels = {row["url"]: row for row in told.articles(asked.labels) if row["ahead"] is not None}
    outlook = outlooks(asked.folds)
    origin = Origin(name=str(asked.articles), url=str(asked.articles), outlet="gold", published=None)
    with gzip.open(asked.out, "wt", encoding="utf-8") as out:
        for article in without_desk.articles(origin, Settings()):
            if isinstance(article, Article) and article.url in labels.keys() & outlook.keys():
                label = labels[article.url]
                found = list(words(next(parse.pages([article])), label, outlook[article.url]))
                row = {"url": article.url, "source": label["source"], "ahead": label["ahead"], "words": found}
                out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
