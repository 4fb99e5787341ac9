"""Trained modules as ONNX graphs with weights of one byte."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

Axes = dict[str, dict[int, str]]
PRODUCTS = {"MatMulIntegerToFloat": (1, 3, 6), "DynamicQuantizeMatMul": (1, 2, 4)}  # inputs: weights, scales, bias
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


def floats(graph: Path) -> dict[str, Tensor]:
    """The weights of a graph of one byte in floats, by the names of modules: ``layer.3.output.dense.weight`` and so on.

    Of normings, only those of layers.
    """
    model = onnx.load(graph)
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    return {name: torch.tensor(array) for name, array in [*_products(model, held), *_normings(held)]}


def _products(model: onnx.ModelProto, held: dict[str, np.ndarray]) -> Iterator[tuple[str, np.ndarray]]:
    made = {name: node for node in model.graph.node for name in node.output}
    for node in model.graph.node:
        if node.op_type in PRODUCTS:
            weights, scales, bias = (held[node.input[number]] for number in PRODUCTS[node.op_type])
            whole = weights.astype(np.float32) * scales
            if node.input[0].endswith("_evened"):
                whole *= held[made[node.input[0]].input[1]][:, None]
            name = re.sub(r"\.(Add|Gemm)_output_0$", "", node.output[0].strip("/").replace("/", "."))
            yield from ((f"{name}.weight", whole.T), (f"{name}.bias", bias))


def _normings(held: dict[str, np.ndarray]) -> Iterator[tuple[str, np.ndarray]]:
    for name, array in held.items():
        if "LayerNorm" in name and ".layer." in name and array.ndim == 1:
            yield f"layer.{name.partition('.layer.')[2]}", array
