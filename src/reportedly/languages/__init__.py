"""What languages other than English are read by: a folder a language, tables only.

Each room of the reader knows its own table and what its entries mean; here they are only found and parsed, once each.
``docs/languages.md`` says how a language is added.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

READ: Final = ("ar", "fa", "ru", "ur")
"""The languages with a folder (ISO 639-1): articles in them are read, as those in English are by its own reader."""


@cache
def table(language: str, name: str) -> Mapping[str, Any]:
    """A table of a language, read when first asked for: ``table("fa", "text")`` is ``fa/text.toml``."""
    return tomllib.loads((files(__name__) / language / f"{name}.toml").read_text("utf-8"))
