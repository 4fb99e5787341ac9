"""The model's graphs in onnxruntime, on one thread: two processes read faster than one with two threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from tokenizers import Tokenizer

from reportedly.read.model.decode import Floats, Run

Ints = NDArray[np.int64]
HOME = files("reportedly.read.model") / "data"


class Encoded(NamedTuple):
    """Padded windows as the model sees them.

    States (windows, pieces, size), the mask of what is no padding (windows, pieces), cue probabilities (windows,
    pieces, 3), sureness from -3 to 3 (windows, pieces), and logits of the event that a piece tells (windows, pieces,
    ``outlook.WIDTH``), which an encoder of its own makes of the same words.
    """

    states: Floats
    mask: Ints
    cues: Floats
    sure: Floats
    events: Floats


class Read(Protocol):
    """What goes on from windows read once needs of them."""

    @property
    def states(self) -> Floats:
        """(windows, pieces, size)."""

    @property
    def mask(self) -> Ints:
        """(windows, pieces): 1 where there is a piece."""


@dataclass(frozen=True)
class Tagger:
    """Pieces to words, and from states on to roles; what reads windows once differs from model to model."""

    tokenizer: Tokenizer
    table: InferenceSession
    encoder: InferenceSession
    reader: InferenceSession

    def words(self, windows: Sequence[Sequence[int]]) -> tuple[Floats, Ints]:
        """What the pieces are by themselves (windows, pieces, size), padded to the longest, and the mask."""
        longest = max(map(len, windows))
        pieces = np.zeros((len(windows), longest), np.int64)
        for row, window in zip(pieces, windows, strict=True):
            row[: len(window)] = window
        words: Floats = self.table.run(None, {"pieces": pieces})[0]
        return words, (pieces != 0).astype(np.int64)

    def roles(self, encoded: Read, which: Sequence[int], cues: Sequence[Run]) -> Floats:
        """Role probabilities (cues, pieces, 3); ``which`` names the window of each cue."""
        starts, ends = (np.array([cue[side] for cue in cues], np.int64) for side in (0, 1))
        numbers = np.array(which, np.int64)
        asked = {"states": encoded.states, "mask": encoded.mask, "which": numbers, "starts": starts, "ends": ends}
        found: Floats = self.reader.run(None, asked)[0]
        return found


@dataclass(frozen=True)
class Model(Tagger):
    """``encode`` reads windows once; ``roles`` goes on from there, and tells what every piece is to a cue.

    ``roots`` begins anew from the words, and tells what a source does to a target.
    """

    outlook: InferenceSession
    coder: InferenceSession

    def encode(self, windows: Sequence[Sequence[int]]) -> Encoded:
        """Windows of word pieces, padded to the longest."""
        words, mask = self.words(windows)
        given = {"words": words, "mask": mask}
        states, cues, sure = self.encoder.run(None, given)
        return Encoded(states, mask, cues, sure, self.outlook.run(None, given)[0])

    def roots(self, windows: Sequence[Sequence[int]], marks: Sequence[Ints]) -> Floats:
        """Probabilities of the roots (pairs, roots), of a window and the marks of its pieces for each pair."""
        words, mask = self.words(windows)
        padded = np.zeros_like(mask)
        for row, of_window in zip(padded, marks, strict=True):
            row[: len(of_window)] = of_window
        found: Floats = self.coder.run(None, {"words": words, "mask": mask, "marks": padded})[0]
        return found


@cache
def load() -> Model:
    """The shipped model, loaded once a process."""
    return Model(tokenizing(HOME), *map(session, ("words", "encoder", "roles", "outlook", "coder")))


def tokenizing(home: Traversable) -> Tokenizer:
    """The tokenizer that lies there, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_str((home / "tokenizer.json").read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def session(name: str, home: Traversable = HOME) -> InferenceSession:
    """The graph as it was shipped: its steps were joined when it was written (``training/graphs.py``)."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_DISABLE_ALL
    with as_file(home / f"{name}.onnx") as file:
        return InferenceSession(str(file), options, ["CPUExecutionProvider"])
