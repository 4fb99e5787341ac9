"""How common a word is in news at large, known before a desk has read anything."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def commonness() -> Mapping[str, float]:
    """The share of headlines with leads that hold a stem, by stem; what is not there is rare.

    Six languages, from their words' general frequency: ``training/commonness``.
    """
    lines = files("reportedly.likeness").joinpath("data/commonness.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {stem: float(share) for stem, share in rows}
