"""Whether two forms are one person's name, whatever the spelling: "Orvati" and "Mr Orvatti".

Transliterations differ in vowels and doubled letters; what is left without these, the skeleton, is the same.
"""

from functools import lru_cache

from reportedly.read.names.words import words

SIMILAR_FROM = 4  # letters of a skeleton-equal name; shorter ones are alike by chance
LOOSE = str.maketrans("", "", "aeiouy'’-")
COMMON = frozenset(
    {"muhammad", "mohammad", "mohammed", "syed", "khan", "abdul", "ali", "ahmed", "ahmad", "malik", "mir", "haji"}
    | {"shah"}
)
"""Given names that tell nobody apart."""


@lru_cache(maxsize=8192)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, hyphens opened, small links left out."""
    bare = name.lower().replace("-", " ").replace("’", "'").replace(".", " ").split()
    return tuple(word for word in bare if word not in words().person_links) or tuple(bare)


def same_name(one: str, other: str) -> bool:
    """Whether two forms may be one person's name: the shorter one's words stand, in order, in the longer."""
    short, long = sorted((parts(one), parts(other)), key=len)
    if len(short) == 1:
        return alike(short[0], long[-1]) or (short[0] in long[:-1] and short[0] not in COMMON)
    matched = [next((i for i, word in enumerate(long) if alike(part, word)), -1) for part in short]
    return -1 not in matched and matched == sorted(set(matched))


def alike(one: str, other: str) -> bool:
    """Whether two words are one name in different spellings."""
    if one == other:
        return True
    if min(len(one), len(other)) < SIMILAR_FROM or one[0] != other[0] or abs(len(one) - len(other)) > 2:  # noqa: PLR2004 two letters
        return False
    return skeleton(one) == skeleton(other) and len(skeleton(one)) > 2  # noqa: PLR2004 "Raisi" and "Rasi" prove little


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants without doubles; equal for all words that are alike."""
    bare = word.translate(LOOSE)
    return "".join(c for i, c in enumerate(bare) if not i or bare[i - 1] != c)
