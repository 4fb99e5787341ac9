"""Write the trained outlook where the desk reads it: ``python -m training.outlook.export WEIGHTS.pt [DIR]``."""

from pathlib import Path

import torch
from torch import Tensor, nn

from training.graphs import in_int8, written
from training.outlook.model import Told
from training.statements.export import WINDOWS, exporting


class Outlook(nn.Module):
    """Words to the logits of the events they tell; the words are those of the statement tagger's table."""

    def __init__(self, tagger: Told) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, words: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces, size) and mask -> (windows, pieces, ``WIDTH``)."""
        return self.tagger.events(self.tagger.states(words, mask))


def export(tagger: Told, out: Path) -> None:
    """The graph into ``out``."""
    mask = torch.ones(3, 17, dtype=torch.long)
    words = torch.randn(3, 17, tagger.body.config.hidden_size)
    axes = dict.fromkeys(["words", "mask", "events"], WINDOWS)
    in_int8(written(Outlook(tagger), (words, mask), ["words", "mask"], ["events"], axes, out), ["MatMul", "Gather"])


if __name__ == "__main__":
    exporting(__doc__, Told, export)
