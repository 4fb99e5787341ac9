"""``names.toml`` of a language as the finders of names ask it: every word in its folded form."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from reportedly import languages
from reportedly.read.multilingual.keys import key

Phrase = tuple[str, ...]
"""The keys of the words of a name."""


class Given(NamedTuple):
    """A given name as it is written where it is no object, and its gender."""

    name: str
    gender: str


class Case(NamedTuple):
    """Endings that a given and a family name have in one case, of the family name each with what it has without."""

    gender: str
    given: tuple[str, ...]
    family: tuple[tuple[str, str], ...]


class Tables(NamedTuple):
    """``endings`` are endings of a name in a sentence with what it has without; ``capitals``: names begin with one.

    ``taught``: the model was taught names in the language.
    ``titles``, of which a mention covers the ``honours``, and ``offices`` go before a person, ``fields`` on from an
    office; ``none`` are no part of any name, ``words_too`` do not begin one by themselves, ``given`` are given names by
    their keys, ``cases`` how full names are put in a sentence. ``bodies`` begin names of bodies, but those ``beside``
    them are no part; ``ministry``: the words for a minister and a ministry. ``at`` goes before a place and ``after``
    behind one, ``regions`` are words for kinds of those. What is ``doubtful`` is also a word.
    """

    endings: tuple[tuple[str, str], ...]
    capitals: bool
    taught: bool
    titles: frozenset[Phrase]
    honours: frozenset[str]
    offices: frozenset[Phrase]
    fields: frozenset[str]
    none: frozenset[str]
    links: frozenset[str]
    words_too: frozenset[str]
    bodies: frozenset[str]
    beside: frozenset[str]
    ministry: tuple[str, ...]
    at: frozenset[str]
    after: frozenset[str]
    regions: Mapping[str, str]
    doubtful: frozenset[Phrase]
    given: Mapping[str, Given]
    cases: tuple[Case, ...]


@cache
def of(language: str) -> Tables:
    """The tables of a language."""
    read = languages.table(language, "names")
    kinds = read.get("regions", {})
    return Tables(
        endings=tuple((key(ending), key(without)) for ending, without in read["endings"]),
        capitals=read.get("capitals", False),
        taught=read.get("taught", False),
        titles=_phrases(read["titles"]),
        honours=_words(read, "honours"),
        offices=_phrases(read["offices"]),
        fields=_words(read, "fields"),
        none=_words(read, "none"),
        links=_words(read, "links"),
        words_too=_words(read, "words_too"),
        bodies=_words(read, "bodies"),
        beside=_words(read, "beside"),
        ministry=tuple(read.get("ministry", ())),
        at=_words(read, "at"),
        after=_words(read, "after"),
        regions={key(word): kind for kind, words in kinds.items() for word in words},
        doubtful=_phrases(read["doubtful"]),
        given={key(name): Given(name, gender) for gender in ("male", "female") for name in read.get(gender, ())},
        cases=tuple(
            Case(case["gender"], tuple(case["given"]), tuple((old, new) for old, new in case["family"]))
            for case in read.get("cases", ())
        ),
    )


def phrase(words: str) -> Phrase:
    """The keys of the words of a name."""
    return tuple(filter(None, map(key, words.split())))


def _phrases(given: Iterable[str]) -> frozenset[Phrase]:
    """Phrases, each also with what is joined by a sign that nobody sees taken apart, and the other way round."""
    ways = (way for words in given for way in (words, words.replace("\u200c", " "), words.replace(" ", "\u200c")))
    return frozenset(map(phrase, ways))


def _words(read: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(part for words in read.get(name, ()) for part in phrase(words))
