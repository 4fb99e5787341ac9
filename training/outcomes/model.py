"""The comparer: MiniLM's first layers read an announcement and a later sentence together.

The last of them gives states only of the pieces that the head looks at.
"""

import math

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel
from transformers.models.bert.modeling_bert import BertLayer

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

    def states(self, words: Tensor, mask: Tensor, marks: Tensor, days: Tensor, at: Tensor) -> Tensor:
        """What the head is given (pairs, 3 * size).

        Words (pairs, pieces, size), mask and marks (pairs, pieces), gaps and places (pairs, 2); ``at`` (pairs, wanted)
        holds the places that are looked at, the first piece's first.
        """
        between = (self.gap(days[:, 0]) + self.place(days[:, 1]))[:, None] * (marks == 0)[..., None]
        states = self.body.embeddings(inputs_embeds=words) + self.marks(marks) + between
        attended = hidden(mask)
        *layers, last = self.body.encoder.layer
        for layer in layers:
            states = layer(states, attended)
        states, marks = self.drop(looked(last, states, at, attended)), marks.gather(1, at)
        return torch.cat([states[:, 0], *(mean(states, marks == part) for part in (EVENT, LATER_SENTENCE))], -1)

    def forward(self, words: Tensor, mask: Tensor, marks: Tensor, days: Tensor, at: Tensor) -> Tensor:
        """Logits (pairs, labels)."""
        return self.label(self.states(words, mask, marks, days, at))


def looked(layer: BertLayer, states: Tensor, at: Tensor, attended: Tensor) -> Tensor:
    """What a layer makes of the pieces ``at`` some places, from all: (pairs, wanted, size)."""
    wanted = states.gather(1, at[..., None].expand(-1, -1, states.shape[-1]))
    own = layer.attention.self
    query, key, value = (
        made.unflatten(-1, (own.num_attention_heads, -1)).transpose(1, 2)
        for made in (own.query(wanted), own.key(states), own.value(states))
    )
    seen = (query @ key.transpose(2, 3) / math.sqrt(own.attention_head_size) + attended).softmax(-1)
    wanted = layer.attention.output((own.dropout(seen) @ value).transpose(1, 2).flatten(2), wanted)
    return layer.output(layer.intermediate(wanted), wanted)
