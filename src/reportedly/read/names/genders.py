"""Whether “she” or “he” can mean a person: by titles and offices, by the given name, by pronouns met before.

``genders.txt`` lists given names that are a woman's or a man's, not both (``training/genders``). Who is unknown can be
either.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from reportedly.read.names.names import Names
from reportedly.read.names.sheet import Mention
from reportedly.read.names.words import data

Gender = Literal["female", "male"]
_TITLES: dict[str, Gender] = {
    **dict.fromkeys(("mrs", "ms", "miss", "begum", "queen", "princess", "lady", "madam", "dame", "duchess"), "female"),
    **dict.fromkeys(("mr", "sir", "king", "prince", "ayatollah", "maulana", "mullah", "imam", "pope"), "male"),
    **dict.fromkeys(("father", "lord", "duke"), "male"),
}
_OFFICES: dict[str, Gender] = {
    **dict.fromkeys(("actress", "mother", "daughter", "sister", "wife", "aunt", "niece", "widow", "woman"), "female"),
    **dict.fromkeys(("father", "son", "brother", "husband", "uncle", "nephew", "widower", "man"), "male"),
}
_EITHER = frozenset({"german", "human", "roman", "norman", "ottoman", "ombudsman"})
_KEPT = frozenset({"sheikh", "shaikh", "maulvi", "molavi", "mufti", "haji", *_TITLES})  # before a given name
_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
}


def of_pronoun(word: str) -> Gender | None:
    """The gender a pronoun tells, in small letters; None for any other word."""
    return _PRONOUNS.get(word)


def of_person(names: Names, key: str) -> Gender | None:
    """The gender of the person with this id; None where nothing tells it."""
    if key not in names.genders:
        names.genders[key] = _by_words(names, key)
    return names.genders[key] or (names.spoken_of or {}).get(key)


def _by_words(names: Names, key: str) -> Gender | None:
    mentions = names.same[key]
    words = (word for mention in mentions for word in _around(names, mention))
    offices = (word for mention in mentions for role in mention.roles for word in role.lower().split())
    told = (*map(_TITLES.get, words), *map(_of_office, offices), _given().get(_given_name(names, key)))
    return next(filter(None, told), None)


def _around(names: Names, mention: Mention) -> Iterator[str]:
    """The word before a name, its first, and a “begum” in it: the last may be a name, as in Ada King."""
    bare = names.sheet.bare
    yield from (bare(mention.start - 1), bare(mention.start))
    yield from (word for i in range(mention.start, mention.end) if (word := bare(i)) == "begum")


def _given_name(names: Names, key: str) -> str:
    words = names.entity(key).name.lower().split()
    return next((word for word in words if word not in _KEPT), "")


def _of_office(word: str) -> Gender | None:
    if word.endswith("woman"):
        return "female"
    return "male" if word.endswith("man") and word not in _EITHER else _OFFICES.get(word)


@cache
def _given() -> dict[str, Gender]:
    """From given name to gender, read when first asked."""
    women, men = (line.split() for line in data("genders.txt").splitlines() if line[:1] != "#")
    return {**dict.fromkeys(women, "female"), **dict.fromkeys(men, "male")}
