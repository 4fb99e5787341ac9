"""What articles of several languages tell, in one: news words and places that a glossary knows, by an English word.

So accounts of one happening meet whose words have no letter in common. A word of the glossary is the beginning of those
that count as it; what Hebrew and Arabic write before a word is left off. Numbers stand for themselves.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

from reportedly.likeness import stem
from reportedly.stories.exonyms import letters

NAME = "="  # before a meaning that names a place, a person or a body
_SHORTEST = 2  # letters of a beginning
_AFTER = 4  # letters that may follow one; of a short one half as many as it has
_BEFORE = re.compile(r"(?:[وف]?(?:[بكل]?ال|لل)|[وفبكل]|[והבלמשכ]{1,2})(?=\w{2})")
_TONGUES = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("fa", re.compile(r"[پچژگکی]")),
    ("ur", re.compile(r"[ٹڈڑںےھہ]")),
)
_SCRIPTS = ("ru", "he", "ar")
_URDU = 0.04  # of a headline's letters that only Urdu has: no Persian or Arabic one of 2,730 has any


class _Known(NamedTuple):
    """``beginnings`` and ``wholes`` give the meaning of a word; ``pairs`` of a word and the next one."""

    beginnings: Mapping[str, str]
    wholes: Mapping[str, str]
    pairs: Mapping[str, Sequence[tuple[str, str]]]


def tongue(text: str) -> str:
    """The language of a headline by its letters, as far as they tell; all that writes Latin letters is one."""
    count = {name: len(own.findall(text)) for name, own in _TONGUES}
    total = sum(count[script] for script in _SCRIPTS)
    if not total or 2 * total < sum(map(str.isalpha, text)):
        return ""
    script = max(_SCRIPTS, key=count.__getitem__)
    if script != "ar":
        return script
    return "ur" if count["ur"] >= _URDU * count["ar"] else "fa" if count["fa"] else "ar"


def meanings(words: Sequence[str]) -> tuple[str, ...]:
    """What these words tell, each once, in their order."""
    return tuple(dict.fromkeys(_meanings(words)))


def _meanings(words: Sequence[str]) -> Iterator[str]:
    taken = False
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        if taken:
            taken = False
            continue
        both = _of_two(word, after)
        found = both or (word if word.isdigit() else _of_one(word))
        taken = both is not None
        if found:
            yield found


@lru_cache(maxsize=200_000)
def _of_one(word: str) -> str | None:
    known = _glossary()
    if word.isascii():
        return known.wholes.get(word) or known.wholes.get(word.removesuffix("s"))  # a short word keeps its plural
    for form in _forms(word):
        if form in known.wholes:
            return known.wholes[form]
        for length in range(len(form), _SHORTEST - 1, -1):
            if form[:length] in known.beginnings and len(form) - length <= min(_AFTER, length - 1):
                return known.beginnings[form[:length]]
    return None


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, ...]:
    """A word as it is looked up: as it is written, then without what stands before it."""
    written = letters(word)
    before = _BEFORE.match(written)
    return (written, written[before.end() :], written[1:]) if before else (written,)


def _of_two(word: str, after: str) -> str | None:
    if not after:
        return None
    pairs = _glossary().pairs
    for form in (word,) if word.isascii() else _forms(word):
        for second, meaning in pairs.get(form, ()):
            if any(follower.startswith(second) for follower in _forms(after)):
                return meaning
    return None


@cache
def _glossary() -> _Known:
    beginnings, wholes, pairs = dict[str, str](), dict[str, str](), defaultdict[str, list[tuple[str, str]]](list)
    lines = files("reportedly.stories.pairs").joinpath("data/glossary.tsv").read_text(encoding="utf-8").splitlines()
    for english, *others in (line.split("\t") for line in lines if not line.startswith("#")):
        meaning = english.split()[0]
        for word in (*english.removeprefix(NAME).split(), *(word for some in others for word in some.split())):
            first, _, second = letters(word).partition("-")
            if second and word.isascii():
                pairs[stem(first)].append((stem(second), meaning))
            elif second:
                pairs[first].append((second, meaning))
            elif word.isascii():
                wholes.setdefault(stem(word), meaning)
            elif word.endswith("."):
                wholes.setdefault(first[:-1], meaning)
            else:
                beginnings.setdefault(first, meaning)
    return _Known(beginnings, wholes, pairs)
