"""Write the trained event coder where the desk reads it: ``python -m training.events.export WEIGHTS.pt [DIR]``."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig

from training.events.model import Coder as Trained
from training.graphs import in_int8, written
from training.statements.export import exporting

PAIRS = {0: "pairs", 1: "pieces"}


class Coder(nn.Module):
    """Words, mask and marks to the probabilities of the roots."""

    def __init__(self, coder: Trained) -> None:
        super().__init__()
        self.coder = coder

    def forward(self, words: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """-> (pairs, roots)."""
        return self.coder(words, mask, marks).softmax(-1)


def export(coder: Trained, out: Path) -> None:
    """The graph into ``out``."""
    mask = torch.ones(3, 17, dtype=torch.long)
    marks = torch.zeros_like(mask)
    marks[:, 1], marks[:, 4] = 1, 2
    given = ["words", "mask", "marks"]
    named = dict.fromkeys(given, PAIRS) | {"roots": {0: "pairs"}}
    in_int8(written(Coder(coder), (torch.randn(3, 17, 384), mask, marks), given, ["roots"], named, out), ["MatMul"])


def empty(config: BertConfig) -> Trained:
    """A coder without weights; the words come from the tagger's table."""
    coder = Trained(config)
    coder.body.embeddings.word_embeddings = nn.Embedding(1, 1)
    return coder


if __name__ == "__main__":
    exporting(__doc__, empty, export, layers=3)
