"""Write the trained tagger where the desk reads it: ``python -m training.statements.export WEIGHTS.pt [DIR]``.

Two ONNX graphs, weights in int8 per channel (per tensor costs more than a point), and the tokenizer.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.statements.model import Tagger
from training.statements.train import HOME, configured

SHIPPED = Path(__file__).parents[2] / "src/reportedly/read/data/tagger"
WINDOWS = {0: "windows", 1: "pieces"}
CUES = {0: "cues"}


class Encoder(nn.Module):
    """Pieces to states, cue probabilities and sureness."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(windows, pieces) twice -> (windows, pieces, size), (windows, pieces, 3), (windows, pieces)."""
        states = self.tagger.states(pieces, mask)
        return states, self.tagger.cues(states).softmax(-1), self.tagger.sureness(states).clamp(-3, 3)


class Roles(nn.Module):
    """States and mask, and the cues' windows and places, to role probabilities."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, states: Tensor, mask: Tensor, which: Tensor, starts: Tensor, ends: Tensor) -> Tensor:
        """-> (cues, pieces, 3)."""
        return self.tagger.roles(states[which], mask[which], starts, ends).softmax(-1)


def export(tagger: Tagger, out: Path) -> None:
    """Both graphs and the tokenizer into ``out``."""
    pieces = torch.randint(1000, 2000, (3, 17))
    mask = torch.ones_like(pieces)
    states = tagger.states(pieces, mask)
    places = (torch.tensor([0, 1]), torch.tensor([2, 3]), torch.tensor([3, 5]))
    named = dict.fromkeys(["pieces", "mask", "states", "cues", "sure"], WINDOWS)
    _write(Encoder(tagger), (pieces, mask), ["pieces", "mask"], ["states", "cues", "sure"], named, out)
    named = {"states": WINDOWS, "mask": WINDOWS} | dict.fromkeys(["which", "starts", "ends"], CUES)
    asked = ["states", "mask", "which", "starts", "ends"]
    _write(Roles(tagger), (states, mask, *places), asked, ["roles"], named | {"roles": {0: "cues", 1: "pieces"}}, out)
    shutil.copyfile(HOME / "tokenizer.json", out / "tokenizer.json")


def _write(  # noqa: PLR0913, PLR0917  the exporter's own
    module: nn.Module,
    given: tuple[Tensor, ...],
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
    out: Path,
) -> None:
    name = type(module).__name__.lower()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / f"{name}.onnx"
        torch.onnx.export(
            module,
            given,
            whole,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        kinds = ["MatMul", "Gather"] if name == "encoder" else ["MatMul"]
        quantize_dynamic(
            whole, out / f"{name}.onnx", per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds
        )


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--layers", type=int, default=4)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    config = configured(asked.layers)
    config._attn_implementation = "eager"  # noqa: SLF001  the exporter cannot follow the fused attention
    tagger = Tagger(config).eval()
    tagger.load_state_dict(torch.load(asked.weights))
    export(tagger, asked.out)


if __name__ == "__main__":
    main()
