"""What is learned from: ``python -m training.outlook.states OUTLOOK.onnx FOLDER TEXTS.jsonl[.gz] ...``.

Of every piece of the texts, in windows as the desk cuts them: what each layer of the shipped statement tagger says, and
of a whole outlook (``training.outlook.train``, ``export``) what its third layer is given, what its last one says, and
what it tells at the end. Of articles with labels (``--events``, as ``told`` has them) also which pieces tell what lies
ahead; of sentences of our own the certainty (``sure.jsonl``) or the root of a strike (``short.tsv``) is their label's.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
from numpy.typing import ArrayLike, NDArray
from onnx import helper
from onnxruntime import InferenceSession

from quality import rows
from reportedly.read.model import batches, windows
from reportedly.read.model.graphs import Model, load
from reportedly.read.model.outlook import AHEAD, CERTAINTY, ROOTS, STATUS
from reportedly.read.model.windows import Range, Window
from reportedly.text import reading_copy
from training.outlook import told
from training.statements.export import SHIPPED
from training.statements.labelled import IGNORED, paragraphs

SAID = [f"/layer.{number}/output/LayerNorm/LayerNormalization_output_0" for number in range(4)]
BEFORE, LAST = SAID[1], SAID[3]  # what the third of four layers is given, and what the last one says
SURE, SHORT = (Path(__file__).with_name(name) for name in ("sure.jsonl", "short.tsv"))
TIMES = 3  # that their sentences are read in an epoch
CERTAIN = 2.0  # the logit of the certainty or root they have, and minus that of all others
PROVIDERS = ["CPUExecutionProvider"]
STRIKES = frozenset({"strike", "strikes", "struck", "striking", "walk"})

Halves = NDArray[np.float16]
Piecewise = dict[str, NDArray[np.float32]]


class Kept(NamedTuple):
    """Rows of pieces, windows one after another, and where each window begins; the last of these is the end of all.

    ``ahead`` is 1 or 0, or ``IGNORED`` where nobody looked.
    """

    layers: Halves
    before: Halves
    last: Halves
    told: Halves
    ahead: Halves
    begins: NDArray[np.int64]


def whole(path: Path) -> onnx.ModelProto:
    """A whole outlook that also gives what its third layer is given and its last one says."""
    model = onnx.load(path)
    model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in (BEFORE, LAST))
    return model


def telling(path: Path) -> onnx.ModelProto:
    """The statement tagger's encoder, which also gives ``layers``: what each of them says, side by side."""
    model = onnx.load(path)
    model.graph.node.append(helper.make_node("Concat", [*SAID[:-1], "states"], ["layers"], axis=-1))
    shape = ["windows", "pieces", 4 * 384]
    model.graph.output.append(helper.make_tensor_value_info("layers", onnx.TensorProto.FLOAT, shape))
    return model


class Reader(NamedTuple):
    """What reads texts: the shipped model for words and windows, its encoder telling layers, and a whole outlook."""

    model: Model
    encoder: InferenceSession
    teacher: InferenceSession

    def of(self, text: str, within: Sequence[Range]) -> Iterator[tuple[Window, Piecewise]]:
        """All that is kept of each window of the paragraphs; read together as the desk does."""
        cut = list(windows.by_paragraph(self.model.tokenizer, text, within))
        for batch in batches.by_size(cut, lambda window: len(window.pieces)):
            words, mask = self.model.words([window.pieces for window in batch])
            given = {"words": words, "mask": mask}
            found = [*self.encoder.run(["layers"], given), *self.teacher.run([BEFORE, LAST, "events"], given)]
            for number, window in enumerate(batch):
                mine = (one[number, : len(window.pieces)].copy() for one in found)
                row = dict(zip(("layers", "before", "last", "told"), mine, strict=True))
                yield window, row | {"ahead": np.full(len(window.pieces), IGNORED, np.float32)}

    def of_labelled(self, article: dict[str, Any]) -> Iterator[Piecewise]:
        """The same of an article of which every event ahead is known."""
        for window, row in self.of(article["text"], [(start, end) for start, end in article["paragraphs"]]):
            yield row | {"ahead": told.labelled(window, article).ahead.astype(np.float32)}

    def of_sure(self, sentence: dict[str, Any]) -> Iterator[Piecewise]:
        """The same of a sentence whose certainty is known."""
        for window, row in self.of(sentence["text"], paragraphs(sentence["text"])):
            known = told.labelled(window, sentence).certainty
            at = np.flatnonzero(known != IGNORED)
            _told(row["told"][:, -CERTAINTY:], at, known[at])
            yield row

    def of_short(self, root: str, sentence: str) -> Iterator[Piecewise]:
        """The same of a sentence whose strike is of a known root; of any other sentence none."""
        for window, row in self.of(sentence, paragraphs(sentence)):
            if root:
                at = [i for i, (start, end) in enumerate(window.places) if sentence[start:end].lower() in STRIKES]
                _told(row["told"][:, AHEAD + STATUS : -CERTAINTY], at, [ROOTS.index(root)] * len(at))
            yield row


def reader(teacher: Path) -> Reader:
    """All that reads, with the whole outlook that lies there."""
    both = (telling(SHIPPED / "encoder.onnx"), whole(teacher))
    return Reader(load(), *(InferenceSession(one.SerializeToString(), providers=PROVIDERS) for one in both))


def _told(logits: NDArray[np.float32], at: ArrayLike, which: ArrayLike) -> None:
    """Write into the rows that one answer is right."""
    logits[at] = -CERTAIN
    logits[at, which] = CERTAIN


def kept(folder: Path) -> Kept:
    """What was written there; it stays on the disk until it is asked for."""
    return Kept(*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in Kept._fields))


def write(found: Iterable[Piecewise], folder: Path) -> None:
    """Windows into the folder."""
    rows_of = list(found)
    folder.mkdir(parents=True, exist_ok=True)
    for name in Kept._fields[:-1]:
        np.save(folder / f"{name}.npy", np.concatenate([row[name] for row in rows_of]).astype(np.float16))
    np.save(folder / "begins.npy", np.array([0, *accumulate(len(row["told"]) for row in rows_of)]))


def main() -> None:
    """Read the texts, and write what is said of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--events", type=Path, help="labelled articles; each is read twice in an epoch")
    parser.add_argument("--most", type=int, default=600, help="texts of each file, in any order")
    parser.add_argument("--without", type=Path, help="addresses of texts to leave out, one a line")
    asked = parser.parse_args()
    hidden = set(asked.without.read_text("utf-8").split()) if asked.without else set()
    by = reader(asked.teacher)
    copies = (reading_copy(text).text for path in asked.texts for text in _some(path, hidden, asked.most))
    found = [row for text in copies for _, row in by.of(text, paragraphs(text))]
    articles = told.articles(asked.events) if asked.events else []
    found += [row for article in articles for row in by.of_labelled(article)] * 2
    sentences = [json.loads(line) for line in SURE.read_text("utf-8").splitlines()]
    found += [row for sentence in sentences for row in by.of_sure(sentence)] * TIMES
    short = (line.split("\t") for line in SHORT.read_text("utf-8").splitlines())
    found += [row for root, sentence in short for row in by.of_short(root, sentence)] * TIMES
    write(found, asked.folder)


def _some(path: Path, hidden: set[str], most: int) -> Iterator[str]:
    found = [row for row in rows.load(path) if row.get("url") not in hidden]
    random.Random(1).shuffle(found)  # noqa: S311  no secret hangs on it
    yield from islice((row["text"] for row in found if row["text"]), most)


if __name__ == "__main__":
    main()
