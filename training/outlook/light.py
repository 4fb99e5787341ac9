"""A lighter outlook, not shipped: ``python -m training.outlook.light OUTLOOK.onnx FOLDER OUT``.

One layer above what the layers of the statement tagger say, which are read anyway, in place of four of its own. It
learns from what a whole outlook says of texts (``training.outlook.states`` wrote FOLDER), and begins as its last layer:
what that was given is first guessed by least squares. OUT gets its graph, and that of the tagger with what it goes on
from as a further answer.
"""

import argparse
import copy
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from torch import Tensor, nn
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from reportedly.read.model.outlook import AHEAD, CERTAINTY, ROOT, STATUS, WIDTH
from training.graphs import floats, in_int8, written
from training.outlook.states import Kept, kept, telling
from training.statements.export import SHIPPED, WINDOWS
from training.statements.model import hidden
from training.statements.train import follow

SIZE, LAYERS, HEADS, BROAD, HIDDEN = 384, 4, 12, 1536, 256
TOKENS: Final = 2_048
GUESSED: Final = 40_000  # pieces that the guess is made from
KEPT: Final = 0.995

Range = tuple[int, int]
Batch = tuple[Tensor, Tensor, Tensor]


class Outlook(nn.Module):
    """What the tagger's layers say, to the logits of the events that pieces tell."""

    def __init__(self, attention: str = "sdpa") -> None:
        super().__init__()
        config = BertConfig(
            hidden_size=SIZE,
            num_attention_heads=HEADS,
            intermediate_size=BROAD,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            attn_implementation=attention,
        )
        self.guess = nn.Linear(LAYERS * SIZE, SIZE)
        self.layer = BertLayer(config)
        self.event = nn.Sequential(nn.Linear(SIZE, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, WIDTH))

    def forward(self, layers: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces, layers x size) and mask -> (windows, pieces, ``WIDTH``)."""
        said: Tensor = self.event(self.layer(self.guess(layers), hidden(mask)))
        return said


def begun(teacher: Path, found: Kept) -> Outlook:
    """The last layer and the heads of a whole outlook, above a guess of what that layer was given."""
    outlook, weights = Outlook(), floats(teacher)
    outlook.layer.load_state_dict({name: weights[f"layer.3.{name}"] for name in outlook.layer.state_dict()})
    for number, name in ((0, "event.event.0"), (2, "events")):
        outlook.event[number].load_state_dict({side: weights[f"{name}.{side}"] for side in ("weight", "bias")})
    some = np.linspace(0, len(found.told) - 1, GUESSED).astype(int)
    given, wanted = (torch.from_numpy(side[some].astype(np.float32)) for side in (found.layers, found.before))
    means = given.mean(0), wanted.mean(0)
    given, wanted = given - means[0], wanted - means[1]
    squares = given.T @ given + 1e-4 * len(given) * torch.eye(given.shape[1])
    guess = torch.linalg.solve(squares, given.T @ wanted).T
    outlook.guess.load_state_dict({"weight": guess, "bias": means[1] - guess @ means[0]})
    return outlook


def loss(said: Tensor, told: Tensor, mask: Tensor) -> Tensor:
    """How far a batch is from what it is to say: more is asked of pieces that may tell an event."""
    real = mask.bool()
    real[:, 0] = False
    mine, whose = (side[real].split([AHEAD, STATUS, ROOT, CERTAINTY], -1) for side in (said, told))
    event = 1 - whose[1].softmax(-1)[:, 0]
    ahead = (mine[0].clamp(min=-8) - whose[0].clamp(min=-8))[:, 0].square() * 0.1 + _both(mine[0][:, 0], whose[0][:, 0])
    likely = 0.3 + event + (whose[0][:, 0] > -5)  # noqa: PLR2004  a logit
    first = (likely * (_apart(mine[1], whose[1], 0.05) + ahead)).mean()
    return first + ((event + 0.02) * (_apart(mine[2], whose[2], 0.03) + _apart(mine[3], whose[3], 0.03))).mean()


def _both(mine: Tensor, whose: Tensor) -> Tensor:
    """Of logits of yes and no: how far one is from another."""
    wanted = whose.sigmoid()
    entropy = nn.functional.binary_cross_entropy_with_logits
    return entropy(mine, wanted, reduction="none") - entropy(whose, wanted, reduction="none")


def _apart(mine: Tensor, whose: Tensor, squares: float) -> Tensor:
    """Of logits of several answers: relative entropy, and a share of the squares between logarithms."""
    mine, whose = mine.log_softmax(-1), whose.log_softmax(-1)
    far = (mine.clamp(min=-9) - whose.clamp(min=-9)).square().mean(-1)
    return (whose.exp() * (whose - mine)).sum(-1) + squares * far


def batches(found: Kept, dice: random.Random) -> Iterator[Batch]:
    """Windows of like length together, in random order, again and again."""
    each = [(int(a), int(b)) for a, b in zip(found.begins[:-1], found.begins[1:], strict=True)]
    while True:
        cut: list[list[Range]] = [[]]
        for start, end in sorted(each, key=lambda one: one[1] - one[0] + dice.random() * 8):
            if cut[-1] and (end - start) * (len(cut[-1]) + 1) > TOKENS:
                cut.append([])
            cut[-1].append((start, end))
        dice.shuffle(cut)
        yield from (_together(found, some) for some in cut)


def _together(found: Kept, some: Sequence[Range]) -> Batch:
    shape = len(some), max(end - start for start, end in some)
    layers, told = (torch.zeros(*shape, side.shape[1]) for side in (found.layers, found.told))
    mask = torch.zeros(shape, dtype=torch.long)
    for row, (start, end) in enumerate(some):
        for to, whose in ((layers, found.layers), (told, found.told)):
            to[row, : end - start] = torch.from_numpy(whose[start:end].astype(np.float32))
        mask[row, : end - start] = 1
    return layers, mask, told


def learned(outlook: Outlook, found: Kept, asked: argparse.Namespace) -> Outlook:
    """The layer, taught; its weights averaged over the last steps."""
    average, began = copy.deepcopy(outlook).eval(), time.monotonic()
    optimizer = torch.optim.AdamW(outlook.parameters(), lr=asked.rate, betas=(0.9, 0.98), weight_decay=0.01)
    for step, (layers, mask, told) in enumerate(islice(batches(found, random.Random(3)), asked.steps)):  # noqa: S311
        for group in optimizer.param_groups:
            group["lr"] = asked.rate * min(1, (step + 1) / 60) * (0.02 + 0.98 * (1 - step / asked.steps))
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = outlook(layers, mask)
        error = loss(said.float(), told, mask)
        error.backward()
        nn.utils.clip_grad_norm_(outlook.parameters(), 1.0)
        optimizer.step()
        follow(average, outlook, min(KEPT, (step + 1) / (step + 11)))
        if step % 100 == 99:  # noqa: PLR2004
            print(f"{step + 1}/{asked.steps} loss {error.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
    return average


def export(outlook: Outlook, out: Path) -> None:
    """Both graphs into ``out``."""
    plain = Outlook("eager").eval()  # the exporter cannot follow the fused attention
    plain.load_state_dict(outlook.state_dict())
    given = torch.randn(3, 17, LAYERS * SIZE), torch.ones(3, 17, dtype=torch.long)
    axes = dict.fromkeys(["layers", "mask", "events"], WINDOWS)
    in_int8(written(plain, given, ["layers", "mask"], ["events"], axes, out), ["MatMul"])
    onnx.save(telling(SHIPPED / "encoder.onnx"), out / "encoder.onnx")


def main() -> None:
    """Learn, and write the graph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=2_000)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--weights", type=Path, help="export these, and learn nothing")
    asked = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    with torch.no_grad():
        outlook = begun(asked.teacher, kept(asked.folder))
    if asked.weights:
        outlook.load_state_dict(torch.load(asked.weights))
    else:
        outlook = learned(outlook, kept(asked.folder), asked)
    asked.out.mkdir(parents=True, exist_ok=True)
    export(outlook.eval(), asked.out)


if __name__ == "__main__":
    main()
