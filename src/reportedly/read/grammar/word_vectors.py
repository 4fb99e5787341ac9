"""Vectors of words in their sentences by the weights of spaCy's ``tok2vec``, each kind of word looked up once a batch.

What a word is by itself hangs on its form alone, and news repeats its words: two thirds of those of sixteen articles.
The layers over them are the model's own, in fewer steps. The numbers are the same to the last bit.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]
_MIXED = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)  # odd
_TINY = 1e-8  # thinc adds it to what it divides by


class _Layer(NamedTuple):
    """The largest of three sums for each number of a vector, then brought to one scale."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def of(self, given: Floats) -> Floats:
        """Vectors (words, inputs) to vectors (words, width)."""
        sums = given @ self.weights
        sums += self.bias
        width = len(self.gain)
        most: Floats = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        np.maximum(most, sums[:, 2 * width :], out=most)
        most -= most.mean(1, keepdims=True)
        spread: Floats = (most * most).sum(1, keepdims=True) / np.float32(width) + _TINY
        most *= spread ** (-1.0 / 2)
        most *= self.gain
        most += self.shift
        return most


class WordVectors:
    """What a ``tok2vec`` gives for texts: an array (words, width) each."""

    def __init__(self, model: Any) -> None:
        """``model``: spaCy's ``HashEmbedCNN``, whose weights are taken."""
        embed, self._encode = model.layers
        extract, _, self._looked_up, mixed, _ = embed.layers
        self._seen = extract.attrs["columns"]
        self._odd = np.resize(_MIXED, len(self._seen)) + np.arange(0, 2 * len(self._seen), 2, dtype=np.uint64)
        self._mixed = _layer(mixed)
        self._window = [_layer(layer) for layer in self._encode.layers[0].layers]
        self._ops, self._pad = self._encode.ops, self._encode.attrs["pad"]

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of the words of each text."""
        rows = [np.asarray(doc.to_array(self._seen), np.uint64).reshape(len(doc), len(self._seen)) for doc in docs]
        lengths = np.array([len(doc) for doc in docs], np.int32)
        words = np.split(self._alone(np.concatenate(rows)), np.cumsum(lengths)[:-1])
        vectors = self._ops.flatten(words, pad=self._pad)
        for layer in self._window:
            vectors = vectors + layer.of(_neighbours(vectors))
        return self._ops.unflatten(vectors, lengths, pad=self._pad)  # type: ignore[no-any-return]

    def _alone(self, rows: NDArray[np.uint64]) -> Floats:
        """What words are by themselves: those whose features are the same are looked up once."""
        _, first, kind = np.unique((rows * self._odd).sum(1), return_index=True, return_inverse=True)
        return self._mixed.of(self._looked_up.layers[0].predict(rows[first]))[kind]


def _layer(model: Any) -> _Layer:
    """The weights of a maxout and of the normalization behind it, the three sums of all numbers side by side."""
    found = {layer.name: layer for layer in model.walk()}
    maxout, norm = found["maxout"], found["layernorm"]
    by_sum = maxout.get_param("W").transpose(1, 0, 2)
    weights = by_sum.reshape(-1, by_sum.shape[-1]).T
    return _Layer(weights, maxout.get_param("b").T.reshape(-1), norm.get_param("G"), norm.get_param("b"))


def _neighbours(vectors: Floats) -> Floats:
    """Each word's vector between those of the words before and behind it."""
    width = vectors.shape[1]
    out = np.zeros((len(vectors), 3 * width), np.float32)
    out[1:, :width] = vectors[:-1]
    out[:, width : 2 * width] = vectors
    out[:-1, 2 * width :] = vectors[1:]
    return out


def layer_of(vectors: WordVectors) -> Callable[..., tuple[list[Floats], None]]:
    """The vectors as the work of a layer, as thinc calls it; nothing can be learned through it."""

    def forward(_model: Any, docs: Sequence[Doc], *, is_train: bool) -> tuple[list[Floats], None]:  # noqa: ARG001
        return vectors(docs), None

    return forward
