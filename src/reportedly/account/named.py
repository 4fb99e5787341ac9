"""What something is called and by whom: names, how many articles of each outlet use them, and one place to see each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reportedly.records import Citation, Reading
from reportedly.text import Span, squeezed, unseen_dropped

_ENDINGS: Final = frozenset({"an", "ans", "ean", "ese", "i", "ian", "ians", "is", "ish", "n", "ns", "s"})
_STEM: Final = 3  # letters: "omani" is of "oman", "irish" is not of "iran"
_SAME: Final = str.maketrans({"-": " ", "–": " ", "’": "'", ".": None})


@dataclass(frozen=True, slots=True)
class Use:
    """In how many ``articles`` an outlet uses a name, and in how many of these it keeps its distance from it."""

    outlet: str
    articles: int
    distanced: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the outlets that use it, those in most articles first; the citations are of the newest use."""

    words: str
    uses: tuple[Use, ...]
    example: Citation | None = None
    distanced: Citation | None = None

    @property
    def articles(self) -> int:
        """In how many articles it is used."""
        return sum(use.articles for use in self.uses)

    @property
    def outlets(self) -> dict[str, Use]:
        """Who uses it, by the outlet's id."""
        return {use.outlet: use for use in self.uses}


@dataclass(frozen=True, slots=True)
class Named:
    """Something with its names, the commonest first.

    ``about`` is the id of an entity or a story, ``kind`` the entity's kind, or what of a story's happening is named.
    """

    about: str
    title: str
    kind: str
    names: tuple[Name, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Ids of all outlets that name it, those with most uses first."""
        tally = Counter[str]()
        for name in self.names:
            tally.update({use.outlet: use.articles for use in name.uses})
        return tuple(sorted(tally, key=lambda outlet: (-tally[outlet], outlet)))


def folded(words: str) -> str:
    """What makes two spellings one name: letters without case, dots, hyphens, unseen marks and the article before."""
    return squeezed(unseen_dropped(words)).translate(_SAME).casefold().removeprefix("the ")


def is_form_of(long: str, short: str) -> bool:
    """Whether one folded name is the adjective, the people or the plural of another: "iranian" of "iran".

    They are told by their endings, after at most two letters of the shorter name. Who speaks of a country by its
    adjective has chosen no other name. Without this the countries that a day spoke of most headed its list of names.
    """
    stems = (short[: len(short) - cut] for cut in range(3))
    return any(len(stem) >= _STEM and long.startswith(stem) and long[len(stem) :] in _ENDINGS for stem in stems)


def uses(counts: Mapping[str, int], distanced: Mapping[str, int]) -> tuple[Use, ...]:
    """The uses of a name by the outlets' ids."""
    known = (Use(outlet, many, distanced.get(outlet, 0)) for outlet, many in counts.items())
    return tuple(sorted(known, key=lambda use: (-use.articles, use.outlet)))


def commonest(spellings: Mapping[str, int]) -> str:
    """Of several spellings the commonest, of equally common ones the first in order."""
    return min(spellings, key=lambda words: (-spellings[words], words))


def by_use(names: Iterable[Name]) -> tuple[Name, ...]:
    """Names, those in most articles first."""
    return tuple(sorted(names, key=lambda name: (-name.articles, name.words)))


def cite(reading: Reading, words: Span, outlet: str) -> Citation:
    """A citation of the sentence or the title in which these words stand, or of their line."""
    article = reading.article
    around = (own for own in (*reading.sentences, article.title) if own and own.holds(words))
    return Citation.of(article, next(around, None) or _line(article.text, words), outlet)


def _line(text: str, words: Span) -> Span:
    end = text.find("\n", words.end)
    return Span(text.rfind("\n", 0, words.start) + 1, len(text) if end < 0 else end)


def spelt(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name once, with the letters that are compared."""
    yield from {folded(words): squeezed(unseen_dropped(words)) for words in names}.items()
