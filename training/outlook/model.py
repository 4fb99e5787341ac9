"""The outlook's encoder: the statement tagger with two more heads, of the event that each word tells."""

from torch import Tensor, nn
from transformers import BertConfig

from reportedly.read.model.outlook import WIDTH
from training.statements.model import Tagger

KINDS = 8  # classes of events, and none


class Told(Tagger):
    """``events`` is shipped; ``kinds`` and the tagger's own heads are there to learn from."""

    def __init__(self, config: BertConfig, width: int = 256) -> None:
        """``config`` counts the shared layers."""
        super().__init__(config, width)
        size = config.hidden_size
        self.event = nn.Sequential(nn.Linear(size, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, WIDTH))
        self.kind = nn.Linear(size, KINDS)

    def events(self, states: Tensor) -> Tensor:
        """Logits (windows, pieces, ``WIDTH``) of the event a piece tells, ordered as in ``read.model.outlook``."""
        return self.event(self.drop(states))

    def kinds(self, states: Tensor) -> Tensor:
        """Logits (windows, pieces, ``KINDS``): no event, or of which class."""
        return self.kind(self.drop(states))
