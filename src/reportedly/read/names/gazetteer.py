"""Where named places are, offline: towns, provinces and districts of GeoNames, airports, sites and waters.

Only towns and sites have coordinates. What has an extent (a province, a district, a strait) never becomes a pin. The
data file and its recipe are described in ``training/gazetteer``. It is looked up where it lies: nothing of it is read
but the lines asked for.
"""

import mmap
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Literal, NamedTuple

PlaceKind = Literal["town", "province", "district", "site", "waters"]
Area = tuple[str, str]  # a country and the GeoNames code of a province in it
_KINDS: dict[str, PlaceKind] = {"P": "town", "1": "province", "2": "district", "S": "site", "W": "waters"}


class Place(NamedTuple):
    """A place of the gazetteer. ``country`` is ISO 3166-1 alpha-2, ``province`` the GeoNames code inside it.

    The population of a region is that of its towns. Sites and waters have no GeoNames number and no province; waters
    between countries have none of those either.
    """

    kind: PlaceKind
    geonames: int
    name: str
    country: str
    province: str
    lat: float | None
    lon: float | None
    population: int

    @property
    def area(self) -> Area:
        """The province it lies in or is."""
        return self.country, self.province


@lru_cache(maxsize=20_000)
def named(spelling: str) -> tuple[Place, ...]:
    """All places that are spelled like this; capitals matter, and none is ruled out yet."""
    data, behind = _data()
    if "\n" in spelling or "\t" in spelling:
        return ()
    line = _from(data, behind, spelling.encode("utf-8", "replace") + b"\t")
    stored, _, offsets = line.partition("\t")
    return tuple(_place(int(offset)) for offset in offsets.split(",")) if stored == spelling else ()


def _from(data: mmap.mmap, end: int, wanted: bytes) -> str:
    """The first line before ``end`` that is not before ``wanted``, in the order of their bytes; empty where none is."""
    low, high = 0, end  # both where a line begins
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if data[start : start + len(wanted)] < wanted:
            low = data.find(b"\n", start) + 1
        else:
            high = start
    return data[low : data.find(b"\n", low)].decode() if low < end else ""


@cache
def _data() -> tuple[mmap.mmap, int]:
    """The file, and where its spellings end: an empty line stands there, and the places follow it."""
    with as_file(files("reportedly.read.names") / "data" / "gazetteer.tsv") as path, path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return data, data.find(b"\n\n") + 1


def _place(offset: int) -> Place:
    data, behind = _data()
    start = behind + 1 + offset
    row = data[start : data.find(b"\n", start)].decode()
    kind, number, name, country, code, lat, lon, people = row.split("\t")
    north, east = (float(lat), float(lon)) if lat else (None, None)
    return Place(_KINDS[kind], int(number), name, country, code, north, east, int(people or 0))
