"""The reader's word lists, each read once from the file beside its finder, and the form in which they list words."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token


@cache
def table(name: str) -> dict[str, Any]:
    """The lists of a room, read once: ``statements/hedges`` is ``read/statements/data/hedges.toml``."""
    room, _, file = name.partition("/")
    return tomllib.loads((files("reportedly.read") / room / "data" / f"{file}.toml").read_text("utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """One list of words in a lexicon file, by the keys that lead to it."""
    found = table(name)
    for key in keys:
        found = found[key]
    return frozenset(str(found).split())


def base(token: Token) -> str:
    """The dictionary form in small letters, where the parser's rules make a wrong one of it (stag of staged) mended."""
    lemma = token.lemma_.lower()
    return table("grammar/lemmas")["mended"].get(lemma, lemma) if token.pos_ == "VERB" else lemma
