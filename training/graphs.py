"""Trained modules as ONNX graphs with weights of one byte."""

from pathlib import Path

import torch
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

Axes = dict[str, dict[int, str]]
SLOW = ["SkipLayerNormFusion"]  # what it joins takes five times as long as apart: an eighth of the encoder's time


def written(  # noqa: PLR0913, PLR0917  the exporter's own
    module: nn.Module, given: tuple[Tensor, ...], inputs: list[str], outputs: list[str], axes: Axes, out: Path
) -> Path:
    """A module as a graph of floats, named for its class, in ``out``; ``axes`` names those that may have any length."""
    path = out / f"{type(module).__name__.lower()}.onnx"
    torch.onnx.export(
        module,
        given,
        path,
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    return path


def in_int8(graph: Path, kinds: list[str]) -> None:
    """Weights and what is multiplied by them as int8, which is fastest; scaled per tensor it costs a point and more.

    ``training/sixteen_bits.py`` comes after it.
    """
    quantize_dynamic(graph, graph, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds)
    _joined(graph)


def _joined(graph: Path) -> None:
    """Steps that go together made one, once and for all; done at each start it takes 0.15 s. Results stay the same."""
    options = SessionOptions()
    options.graph_optimization_level = (
        GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    )  # beyond it, for one kind of processor
    options.optimized_model_filepath = str(graph.with_suffix(".joined"))
    InferenceSession(str(graph), options, ["CPUExecutionProvider"], disabled_optimizers=SLOW)
    graph.with_suffix(".joined").replace(graph)
