"""Train the outlook: ``python -m training.outlook.train OUT.pt --events F --classes F --statements F ...``."""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from reportedly.read.model.outlook import AHEAD, ROOT, STATUS
from training.outlook import told
from training.outlook.model import Told
from training.statements import train as statements
from training.statements.labelled import IGNORED, Document, Sentence, documents, sentences_rated
from training.statements.train import DEVICE, Cut, encoded, entropy, padded, save, tokenizing

AHEAD_WEIGHT = 3.0  # of a piece that tells what lies ahead, against one that does not
GOLD = 2  # times that an article labelled twice is read in an epoch


class Given(NamedTuple):
    """What is learned from: articles with events; and beside them articles with statements, and rated sentences."""

    events: list[dict[str, Any]]
    statements: list[Document]
    sentences: list[list[Sentence]]


def loss(tagger: Told, batch: Sequence[Any], dice: random.Random) -> Tensor:
    """The loss of a batch of one kind of label."""
    return events_loss(tagger, batch) if isinstance(batch[0], told.Told) else statements.loss(tagger, batch, dice)


def events_loss(tagger: Told, batch: Sequence[told.Told]) -> Tensor:
    """Cross entropy of every question that the windows answer."""
    states, _, longest = encoded(tagger, batch)

    def labels(name: str) -> Tensor:
        return torch.from_numpy(padded([getattr(row, name) for row in batch], longest, IGNORED)).to(DEVICE)

    logits = tagger.events(states).float()
    ahead, status, root, certainty = logits.split([AHEAD, STATUS, ROOT, logits.shape[-1] - AHEAD - STATUS - ROOT], -1)
    wanted = labels("ahead")
    weight = torch.where(wanted == 1, AHEAD_WEIGHT, 1.0)[wanted != IGNORED]
    total = logits.sum() * 0
    if len(weight):
        given, sought = ahead[..., 0][wanted != IGNORED], wanted[wanted != IGNORED].float()
        total = total + nn.functional.binary_cross_entropy_with_logits(given, sought, weight=weight) * 2
    total = total + entropy(status, labels("status")) + 0.3 * entropy(root, labels("root"))
    return (
        total
        + 0.3 * entropy(certainty, labels("certainty"))
        + 0.5 * entropy(tagger.kinds(states).float(), labels("kind"))
    )


def cut(given: Given) -> Cut:
    """The windows of each epoch, of every kind apart."""
    tokenizer = tokenizing()
    events = [
        row
        for article in given.events
        for row in list(told.rows(tokenizer, article)) * (GOLD if article.get("source") == "gold" else 1)
    ]
    others = statements.cut_anew(given.statements, given.sentences)
    return lambda dice: [events, *others(dice)]


def trained(given: Given, asked: argparse.Namespace) -> Told:
    """The averaged weights after the last epoch."""
    tagger = statements.initialized(Told(statements.configured(asked.layers)))
    *_, last = statements.learned(tagger, cut(given), loss, asked)
    return last


def arguments(about: str | None) -> argparse.ArgumentParser:
    """What is learned from, and how."""
    parser = statements.arguments(about)
    parser.add_argument("out", type=Path)
    parser.add_argument("--events", type=Path, required=True, help="articles as ``training.outlook.told`` has them")
    parser.add_argument("--classes", type=Path, help="articles with TimeML events")
    parser.add_argument("--statements", type=Path)
    parser.add_argument("--certainty", type=Path, nargs="*", default=[])
    return parser


def given(asked: argparse.Namespace) -> Given:
    """All that the files hold."""
    classed = told.classed(asked.classes) if asked.classes else ()
    said = documents(asked.statements) if asked.statements else []
    return Given([*told.articles(asked.events), *classed], said, [sentences_rated(path) for path in asked.certainty])


def main() -> None:
    """Train and write the averaged weights."""
    asked = arguments(__doc__).parse_args()
    statements.begin(asked)
    save(trained(given(asked), asked), asked.out)


if __name__ == "__main__":
    main()
