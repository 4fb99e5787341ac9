"""spaCy without its command line, to which no reader gives a command and which takes a quarter of the time to import.

Importing ``spacy`` imports all its commands, with their HTTP client and templates, to have ``spacy.info`` at hand. Here
empty modules stand in their place while it is imported, and go again: later, ``spacy.cli`` is the real one.
"""

import sys
from importlib import import_module
from types import ModuleType

import catalogue

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def load() -> None:
    """Import spaCy, unless it is there already."""
    if "spacy" in sys.modules:
        return
    _group_entry_points()
    for name in _COMMANDS:
        sys.modules[name] = ModuleType(name)
    vars(sys.modules["spacy.cli.info"])["info"] = None
    try:
        del vars(import_module("spacy"))["info"]
    finally:
        for name in _COMMANDS:
            del sys.modules[name]


def _group_entry_points() -> None:
    """Put what packages offer spaCy by its groups; its registry walks through the offers of all of them 185 times."""
    offered = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(offered, "groups"):
        catalogue.AVAILABLE_ENTRY_POINTS = {group: tuple(offered.select(group=group)) for group in offered.groups}
