"""What is known beforehand: nations, peoples, well-known organisations and agreements, contested places.

They are matched by their exact letters at the start of a token and to the end of one, longest first, in one pass.
"""

import re
import tomllib
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


class Match(NamedTuple):
    """A known name in a text: character offsets and what it stands for."""

    start: int
    end: int
    known: Known


def match(text: str, start: int) -> Match | None:
    """The longest known name that begins at ``start`` and ends where a word ends."""
    first = FIRST.match(text, start)
    for form, known in _index().get(first.group(), ()) if first else ():
        end = start + len(form)
        if text.startswith(form, start) and not text[end : end + 1].isalnum():
            return Match(start, end, known)
    return None


def exactly(words: str) -> Known | None:
    """What these words stand for as a whole."""
    whole = match(words, 0)
    return whole.known if whole and whole.end == len(words) else None


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
    for known, spellings in (*_contested(), *_organisations(), *_peoples(), *_nations()):
        for spelling in spellings:
            for form in {spelling, spelling.replace("'", "’"), spelling.replace("’", "'")}:
                forms.setdefault(form, known)
    index: dict[str, list[tuple[str, Known]]] = {}
    for form, known in forms.items():
        if first := FIRST.match(form):
            index.setdefault(first.group(), []).append((form, known))
    return {first: tuple(sorted(names, key=lambda pair: -len(pair[0]))) for first, names in index.items()}


def _split(field: str) -> list[str]:
    return [name for name in field.split("|") if name]


def _nations() -> list[tuple[Known, list[str]]]:
    out: list[tuple[Known, list[str]]] = []
    for code, name, others, adjectives, people in rows("nations.tsv"):
        nation = Known("place", name, code, _geonames(code), "country")
        forms = [name, *_split(others)]
        forms += [form.upper() for form in forms if len(form) >= SHOUTED]
        out.append((nation, forms))
        out.append((nation._replace(sense="adjective"), _split(adjectives)))
        out.append((Known("group", people.split("|")[0], code, sense="people"), _split(people)))
    return out


@cache
def _ids() -> dict[str, int]:
    return {code: int(number) for code, number in rows("nations_geonames.tsv")}


def _geonames(code: str) -> int | None:
    return _ids().get(code)


def _peoples() -> list[tuple[Known, list[str]]]:
    return [(Known("group", name, sense="people"), [name, *_split(others)]) for name, others in rows("peoples.tsv")]


def _organisations() -> list[tuple[Known, list[str]]]:
    out = []
    for kind, country, name, others, trait in rows("organisations.tsv"):
        known = Known(kind, name, None if country == "-" else country, trait=trait)  # type: ignore[arg-type]
        out.append((known, [name, *_split(others)]))
    return out


def _contested() -> list[tuple[Known, list[str]]]:
    out = []
    for place in tomllib.loads(data("contested.toml"))["place"]:
        known = Known("place", place["name"], place.get("country"), place.get("geonames"), place["precision"])
        names = [place["name"], *place.get("others", ())]
        out.append((known, [*names, *(name.upper() for name in names if len(name) >= SHOUTED)]))
    return out
