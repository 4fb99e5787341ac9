"""Teach the shipped comparer more: ``python -m training.outcomes.again --pairs F --more F [--alike F]``.

Only its last layer and its head learn; what lies below gives its states once, and stays as it is to the byte. So no
labels are needed that it learned from before, and minutes of one core are enough. ``--more`` are stories of our own,
``--alike`` pairs without labels, of which the answers are to stay what they are.
"""

import argparse
import copy
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from reportedly.read.model.outcome import EVENT, LABELS, LATER_SENTENCE, Asked
from training.events.model import mean
from training.outcomes.labelled import Pair, pairs, written
from training.outcomes.model import Comparer, looked
from training.outcomes.train import OWN, Learner, prepared
from training.sixteen_bits import SHIPPED, fitted
from training.statements.model import hidden
from training.statements.train import tokenizing

GRAPH = SHIPPED / "comparer.onnx"
LAST = "body.encoder.layer.3."  # what learns, beside the head
PRODUCTS = {"MatMulIntegerToFloat": (1, 3, 6), "DynamicQuantizeMatMul": (1, 2, 4)}  # inputs: weights, scales, bias
EPOCHS, RATE, TOGETHER, AVERAGED = 2, 1e-4, 24, 0.98
SMOOTHED = 0.05
OWN_WEIGHT, ALIKE = 0.6, 0.7  # weights of older pairs of our own, and of pairs whose answer is to stay
Weights = dict[str, NDArray[np.float32]]


class Product(NamedTuple):
    """Names of what a product of the graph multiplies by: its weights, their scales, and what evens out its input."""

    weights: str
    scales: str
    evened: str | None


def products(graph: onnx.ModelProto) -> dict[str, Product]:
    """By the names of the trained weights, without the comparer's own, the products that they are in."""
    found = {}
    for node in graph.graph.node:
        if node.op_type in PRODUCTS:
            weights, scales, bias = (node.input[i] for i in PRODUCTS[node.op_type])
            by = node.input[0].removesuffix("_evened") + "_by" if node.input[0].endswith("_evened") else None
            found[bias.removeprefix("comparer.").removesuffix("bias") + "weight"] = Product(weights, scales, by)
    return found


def read(graph: onnx.ModelProto) -> Weights:
    """The graph's weights in floats, under the names by which they were trained."""
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.graph.initializer}
    kept = {name: held[name] for name in held if name.startswith("comparer.") and "quantized" not in name}
    out = {name.removeprefix("comparer."): value.astype(np.float32) for name, value in kept.items()}
    for name, product in products(graph).items():
        floats = held[product.weights].astype(np.float32) * held[product.scales]
        out[name] = (floats * held[product.evened][:, None] if product.evened else floats).T.copy()
    return out


def write(graph: onnx.ModelProto, weights: Weights) -> None:
    """These weights into the graph, those of products in int8; all others stay."""
    held = {tensor.name: tensor for tensor in graph.graph.initializer}
    inside = products(graph)
    for name, floats in weights.items():
        if name not in inside:
            held[f"comparer.{name}"].CopyFrom(numpy_helper.from_array(floats, f"comparer.{name}"))
            continue
        one = inside[name]
        evened = floats.T.astype(np.float64)
        if one.evened:
            evened /= numpy_helper.to_array(held[one.evened])[:, None]
        whole, scales = fitted(evened, numpy_helper.to_array(held[one.scales]).astype(np.float64))
        held[one.weights].CopyFrom(numpy_helper.from_array(whole, one.weights))
        held[one.scales].CopyFrom(numpy_helper.from_array(scales, one.scales))


class Half(NamedTuple):
    """A pair read up to the last layer: states and marks of its pieces, where to look, and the answer to be learned.

    ``label`` is None where that is the answer it gets so far.
    """

    states: Tensor
    marks: Tensor
    at: Tensor
    wanted: Tensor
    label: int | None
    weight: float


class Upper(nn.Module):
    """The last layer and the head."""

    def __init__(self, comparer: Comparer) -> None:
        super().__init__()
        self.layer, self.drop, self.label = comparer.body.encoder.layer[-1], comparer.drop, comparer.label

    def forward(self, states: Tensor, marks: Tensor, at: Tensor) -> Tensor:
        """Logits (pairs, labels); ``marks`` is below nought where there is no piece."""
        found = self.drop(looked(self.layer, states, at, hidden((marks >= 0).long())))
        seen = marks.gather(1, at)
        return self.label(
            torch.cat([found[:, 0], *(mean(found, seen == part) for part in (EVENT, LATER_SENTENCE))], -1)
        )


@torch.no_grad()
def half(learner: Learner, asked: Asked, label: int | None, weight: float) -> Half:
    """A pair read up to the last layer; without a label its answer is to stay what it is."""
    comparer = learner.comparer
    words, mask, marks, days, at = learner.given([asked])
    between = (comparer.gap(days[:, 0]) + comparer.place(days[:, 1]))[:, None] * (marks == 0)[..., None]
    states = comparer.body.embeddings(inputs_embeds=words) + comparer.marks(marks) + between
    for layer in comparer.body.encoder.layer[:-1]:
        states = layer(states, hidden(mask))
    if label is None:
        wanted = comparer(words, mask, marks, days, at).softmax(-1)[0]
    else:
        wanted = nn.functional.one_hot(torch.tensor(label), len(LABELS)) * (1 - SMOOTHED) + SMOOTHED / len(LABELS)
    return Half(states[0].half(), marks[0], at[0], wanted, label, weight)


def batch(rows: Sequence[Half]) -> tuple[Tensor, Tensor, Tensor]:
    """States, marks and places, padded."""
    pad = nn.utils.rnn.pad_sequence
    states = pad([row.states.float() for row in rows], batch_first=True)
    marks = pad([row.marks for row in rows], batch_first=True, padding_value=-1)
    return states, marks, pad([row.at for row in rows], batch_first=True)


def taught(upper: Upper, rows: Sequence[Half], seed: int) -> Upper:
    """The average of the weights over the epochs."""
    dice = random.Random(seed)  # noqa: S311  no secret hangs on it
    upper.train()
    average = copy.deepcopy(upper).eval()
    groups = [{"params": upper.layer.parameters(), "times": 1}, {"params": upper.label.parameters(), "times": 2}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
    labels = [row.label for row in rows if row.label is not None]
    count = torch.bincount(torch.tensor(labels), minlength=len(LABELS)).clamp(min=1)
    rare = (count.float().mean() / count) ** 0.5
    total = EPOCHS * (len(rows) // TOGETHER + 1)
    for step in range(1, total + 1):
        part = max(0.02, min(step / (0.1 * total), (total - step) / (0.9 * total)))
        for group in optimizer.param_groups:
            group["lr"] = RATE * group["times"] * part
        some = dice.sample(rows, min(TOGETHER, len(rows)))
        wanted = torch.stack([row.wanted if row.label is None else row.wanted * rare for row in some])
        optimizer.zero_grad()
        lost = -(wanted * upper(*batch(some)).log_softmax(-1)).sum(-1)
        (lost * torch.tensor([row.weight for row in some])).mean().backward()
        nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            for mine, now in zip(average.parameters(), upper.parameters(), strict=True):
                mine.lerp_(now, 1 - min(AVERAGED, step / (step + 10)))
    return average


def main() -> None:
    """Teach, and write the graph in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", default=[], help="labelled pairs of news")
    parser.add_argument("--more", type=Path, nargs="+", default=OWN, help="stories of our own")
    parser.add_argument("--alike", type=Path, nargs="*", default=[], help="pairs of news, whatever their labels")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    graph = onnx.load(GRAPH)
    learner = Learner(4).eval()
    learner.comparer.load_state_dict({name: torch.tensor(one) for name, one in read(graph).items()}, strict=False)
    tokenizer, dice = tokenizing(), random.Random(asked.seed)  # noqa: S311  no secret hangs on it
    own = [replace(one, weight=OWN_WEIGHT) for path in OWN if path not in asked.more for one in written(path)]
    more = [one for path in asked.more for one in written(path)]
    known: list[tuple[Pair, bool]] = [(one, False) for path in asked.pairs for one in pairs(path)]
    known += [*((one, False) for one in own), *((one, hide) for one in more for hide in (False, True))]
    rows = [
        half(learner, row.asked, row.label, row.weight)
        for row in (prepared(tokenizer, one, dice if hide else None) for one, hide in known)
    ]
    same = (prepared(tokenizer, one, None) for path in asked.alike for one in pairs(path))
    rows += [half(learner, row.asked, None, ALIKE) for row in same]
    last = taught(Upper(learner.comparer), rows, asked.seed).state_dict()
    write(graph, {name.replace("layer.", LAST, 1): one.numpy() for name, one in last.items()})
    onnx.save(graph, GRAPH)


if __name__ == "__main__":
    main()
