"""Whether two figures tell the same value: as exact as the rounder of them is put, no more."""

import re
from typing import Final

from reportedly.records import Figure

FAR: Final = 1.25  # times a number: beyond that "more than 100" is no way to put it
JUST: Final = 1.1  # times a round number, for "at least"
ROUND: Final = 100  # from here on a number of one or two digits and noughts may be rounded
_LEAST: Final = re.compile(r"at least|no (?:fewer|less) than|not less than|minimum")

Reach = tuple[float, float]


def point(figure: Figure) -> float:
    """The number a figure names, or the middle of its bounds."""
    known = [bound for bound in (figure.low, figure.high) if bound is not None]
    return sum(known) / len(known) if known else 0.0


def agree(one: Figure, other: Figure) -> bool:
    """Whether both can be ways to put one number."""
    (low, high), (lower, higher) = reach(one), reach(other)
    return low <= higher and lower <= high


def reach(figure: Figure) -> Reach:
    """From where to where the number may lie that somebody puts so.

    Grammar leaves "at least 20" open above, use does not: who knows of 27 writes "at least 27".
    """
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        return _rounded(low) if low == high else (low, high)
    stated = low if low is not None else high or 0.0
    if low is None:
        return stated / FAR, stated
    if _LEAST.match(figure.value):
        return stated, stated * (JUST if _is_round(stated) else 1)
    return stated, stated * FAR


def _is_round(value: float) -> bool:
    """Whether a number has one digit before its noughts (20, 300), or two from a hundred on (1,200)."""
    digits = f"{value:.10g}".replace(".", "").strip("0")
    return value >= 10 and len(digits) <= (1 if value < ROUND else 2)  # noqa: PLR2004 - two digits


def _rounded(value: float) -> Reach:
    """What is rounded to this number: half of its last digit to each side, a twentieth at most."""
    digits = f"{value:.12g}"
    noughts = len(digits) - len(digits.rstrip("0")) if "." not in digits else 0
    half = min(10**noughts / 2, value / 20) if value >= ROUND and noughts else 0.0
    return value - half, value + half
