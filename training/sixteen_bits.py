"""Weights whose products fit into sixteen bits two by two, so that every kind of processor gives the same answers.

``python -m training.sixteen_bits`` goes over the shipped graphs, in place, after each export; what fits already stays.
A processor without instructions for int8 (AVX2) multiplies activations (0 to 255) by weights, adds the products of
neighbours, the first and second input, the third and fourth, in sixteen bits, and cuts the sum at 32,767; others add in
thirty-two. Where neighbours of one sign are together no more than 128, there is nothing to cut. Halving all weights
would do as well, and is what onnxruntime advises (``reduce_range``); this loses a third of that in most matrices, and a
fourteenth in those of the most inputs.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from training import outliers

SHIPPED = Path(__file__).parents[1] / "src/reportedly/read/model/data"
MOST = 127
TOGETHER = 128  # 128 * 255 is less than 2 ** 15
SCALES = np.linspace(0.5, 2, 31)  # of the largest weight by ``MOST``: most channels take 1 to 1.6
PRODUCTS = {"MatMulIntegerToFloat": (1, 3), "DynamicQuantizeMatMul": (1, 2)}  # inputs: weights and their scales
Floats = NDArray[np.float64]


def fit(model: onnx.ModelProto, evened: dict[str, Floats]) -> None:
    """Weights of all products as int8 that fit; ``evened`` holds those that are to be others than the model has."""
    held = {tensor.name: tensor for tensor in model.graph.initializer}
    for weights, scales in sorted(set(_products(model))):
        scale = numpy_helper.to_array(held[scales]).astype(np.float64)
        floats = evened.get(weights, numpy_helper.to_array(held[weights]) * scale)
        whole, best = fitted(floats, scale)
        held[weights].CopyFrom(numpy_helper.from_array(whole, weights))
        held[scales].CopyFrom(numpy_helper.from_array(best, scales))


def fitted(weights: Floats, scale: Floats) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights (inputs, channels) in whole numbers, and for each channel the scale that loses least by squares.

    ``scale`` is the one they had, which loses nothing where they fit already.
    """
    widest = np.maximum(np.abs(weights).max(0), np.finfo(np.float32).tiny) / MOST
    tried = np.stack([scale, *(widest * share for share in SCALES)])
    lost = np.stack([((weights - _whole(weights, one) * one) ** 2).sum(0) for one in tried])
    best = np.take_along_axis(tried, lost.argmin(0)[None], 0)[0]
    return _whole(weights, best).astype(np.int8), best.astype(np.float32)


def _whole(weights: Floats, scale: Floats) -> Floats:
    """Rounded; neighbours of one sign that are too much together give up half of that each, if they have it."""
    near = np.clip(np.rint(weights / scale), -MOST, MOST)
    first, second = near[: len(near) // 2 * 2 : 2], near[1::2]
    over = np.where(first * second > 0, np.maximum(np.abs(first + second) - TOGETHER, 0), 0)
    larger = np.where(np.abs(first) >= np.abs(second), np.ceil(over / 2), np.floor(over / 2))
    first -= np.sign(first) * larger
    second -= np.sign(second) * (over - larger)
    return near


def _products(model: onnx.ModelProto) -> Iterator[tuple[str, str]]:
    """Names of the weights that are multiplied as integers, with those of their scales."""
    for node in model.graph.node:
        if node.op_type in PRODUCTS:
            weights, scales = PRODUCTS[node.op_type]
            yield node.input[weights], node.input[scales]


def main() -> None:
    """Even out what the graphs multiply, and fit its weights."""
    for name, given in outliers.samples().items():
        path = SHIPPED / f"{name}.onnx"
        model = onnx.load(path)
        evened = outliers.even(model, given) if given else {}
        fit(model, evened)
        onnx.save(model, path)
        print(f"{name}: {len(evened)} products evened out")


if __name__ == "__main__":
    main()
