"""The statement tagger: MiniLM's first layers read a window once, one more layer reads it again for each cue.

Three heads: which pieces are a cue; what each piece is to a given cue; how sure the words are of what a piece tells.
"""

import math

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

BUCKETS = 24
CUE = 3  # O, begins, goes on
ROLE = 3  # O, source, content
HIDDEN = -1e4  # added to the attention that padding would get


def bucket(distance: Tensor) -> Tensor:
    """Signed distances to a cue, in pieces, as one of ``BUCKETS`` logarithmic buckets (12 a side)."""
    half = BUCKETS // 2
    size = torch.log2(distance.abs().float().clamp(min=1)) * (half - 2) / math.log2(190) + 1
    size = torch.where(distance == 0, torch.zeros_like(size), size).long().clamp(max=half - 1)
    return torch.where(distance < 0, size + half, size)


class Tagger(nn.Module):
    """``states`` reads once; ``cues`` and ``sureness`` are heads on its states, ``roles`` reads on from them."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` counts the shared layers and the one that reads for a cue."""
        super().__init__()
        self.body = BertModel(config, add_pooling_layer=False)
        self.again = self.body.encoder.layer[-1]
        size = config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(size, CUE)
        self.sure = nn.Sequential(nn.Linear(size, width), nn.GELU(), nn.Linear(width, 1))
        self.near = nn.Embedding(BUCKETS, size)
        nn.init.normal_(self.near.weight, std=0.05)
        self.token = nn.Linear(size, width)
        self.about = nn.Linear(size, width, bias=False)
        self.role = nn.Linear(width, ROLE)

    def states(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces) -> (windows, pieces, size)."""
        states = self.body.embeddings(input_ids=pieces)
        hidden = _hidden(mask)
        for layer in self.body.encoder.layer[:-1]:
            states = layer(states, hidden)
        return states

    def cues(self, states: Tensor) -> Tensor:
        """Logits O, begins, goes on for every piece."""
        return self.cue(self.drop(states))

    def sureness(self, states: Tensor) -> Tensor:
        """(windows, pieces): how sure the text is of the event each piece would name, -3 (it is not) to 3 (it is)."""
        return self.sure(self.drop(states))[..., 0]

    def roles(self, states: Tensor, mask: Tensor, starts: Tensor, ends: Tensor) -> Tensor:
        """States and mask of each cue's window, with the cue's half-open place -> logits O, source, content."""
        at = torch.arange(states.shape[1])[None]
        inside = (at >= starts[:, None]) & (at < ends[:, None])
        distance = (at - starts[:, None]).clamp(max=0) + (at - ends[:, None] + 1).clamp(min=0)
        states = self.drop(self.again(states + self.near(bucket(distance)), _hidden(mask)))
        mean = (states * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
        return self.role(nn.functional.gelu(self.token(states) + self.about(mean)[:, None]))


def _hidden(mask: Tensor) -> Tensor:
    """(windows, pieces) of 1 and 0 -> what is added to attention, (windows, 1, 1, pieces)."""
    return (1 - mask[:, None, None, :].float()) * HIDDEN
