"""Names of media, so that one is known again however an article calls it: by its name, its initials or its id."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from reportedly.likeness import tokens
from reportedly.records import Gist
from reportedly.stories.wires import in_english

AGENCIES: Final = (
    *("Reuters", "AFP", "Agence France-Presse", "AP", "Associated Press", "APP", "Anadolu", "Xinhua", "TASS", "RIA"),
    *("IRNA", "Tasnim", "Fars", "Mehr", "ISNA", "SPA", "WAM", "QNA", "PTI", "ANI", "BSS", "UNB", "dpa", "EFE", "Kyodo"),
    *("Yonhap", "Bloomberg", "PPI", "INP", "SANA", "NNA", "MENA", "WAFA", "TNA", "Interfax", "Sputnik"),
)
_AGENCY_KEYS: Final = frozenset("".join(tokens(name)) for name in AGENCIES)
_ACRONYMS: Final = frozenset(name.casefold() for name in AGENCIES if name.isupper())
_KIND_WORDS: Final = frozenset({"agency", "news", "newspaper", "channel", "website", "english", "online"})
_SMALL: Final = frozenset({"the", "of", "and", "for", "de", "al"})
_MEDIUM: Final = re.compile(
    r"\b(?:(?:News|Press|Telegraph) Agency|News|Newspaper|Wire|Times|Post|Herald|Tribune|Telegraph|Gazette|Journal"
    r"|Chronicle|Guardian|Radio|Television|TV|Broadcasting|Al Jazeera|Al[- ]Arabiya|Al[- ]Mayadeen|BBC|CNN|NPR|CBS|NBC"
    r"|ABC News|Sky News|Axios|Politico|Haaretz|Le Monde|Der Spiegel|Dawn|Economist|Hindu)\b"
)


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """What two names of one medium have in common: letters without "the" and its kind, an agency's initials.

    A name in another script is that of the medium in English, where ``wires`` knows it.
    """
    name = in_english(name) or name
    words = [word for word in tokens(name) if word != "the"]
    first, many = initials(name), len(words) > 1
    while len(words) > 1 and words[-1] in _KIND_WORDS:
        words.pop()
    bare = "".join(words)
    return first if many and first in _ACRONYMS and bare not in _AGENCY_KEYS else bare


@lru_cache(maxsize=20_000)
def initials(name: str) -> str:
    """``dta`` for Dovranian Telegraph Agency."""
    return "".join(word[0] for word in tokens(name) if word not in _SMALL)


@lru_cache(maxsize=20_000)
def is_medium(name: str) -> bool:
    """Whether a name is that of a medium or agency, as far as names tell."""
    return bool(_MEDIUM.search(name)) or key(name) in _AGENCY_KEYS or in_english(name) is not None


def own_names(gist: Gist) -> frozenset[str]:
    """The keys under which an article's own outlet and its owner are known; "QNA English" is a service of QNA."""
    names = [name for name in (gist.outlet, gist.outlet_name, gist.owner) if name]
    within = {key(word) for name in names for word in tokens(name)} & _AGENCY_KEYS
    return frozenset({key(name) for name in names} | {initials(name) for name in names} | within)


class Outlets:
    """The outlets of a story by every way to call them."""

    def __init__(self, gists: Iterable[Gist]) -> None:
        self._known: dict[str, str] = {}
        for gist in gists:
            self._known.setdefault(key(gist.outlet), gist.outlet)
            if gist.outlet_name:
                self._known.setdefault(key(gist.outlet_name), gist.outlet)
                self._known.setdefault(initials(gist.outlet_name), gist.outlet)

    def medium(self, name: str) -> str | None:
        """The outlet's id where the name is that of one of the story, the key of another medium, else None."""
        return self._known.get(key(name)) or (key(name) if is_medium(name) else None)
