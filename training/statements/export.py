"""Write the trained tagger where the desk reads it: ``python -m training.statements.export WEIGHTS.pt [DIR]``.

Three ONNX graphs, weights in int8 per channel (per tensor costs more than a point), and the tokenizer.
"""

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn
from transformers import BertConfig

from training.graphs import in_int8, written
from training.statements.model import Tagger
from training.statements.train import HOME, configured

SHIPPED = Path(__file__).parents[2] / "src/reportedly/read/model/data"
WINDOWS = {0: "windows", 1: "pieces"}
CUES = {0: "cues"}
Model = TypeVar("Model", bound=nn.Module)


class Words(nn.Module):
    """Pieces to words: what each is by itself, which the event coder reads too."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor) -> Tensor:
        """(windows, pieces) -> (windows, pieces, size)."""
        return self.tagger.words(pieces)


class Encoder(nn.Module):
    """Words to states, cue probabilities and sureness."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(windows, pieces, size) and mask -> (windows, pieces, size), (windows, pieces, 3), (windows, pieces)."""
        states = self.tagger.states(words, mask)
        return states, self.tagger.cues(states).softmax(-1), self.tagger.sureness(states).clamp(-3, 3)


class Roles(nn.Module):
    """States and mask, and the cues' windows and places, to role probabilities."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, states: Tensor, mask: Tensor, which: Tensor, starts: Tensor, ends: Tensor) -> Tensor:
        """-> (cues, pieces, 3)."""
        return self.tagger.roles(states, mask, which, starts, ends).softmax(-1)


def export(tagger: Tagger, out: Path) -> None:
    """The three graphs and the tokenizer into ``out``."""
    pieces = torch.randint(1000, 2000, (3, 17))
    mask = torch.ones_like(pieces)
    words = tagger.words(pieces)
    states = tagger.states(words, mask)
    axes = {"pieces": WINDOWS, "words": WINDOWS}
    in_int8(written(Words(tagger), (pieces,), ["pieces"], ["words"], axes, out), ["Gather"])
    given, found = ["words", "mask"], ["states", "cues", "sure"]
    axes = dict.fromkeys([*given, *found], WINDOWS)
    in_int8(written(Encoder(tagger), (words, mask), given, found, axes, out), ["MatMul", "Gather"])
    export_roles(tagger, (states, mask), out)
    shutil.copyfile(HOME / "tokenizer.json", out / "tokenizer.json")


def export_roles(tagger: Tagger, given: tuple[Tensor, Tensor], out: Path) -> None:
    """The graph that goes on from states and their mask."""
    places = (torch.tensor([0, 1]), torch.tensor([2, 3]), torch.tensor([3, 5]))
    named = {"states": WINDOWS, "mask": WINDOWS} | dict.fromkeys(["which", "starts", "ends"], CUES)
    asked = ["states", "mask", "which", "starts", "ends"]
    axes = named | {"roles": {0: "cues", 1: "pieces"}}
    in_int8(written(Roles(tagger), (*given, *places), asked, ["roles"], axes, out), ["MatMul"])


def exportable(layers: int) -> BertConfig:
    """MiniLM's settings with so many layers, for a graph."""
    config = configured(layers)
    config._attn_implementation = "eager"  # noqa: SLF001  the exporter cannot follow the fused attention
    return config


def exporting(
    about: str | None, empty: Callable[[BertConfig], Model], export: Callable[[Model, Path], None], layers: int = 4
) -> None:
    """Write the weights that the command line names as graphs into the folder that it names."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--layers", type=int, default=layers)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    model = empty(exportable(asked.layers)).eval()
    model.load_state_dict(torch.load(asked.weights))
    export(model, asked.out)


def main() -> None:
    """Export."""
    exporting(__doc__, Tagger, export)


if __name__ == "__main__":
    main()
