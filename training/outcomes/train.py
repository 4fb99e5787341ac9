"""Train the comparer: ``python -m training.outcomes.train OUT --pairs F [--fold 0] [--same F]``."""

import argparse
import copy
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from reportedly.read.model.outcome import LABELS, Asked, Side, asked, padded
from reportedly.read.model.windows import ENDS
from training.outcomes.labelled import Pair, held, pairs, rows, written
from training.outcomes.model import Comparer
from training.statements.train import DEVICE, HOME, MASKED, configured, follow, tokenizing

OWN = sorted(Path(__file__).parent.glob("written*.jsonl"))
FOLDS = 5
WINDOWLESS = 0.2  # share of the pairs of which the window is hidden: the desk may not have read it
HEADLESS = 0.15  # share of the headlines that are hidden
DIMMED = 0.05
AVERAGED = 0.99


@dataclass(frozen=True)
class Row:
    """A pair ready to learn from; ``same`` is asked instead of the label where it is not None."""

    asked: Asked
    label: int
    weight: float
    same: float | None = None


class Learner(nn.Module):
    """The comparer with MiniLM's table of words, which stays as it is, before it."""

    def __init__(self, layers: int) -> None:
        """MiniLM's first layers under a fresh head."""
        super().__init__()
        whole = BertModel.from_pretrained(HOME, add_pooling_layer=False)
        self.words = whole.embeddings.word_embeddings.requires_grad_(requires_grad=False)
        self.comparer = Comparer(configured(layers))
        self.comparer.body.load_state_dict(whole.state_dict(), strict=False)
        self.comparer.body.embeddings.word_embeddings = nn.Embedding(1, 1)  # the words come from outside

    def given(self, batch: Sequence[Asked]) -> tuple[Tensor, ...]:
        """What the comparer takes."""
        pieces, marks, days, at = (torch.from_numpy(one).to(DEVICE) for one in padded(batch))
        mask = (pieces != 0).long()
        if self.training:
            dim = (torch.rand(pieces.shape, device=DEVICE) < DIMMED) & (pieces > ENDS)
            pieces = torch.where(dim, MASKED, pieces)
        return self.words(pieces), mask, marks, days, at


def prepared(tokenizer: Tokenizer, pair: Pair, dice: random.Random | None) -> Row:
    """A pair in pieces; with dice, parts of it are hidden."""
    first, later, window = pair.first, pair.later, pair.window
    if dice:
        window = None if dice.random() < WINDOWLESS else window
        first = first._replace(headline="") if dice.random() < HEADLESS else first
        later = later._replace(headline="") if dice.random() < HEADLESS else later
    return Row(asked(tokenizer, first, later, window), pair.label, pair.weight)


def same(tokenizer: Tokenizer, row: dict) -> Row:
    """Two sentences of a public set, and whether a word of each tells one event."""
    day = date(2020, 1, 1)
    first, later = Side("", row["a"], day, tuple(row["event"])), Side("", row["b"], day)
    return Row(asked(tokenizer, first, later, None), 0, 1.0, float(row["same"]))


def batches(found: Sequence[Row], dice: random.Random, tokens: int) -> list[list[Row]]:
    """Pairs of like length together, batches in random order."""
    out: list[list[Row]] = [[]]
    for row in sorted(found, key=lambda row: len(row.asked.pieces) + dice.random() * 30):
        if out[-1] and len(row.asked.pieces) * (len(out[-1]) + 1) > tokens:
            out.append([])
        out[-1].append(row)
    dice.shuffle(out)
    return out


def train(learner: Learner, found: Sequence[Pair], twins: Sequence[dict], settings: argparse.Namespace) -> Comparer:
    """The averaged comparer after the last epoch."""
    tokenizer, dice = tokenizing(), random.Random(settings.seed)  # noqa: S311  no secret hangs on it
    learner.to(DEVICE).train()
    model = learner.comparer
    body = list(model.body.parameters())
    heads = [p for name, p in model.named_parameters() if not name.startswith("body")]
    groups = [{"params": body, "initial_lr": settings.rate}, {"params": heads, "initial_lr": 5 * settings.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    average = copy.deepcopy(model).eval()
    count = np.bincount([pair.label for pair in found], minlength=len(LABELS)).clip(min=1)
    weight = torch.tensor((count.mean() / count) ** 0.5, dtype=torch.float32, device=DEVICE)
    ready = [same(tokenizer, row) for row in twins]
    step = total = 0
    for epoch in range(settings.epochs):
        every = [prepared(tokenizer, pair, dice) for pair in found]
        todo = batches(every, dice, settings.tokens)
        if ready and epoch < settings.epochs * 0.7:
            part = dice.sample(ready, min(len(ready), len(every)))
            todo += batches(part, dice, settings.tokens)
        dice.shuffle(todo)
        total = total or int(len(todo) * settings.epochs * (0.87 if ready else 1.0)) + 1
        for batch in todo:
            part = max(0.02, min(step / (0.06 * total), (total - step) / (0.94 * total)))
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * part
            optimizer.zero_grad()
            with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
                states = model.states(*learner.given([row.asked for row in batch]))
                logits = model.label(states).float() if batch[0].same is None else model.same(states).float()[:, 0]
            if batch[0].same is None:
                labels = torch.tensor([row.label for row in batch], device=DEVICE)
                each = nn.functional.cross_entropy(
                    logits, labels, weight=weight, reduction="none", label_smoothing=0.05
                )
                error = (each * torch.tensor([row.weight for row in batch], device=DEVICE)).mean()
            else:
                wanted = torch.tensor([row.same for row in batch], device=DEVICE)
                error = 0.5 * nn.functional.binary_cross_entropy_with_logits(logits, wanted)
            error.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            follow(average, model, min(AVERAGED, step / (step + 10)))
        print(f"epoch {epoch + 1}, {step}/{total}, loss {error.item():.3f}", flush=True)
    return average


@torch.no_grad()
def answered(learner: Learner, comparer: Comparer, found: Sequence[Pair]) -> np.ndarray:
    """Probabilities (pairs, labels)."""
    tokenizer = tokenizing()
    learner.eval()
    out = []
    for i in range(0, len(found), 64):
        batch = [prepared(tokenizer, pair, None).asked for pair in found[i : i + 64]]
        out.append(comparer(*learner.given(batch)).float().softmax(-1).cpu().numpy())
    return np.concatenate(out)


def arguments() -> argparse.ArgumentParser:
    """What training is told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=Path, nargs="+", default=[], help="rows of labelled pairs, measured by folds")
    parser.add_argument("--own", type=Path, nargs="*", default=OWN)
    parser.add_argument("--own-weight", type=float, default=0.6)
    parser.add_argument("--same", type=Path, help="pairs of sentences, and whether they tell one event")
    parser.add_argument("--fold", type=int, help="leave this of five folds out, and write what is said of it")
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--tokens", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser


def main() -> None:
    """Train on all and write the weights, or without a fold and write probabilities."""
    asked_for = arguments().parse_args()
    torch.manual_seed(asked_for.seed)
    torch.set_num_threads(asked_for.threads)
    found = [pair for path in asked_for.pairs for pair in pairs(path)]
    own = [replace(pair, weight=asked_for.own_weight) for path in asked_for.own for pair in written(path)]
    twins = rows(asked_for.same) if asked_for.same else []
    left = held(found, asked_for.fold, FOLDS) if asked_for.fold is not None else []
    names = {id(pair) for pair in left}
    learner = Learner(asked_for.layers)
    comparer = train(learner, [*(pair for pair in found if id(pair) not in names), *own], twins, asked_for)
    if asked_for.fold is None:
        torch.save({name: weight.cpu() for name, weight in comparer.state_dict().items()}, asked_for.out)
        return
    lines = (
        json.dumps({"row": pair.row, "p": [round(float(x), 4) for x in p]})
        for pair, p in zip(left, answered(learner, comparer, left), strict=True)
    )
    asked_for.out.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
