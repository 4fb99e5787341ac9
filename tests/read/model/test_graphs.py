"""The shipped graphs, multiplied alike by every kind of processor."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from reportedly.read.model.graphs import HOME

GRAPH, HELD = 7, 5  # fields of an ONNX file and of its graph
SHAPE, KIND, RAW = 1, 2, 9  # fields of a tensor; of the shape, which comes in parts, the last is looked at
INT8 = 3
LARGEST = 255  # of what is multiplied with the weights


@pytest.mark.parametrize(
    ("graph", "products"),
    [
        ("encoder", 27),
        ("outlook", 26),
        ("roles", 16),
        ("coder", 20),
        ("comparer", 26),
        ("multilingual/encoder", 42),
        ("multilingual/named", 26),
        ("multilingual/roles", 16),
    ],
)
def test_products_of_neighbours_fit_into_sixteen_bits(graph: str, products: int) -> None:
    """Processors without instructions for int8 add them so, and cut off what is more."""
    found = list(_weights((HOME / f"{graph}.onnx").read_bytes()))
    assert len(found) == products
    for weights in found:
        pairs = weights.reshape(-1, 2, weights.shape[1])
        most = np.maximum(pairs, 0).sum(1).max() * LARGEST
        least = np.minimum(pairs, 0).sum(1).min() * LARGEST
        assert np.iinfo(np.int16).min <= least
        assert most <= np.iinfo(np.int16).max


def _weights(file: bytes) -> Iterator[NDArray[np.int64]]:
    """Matrices of int8 that a graph holds (inputs, channels); zero points, all noughts, are left out."""
    for graph in (one for field, one in _fields(file) if field == GRAPH):
        for held in (dict(_fields(one)) for field, one in _fields(graph) if field == HELD):
            if _varint(held[KIND], 0)[0] == INT8 and RAW in held:
                values = np.frombuffer(held[RAW], np.int8).astype(np.int64)
                if values.any():
                    yield values.reshape(-1, _varint(held[SHAPE], 0)[0])


def _fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """Numbers and bytes of the fields of a message in protocol buffers; numbers as they stand there."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        start = at
        if key & 7 == 2:  # bytes, after their length
            size, start = _varint(message, at)
            at = start + size
        else:
            at = {0: _varint(message, at)[1], 1: at + 8, 5: at + 4}[key & 7]
        yield key >> 3, message[start:at]


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """A number of any length, seven bits a byte, and where it ends."""
    end = at
    while message[end] > 127:  # more of it follows
        end += 1
    return sum((byte & 127) << 7 * i for i, byte in enumerate(message[at : end + 1])), end + 1
