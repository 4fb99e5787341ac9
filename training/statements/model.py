"""The statement tagger: MiniLM's first layers, a head that finds cues, and one for each cue's source and content."""

import math

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

BUCKETS = 24
CUE = 3  # O, begins, goes on
ROLE = 3  # O, source, content


def bucket(distance: Tensor) -> Tensor:
    """Signed distances to a cue, in pieces, as one of ``BUCKETS`` logarithmic buckets (12 a side)."""
    half = BUCKETS // 2
    size = torch.log2(distance.abs().float().clamp(min=1)) * (half - 2) / math.log2(190) + 1
    size = torch.where(distance == 0, torch.zeros_like(size), size).long().clamp(max=half - 1)
    return torch.where(distance < 0, size + half, size)


class Tagger(nn.Module):
    """``states`` encodes once; ``cues`` and ``roles`` are two heads on the same states."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        super().__init__()
        self.body = BertModel(config, add_pooling_layer=False)
        size = config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(size, CUE)
        self.token = nn.Linear(size, width)
        self.about = nn.Linear(size, width, bias=False)
        self.near = nn.Embedding(BUCKETS, width)
        self.role = nn.Linear(width, ROLE)

    def states(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces) -> (windows, pieces, size)."""
        return self.drop(self.body(input_ids=pieces, attention_mask=mask).last_hidden_state)

    def cues(self, states: Tensor) -> Tensor:
        """Logits O, begins, goes on for every piece."""
        return self.cue(states)

    def roles(self, states: Tensor, starts: Tensor, ends: Tensor) -> Tensor:
        """(cues, pieces, size) states of each cue's window with its half-open place -> logits O, source, content."""
        at = torch.arange(states.shape[1])[None]
        inside = (at >= starts[:, None]) & (at < ends[:, None])
        mean = (states * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
        before = (at - starts[:, None]).clamp(max=0)
        after = (at - ends[:, None] + 1).clamp(min=0)
        hidden = self.token(states) + self.about(mean)[:, None] + self.near(bucket(before + after))
        return self.role(nn.functional.gelu(hidden))
