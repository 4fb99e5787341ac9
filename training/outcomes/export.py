"""Write the trained comparer where the desk reads it: ``python -m training.outcomes.export WEIGHTS.pt [DIR]``."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig

from training.graphs import in_int8, written
from training.outcomes.model import Comparer as Trained
from training.statements.export import exporting

PAIRS = {0: "pairs", 1: "pieces"}


class Comparer(nn.Module):
    """Words, mask and marks, the buckets of days and where to look, to the probabilities of the labels."""

    def __init__(self, comparer: Trained) -> None:
        super().__init__()
        self.comparer = comparer

    def forward(self, words: Tensor, mask: Tensor, marks: Tensor, days: Tensor, at: Tensor) -> Tensor:
        """-> (pairs, labels)."""
        return self.comparer(words, mask, marks, days, at).softmax(-1)


def export(comparer: Trained, out: Path) -> None:
    """The graph into ``out``."""
    mask = torch.ones(3, 17, dtype=torch.long)
    marks = torch.arange(17).remainder(6).repeat(3, 1)
    days = torch.tensor([[0, 1], [1, 2], [2, 0]])
    given = ["words", "mask", "marks", "days", "at"]
    named = dict.fromkeys(given[:3], PAIRS) | {name: {0: "pairs"} for name in ["days", "told"]}
    named["at"] = {0: "pairs", 1: "wanted"}
    asked = (torch.randn(3, 17, 384), mask, marks, days, torch.arange(0, 17, 2).repeat(3, 1))
    in_int8(written(Comparer(comparer), asked, given, ["told"], named, out), ["MatMul"])


def empty(config: BertConfig) -> Trained:
    """A comparer without weights; the words come from the tagger's table."""
    comparer = Trained(config)
    comparer.body.embeddings.word_embeddings = nn.Embedding(1, 1)
    return comparer


if __name__ == "__main__":
    exporting(__doc__, empty, export)
