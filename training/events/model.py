"""The event coder: MiniLM's first layers read a sentence in which source and target are marked."""

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from reportedly.read.model.pairs import ROOTS, SOURCE, TARGET
from training.statements.model import hidden

MARKS = 1 + SOURCE + TARGET  # neither, source, target, both


class Coder(nn.Module):
    """Layers over words with their marks, and a head on the means of source, target and all the rest.

    The words are those of the statement tagger, whose table of them is MiniLM's own.
    """

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` counts the layers."""
        super().__init__()
        size = config.hidden_size
        self.body = BertModel(config, add_pooling_layer=False)
        self.marks = nn.Embedding(MARKS, size)
        nn.init.normal_(self.marks.weight, std=0.05)
        self.drop = nn.Dropout(0.1)
        self.root = nn.Sequential(nn.Linear(3 * size, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(ROOTS)))

    def forward(self, words: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Words (pairs, pieces, size), mask and marks (pairs, pieces) -> logits (pairs, roots)."""
        states = self.body.embeddings(inputs_embeds=words) + self.marks(marks)
        attended = hidden(mask)
        for layer in self.body.encoder.layer:
            states = layer(states, attended)
        states = self.drop(states)
        real = mask.bool()
        parts = (marks % TARGET == SOURCE, marks >= TARGET, marks == 0)
        return self.root(torch.cat([mean(states, part & real) for part in parts], -1))


def mean(states: Tensor, part: Tensor) -> Tensor:
    """The mean state (windows, size) of the pieces that ``part`` (windows, pieces) marks; nought where none."""
    weight = part[..., None].to(states.dtype)
    return (states * weight).sum(1) / weight.sum(1).clamp(min=1)
