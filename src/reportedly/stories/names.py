"""The names of an article's headline and lead as skeletons, by which accounts in two scripts meet.

Of an article that was read these are the words of its public entities. In an unread one nobody knows which words are
names: every word stands that is long enough, is no everyday word of its language and, where the script has capitals,
begins with one. How rare a skeleton is among all articles says later what it is worth.
"""

import re
from collections.abc import Iterable, Iterator

from reportedly.likeness import skeletons, stop_words
from reportedly.records import Reading

MOST = 120  # skeletons of one article
SHORTEST = 3  # sounds of a skeleton: with two, anything is alike
_NAMED = frozenset({"place", "person", "organisation", "group"})
_WORD = re.compile(r"[^\W\d_ـ]+(?:[’'\u200c״\"׳][^\W\d_ـ]+)*")
_JOINED = re.compile(r"\s+(?=(?:الله|اللہ|آباد|اباد)\b)")  # حزب الله is one word of the English papers
_ARTICLE = re.compile(r"(?:وال|فال|بال|كال|لل|ال)(?=\w{3})")
_PREFIX = {"ar": re.compile(r"[وفبلك](?=\w{4})"), "he": re.compile(r"[בהולמשכ](?=\w{4})")}
_CASE = {"ru": re.compile(r"(?<=\w{4})(?:ом|ым|ем|ой|ах|ами|ов)$")}


def names(reading: Reading, text: str, upto: int) -> tuple[str, ...]:
    """Skeletons of the names in ``text``, headline and lead, in order, each once; ``upto`` is where the lead ends."""
    words = (
        _of_entities(reading, upto)
        if reading.entities or reading.article.language == "en"
        else _of_words(text, reading.article.language)
    )
    found = (skeleton for word in words for skeleton in skeletons(word) if len(skeleton) >= SHORTEST)
    return tuple(dict.fromkeys(found))[:MOST]


def _of_entities(reading: Reading, upto: int) -> Iterator[str]:
    """The words of public entities named before ``upto``, with those of the usual name of a place."""
    text = reading.article.text
    for entity in reading.entities:
        mentions = [text[span.start : span.end] for span in entity.mentions if span.start < upto]
        if entity.public and entity.kind in _NAMED and mentions:
            yield from _likely([*mentions, *([entity.name] if entity.kind == "place" else [])])


def _likely(spellings: Iterable[str]) -> Iterator[str]:
    for spelling in spellings:
        yield from (
            word for word in _WORD.findall(spelling) if word[0].isupper() and word.casefold() not in stop_words()
        )


def _of_words(text: str, language: str) -> Iterator[str]:
    """The words of a text that may be names, with and without what their language writes before or after a name."""
    for word in _WORD.findall(_JOINED.sub("", text)):
        if not word[0].islower():
            yield from _forms(word, language)


def _forms(word: str, language: str) -> Iterator[str]:
    bare = _ARTICLE.sub("", word, count=1) if language == "ar" and _ARTICLE.match(word) else word
    yield bare
    if language in _PREFIX and bare == word and _PREFIX[language].match(word):
        yield word[1:]
    if language in _CASE and _CASE[language].search(word):
        yield _CASE[language].sub("", word)
