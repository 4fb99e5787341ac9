"""Where named places are: towns, provinces and districts from GeoNames, offline.

Only towns have coordinates. A province or district is a region and never becomes a pin. The data file and its recipe
are described in ``training/gazetteer``; it is read once a process, at the first lookup (about 0.2 s, 40 MB).
"""

import gzip
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

PlaceKind = Literal["town", "province", "district"]
_KINDS: dict[str, PlaceKind] = {"P": "town", "1": "province", "2": "district"}


class Place(NamedTuple):
    """A place of the gazetteer. ``country`` is ISO 3166-1 alpha-2, ``province`` the GeoNames code inside it."""

    kind: PlaceKind
    geonames: int
    name: str
    country: str
    province: str
    lat: float | None
    lon: float | None
    population: int


def named(spelling: str) -> tuple[Place, ...]:
    """All places that are spelled like this; capitals matter, and none is ruled out yet."""
    spellings, _ = _data()
    at = bisect_left(spellings, spelling + "\t")
    if at == len(spellings):
        return ()
    stored, _, rows = spellings[at].partition("\t")
    return tuple(_place(int(row)) for row in rows.split(",")) if stored == spelling else ()


@cache
def _data() -> tuple[list[str], list[str]]:
    """The lines of spellings, in order, and the lines of places."""
    packed = files("reportedly.read.names").joinpath("data/gazetteer.tsv.gz").read_bytes()
    spellings, _, rows = gzip.decompress(packed).decode().partition("\n\n")
    return spellings.split("\n"), rows.split("\n")


@cache
def _place(row: int) -> Place:
    kind, number, name, country, code, lat, lon, people = _data()[1][row].split("\t")
    north, east = (float(lat), float(lon)) if lat else (None, None)
    return Place(_KINDS[kind], int(number), name, country, code, north, east, int(people or 0))
