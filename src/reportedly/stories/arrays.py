"""Sorted arrays of numbers in the place of dicts, where there are millions."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def found(asked: NDArray[Any], known: NDArray[Any]) -> tuple[Ints, NDArray[np.bool_]]:
    """Where each number stands among those that are known, which ascend; and whether it does stand there."""
    if not len(known):
        return np.zeros(len(asked), np.int64), np.zeros(len(asked), bool)
    at = np.searchsorted(known, asked)
    at[at == len(known)] = 0
    return at, known[at] == asked


def distinct(numbers: NDArray[Any]) -> NDArray[Any]:
    """Each number once, ascending."""
    ascending = np.sort(numbers)
    return ascending[np.concatenate([[True], ascending[1:] != ascending[:-1]])] if len(ascending) else ascending


def joined(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """One array after the other."""
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)
