"""Channels of activations that run far beyond all others, brought in line with them.

A product of int8 scales its activations by the widest of them. Before and within the wide layers of this encoder a few
channels are four times as wide as the rest (one in 384; it stands out at the first piece of a window), so that all
others made do with a quarter of the 256 steps. Such channels are divided before they are multiplied, and their weights
multiplied by as much: in floats the answers are the same, and those of int8 come twice as near to them.
"""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from onnxruntime import InferenceSession

from reportedly.read.model import multilingual
from reportedly.read.model.graphs import load
from reportedly.read.model.outcome import asked, padded
from reportedly.read.model.windows import BEGINS, ENDS
from training.events import labelled as events
from training.outcomes import labelled as outcomes

HOME = Path(__file__).parent
PHRASES = HOME.parent / "quality"
WIDTH = 0.99  # of a product's channels are no wider than all are made
WORTH = 2  # times as wide as after it: less is not worth the time to divide, 3 % of a graph's for all
PRODUCT = "DynamicQuantizeMatMul"
EVERY, TOGETHER = 20, 4  # sentences of our own to look at, and how many are read together
Floats = NDArray[np.float64]
Given = dict[str, NDArray[np.int64] | NDArray[np.float32]]


def even(model: onnx.ModelProto, given: Sequence[Given]) -> dict[str, Floats]:
    """The weights of products whose activations are evened out from now on, by their names in the model."""
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    factors = _factors(model, given)
    evened: dict[str, Floats] = {}
    nodes: list[onnx.NodeProto] = []
    for node in model.graph.node:
        name = node.input[0] if node.op_type == PRODUCT else ""
        if name in factors:
            evened[node.input[1]] = held[node.input[1]] * held[node.input[2]] * factors[name][:, None]
            model.graph.initializer.append(
                numpy_helper.from_array((1 / factors[name]).astype(np.float32), f"{name}_by")
            )
            nodes.append(helper.make_node("Mul", [name, f"{name}_by"], [f"{name}_evened"]))
            node.input[0] = f"{name}_evened"
        nodes.append(onnx.NodeProto.FromString(node.SerializeToString()))
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return evened


def _factors(model: onnx.ModelProto, given: Sequence[Given]) -> dict[str, Floats]:
    """By how much to divide each channel of the activations that are worth it, by their names."""
    out: dict[str, Floats] = {}
    for name, (least, most) in _ranges(model, given).items():
        width = np.maximum(most, -least)
        by = np.maximum(1, width / np.quantile(width, WIDTH))
        if most.max() - least.min() >= WORTH * ((most / by).max() - (least / by).min()):
            out[name] = by
    return out


def _ranges(model: onnx.ModelProto, given: Sequence[Given]) -> dict[str, tuple[Floats, Floats]]:
    """The least and most of each channel that is given to a product by itself."""
    names = sorted({node.input[0] for node in model.graph.node if node.op_type == PRODUCT})
    told = onnx.ModelProto.FromString(model.SerializeToString())
    known = {output.name for output in told.graph.output}
    told.graph.output.extend(onnx.ValueInfoProto(name=name) for name in names if name not in known)
    session = InferenceSession(told.SerializeToString(), providers=["CPUExecutionProvider"])
    seen = [dict(zip(names, session.run(names, one), strict=True)) for one in given]
    rows = {name: np.concatenate([one[name].reshape(-1, one[name].shape[-1]) for one in seen]) for name in names}
    return {name: (values.min(0).astype(np.float64), values.max(0).astype(np.float64)) for name, values in rows.items()}


def samples() -> dict[str, list[Given]]:
    """What each graph is given of our own sentences, by its name; the reader of roles has no such channels."""
    files = sorted((HOME / "events").glob("written_*.tsv"))
    sentences = [one for file in files for one in events.written(file)][::EVERY]
    coded = [_coded(sentences[i : i + TOGETHER]) for i in range(0, len(sentences), TOGETHER)]
    read: list[Given] = [{name: one[name] for name in ("words", "mask")} for one in coded]
    pairs = outcomes.written(HOME / "outcomes/written.jsonl")[::EVERY]
    abroad = list(_abroad())
    return {
        "encoder": read,
        "outlook": read,
        "roles": [],
        "coder": coded,
        "comparer": [_compared(pair) for pair in pairs],
        "multilingual/encoder": abroad,
        "multilingual/named": [_middle(one) for one in abroad],
        "multilingual/roles": [],
    }


def _abroad() -> Iterator[Given]:
    """The sentences of our own in other languages: those by which times are measured."""
    model = multilingual.load()
    for path in sorted(PHRASES.glob("phrases_*.toml")):
        sentences = [row["text"] for row in tomllib.loads(path.read_text("utf-8"))["phrases"]][::TOGETHER]
        found = model.tokenizer.encode_batch(sentences, add_special_tokens=False)
        for i in range(0, len(found), TOGETHER):
            words, mask = model.words([[BEGINS, *one.ids, ENDS] for one in found[i : i + TOGETHER]])
            yield {"words": words, "mask": mask}


def _middle(given: Given) -> Given:
    """What the lowest layers say of such sentences."""
    (middle,) = multilingual.load().encoder.run(["middle"], given)
    return {"middle": middle, "mask": given["mask"]}


def _coded(sentences: Sequence[events.Labelled]) -> Given:
    """Sentences with their parties marked."""
    found = load().tokenizer.encode_batch([one.text for one in sentences], add_special_tokens=False)
    words, mask = load().words([[BEGINS, *one.ids, ENDS] for one in found])
    marks = np.zeros_like(mask)
    for row, pieces, one in zip(marks, found, sentences, strict=True):
        for i, (start, end) in enumerate(pieces.offsets, 1):
            row[i] = sum(mark for mark, (a, b) in ((1, one.source), (2, one.target)) if start < b and end > a)
    return {"words": words, "mask": mask, "marks": marks}


def _compared(pair: outcomes.Pair) -> Given:
    """A pair of an announcement and a later sentence."""
    ready = asked(load().tokenizer, pair.first, pair.later, pair.window)
    _, marks, days, at = padded([ready])
    words, mask = load().words([ready.pieces])
    return {"words": words, "mask": mask, "marks": marks, "days": days, "at": at}
