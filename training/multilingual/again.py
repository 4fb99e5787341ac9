"""Heads taught further on what the shipped body says: ``python -m training.multilingual.again WINDOWS.pkl.xz OUT.pt``.

What marks cues and roles learns from labels that came after the body was made, from the states of the int8 graph: the
body stays as it is.
"""

import argparse
import copy
import lzma
import pickle
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from reportedly.read.model import multilingual
from training.multilingual import base
from training.multilingual.export import loaded
from training.multilingual.windows import Given
from training.statements.train import follow, padded, statements_loss_of

TOGETHER, KEPT = 64, 0.995
ENGLISH = 4_000  # windows of English statements beside those in other languages, lest it forget
SAYING = ("cue", "narrow", "near", "norm", "again", "token", "about", "role")
Rows = Sequence[Any]
Loss = Callable[[Rows, Tensor, Tensor], Tensor]


def states(rows: Rows) -> list[NDArray[np.float16]]:
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


def batches(rows: Rows, tokens: int) -> Iterator[tuple[Rows, Tensor, Tensor]]:
    """Windows of like length with their states and mask, in random order, for ever."""
    dice, found = np.random.default_rng(1), states(rows)
    sizes = np.array([len(one) for one in found])
    while True:
        cut = list[list[int]]()
        for n in np.argsort(sizes + dice.random(len(sizes)) * 20).tolist():
            if not cut or sizes[n] * (len(cut[-1]) + 1) > tokens:
                cut.append([])
            cut[-1].append(n)
        for at in dice.permutation(len(cut)):
            yield [rows[n] for n in cut[at]], *_together([found[n] for n in cut[at]])


def _together(found: Sequence[NDArray[np.float16]]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, found))
    given = np.zeros((len(found), longest, base.SIZE), np.float32)
    for row, one in zip(given, found, strict=True):
        row[: len(one)] = one
    mask = padded([np.ones(len(one), np.int64) for one in found], longest, 0)
    return torch.from_numpy(given), torch.from_numpy(mask)


def learned(
    model: nn.Module, parts: list[nn.Parameter], loss: Loss, rows: Rows, asked: argparse.Namespace
) -> nn.Module:
    """The model with these parts of it taught; their weights averaged over the last steps."""
    average, began = copy.deepcopy(model).eval(), time.monotonic()
    optimizer = torch.optim.AdamW(parts, lr=asked.rate, weight_decay=0.01)
    for step, (batch, given, mask) in enumerate(islice(batches(rows, asked.tokens), asked.steps)):
        part = min(step / (0.06 * asked.steps), (asked.steps - step) / (0.94 * asked.steps))
        for group in optimizer.param_groups:
            group["lr"] = asked.rate * max(0.02, part)
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            error = loss(batch, given, mask)
        error.backward()
        nn.utils.clip_grad_norm_(parts, 1.0)
        optimizer.step()
        follow(average, model, min(KEPT, (step + 1) / (step + 11)))
        if step % 100 == 99:  # noqa: PLR2004
            print(f"{step + 1}/{asked.steps} loss {error.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
    return average


def said(given: Given, asked: argparse.Namespace) -> dict[str, Tensor]:
    """The weights of what marks cues and roles."""
    dice = random.Random(2)  # noqa: S311
    model = loaded(asked.weights, asked.packed).train()
    parts = [p for name, p in model.named_parameters() if name.split(".")[0] in SAYING]
    rows = [*given.foreign[0], *given.foreign[1], *dice.sample(given.said[0], ENGLISH)]

    def loss(batch: Rows, states: Tensor, mask: Tensor) -> Tensor:
        return statements_loss_of(model, (states, mask), batch, dice)

    taught = learned(model, parts, loss, rows, asked).state_dict()
    return {name: weight for name, weight in taught.items() if name.split(".")[0] in SAYING}


def main() -> None:
    """Learn and write the weights, which ``export`` takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("windows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path, help="folder of the trained model")
    parser.add_argument("--packed", type=Path, help="the body's own weights")
    parser.add_argument("--steps", type=int, default=735)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--tokens", type=int, default=2_048)
    asked = parser.parse_args()
    torch.manual_seed(1)
    with lzma.open(asked.windows, "rb") as file:
        given, _, _ = pickle.load(file)  # noqa: S301  our own, made by ``gather``
    torch.save(said(given, asked), asked.out)


if __name__ == "__main__":
    main()
