"""The word lists by which names are told, read once a process from ``names/data``."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.read.names.spelling import unmarked


class WordLists(NamedTuple):
    """Lower-case word lists; ``names/data/name_words.toml`` says what each is for."""

    honorifics: frozenset[str]
    kept: frozenset[str]
    ranks: frozenset[str]
    roles: frozenset[str]
    leading: frozenset[str]
    private: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    organisation_heads: frozenset[str]
    never_alone: frozenset[str]
    alone: frozenset[str]
    organisation_starts: frozenset[str]
    callings: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    called: frozenset[str]
    agreement_heads: frozenset[str]
    region_kinds: frozenset[str]
    site_kinds: frozenset[str]
    site_ends: frozenset[str]
    directions: frozenset[str]
    person_links: frozenset[str]
    name_links: frozenset[str]
    calendar: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]
    not_bodies: frozenset[str]


def data(name: str) -> str:
    """A file of ``names/data`` as text."""
    return files("reportedly.read.names").joinpath("data", name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """A tab-separated file of ``names/data`` without its comments."""
    return [line.split("\t") for line in data(name).splitlines() if line and not line.startswith("#")]


@cache
def words() -> WordLists:
    """The lists of ``name_words.toml``."""
    lists = tomllib.loads(data("name_words.toml"))
    return WordLists(**{name: frozenset(lists[name].split()) for name in WordLists._fields})


def is_given(word: str) -> bool:
    """Whether a word in lower case is a given or well-known family name, with its marks or without: josé, jose."""
    return word in given_names() or (not word.isascii() and unmarked(word) in given_names())


@cache
def given_names() -> frozenset[str]:
    """Given and well-known family names, lower case."""
    lines = data("given_names.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
