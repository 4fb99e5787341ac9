"""Whether two full names are one, in whatever scripts they stand: Shehbaz Sharif, شهباز شریف, Шахбаз Шариф.

They are held against each other part by part: half counts how much of the skeletons (the consonants in classes) is the
same, half how much of the sounds (with y and w). Common given names whose skeletons are near to others' stand in a
table, by which Hassan is never Hussein. Titles and small words (al-, bin, سید) are left out; a lone name is like none.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from reportedly.likeness.consonants import skeletons, sounds
from reportedly.likeness.kept_letters import by_edits, in_common

ALIKE: Final = 0.75
"""From here on two names are one, where no other is as like; measured on name pairs in three scripts: decision 29."""
CLEAR: Final = 0.05
"""By so much less must any other name be like it."""
_PART: Final = 0.6  # the least likeness of each part: a whole that is alike by its family name alone is two brothers
_UNEVEN: Final = 0.85  # the least likeness of names in more and fewer parts
_FEWEST: Final = 2  # parts
_LONGEST: Final = 12  # consonants of a skeleton in a key
_SHORTEST: Final = 3  # letters of a word less its article

_SCRIPTS: Final = (
    ("latin", "A", "\u024f"),
    ("cyrillic", "\u0400", "\u052f"),
    ("hebrew", "\u0590", "\u05ff"),
    ("arabic", "\u0600", "\u06ff"),
)
SCRIPTS: Final = (*(name for name, _, _ in _SCRIPTS), "other")
_LETTERS = re.compile(r"[^\W\d_]+|(?<=[א-ת])['’׳]")  # the sign that makes other sounds of Hebrew letters
_WORD = re.compile(r"[^\s\-‐-―_,.()]+")
_ARTICLE: Final = "ال"
_SERVANT_OF = re.compile(r"^(abd)[aeiou]l+(?=...)|^(عبد)ال(?=...)|^(абд)[аеоуэ]ль?(?=...)")
_GOD: Final = "الله"  # the end of a name, as in نصر الله
_BEGINNINGS = str.maketrans("gwfyah", "kbbjjj")
_FOLDED = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ے": "ی", "ء": "", "ـ": ""}
)


def likeness(one: str, other: str) -> float:
    """How like two full names are, from 0 to 1; 0 where one has a single part, or a part that is no part of the other.

    The same whichever comes first. From ``ALIKE`` on they may be taken for one.
    """
    a, b = parts(one), parts(other)
    if min(len(a), len(b)) < _FEWEST:
        return 0.0
    if len(a) != len(b):
        whole = _like("".join(a), "".join(b))
        return whole if whole >= _UNEVEN and _ends_meet(a, b) else 0.0
    each = [_part(*pair) for pair in zip(a, b, strict=True)]
    if min(each) < _PART:
        return 0.0
    long = [max(len(x), len(y)) for x, y in zip(a, b, strict=True)]
    return sum(like * n for like, n in zip(each, long, strict=True)) / sum(long)


@lru_cache(maxsize=20_000)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a name that tell, folded: "Abdel Fattah al-Sisi" is ``abdfattah``, ``sisi``."""
    found: list[str] = []
    servant = ""
    for word in _words(name):
        if word in _words_of("servant"):
            servant = word
        elif word == _GOD and found:
            found[-1] += word
        elif word not in _words_of("small"):
            found.append(_SERVANT_OF.sub(r"\1\2\3", servant + word))
            servant = ""
    while len(found) > _FEWEST and found[0] in _words_of("titles"):
        del found[0]
    return tuple(found)


def spelled_alike(one: str, other: str) -> bool:
    """Whether two full names in one script are spellings of one, such as Shehbaz and Shahbaz Sharif, Naqvi and Naghvi.

    Each part has one skeleton, and sounds of which one may be another; Rezaei is not Razavi.
    """
    a, b = parts(one), parts(other)
    return len(a) == len(b) >= _FEWEST and all(map(_is_spelling, a, b))


def _is_spelling(one: str, other: str) -> bool:
    a, b = _given().get(one), _given().get(other)
    if a and b:
        return not a.isdisjoint(b)
    x, y = sounds(one), sounds(other)
    near = len(x) == len(y) and sum(p != q for p, q in zip(x, y, strict=True)) <= 1
    return near and not set(skeletons(one)).isdisjoint(skeletons(other))


def script(name: str) -> str:
    """The script of a name, by its first letter whose script is told apart: ``latin``, ``arabic``, ``cyrillic``...

    ``other`` for all that are not.
    """
    for letter in name:
        for known, first, last in _SCRIPTS:
            if first <= letter <= last and letter.isalpha():
                return known
    return "other"


def keys(name: str) -> tuple[str, ...]:
    """By what a full name is looked up: what is like it has one of its keys, and few others have.

    A key is the skeleton of the first part with the beginning of the last, or the other way round; beginnings that
    scripts or languages mix up are one.
    """
    own = parts(name)
    if len(own) < _FEWEST:
        return ()
    first, last = skeletons(own[0]), {*skeletons(own[-1]), *skeletons("".join(own[1:]))}
    found = {f"{x[:_LONGEST]}-{_beginning(y)}" for x in first for y in last}
    found |= {f"{_beginning(x)}-{y[:_LONGEST]}" for x in first for y in last}
    return tuple(sorted(found))


def _beginning(skeleton: str) -> str:
    return skeleton.removeprefix("a" if skeleton.startswith("as") else "")[:1].translate(_BEGINNINGS)


@lru_cache(maxsize=50_000)
def _part(one: str, other: str) -> float:
    """How like two parts are; what the table of given names knows, it decides."""
    a, b = _given().get(one), _given().get(other)
    if a and b:
        return float(not a.isdisjoint(b))
    return _like(one, other)


def _like(one: str, other: str) -> float:
    hard = max((by_edits(x, y) for x in skeletons(one) for y in skeletons(other)), default=0)
    return (hard + in_common(sounds(one), sounds(other))) / 2


def _ends_meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the last parts are alike, or one is glued to what stands before it."""
    return _like(one[-1], other[-1]) >= _PART or one[-1].endswith(other[-1]) or other[-1].endswith(one[-1])


def _words(name: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
    for word in _WORD.findall(plain):
        bare = "".join(letter for letter in word if not unicodedata.combining(letter)).translate(_FOLDED)
        letters = "".join(_LETTERS.findall(bare))
        article = word.startswith(_ARTICLE) and len(letters) - len(_ARTICLE) >= _SHORTEST and letters not in _given()
        if letters:
            yield letters.removeprefix(_ARTICLE) if article else letters


def is_given(word: str) -> bool:
    """Whether a folded word is a given name that is known."""
    return word in _given()


@cache
def _words_of(kind: str) -> frozenset[str]:
    lists = files("reportedly.likeness").joinpath("data/full_names.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(lists)[kind].split())


@cache
def _given() -> Mapping[str, frozenset[int]]:
    """The lines of the table of given names in which a name stands."""
    table: dict[str, set[int]] = {}
    lines = files("reportedly.likeness").joinpath("data/given_names.tsv").read_text(encoding="utf-8").splitlines()
    for n, line in enumerate(lines):
        for name in () if line.startswith("#") else line.split():
            table.setdefault(name, set()).add(n)
    return {name: frozenset(rows) for name, rows in table.items()}
