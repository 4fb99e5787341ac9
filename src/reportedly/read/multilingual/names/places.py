"""Places of the gazetteer: a spelling alone is not enough, for many towns are called like people and things.

A preposition, a word for a kind of place, the model, size, or a country that the article is about must speak for it.
What has an extent has no coordinates, as in English.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import log10
from typing import Final

from reportedly.read.multilingual.names.commonness import share
from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.names import gazetteer
from reportedly.read.names.gazetteer import Place
from reportedly.read.names.places import PRECISIONS
from reportedly.read.names.sheet import Mention

LONGEST: Final = 4  # words
LARGE, VAST = 100_000, 1_000_000  # inhabitants
ENOUGH: Final = 2.0
SIZE: Final = 1.3  # a town outweighs one of the nation that an article is about from 35 times its inhabitants on
UNSEEN: Final = 0.5  # against what the model takes for no name, in a country that the article is not about
DATELINE: Final = 20.0  # as much as in English
COMMON: Final = 0.004  # share of headlines from which a word is taken for itself; not measured
UNLISTED: Final = 0.7  # from here on the model alone makes a place of what no gazetteer has
_SHORT: Final = 3  # letters
_MODEL: Final = {"place": 3.0, "person": -3.0, "organisation": -1.5}


def find(roll: Roll) -> None:
    """Claim places of the gazetteer, the longest first, and what only the model takes for a place.

    The town of the dateline goes first: its country is one that the article is about.
    """
    for i in _dateline(roll):
        if roll.owner[i] is None:
            _at(roll, i, Counter())
    countries = Counter(mention.country for mention in roll.mentions if mention.country)
    for start, end, _ in roll.rows("place"):
        named = _named_in(roll, start, end, countries) if roll.free(start, end) else None
        if named:
            roll.claim(named)
    for i in range(len(roll)):
        if roll.owner[i] is None and roll.is_capital(i):
            _at(roll, i, countries)
    for start, end, mark in roll.rows("place"):
        if (
            mark.likely >= UNLISTED
            and roll.free(start, end)
            and not all(len(roll.key(i)) == 1 or _is_kind(roll, i) for i in range(start, end))
        ):
            name = roll.said(start, end)
            roll.claim(Mention(start, end, "place", name, f"place:{_key(roll, start, end)}"))


def _dateline(roll: Roll) -> Iterator[int]:
    town = roll.sheet.town
    yield from (i for i, word in enumerate(roll.words) if town and town.holds(word.span))


def _named_in(roll: Roll, start: int, end: int, countries: Counter[str]) -> Mention | None:
    """What the model takes for a place, where behind words for its kind it is one of the gazetteer: شهر اصفهان."""
    for first in range(start, end):
        place = _likeliest(roll, first, end, countries)
        if place and not (end - first == 1 and _is_kind(roll, first)):
            return replace(_mention(roll, first, end, place), start=start)
        if not _is_kind(roll, first):
            return None
    return None


def _at(roll: Roll, start: int, countries: Counter[str]) -> None:
    for end in range(min(start + LONGEST, len(roll)), start, -1):
        if not all(roll.beside(i) for i in range(start, end - 1)) or not roll.free(start, end):
            continue
        found = _likeliest(roll, start, end, countries)
        if found and _points(roll, start, end, found, countries) >= ENOUGH:
            roll.claim(_mention(roll, start, end, found))
            return


def _likeliest(roll: Roll, start: int, end: int, countries: Counter[str]) -> Place | None:
    """Of the places spelled so that of its kind, of the nation behind it, by size and what the article is about."""
    kind, told = roll.tables.regions.get(roll.key(start - 1)), _nation_behind(roll, end)
    named = {place for spelling in _spellings(roll, start, end) for place in gazetteer.named(spelling)}

    def weight(place: Place) -> tuple[float, bool, float, int]:
        about = countries[place.country] / max(countries.values(), default=1)
        home = 1.0 if place.country == roll.country else 0.0
        size = log10(place.population + 1) * SIZE
        likely = 2 * about + home + size + (place.kind == "town") * 0.5
        return (float(place.kind == kind), place.country == told, likely, -place.geonames)

    return max(named, key=weight, default=None)


def _nation_behind(roll: Roll, end: int) -> str | None:
    """The country of what is named right behind a place, where no “and” is written on to it: باريس الأمريكية."""
    owner = roll.owner[end] if end < len(roll) and roll.beside(end - 1) else None
    joined = owner is not None and len(roll.words[end].keys) > 1 and roll.key(end).startswith("و")
    return None if owner is None or joined else owner.country


def _spellings(roll: Roll, start: int, end: int) -> set[str]:
    """The ways in which the words may stand in the gazetteer: of the first and the last word any form."""
    middle = [roll.key(i) for i in range(start + 1, end - 1)]
    if end - start == 1:
        return set(roll.forms(start))
    lasts = roll.forms(end - 1) if roll.tables.endings else (roll.key(end - 1),)
    firsts = roll.forms(start)
    return {" ".join((first, *middle, last)) for first in firsts for last in lasts}


def _points(roll: Roll, start: int, end: int, place: Place, countries: Counter[str]) -> float:
    """What speaks for the words being this place; weights by hand, set on news of four languages, not measured."""
    mark, words = roll.marked(start, end), roll.tables
    points = _MODEL.get(mark.kind, 0.0) if mark else 0.0
    points += DATELINE if roll.sheet.town and roll.sheet.town.holds(roll.words[start].span) else 0.0
    before, whole = roll.key(start - 1), roll.words[start].key
    points += 2.0 if before in words.at and roll.beside(start - 1) else 0.0
    points += 2.0 if before in words.regions else 0.0
    points += 1.0 if words.after and roll.key(end) in words.after else 0.0
    points += (place.population >= LARGE or place.kind == "province") + (place.population >= VAST)
    near = place.country in countries or place.country == roll.country
    points += 1.0 if near else 0.0 if mark else -UNSEEN
    points += 1.0 if end - start > 1 else 0.0
    points += 2.0 if place.country and place.country == _nation_behind(roll, end) else 0.0
    points -= 3.0 if roll.words[start].keys and (whole,) in words.doubtful and before not in words.regions else 0.0
    if end - start == 1:
        common = max(map(share, roll.words[start].keys))
        points -= 1.0 if len(whole) <= _SHORT else 0.0
        points -= 2.0 if roll.given(start) else 0.0
        points -= 6.0 if _is_kind(roll, start) else 0.0
        points -= 0.0 if place.population >= VAST else 2.5 if common > COMMON else 1.5 if common else 0.0
    return points


def _is_kind(roll: Roll, i: int) -> bool:
    """Whether a word is one that stands before names of places, or is no part of any name."""
    words = roll.tables
    return any(
        form in kinds
        for form in roll.forms(i)
        for kinds in (words.none, words.fields, words.at, words.regions, words.bodies)
    )


def _mention(roll: Roll, start: int, end: int, place: Place) -> Mention:
    """A town beside a word for a region is that region, and has no pin."""
    kind = roll.tables.regions.get(roll.key(start - 1))
    if kind and place.kind == "town":
        name = roll.said(start, end)
        key = f"place:{_key(roll, start, end)}:{kind}"
        return Mention(start, end, "place", name, key, country=place.country or None, precision="region")
    number, country = place.geonames or None, place.country or None
    own = "" if number else f"place:{place.name.casefold()}"
    precision = PRECISIONS[place.kind]
    return Mention(
        start, end, "place", place.name, own, country=country, place=place, geonames=number, precision=precision
    )


def _key(roll: Roll, start: int, end: int) -> str:
    return " ".join(roll.key(i) for i in range(start, end))
