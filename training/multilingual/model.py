"""The multilingual body with its heads: the outlook's and the tagger's, names, and a vector of the whole window."""

from typing import Final

from torch import Tensor, nn
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from reportedly.read.model.named import NAMES
from training.outlook.model import Told
from training.statements.model import hidden

VECTOR: Final = 192  # numbers of a window's vector
SHARED: Final = 2  # of the body's layers names are read by these too; what tells names apart lies in the upper ones
DROPPED: Final = 0.1


class Names(nn.Module):
    """Layers of its own above the body's lowest, and of what kind of name they say each piece is."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` is that of the body; they begin as its upper layers."""
        super().__init__()
        size = config.hidden_size
        self.layers = nn.ModuleList(BertLayer(config) for _ in range(config.num_hidden_layers - SHARED))
        for layer in self.layers:
            layer.output.dropout.p = layer.attention.output.dropout.p = DROPPED
        self.drop = nn.Dropout(DROPPED)
        self.kind = nn.Sequential(nn.Linear(size, width), nn.GELU(), nn.Dropout(DROPPED), nn.Linear(width, len(NAMES)))

    def forward(self, middle: Tensor, mask: Tensor) -> Tensor:
        """Logits (windows, pieces, ``NAMES``) from what the body's lowest layers say."""
        attended = hidden(mask)
        for layer in self.layers:
            middle = layer(middle, attended)
        return self.kind(self.drop(middle))


class Multilingual(Told):
    """``names`` says of what kind of name a piece is; ``vector`` is alike for windows that mean the same."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` counts the layers."""
        super().__init__(config, width)
        size = config.hidden_size
        self.name = nn.Sequential(nn.Linear(size, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(NAMES)))
        self.meaning = nn.Linear(size, VECTOR)

    def lower(self, words: Tensor, mask: Tensor) -> Tensor:
        """What the lowest layers say of words, which names are read from."""
        return self._through(self.body.embeddings(inputs_embeds=words), mask, slice(SHARED))

    def upper(self, middle: Tensor, mask: Tensor) -> Tensor:
        """The states, from what the lowest layers say."""
        return self._through(middle, mask, slice(SHARED, None))

    def _through(self, states: Tensor, mask: Tensor, layers: slice) -> Tensor:
        attended = hidden(mask)
        for layer in self.body.encoder.layer[layers]:
            states = layer(states, attended)
        return states

    def names(self, states: Tensor) -> Tensor:
        """Logits (windows, pieces, ``NAMES``), to learn from; ``Names`` is what the desk asks."""
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
