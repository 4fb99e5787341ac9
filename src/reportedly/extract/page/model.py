"""Which blocks of a page belong to its article: trees grown on pages with known text (``training/extraction``).

The graph holds thresholds and the log odds at its leaves, nothing of the pages. Each block gets a probability; a page
on which many words stand between yes and no is doubtful, and goes to the careful extractor.
"""

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

from reportedly.extract.page.features import FeatureRows

Shares = NDArray[np.float32]
HOME = files("reportedly.extract.page") / "data"
VERSION = 1  # counted up with each model shipped


def probabilities(rows: FeatureRows) -> Shares:
    """How likely each block is part of the article, 0 to 1: a vector of as many as ``rows``, its features, has rows."""
    (scores,) = _session().run(None, {"rows": rows})
    return np.asarray(1 / (1 + np.exp(-scores[:, 0])), dtype=np.float32)


@cache
def _session() -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return InferenceSession((HOME / "blocks.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])
