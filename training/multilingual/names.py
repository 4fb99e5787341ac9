"""Teach two narrow layers to find names in what the shipped body says: ``python -m training.multilingual.names ...``.

The body was taught names as one task of many; read again by layers of their own, its states tell a tenth more of them.
They are learned from the states of the int8 graph, as they will be met; nothing of the body changes.
"""

import argparse
import copy
import lzma
import pickle
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from reportedly.read.model import multilingual
from training.multilingual import base
from training.multilingual.model import NarrowNames
from training.multilingual.windows import Named
from training.statements.labelled import IGNORED
from training.statements.train import follow, padded

TOKENS, TOGETHER, KEPT = 4_096, 64, 0.995
States = Sequence[NDArray[np.float16]]


def states(rows: Sequence[Named]) -> States:
    """What the shipped body says of each window's pieces."""
    model = multilingual.load()
    found: list[NDArray[np.float16]] = [np.zeros((0, base.SIZE), np.float16)] * len(rows)
    order = sorted(range(len(rows)), key=lambda n: len(rows[n].window.pieces))
    for start in range(0, len(order), TOGETHER):
        part = order[start : start + TOGETHER]
        encoded = model.encode([[int(piece) for piece in rows[n].window.pieces] for n in part])
        for n, said in zip(part, encoded.states, strict=True):
            found[n] = said[: len(rows[n].window.pieces)].astype(np.float16)
    return found


def _batches(
    rows: Sequence[Named], found: States, dice: np.random.Generator
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """States, mask and labels of windows of like length, in random order, for ever."""
    sizes = np.array([len(one) for one in found])
    while True:
        cut, order = list[list[int]](), np.argsort(sizes + dice.random(len(sizes)) * 20)
        for n in order.tolist():
            if not cut or sizes[n] * (len(cut[-1]) + 1) > TOKENS:
                cut.append([])
            cut[-1].append(n)
        for at in dice.permutation(len(cut)):
            yield _together([rows[n] for n in cut[at]], [found[n] for n in cut[at]])


def _together(rows: Sequence[Named], found: States) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(map(len, found))
    given = np.zeros((len(found), longest, base.SIZE), np.float32)
    for row, one in zip(given, found, strict=True):
        row[: len(one)] = one
    mask = padded([np.ones(len(one), np.int64) for one in found], longest, 0)
    labels = padded([row.names for row in rows], longest, IGNORED)
    return torch.from_numpy(given), torch.from_numpy(mask), torch.from_numpy(labels)


def learned(rows: Sequence[Named], steps: int, rate: float) -> NarrowNames:
    """The layers, their weights averaged over the last steps."""
    model = NarrowNames(base.configured(1, 1)).train()
    average, began = copy.deepcopy(model).eval(), time.monotonic()
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    batches = _batches(rows, states(rows), np.random.default_rng(1))
    for step, (given, mask, labels) in enumerate(islice(batches, steps)):
        for group in optimizer.param_groups:
            group["lr"] = rate * max(0.02, min(step / (0.06 * steps), (steps - step) / (0.94 * steps)))
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(given, mask)
        error = nn.functional.cross_entropy(logits.float().transpose(1, 2), labels, ignore_index=IGNORED)
        error.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        follow(average, model, min(KEPT, (step + 1) / (step + 11)))
        if step % 100 == 99:  # noqa: PLR2004
            print(f"{step + 1}/{steps} loss {error.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
    return average


def main() -> None:
    """Learn and write the weights, which ``export --names`` takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("windows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=760)
    parser.add_argument("--rate", type=float, default=1e-3)
    asked = parser.parse_args()
    torch.manual_seed(1)
    with lzma.open(asked.windows, "rb") as file:
        given, _, _ = pickle.load(file)  # noqa: S301  our own, made by ``gather``
    torch.save(learned(given.named, asked.steps, asked.rate).state_dict(), asked.out)


if __name__ == "__main__":
    main()
