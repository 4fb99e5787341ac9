"""The multilingual body with its heads: the outlook's and the tagger's, names, and a vector of the whole window."""

from typing import Final

from torch import Tensor, nn
from transformers import BertConfig

from reportedly.read.model.named import NAMES
from training.outlook.model import Told

VECTOR: Final = 192  # numbers of a window's vector


class Multilingual(Told):
    """``names`` says of what kind of name a piece is; ``vector`` is alike for windows that mean the same."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` counts the layers."""
        super().__init__(config, width)
        size = config.hidden_size
        self.name = nn.Sequential(nn.Linear(size, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(NAMES)))
        self.meaning = nn.Sequential(nn.Linear(size, 2 * width), nn.GELU(), nn.Linear(2 * width, VECTOR))

    def names(self, states: Tensor) -> Tensor:
        """Logits (windows, pieces, ``NAMES``)."""
        return self.name(self.drop(states))

    def vector(self, states: Tensor, mask: Tensor) -> Tensor:
        """(windows, ``VECTOR``), of length 1: the mean of what its pieces mean."""
        return nn.functional.normalize(mean(self.meaning(states), mask).float(), dim=-1)


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
