"""Write the trained model where the desk reads it: ``python -m training.multilingual.export FOLDER E5.npz TOKENIZER``.

Four ONNX graphs, weights in int8 per channel, and the trimmed tokenizer. ``training/sixteen_bits.py`` comes after it.
"""

import argparse
import shutil
from pathlib import Path

import torch
from torch import Tensor, nn

from training.graphs import in_int8, written
from training.multilingual import base
from training.multilingual.model import Multilingual, Names
from training.statements import export as statements
from training.statements.export import WINDOWS

SHIPPED = statements.SHIPPED / "multilingual"


class Encoder(nn.Module):
    """Words to all that is made of them at once."""

    def __init__(self, model: Multilingual) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """-> states, cue probabilities, sureness, outlook, vectors, and what the lowest layers say."""
        model = self.model
        middle = model.lower(words, mask)
        states = model.upper(middle, mask)
        cues, sure = model.cues(states).softmax(-1), model.sureness(states).clamp(-3, 3)
        return states, cues, sure, model.events(states), model.vector(states, mask), middle


class Named(nn.Module):
    """What the lowest layers say to probabilities of names; the file is called ``named``."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names

    def forward(self, middle: Tensor, mask: Tensor) -> Tensor:
        """-> (windows, pieces, ``NAMES``)."""
        return self.names(middle, mask).softmax(-1)


def export(model: Multilingual, names: Names, out: Path) -> None:
    """The four graphs into ``out``."""
    pieces = torch.randint(1000, 2000, (3, 17))
    mask = torch.ones_like(pieces)
    words = model.words(pieces)
    middle = model.lower(words, mask)
    states = model.upper(middle, mask)
    axes = {"pieces": WINDOWS, "words": WINDOWS}
    in_int8(written(statements.Words(model), (pieces,), ["pieces"], ["words"], axes, out), ["Gather"])
    given, found = ["words", "mask"], ["states", "cues", "sure", "events", "vectors", "middle"]
    axes = dict.fromkeys([*given, *found], WINDOWS) | {"vectors": {0: "windows"}}
    in_int8(written(Encoder(model), (words, mask), given, found, axes, out), ["MatMul", "Gather"])
    axes = dict.fromkeys(["middle", "mask", "names"], WINDOWS)
    in_int8(written(Named(names), (middle, mask), ["middle", "mask"], ["names"], axes, out), ["MatMul"])
    statements.export_roles(model, (states, mask), out)


def loaded(folder: Path, packed: Path) -> Multilingual:
    """The trained weights over the body's own words."""
    layers = tuple(range(1, base.LAYERS, 2))
    state = base.weights(packed, layers)
    model = Multilingual(base.configured(len(layers), len(state["embeddings.word_embeddings.weight"])))
    model.body.load_state_dict(state, strict=False)
    for part in sorted(folder.glob("multilingual-*.pt")):
        model.load_state_dict({name: weight.float() for name, weight in torch.load(part).items()}, strict=False)
    return model.eval()


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("packed", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--said", type=Path, help="likewise, of cues and roles")
    parser.add_argument("--names", type=Path, required=True, help="the layers of names")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with torch.no_grad():
        model = loaded(asked.folder, asked.packed)
        if asked.said:
            model.load_state_dict(torch.load(asked.said), strict=False)
        names = Names(model.body.config).eval()
        names.load_state_dict(torch.load(asked.names))
        export(model, names, asked.out)
    shutil.copyfile(asked.tokenizer, asked.out / "tokenizer.json")


if __name__ == "__main__":
    main()
