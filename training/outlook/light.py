"""A lighter outlook, not shipped: ``python -m training.outlook.light OUTLOOK.onnx FOLDER OUT``.

Two layers above what the layers of the statement tagger say, which are read anyway, in place of four of its own. They
learn from what a whole outlook says of texts (``training.outlook.states`` wrote FOLDER), and begin as its last two:
what these were given is first guessed by least squares. OUT gets its graph, and that of the tagger with what it goes on
from as a further answer.
"""

import argparse
import copy
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from reportedly.read.model.outlook import AHEAD, CERTAINTY, ROOT, STATUS, WIDTH
from training.graphs import floats, in_int8, written
from training.outlook.states import Kept, kept, telling
from training.statements.export import SHIPPED, WINDOWS
from training.statements.labelled import IGNORED
from training.statements.model import hidden
from training.statements.train import follow

SIZE, LAYERS, HEADS, BROAD, HIDDEN = 384, 4, 12, 1536, 256
OWN: Final = 2  # layers
TOKENS: Final = 2_048
GUESSED: Final = 90_000  # pieces that the guess is made from
KEPT: Final = 0.995
ALIKE: Final = 0.5  # what it weighs that the last layer says the same
LOOKED: Final = 0.5  # what it weighs where somebody looked for what lies ahead
AHEAD_WEIGHT: Final = 3.0  # of a piece that tells it, against one that does not

Range = tuple[int, int]


class Batch(NamedTuple):
    """Windows side by side: what the tagger's layers say of them, the mask, and what is to be said."""

    layers: Tensor
    mask: Tensor
    last: Tensor
    told: Tensor
    ahead: Tensor


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
        self.layers = nn.ModuleList(BertLayer(config) for _ in range(OWN))
        self.event = nn.Sequential(nn.Linear(SIZE, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, WIDTH))

    def forward(self, layers: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces, layers x size) and mask -> (windows, pieces, ``WIDTH``)."""
        said: Tensor = self.event(self.states(layers, mask))
        return said

    def states(self, layers: Tensor, mask: Tensor) -> Tensor:
        """What its last layer says of each piece."""
        states: Tensor = self.guess(layers)
        attended = hidden(mask)
        for layer in self.layers:
            states = layer(states, attended)
        return states


def begun(teacher: Path, found: Kept) -> Outlook:
    """The last layers and the heads of a whole outlook, above a guess of what these layers were given."""
    outlook, weights = Outlook(), floats(teacher)
    for number, layer in enumerate(outlook.layers, LAYERS - OWN):
        layer.load_state_dict({name: weights[f"layer.{number}.{name}"] for name in layer.state_dict()})
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


def error(outlook: Outlook, batch: Batch, width: float) -> Tensor:
    """How far a batch is from what it is to say, in words, in what the last layer says, and where somebody looked.

    ``width`` is the variance of what a last layer says.
    """
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = outlook.states(batch.layers, batch.mask)
        said = outlook.event(states)
    said, real = said.float(), batch.mask.bool()
    off = loss(said, batch.told, batch.mask) + ALIKE * (states.float() - batch.last)[real].square().mean() / width
    looked = real & (batch.ahead != IGNORED)
    if looked.any():
        wanted = batch.ahead[looked]
        weight = torch.where(wanted == 1, AHEAD_WEIGHT, 1.0)
        entropy = nn.functional.binary_cross_entropy_with_logits
        off = off + LOOKED * entropy(said[..., 0][looked], wanted, weight=weight)
    return off


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
    mask = torch.zeros(shape, dtype=torch.long)
    for row, (start, end) in enumerate(some):
        mask[row, : end - start] = 1

    def side_by_side(whose: NDArray[np.float16]) -> Tensor:
        to = torch.zeros(*shape, *whose.shape[1:])
        for row, (start, end) in enumerate(some):
            to[row, : end - start] = torch.from_numpy(whose[start:end].astype(np.float32))
        return to

    return Batch(side_by_side(found.layers), mask, *map(side_by_side, (found.last, found.told, found.ahead)))


def learned(outlook: Outlook, found: Kept, asked: argparse.Namespace) -> Outlook:
    """The layers, taught; its weights averaged over the last steps."""
    average, began = copy.deepcopy(outlook).eval(), time.monotonic()
    optimizer = torch.optim.AdamW(outlook.parameters(), lr=asked.rate, betas=(0.9, 0.98), weight_decay=0.01)
    width = float(found.last[:GUESSED].astype(np.float32).var(0).mean())
    for step, batch in enumerate(islice(batches(found, random.Random(3)), asked.steps)):  # noqa: S311
        for group in optimizer.param_groups:
            group["lr"] = asked.rate * min(1, (step + 1) / 60) * (0.02 + 0.98 * (1 - step / asked.steps))
        optimizer.zero_grad()
        off = error(outlook, batch, width)
        off.backward()
        nn.utils.clip_grad_norm_(outlook.parameters(), 1.0)
        optimizer.step()
        follow(average, outlook, min(KEPT, (step + 1) / (step + 11)))
        if step % 100 == 99:  # noqa: PLR2004
            print(f"{step + 1}/{asked.steps} loss {off.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
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
