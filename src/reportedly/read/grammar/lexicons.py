"""The reader's word lists, each read once from the file beside its finder; they list words by their dictionary form."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The lists of a room, read once: ``statements/hedges`` is ``read/statements/data/hedges.toml``."""
    room, _, file = name.partition("/")
    return tomllib.loads((files("reportedly.read") / room / "data" / f"{file}.toml").read_text("utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """One list of words in a lexicon file, by the keys that lead to it."""
    entry = table(name)
    for key in keys:
        entry = entry[key]
    return frozenset(str(entry).split())
