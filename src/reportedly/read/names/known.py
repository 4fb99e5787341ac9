"""What is known beforehand: nations, peoples, well-known organisations and agreements, contested places.

They are matched by their exact letters at the start of a token and to the end of one, longest first, in one pass.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from reportedly.read.names.words import data, rows
from reportedly.records import EntityKind, Precision

Sense = Literal["name", "adjective", "people"]
Trait = Literal["", "media", "forces", "militant", "party", "body", "agreement"]
FIRST = re.compile(r"\w+")
SHOUTED = 4  # letters from which a nation's name in capitals is still the nation: IRAN, but not "ALL"


class Known(NamedTuple):
    """What a known name stands for. ``name`` is the usual one, whatever form the article has."""

    kind: EntityKind
    name: str
    country: str | None = None
    geonames: int | None = None
    precision: Precision = "none"
    sense: Sense = "name"
    trait: Trait = ""

    @property
    def key(self) -> str:
        """What makes two mentions one entity."""
        return f"{self.kind}:{self.geonames or self.name.casefold()}"


def match(text: str, start: int) -> tuple[int, Known] | None:
    """The end of the longest known name that begins at ``start`` and ends where a word ends, and what it stands for."""
    first = FIRST.match(text, start)
    for form, known in _index().get(first.group(), ()) if first else ():
        end = start + len(form)
        if text.startswith(form, start) and not text[end : end + 1].isalnum():
            return end, known
    return None


def exactly(words: str) -> Known | None:
    """What these words stand for as a whole."""
    end, whole = match(words, 0) or (0, None)
    return whole if end == len(words) else None


def nation(code: str) -> Known | None:
    """The nation with this ISO 3166-1 alpha-2 code."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Known]:
    return {known.country: known for known, _ in _nations() if known.country and known.sense == "name"}


@cache
def _index() -> dict[str, tuple[tuple[str, Known], ...]]:
    """First word -> the known names that begin with it, longest first; what is listed first wins."""
    forms: dict[str, Known] = {}
    for known, spellings in _all():
        for spelling in spellings:
            for form in {spelling, spelling.replace("'", "’"), spelling.replace("’", "'")}:
                forms.setdefault(form, known)
    index: dict[str, list[tuple[str, Known]]] = {}
    for form, known in forms.items():
        if first := FIRST.match(form):
            index.setdefault(first.group(), []).append((form, known))
    return {first: tuple(sorted(names, key=lambda pair: -len(pair[0]))) for first, names in index.items()}


def _all() -> Iterator[tuple[Known, list[str]]]:
    """What is known, each with its spellings."""
    for place in tomllib.loads(data("contested.toml"))["place"]:
        known = Known("place", place["name"], place.get("country"), place.get("geonames"), place["precision"])
        yield known, _shouted([place["name"], *place.get("others", ())])
    for kind, country, name, others, trait in rows("organisations.tsv"):
        home = None if country == "-" else country
        yield Known(kind, name, home, trait=trait), [name, *_split(others)]  # type: ignore[arg-type]  # words of a file
    for name, others in rows("peoples.tsv"):
        yield Known("group", name, sense="people"), [name, *_split(others)]
    yield from _nations()


def _nations() -> Iterator[tuple[Known, list[str]]]:
    numbers = {code: int(number) for code, number in rows("nations_geonames.tsv")}
    for code, name, others, adjectives, people in rows("nations.tsv"):
        nation = Known("place", name, code, numbers.get(code), "country")
        yield nation, _shouted([name, *_split(others)])
        yield nation._replace(sense="adjective"), _split(adjectives)
        yield Known("group", people.split("|")[0], code, sense="people"), _split(people)


def _split(field: str) -> list[str]:
    return [name for name in field.split("|") if name]


def _shouted(names: list[str]) -> list[str]:
    """The names, and those long enough in capitals too."""
    return [*names, *(name.upper() for name in names if len(name) >= SHOUTED)]
