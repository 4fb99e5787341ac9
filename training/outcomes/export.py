"""Write the trained comparer where the desk reads it: ``python -m training.outcomes.export WEIGHTS.pt [DIR]``."""

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from training.graphs import in_int8, written
from training.outcomes.model import Comparer as Trained
from training.statements.export import SHIPPED, exportable

PAIRS = {0: "pairs", 1: "pieces"}


class Comparer(nn.Module):
    """Words, mask and marks, and the buckets of days, to the probabilities of the labels."""

    def __init__(self, comparer: Trained) -> None:
        super().__init__()
        self.comparer = comparer

    def forward(self, words: Tensor, mask: Tensor, marks: Tensor, gap: Tensor, place: Tensor) -> Tensor:
        """-> (pairs, labels)."""
        return self.comparer(words, mask, marks, gap, place).softmax(-1)


def export(comparer: Trained, out: Path) -> None:
    """The graph into ``out``."""
    mask = torch.ones(3, 17, dtype=torch.long)
    marks = torch.arange(17).remainder(6).repeat(3, 1)
    days = torch.tensor([0, 1, 2])
    given = ["words", "mask", "marks", "gap", "place"]
    named = dict.fromkeys(given[:3], PAIRS) | {name: {0: "pairs"} for name in [*given[3:], "told"]}
    asked = (torch.randn(3, 17, 384), mask, marks, days, days)
    in_int8(written(Comparer(comparer), asked, given, ["told"], named, out), ["MatMul"])


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--layers", type=int, default=4)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    comparer = Trained(exportable(asked.layers)).eval()
    comparer.body.embeddings.word_embeddings = nn.Embedding(1, 1)  # the words come from the tagger's table
    comparer.load_state_dict(torch.load(asked.weights))
    export(comparer, asked.out)


if __name__ == "__main__":
    main()
