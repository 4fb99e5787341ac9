"""Outlines of countries, as they are drawn (``training/outlines`` says how the file was made)."""

from functools import cache
from importlib import resources
from typing import Final

import msgspec

COARSE: Final = 10
FINE: Final = 100
"""Steps to a degree, of outlines for the whole world and for a part of it."""


class Outline(msgspec.Struct, frozen=True):
    """A country: its English name, paths at two grains (south is down), and the ``box`` of its largest part.

    The box is west, south, east and north in degrees.
    """

    name: str
    box: tuple[float, float, float, float]
    coarse: str = ""
    fine: str = ""


@cache
def outlines() -> dict[str, Outline]:
    """The outlines by ISO 3166 letters; an area that is no country there by its name."""
    held = resources.files("reportedly.web").joinpath("outlines.json").read_bytes()
    return msgspec.json.decode(held, type=dict[str, Outline])
