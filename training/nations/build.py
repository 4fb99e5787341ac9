# ruff: noqa: INP001  a script, no package
"""Write ``languages/CODE/nations.toml``: what nations are called in each language that is read, with their adjectives.

    python training/nations/build.py

Needs ``babel`` (the names of CLDR). ``names.tsv`` and ``adjectives.tsv`` beside this script are the desk's own: what
papers say beside the official name, and adjectives without their endings. Nations are those of ``nations.tsv`` of the
English reader, so that they have the same ids. The same package gives the same files, byte for byte.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src/reportedly"
LANGUAGES = ("fa", "ar", "ur", "ru")
RUSSIAN = ("ий", "ая", "ое", "ие", "ого", "ой", "ому", "им", "ую", "их", "ими", "ом")


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a table, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def split(field: str) -> list[str]:
    """The spellings in a field."""
    return [one for one in field.split("|") if one]


def forms(stem: str, language: str) -> Iterable[str]:
    """The forms of an adjective, as of the people that it names."""
    if language == "fa":
        return stem, f"{stem}ها", f"{stem}های", f"{stem}ان", f"{stem}ه"
    if language == "ar":
        return stem, f"{stem}ة", f"{stem}ون", f"{stem}ين", f"{stem}ات"
    if language == "ur":
        return (stem, f"{stem}وں") if stem[-1:] == "ی" else (stem,)
    return [stem + ending for ending in RUSSIAN] if " " not in stem else (stem,)


def table(language: str) -> str:
    """The file of a language."""
    column = 1 + LANGUAGES.index(language)
    more = {row[0]: split((*row, "", "", "", "")[column]) for row in rows(HERE / "names.tsv")}
    stems = {row[0]: split(row[column]) for row in rows(HERE / "adjectives.tsv")}
    official = Locale(language).territories
    codes = [row[0] for row in rows(SOURCE / "read/names/data/nations.tsv")]
    named = ((code, [*filter(None, [official.get(code)]), *more.get(code, ())]) for code in codes)
    peoples = {code: [form for stem in own for form in forms(stem, language)] for code, own in stems.items()}
    said = ((code, peoples.get(code, [])) for code in codes)
    return "\n".join(
        (
            "# What nations are called, by code (ISO 3166-1). Made by training/nations/build.py; change it there.",
            "",
            "[names]",
            *lines(named),
            "",
            "[adjectives]",
            *lines(said),
            "",
        )
    )


def lines(entries: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    """Entries of a TOML table; those without words are left out."""
    for code, words in entries:
        if words:
            each = ", ".join(f'"{word}"' for word in dict.fromkeys(words))
            yield f"{code} = [{each}]"


for own in LANGUAGES:
    (SOURCE / f"languages/{own}/nations.toml").write_text(table(own), encoding="utf-8")
