"""The layers that tell names, taught alone: ``python -m training.multilingual.names CORPORA TOKENIZER OUT.pt ...``.

Nothing of the body changes: above its lowest layers names have layers of their own, which begin as its upper ones. In
each epoch sentences are put together anew, as paragraphs have them, and some names are exchanged for others of theirs.
"""

import argparse
import copy
import random
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from reportedly.read.model.named import NAMES, likeliest
from reportedly.read.model.windows import BEGINS, ENDS, encoded
from training.multilingual import corpora, windows
from training.multilingual.corpora import Sentence
from training.multilingual.export import loaded
from training.multilingual.gather import named_parts
from training.multilingual.measure import spans
from training.multilingual.model import Multilingual, Names
from training.statements.labelled import IGNORED
from training.statements.train import follow, padded

MOST, TOGETHER = 185, (1, 2, 3, 4)  # pieces of a window, sentences of one
EXCHANGED: Final = 0.5  # share of names that are exchanged, in a third of the sentences
VARIED: Final = 0.35
ENGLISH: Final = 6  # one in so many windows of English items is read in an epoch
TOKENS: Final = 2_048
HELD: Final = {"fa": 250, "ar": 200, "ur": 80}  # last sentences of each corpus that are kept to look at
KEPT: Final = 0.995
SMOOTHED: Final = 0.02

Row = tuple[NDArray[np.int64], NDArray[np.int64]]  # pieces of a window, and the number of each in ``NAMES``
Batch = tuple[Tensor, Tensor, Tensor]


class Corpora:
    """Sentences with names by corpus, and what an epoch reads of them."""

    def __init__(self, parts: Mapping[str, Sequence[Sentence]], english: Sequence[Row], tokenizer: Tokenizer) -> None:
        """``parts`` by their names: ``fa``, ``ar``, ``ur`` and others."""
        self._tokenizer, self._english, self._dice = tokenizer, english, random.Random(1)  # noqa: S311
        self.held = {name: list(part[-HELD[name] :]) for name, part in parts.items() if name in HELD}
        self._parts = {name: part[: -HELD[name]] if name in HELD else part for name, part in parts.items()}
        self._pools = {name: mentions(part) for name, part in self._parts.items()}

    def epoch(self) -> list[list[Row]]:
        """Batches of windows of like length."""
        rows = self._dice.sample(self._english, len(self._english) // ENGLISH)
        for name, part in self._parts.items():
            rows += self.windows(self._varied(one, name, VARIED) for one in part)
        rows += self.windows(self._varied(one, "ur", 1.0) for one in self._parts["ur"])  # the smallest, twice
        rows.sort(key=lambda row: len(row[0]) + self._dice.random() * 20)
        cut: list[list[Row]] = [[]]
        for row in rows:
            if cut[-1] and len(row[0]) * (len(cut[-1]) + 1) > TOKENS:
                cut.append([])
            cut[-1].append(row)
        self._dice.shuffle(cut)
        return cut

    def windows(self, sentences: Iterable[Sentence]) -> list[Row]:
        """Sentences, a few neighbours together."""
        found, group = list[Row](), list[Row]()
        size = self._dice.choice(TOGETHER)
        for row in map(self._row, sentences):
            if len(row[0]) > MOST:
                continue
            if group and (len(group) >= size or sum(len(one) for one, _ in group) + len(row[0]) > MOST):
                found.append(_closed(group))
                group, size = [], self._dice.choice(TOGETHER)
            group.append(row)
        return [*found, _closed(group)] if group else found

    def _row(self, sentence: Sentence) -> Row:
        text, places = corpora.printed(sentence, joined=self._dice.random() < windows.LABELLED_ALOUD)
        (window,) = encoded(self._tokenizer, text, [(0, len(text))])
        labels = windows.marked(window, places, [NAMES.index(tag) for tag in sentence.tags])
        return np.array(window.pieces, np.int64), labels

    def _varied(self, sentence: Sentence, name: str, share: float) -> Sentence:
        """The sentence, at times with other names of the same kinds in the places of its own."""
        if self._dice.random() >= share:
            return sentence
        words, tags, at = list[str](), list[str](), 0
        for start, end, kind in sorted(spans(sentence.tags)):
            new = sentence.words[start:end]
            if self._dice.random() < EXCHANGED:
                new = self._dice.choice(self._pools[name][kind])
            words += [*sentence.words[at:start], *new]
            tags += [*sentence.tags[at:start], f"B-{kind}", *[f"I-{kind}"] * (len(new) - 1)]
            at = end
        return Sentence([*words, *sentence.words[at:]], [*tags, *sentence.tags[at:]])


def mentions(sentences: Iterable[Sentence]) -> dict[str, list[list[str]]]:
    """The names in sentences by their kind, as often as they stand there."""
    pool: dict[str, list[list[str]]] = {"PER": [], "LOC": [], "ORG": []}
    for sentence in sentences:
        for start, end, kind in spans(sentence.tags):
            pool[kind].append(sentence.words[start:end])
    return pool


def _closed(group: Sequence[Row]) -> Row:
    pieces, labels = zip(*group, strict=True)
    mark = [np.array([IGNORED])]
    return np.concatenate([[BEGINS], *pieces, [ENDS]]), np.concatenate([*mark, *labels, *mark])


def _together(rows: Sequence[Row]) -> Batch:
    longest = max(len(pieces) for pieces, _ in rows)
    pieces = torch.from_numpy(padded([one for one, _ in rows], longest, 0))
    return pieces, (pieces != 0).long(), torch.from_numpy(padded([labels for _, labels in rows], longest, IGNORED))


def learned(body: Multilingual, names: Names, found: Corpora, asked: argparse.Namespace) -> Names:
    """The layers, taught; their weights averaged over the last steps."""
    average, began = copy.deepcopy(names).eval(), time.monotonic()
    head = {id(one) for one in names.kind.parameters()}
    groups = [
        {"params": [one for one in names.parameters() if (id(one) in head) == ours], "rate": rate}
        for ours, rate in ((False, asked.rate), (True, 1e-3))
    ]
    optimizer = torch.optim.AdamW(groups, lr=asked.rate, weight_decay=0.01)
    for step, rows in enumerate(islice(_for_ever(found), asked.steps)):
        part = min((step + 1) / (0.03 * asked.steps), (asked.steps - step) / (0.97 * asked.steps))
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * max(0.02, part)
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            error = _error(body, names.train(), _together(rows))
        error.backward()
        nn.utils.clip_grad_norm_(names.parameters(), 1.0)
        optimizer.step()
        follow(average, names, min(KEPT, (step + 1) / (step + 11)))
        if step % 50 == 49:  # noqa: PLR2004
            print(f"{step + 1}/{asked.steps} loss {error.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
    return average


def _for_ever(found: Corpora) -> Iterator[list[Row]]:
    while True:
        yield from found.epoch()


def _error(body: Multilingual, names: Names, batch: Batch) -> Tensor:
    pieces, mask, labels = batch
    logits = names(_middle(body, pieces, mask), mask).float().transpose(1, 2)
    return nn.functional.cross_entropy(logits, labels, ignore_index=IGNORED, label_smoothing=SMOOTHED)


@torch.no_grad()
def _middle(body: Multilingual, pieces: Tensor, mask: Tensor) -> Tensor:
    return body.lower(body.words(pieces), mask)


@torch.no_grad()
def score(body: Multilingual, names: Names, rows: Sequence[Row]) -> float:
    """F1 of names: kind and both ends, by the likeliest tags that may follow each other."""
    right = said = wanted = 0
    for start in range(0, len(rows), 24):
        some = rows[start : start + 24]
        pieces, mask, _ = _together(some)
        likely = names.eval()(_middle(body, pieces, mask), mask).float().softmax(-1).numpy()
        for found, (_, labels) in zip(likely, some, strict=True):
            at = np.flatnonzero(labels != IGNORED)
            if len(at):
                mine, his = (spans([NAMES[k] for k in tags]) for tags in (likeliest(found[at]), labels[at]))
                right, said, wanted = right + len(mine & his), said + len(mine), wanted + len(his)
    return round(200 * right / max(1, said + wanted), 1)


def main() -> None:
    """Learn, look at what was held back, and write the weights, which ``export`` takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the trained model")
    parser.add_argument("--packed", type=Path, required=True, help="the body's own weights")
    parser.add_argument("--began", type=Path, help="weights to go on from")
    parser.add_argument("--steps", type=int, default=1_568, help="392 are an epoch")
    parser.add_argument("--rate", type=float, default=2e-4)
    asked = parser.parse_args()
    torch.manual_seed(1)
    tokenizer, body = windows.tokenizing(asked.tokenizer), loaded(asked.weights, asked.packed)
    english = windows.mentioned(tokenizer, asked.corpora / "build/en-names.jsonl")
    plain = [(np.array(one.window.pieces, np.int64), one.names) for one in english]
    found = Corpora(named_parts(asked.corpora / "raw"), plain, tokenizer)
    names = Names(body.body.config)
    names.layers.load_state_dict(body.body.encoder.layer[-len(names.layers) :].state_dict())
    if asked.began:
        names.load_state_dict(torch.load(asked.began))
    names = learned(body, names, found, asked)
    for name, held in found.held.items():
        print(name, score(body, names, found.windows(held)))
    torch.save(names.state_dict(), asked.out)


if __name__ == "__main__":
    main()
