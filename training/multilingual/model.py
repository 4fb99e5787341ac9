"""The multilingual body with its heads: the outlook's and the tagger's, names, and a vector of the whole window."""

from typing import Final

from torch import Tensor, nn
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from reportedly.read.model.named import NAMES
from training.outlook.model import Told
from training.statements.model import NARROW, hidden, narrow

VECTOR: Final = 192  # numbers of a window's vector


class NarrowNames(nn.Module):
    """Two narrow layers that read the states again and say of what kind of name each piece is."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` is that of the body."""
        super().__init__()
        self.narrow = nn.Linear(config.hidden_size, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.again = nn.ModuleList(BertLayer(narrow(config)) for _ in range(2))
        self.kind = nn.Sequential(nn.Linear(NARROW, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(NAMES)))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Logits (windows, pieces, ``NAMES``)."""
        states, attended = self.norm(self.narrow(states)), hidden(mask)
        for layer in self.again:
            states = layer(states, attended)
        return self.kind(states)


class Multilingual(Told):
    """``names`` says of what kind of name a piece is; ``vector`` is alike for windows that mean the same."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` counts the layers."""
        super().__init__(config, width)
        size = config.hidden_size
        self.name = nn.Sequential(nn.Linear(size, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(NAMES)))
        self.meaning = nn.Linear(size, VECTOR)

    def names(self, states: Tensor) -> Tensor:
        """Logits (windows, pieces, ``NAMES``), to learn from; ``NarrowNames`` is what the desk asks."""
        return self.name(self.drop(states))

    def vector(self, states: Tensor, mask: Tensor) -> Tensor:
        """(windows, ``VECTOR``), of length 1: from the mean of the window's pieces."""
        return nn.functional.normalize(self.meaning(mean(states, mask)).float(), dim=-1)


def mean(states: Tensor, mask: Tensor) -> Tensor:
    """(windows, pieces, size) -> (windows, size)."""
    weight = mask[..., None].to(states.dtype)
    return (states * weight).sum(1) / weight.sum(1).clamp(min=1)


def every_second(state: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """The state of a model as one of half its ``layers`` begins: the second, the fourth and so on, up to the last.

    What is alike across languages lies in the upper layers, so the lower ones alone will not do.
    """
    place = {old: new for new, old in enumerate(range(1, layers, 2))}
    out = {}
    for name, weight in state.items():
        head, found, rest = name.partition("encoder.layer.")
        if not found:
            out[name] = weight
            continue
        number, _, part = rest.partition(".")
        if int(number) in place:
            out[f"{head}{found}{place[int(number)]}.{part}"] = weight
    return out
