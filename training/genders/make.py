"""Which given names are women's and which men's: ``python -m training.genders.make`` with Faker installed.

Taken are the names in Latin letters that Faker (MIT) lists for its countries; a name that is both is left out.
"""

import re
import unicodedata
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from faker.providers import person

OUT = Path(__file__).parents[2] / "src/reportedly/read/names/data/genders.txt"
HEAD = "# Given names by gender, lower case, without accents; names of both are left out. See training/genders.\n"
MOSTLY = 4  # countries that list a name for one gender, for each that lists it for the other
_LATIN = re.compile(r"[a-z]{2,}")


def main() -> None:
    """Write the table."""
    female, male = Counter[str](), Counter[str]()
    for module in iter_modules(person.__path__):
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for counted, part in ((female, "female"), (male, "male")):
            counted.update({name for name in map(plain, getattr(provider, f"first_names_{part}", ())) if name})
    women = sorted(name for name in female if female[name] >= MOSTLY * male[name])
    men = sorted(name for name in male if male[name] >= MOSTLY * female[name])
    OUT.write_text(f"{HEAD}# women\n{' '.join(women)}\n# men\n{' '.join(men)}\n", encoding="utf-8")
    print(f"{len(women)} women's names, {len(men)} men's")


def plain(name: str) -> str:
    """The name in small letters without accents; nothing where it is not one word of Latin letters."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return bare if _LATIN.fullmatch(bare) else ""


if __name__ == "__main__":
    main()
