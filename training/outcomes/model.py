"""The comparer: MiniLM's first layers read an announcement and a later sentence together."""

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from reportedly.read.model.outcome import EVENT, GAPS, LABELS, LATER_SENTENCE, PLACES
from training.events.model import mean
from training.statements.model import hidden

MARKS = 6


class Comparer(nn.Module):
    """Layers over words with their marks and days; a head on the means of event, announcement and later sentence.

    ``same`` is a second head, whether two words tell one event; it is there to learn from and not shipped.
    """

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` counts the layers."""
        super().__init__()
        size = config.hidden_size
        self.body = BertModel(config, add_pooling_layer=False)
        self.marks = nn.Embedding(MARKS, size)
        self.gap = nn.Embedding(len(GAPS) + 1, size)
        self.place = nn.Embedding(PLACES, size)
        for table in (self.marks, self.gap, self.place):
            nn.init.normal_(table.weight, std=0.05)
        self.drop = nn.Dropout(0.1)
        self.label = nn.Sequential(
            nn.Linear(3 * size, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(LABELS))
        )
        self.same = nn.Linear(3 * size, 1)

    def states(self, words: Tensor, mask: Tensor, marks: Tensor, gap: Tensor, place: Tensor) -> Tensor:
        """Words (pairs, pieces, size), mask and marks (pairs, pieces), days (pairs) -> (pairs, 3 * size)."""
        days = (self.gap(gap) + self.place(place))[:, None] * (marks == 0)[..., None]
        states = self.body.embeddings(inputs_embeds=words) + self.marks(marks) + days
        attended = hidden(mask)
        for layer in self.body.encoder.layer:
            states = layer(states, attended)
        states = self.drop(states)
        parts = [marks == EVENT, marks == LATER_SENTENCE]
        return torch.cat([states[:, 0], *(mean(states, part & mask.bool()) for part in parts)], -1)

    def forward(self, words: Tensor, mask: Tensor, marks: Tensor, gap: Tensor, place: Tensor) -> Tensor:
        """Logits (pairs, labels)."""
        return self.label(self.states(words, mask, marks, gap, place))
