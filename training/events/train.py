"""Train the event coder: ``python -m training.events.train PAIRS.jsonl.gz [--folds 5] [--out WEIGHTS.pt]``.

With ``--folds`` each part of the pairs is coded by a model that has not seen it; the figures are printed, and with
``--out`` each fold's model is written. Without, one model learns from all. Sentences of our own are always learned from
and never measured.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from quality.events import FOLDED, NOTHING, figures
from reportedly.read.model.pairs import ROOTS, SOURCE, TARGET
from reportedly.read.model.windows import ENDS, closed, encoded
from training.events.labelled import Labelled, folds, rows, written
from training.events.model import Coder
from training.statements.train import DEVICE, HOME, MASKED, configured, tokenizing

OWN = sorted(Path(__file__).parent.glob("written*.tsv"))
TOKENS = 640  # pieces of a batch, padding counted
CUT = 0.3  # share of the parties of which only a part is marked, as a parser may
DIMMED = 0.05  # share of the other pieces that are masked
JOINED = 0.35  # share of the sentences that another one is put beside, so that the pair decides and not any word
SMOOTHED = 0.1  # share of each label spread over all


@dataclass(frozen=True)
class Row:
    """A pair ready to learn from: pieces, whose they are, and the roots it may have."""

    pieces: list[int]
    source: NDArray[np.bool_]
    target: NDArray[np.bool_]
    roots: tuple[int, ...]
    weight: float = 1.0


def cut(found: Sequence[Labelled], weight: float = 1.0) -> list[Row]:
    """Every pair in pieces, each weighing as much as said."""
    tokenizer = tokenizing()
    return [_row(tokenizer, one, weight) for one in found]


def _row(tokenizer: Tokenizer, one: Labelled, weight: float) -> Row:
    window = closed(encoded(tokenizer, one.text, [(0, len(one.text))]))
    starts, ends = (np.array([place[side] for place in window.places]) for side in (0, 1))
    source, target = ((starts < b) & (ends > a) for a, b in (one.source, one.target))
    return Row(window.pieces, source, target, one.roots, weight)


def batch_of(batch: Sequence[Row], dice: random.Random | None) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, mask and marks of some rows (rows, pieces); with dice, parts are hidden and other rows put beside."""
    if dice:
        batch = [_beside(row, dice.choice(batch), dice) if dice.random() < JOINED else row for row in batch]
    shape = len(batch), max(len(row.pieces) for row in batch)
    pieces, mask, marks = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for i, row in enumerate(batch):
        size = len(row.pieces)
        source, target = (_part(one, dice) for one in (row.source, row.target))
        pieces[i, :size] = torch.tensor(row.pieces)
        marks[i, :size] = torch.from_numpy(SOURCE * source + TARGET * target)
        mask[i, :size] = 1
    if dice:
        pieces[(torch.rand(shape) < DIMMED) & (marks == 0) & (pieces > ENDS)] = MASKED
    return pieces.to(DEVICE), mask.to(DEVICE), marks.to(DEVICE)


def _beside(row: Row, other: Row, dice: random.Random) -> Row:
    """One sentence before or after another, as the halves of a longer one; only the first keeps its pair."""
    inside = other.pieces[1:-1]
    blank = np.zeros(len(inside), bool)
    at = dice.choice((1, len(row.pieces) - 1))
    source, target = (np.concatenate([side[:at], blank, side[at:]]) for side in (row.source, row.target))
    return replace(row, pieces=[*row.pieces[:at], *inside, *row.pieces[at:]], source=source, target=target)


def _part(marked: NDArray[np.bool_], dice: random.Random | None) -> NDArray[np.bool_]:
    at = np.flatnonzero(marked)
    if dice is None or len(at) == 1 or dice.random() >= CUT:
        return marked
    size = dice.randint(1, len(at))
    first = dice.choice((0, len(at) - size))
    out = np.zeros_like(marked)
    out[at[first : first + size]] = True
    return out


def loss(logits: Tensor, batch: Sequence[Row], weight: Tensor) -> Tensor:
    """How unlikely the rows' roots are, any one of those allowed; rare ones weigh more."""
    logs = logits.log_softmax(-1)
    each = [
        row.weight
        * weight[list(row.roots)].mean()
        * -((1 - SMOOTHED) * one[list(row.roots)].logsumexp(0) + SMOOTHED * one.mean())
        for one, row in zip(logs, batch, strict=True)
    ]
    return torch.stack(each).mean()


class Learner(nn.Module):
    """The coder with MiniLM's table of words, which stays as it is, before it."""

    def __init__(self, layers: int, begun: Path | None = None) -> None:
        """MiniLM's first layers under a fresh head, or those of an encoder that was trained on news."""
        super().__init__()
        whole = BertModel.from_pretrained(HOME, add_pooling_layer=False)
        if begun is not None:
            trained = torch.load(begun, map_location="cpu")
            states = {
                name.removeprefix("body."): weight for name, weight in trained.items() if name.startswith("body.")
            }
            whole.load_state_dict(states, strict=False)
        self.words = whole.embeddings.word_embeddings.requires_grad_(requires_grad=False)
        self.coder = Coder(configured(layers))
        self.coder.body.load_state_dict(whole.state_dict(), strict=False)
        self.coder.body.embeddings.word_embeddings = nn.Embedding(1, 1)  # the words come from outside

    def forward(self, pieces: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """(pairs, pieces) each -> logits (pairs, roots)."""
        return self.coder(self.words(pieces), mask, marks)


def train(found: Sequence[Row], settings: argparse.Namespace, dice: random.Random) -> Learner:
    """A coder trained on all rows."""
    learner = Learner(settings.layers, settings.begun).to(DEVICE).train()
    body = list(learner.coder.body.parameters())
    heads = [p for name, p in learner.coder.named_parameters() if not name.startswith("body")]
    groups = [{"params": body, "initial_lr": settings.rate}, {"params": heads, "initial_lr": 5 * settings.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    weight = _weights(found).to(DEVICE)
    step, total = 0, settings.epochs * len(batches(found, dice))
    for _ in range(settings.epochs):
        for batch in batches(found, dice):
            part = max(0.0, min(step / (0.06 * total), (total - step) / (0.94 * total)))
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * part
            optimizer.zero_grad()
            with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
                logits = learner(*batch_of(batch, dice))
            loss(logits.float(), batch, weight).backward()
            nn.utils.clip_grad_norm_(learner.coder.parameters(), 1.0)
            optimizer.step()
            step += 1
    return learner.eval()


def save(learner: Learner, out: Path) -> None:
    """Write the coder's weights, without the table of words."""
    torch.save({name: weight.cpu() for name, weight in learner.coder.state_dict().items()}, out)


def _weights(found: Sequence[Row]) -> Tensor:
    """Rare roots weigh more, by the root of how rare they are."""
    count = np.zeros(len(ROOTS))
    for row in found:
        count[list(row.roots)] += 1 / len(row.roots)
    return torch.tensor(np.sqrt(count.mean() / count.clip(min=1)), dtype=torch.float32)


def batches(found: Sequence[Row], dice: random.Random) -> list[list[Row]]:
    """Sentences of like length together, batches in random order."""
    out: list[list[Row]] = [[]]
    for row in sorted(found, key=lambda row: len(row.pieces) + dice.random() * 20):
        if out[-1] and len(row.pieces) * (len(out[-1]) + 1) > TOKENS:
            out.append([])
        out[-1].append(row)
    dice.shuffle(out)
    return out


@torch.no_grad()
def coded(learner: Learner, found: Sequence[Row]) -> NDArray[np.float32]:
    """Probabilities (rows, roots)."""
    parts = [found[i : i + 32] for i in range(0, len(found), 32)]
    return np.concatenate([learner(*batch_of(part, None)).float().softmax(-1).cpu().numpy() for part in parts])


def right(p: NDArray[np.float32], found: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """The label of each row and the one it gets, two roots folded into one as in the public set."""
    for row, one in zip(found, p, strict=True):
        gold, best = ROOTS[row.roots[0]], ROOTS[int(one[: ROOTS.index(NOTHING)].argmax())]
        yield FOLDED.get(gold, gold), FOLDED.get(best, best)


def main() -> None:
    """Train on all, or measure by folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, nargs="*", help="measure these of the folds, from 0")
    parser.add_argument("--own", type=Path, nargs="*", default=OWN)
    parser.add_argument("--weight", type=float, default=0.3, help="of a sentence of our own")
    parser.add_argument("--begun", type=Path, help="weights of an encoder to begin with")
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=11)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    dice = random.Random(asked.seed)  # noqa: S311  no secret hangs on it
    labelled = rows(asked.pairs)
    pairs = cut(labelled)
    own = [row for path in asked.own for row in cut(written(path), asked.weight)]
    if not asked.folds:
        save(train([*pairs, *own], asked, dice), asked.out)
        return
    fold = folds(labelled, asked.folds, random.Random(0))  # noqa: S311
    told: list[tuple[str, str]] = []
    for number in range(asked.folds) if asked.only is None else asked.only:
        began = time.monotonic()
        learner = train([*(row for row, f in zip(pairs, fold, strict=True) if f != number), *own], asked, dice)
        held = [row for row, f in zip(pairs, fold, strict=True) if f == number]
        now = list(right(coded(learner, held), held))
        told += now
        spent = time.monotonic() - began
        print(f"fold {number + 1}: {figures(now)}, {spent:.0f} s", flush=True)
        if asked.out:
            save(learner, asked.out.with_stem(f"{asked.out.stem}-{number}"))
    print(f"all: {figures(told)}")


if __name__ == "__main__":
    main()
