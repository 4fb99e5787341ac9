"""What the steps of a run took, as a table for people."""

from collections.abc import Mapping
from typing import Final, Protocol

STEPS: Final = ("poll", "fetch", "extract", "read", "file", "start", "compare", "relate")
"""In the order in which they are told; "file" is also handing out, "start" is starting processes."""


class Took(Protocol):
    """Seconds that a step took: on the clock, where it was measured by itself, and of processors."""

    clock: float
    processor: float


def table(spent: Mapping[str, Took]) -> str:
    """A line a step: seconds on the clock, seconds of processors, and its share of these."""
    whole = sum(took.processor for took in spent.values()) or 1.0
    lines = [f"{'step':<8} {'clock':>10} {'processor':>11} {'share':>7}"]
    for step in STEPS:
        if took := spent.get(step):
            clock = f"{took.clock:,.1f} s" if took.clock else ""
            lines.append(f"{step:<8} {clock:>10} {took.processor:>9,.1f} s {took.processor / whole:>7.1%}")
    return "\n".join(lines)
