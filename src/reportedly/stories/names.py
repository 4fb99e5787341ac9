"""The names of an article's headline and lead as skeletons, by which accounts in two scripts meet.

Of an English article these are the words of its public entities. In others few words are known to be names or none:
every word stands that is long enough and, where the script has capitals, begins with one. How rare a skeleton is among
all articles says later what it is worth. A place stands by its usual English name too, in one word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportedly.likeness import skeletons, stop_words
from reportedly.records import Reading
from reportedly.stories.exonyms import LONGEST, beginning, plain

MOST = 120  # skeletons of one article
SHORTEST = 3  # sounds of a skeleton: with two, too many words are alike
_NAMED = frozenset({"place", "person", "organisation", "group"})
_WORD = re.compile(r"[^\W\d_ـ]+(?:[’'\u200c״\"׳][^\W\d_ـ]+)*")
_RUN_ON = re.compile(r"\s+(?=(?:الله|اللہ|آباد|اباد)\b)")  # حزب الله is one word of the English papers
_BEFORE = {
    "ar": re.compile(r"(?:[وفبك]?ال|لل|[وفبلك])(?=\w{3})"),
    "he": re.compile(r"[בהולמשכ](?=\w{3})"),
}
_AFTER = re.compile(r"(?<=[а-яё]{3})(?:ом|ем|ым|им|ам|ах|ами)$")


def names(reading: Reading, text: str, upto: int) -> tuple[str, ...]:
    """Skeletons of the names in ``text``, headline and lead, in order, each once; ``upto`` is where the lead ends."""
    article = reading.article
    if article.language == "en":
        words = _of_entities(reading, upto)
    else:
        words = _of_words(_WORD.findall(_RUN_ON.sub("", text)), article.language)
    found = (skeleton for word in words for skeleton in skeletons(word) if len(skeleton) >= SHORTEST)
    return tuple(dict.fromkeys(found))[:MOST]


def joined(name: str) -> str:
    """The words of a name as one, which stands for all of it."""
    return "".join(_WORD.findall(name))


def _of_entities(reading: Reading, upto: int) -> Iterator[str]:
    """The words of public entities named before ``upto``, and places by their usual name."""
    text = reading.article.text
    for entity in reading.entities:
        mentions = [text[span.start : span.end] for span in entity.mentions if span.start < upto]
        if entity.public and entity.kind in _NAMED and mentions:
            yield from _likely(mentions)
            if entity.kind == "place":
                yield joined(entity.name)


def _likely(spellings: Iterable[str]) -> Iterator[str]:
    for word in (word for spelling in spellings for word in _WORD.findall(spelling)):
        if word[0].isupper() and word.casefold() not in stop_words():
            yield word


def _of_words(words: Sequence[str], language: str) -> Iterator[str]:
    """The words that may be names, bare of what their language writes before and after one; and the places."""
    for i, word in enumerate(words):
        if not word[0].islower():
            followers = [plain(follower) for follower in words[i + 1 : i + LONGEST]]
            for form in _forms(word, language):
                yield form
                yield from map(joined, beginning([plain(form), *followers]))


@lru_cache(maxsize=50_000)
def _forms(word: str, language: str) -> tuple[str, ...]:
    """A word as written, without its prefix, and without its ending, as far as they differ."""
    before = _BEFORE.get(language)
    bare = before.sub("", word, count=1) if before and before.match(word) else word
    return tuple(dict.fromkeys((word, bare, _AFTER.sub("", word))))
