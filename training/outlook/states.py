"""What is learned from: ``python -m training.outlook.states OUTLOOK.onnx FOLDER TEXTS.jsonl[.gz] ...``.

Of every piece of the texts, in windows as the desk cuts them: what each layer of the shipped statement tagger says, and
of a whole outlook (``training.outlook.train``, ``export``) what its last layer is given and what it says at the end. Of
sentences of our own (``sure.jsonl``, as ``told`` has them) the certainty is that of their labels.
"""

import argparse
import json
import random
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper
from onnxruntime import InferenceSession

from quality import rows
from reportedly.read.model import batches, windows
from reportedly.read.model.graphs import Model, load
from reportedly.read.model.outlook import CERTAINTY
from reportedly.read.model.windows import Window
from reportedly.text import reading_copy
from training.outlook import told
from training.statements.export import SHIPPED
from training.statements.labelled import IGNORED, paragraphs

SAID = [f"/layer.{number}/output/LayerNorm/LayerNormalization_output_0" for number in range(3)]
BEFORE = SAID[-1]  # what the last of four layers is given
SURE = Path(__file__).with_name("sure.jsonl")
TIMES = 3  # that its sentences are read in an epoch
CERTAIN = 2.0  # the logit of the certainty they have, and minus that of all others

PROVIDERS = ["CPUExecutionProvider"]

Halves = NDArray[np.float16]
Piecewise = tuple[NDArray[np.float32], ...]


class Kept(NamedTuple):
    """Rows of pieces, windows one after another, and where each window begins; the last of these is the end of all."""

    layers: Halves
    before: Halves
    told: Halves
    begins: NDArray[np.int64]


def whole(path: Path) -> onnx.ModelProto:
    """A whole outlook that also gives what its last layer is given."""
    model = onnx.load(path)
    model.graph.output.append(onnx.ValueInfoProto(name=BEFORE))
    return model


def telling(path: Path) -> onnx.ModelProto:
    """The statement tagger's encoder, which also gives ``layers``: what each of them says, side by side."""
    model = onnx.load(path)
    model.graph.node.append(helper.make_node("Concat", [*SAID, "states"], ["layers"], axis=-1))
    shape = ["windows", "pieces", 4 * 384]
    model.graph.output.append(helper.make_tensor_value_info("layers", onnx.TensorProto.FLOAT, shape))
    return model


class Reader(NamedTuple):
    """What reads texts: the shipped model for words and windows, its encoder telling layers, and a whole outlook."""

    model: Model
    encoder: InferenceSession
    teacher: InferenceSession


def reader(teacher: Path) -> Reader:
    """All that reads, with the whole outlook that lies there."""
    both = (telling(SHIPPED / "encoder.onnx"), whole(teacher))
    return Reader(load(), *(InferenceSession(one.SerializeToString(), providers=PROVIDERS) for one in both))


def of_text(by: Reader, text: str) -> Iterator[tuple[Window, Piecewise]]:
    """Of each window of a text its layers, what is before the last, and logits; read together as the desk does."""
    cut = list(windows.by_paragraph(by.model.tokenizer, text, paragraphs(text)))
    for batch in batches.by_size(cut, lambda window: len(window.pieces)):
        words, mask = by.model.words([window.pieces for window in batch])
        given = {"words": words, "mask": mask}
        found = [*by.encoder.run(["layers"], given), *by.teacher.run([BEFORE, "events"], given)]
        for number, window in enumerate(batch):
            yield window, tuple(one[number, : len(window.pieces)].copy() for one in found)


def of_label(by: Reader, sentence: dict[str, Any]) -> Iterator[Piecewise]:
    """The same of a sentence whose certainty is known."""
    for window, found in of_text(by, sentence["text"]):
        known = told.labelled(window, sentence).certainty
        at = np.flatnonzero(known != IGNORED)
        logits = found[-1][:, -CERTAINTY:]
        logits[at] = -CERTAIN
        logits[at, known[at]] = CERTAIN
        yield found


def kept(folder: Path) -> Kept:
    """What was written there; it stays on the disk until it is asked for."""
    return Kept(*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in Kept._fields))


def main() -> None:
    """Read the texts, and write what is said of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=600, help="texts of each file, in any order")
    parser.add_argument("--without", type=Path, help="addresses of texts to leave out, one a line")
    asked = parser.parse_args()
    hidden = set(asked.without.read_text("utf-8").split()) if asked.without else set()
    by = reader(asked.teacher)
    texts = (text for path in asked.texts for text in _some(path, hidden, asked.most))
    found = [one for text in texts for _, one in of_text(by, reading_copy(text).text)]
    labelled = [json.loads(line) for line in SURE.read_text("utf-8").splitlines()]
    found += [one for sentence in labelled for one in of_label(by, sentence)] * TIMES
    asked.folder.mkdir(parents=True, exist_ok=True)
    columns = [np.concatenate(column).astype(np.float16) for column in zip(*found, strict=True)]
    begins = np.array([0, *accumulate(len(said) for *_, said in found)])
    for name, array in zip(Kept._fields, (*columns, begins), strict=True):
        np.save(asked.folder / f"{name}.npy", array)


def _some(path: Path, hidden: set[str], most: int) -> Iterator[str]:
    found = [row for row in rows.load(path) if row.get("url") not in hidden]
    random.Random(1).shuffle(found)  # noqa: S311  no secret hangs on it
    yield from islice((row["text"] for row in found if row["text"]), most)


if __name__ == "__main__":
    main()
