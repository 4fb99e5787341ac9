"""What a word is compared by: one form for all its spellings, and those it has without what is written on to it.

Arabic writes “and”, “so”, “by”, “like”, “to” and the article on to the word behind them: وبالوزارة is و + ب + ال +
وزارة. Nobody can tell by letters alone whether a first letter is one of these, so all forms that may be meant are
given.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportedly import languages
from reportedly.search.folding import folded

LONGEST = (
    60  # characters: longer runs (text without spaces, one letter a million times) are compared by their beginning
)
SHORTEST = 2  # letters that a word has left without what is written on to it
CACHED = 50_000  # words of which the keys are remembered


class Glue(NamedTuple):
    """What may be written on to the beginning of a word, a slot for each, and which letters it swallows."""

    slots: tuple[tuple[str, ...], ...]
    opens_as: Mapping[str, str]


@lru_cache(maxsize=CACHED)
def key(word: str) -> str:
    """The form in which words are compared; tables may be written in any spelling."""
    return folded(word[:LONGEST])


@lru_cache(maxsize=CACHED)
def keys(word: str, language: str) -> tuple[str, ...]:
    """The key of a word, then those it has with one part after another taken off its beginning, each once."""
    glue = _glue(language)
    forms = [key(word)]
    for slot in glue.slots:
        forms += list(_without(forms, slot, glue.opens_as))
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=CACHED)
def led(form: str, language: str) -> str | None:
    """A key without the “and” or “so” written on to it; None where it begins with neither."""
    slots = _glue(language).slots
    return next(iter(_without([form], slots[0], {})), None) if slots else None


def _without(forms: Iterable[str], slot: Iterable[str], opens_as: Mapping[str, str]) -> Iterable[str]:
    for form in tuple(forms):
        for part in slot:
            rest = form.removeprefix(part)
            if rest != form and len(rest) >= SHORTEST:
                yield rest
        for joined, apart in opens_as.items():
            if form.startswith(joined) and len(form) - len(joined) >= SHORTEST:
                yield apart + form.removeprefix(joined)


@lru_cache
def _glue(language: str) -> Glue:
    table = languages.table(language, "text")
    slots = tuple(tuple(key(part) for part in slot) for slot in table["glued"])
    return Glue(slots, {key(joined): key(apart) for joined, apart in table["opens_as"].items()})
