"""What speaks for a name being a place of the gazetteer, and for one place among all of that name.

What a row was measured on says what changes without it. ``places`` is then the share that is right of the sentences of
``python -m quality.places`` (98.1 with all rows and where none is told), ``facts`` how many of the 138 facts on names
in six dispatches fall away, ``news`` how many names of 390 articles more (+) or fewer (-) would be places, of those for
which the row speaks; in the second table, for how many names it would choose another place.
"""

from collections import Counter
from dataclasses import dataclass
from math import log10

from reportedly.evidence import Clue
from reportedly.read.names.gazetteer import Place
from reportedly.read.names.sheet import PROPER, Sheet
from reportedly.read.names.words import given_names, words

AT = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
TOWARDS = frozenset({"from", "to", "of", "via", "between", "towards", "toward", "through", "into", "and", "for"})
JOINING = frozenset({"and", ","})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LARGE, SMALL = 100_000, 20_000  # inhabitants


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the gazetteer that tokens ``[start, end)`` may name.

    ``countries`` counts how often the article names each; ``kind`` is a word such as District beside the name,
    ``provinces`` and ``country`` are named right after it.
    """

    sheet: Sheet
    countries: Counter[str]
    start: int
    end: int
    spelling: str
    kind: str | None
    provinces: tuple[Place, ...]
    country: str | None
    place: Place

    @property
    def low(self) -> str:
        """The first word in lower case."""
        return self.sheet.low[self.start]

    @property
    def before(self) -> str:
        """The word before in lower case."""
        return self.sheet.bare(self.start - 1)

    @property
    def after(self) -> str:
        """The word after in lower case."""
        return self.sheet.bare(self.end)

    @property
    def labels(self) -> frozenset[str]:
        """What the model takes its words for."""
        return frozenset(self.sheet.label[self.start : self.end])

    @property
    def abroad(self) -> bool:
        """Whether its country is none that the article names."""
        return self.place.country not in self.countries

    def is_town(self, less_than: float = float("inf")) -> bool:
        """Whether it is a town of fewer inhabitants."""
        return self.place.kind == "town" and self.place.population < less_than


def _is_dateline(name: Candidate) -> bool:
    dateline, first = name.sheet.page.article.dateline, name.sheet.span(name.start, name.end).start
    within = dateline and dateline.span.start <= first < dateline.span.end
    return bool(within) and name.low not in words().calendar


def _is_post(name: Candidate) -> bool:
    """Whether it stands between an office and its holder: "Deputy Commissioner Swat Saleem Jan"."""
    holder = name.sheet.named(name.end)
    return bool(holder and holder.kind == "person" and name.before in words().roles and name.sheet.cap[name.start - 1])


def _has_company(name: Candidate) -> bool:
    """Whether its country is named after it, or a place of that country in the same breath: "Aleppo and Homs"."""
    before = name.sheet.named(name.start - 2) if name.before in JOINING else None
    after = name.sheet.named(name.end + 1) if name.after in JOINING else None
    beside = (mention.country for mention in (before, after) if mention and mention.kind == "place")
    return name.place.country in {name.country, *beside}


def _opens(name: Candidate) -> bool:
    """Whether it may have its capital from the start of the sentence alone."""
    return name.sheet.begins(name.start) and (name.low in words().openers or name.sheet.tag[name.start] not in PROPER)


def _names_nothing(name: Candidate) -> bool:
    lists = words()
    return name.low in lists.calendar | lists.not_names or name.sheet.low[name.end - 1] in lists.modifiers


def _is_amid_capitals(name: Candidate) -> bool:
    """Whether it seems to be a part of a longer name."""
    lists, sheet = words(), name.sheet
    if sheet.namelike(name.end) and name.after not in lists.site_kinds | lists.roles | lists.organisation_heads:
        return True
    return sheet.namelike(name.start - 1) and not sheet.opens[name.start] and name.before not in lists.roles


def _is_large(name: Candidate) -> bool:
    return name.place.population >= LARGE or name.place.kind == "province"


def _is_in_what_follows(name: Candidate) -> bool:
    country, province = name.place.country, name.place.province
    return country == name.country or any((country, province) == (p.country, p.province) for p in name.provinces)


def _share(name: Candidate) -> float:
    """How often its country is named, as a share of the one named most."""
    return name.countries[name.place.country] / max(name.countries.values(), default=1)


ENOUGH = 2.0  # points by which a name is a place
IS_A_PLACE: tuple[Clue[Candidate], ...] = (
    Clue("in the dateline", 20.0, _is_dateline, "facts -3, news -115 of 195"),
    Clue("between an office and its holder", 20.0, _is_post, "news -4 of 4"),
    Clue("beside a word for a region", 2.0, lambda name: name.kind is not None, "news -15 of 68"),
    Clue("a place to the model", 2.0, lambda name: bool(name.labels & PLACE_LABELS), "places 92.6, news -100 of 1058"),
    Clue("a person to the model", -2.0, lambda name: "PERSON" in name.labels, "news +93 of 346"),
    Clue("a body to the model", -1.0, lambda name: "ORG" in name.labels, "news +110 of 512"),
    Clue("after a word such as in", 2.0, lambda name: name.before in AT, "places 92.6, facts -5, news -29 of 375"),
    Clue("after a word such as from", 1.0, lambda name: name.before in TOWARDS, "places 92.6, news -26 of 474"),
    Clue("a large town or a province", 1.0, _is_large, "places 94.4, news -79 of 1650"),
    Clue("several words", 1.0, lambda name: name.end - name.start > 1, "news -5 of 116"),
    Clue("in a country of the article", 1.0, lambda name: not name.abroad, "places 88.9, news -106 of 1900"),
    Clue("a town abroad, not large", -1.5, lambda name: name.abroad and name.is_town(LARGE), "news +55 of 1634"),
    Clue("a small town", -0.5, lambda name: name.is_town(SMALL), "news +18 of 1315"),
    Clue("with its country or a place of it", 3.0, _has_company, "places 90.7, news -59 of 161"),
    Clue("a given name", -2.0, lambda name: name.low in given_names(), "news +2 of 92"),
    Clue("perhaps only the first word of a sentence", -3.0, _opens, "news +10 of 841"),
    Clue("a day, a month, an adjective", -2.0, _names_nothing, "news +117 of 767"),
    Clue("amid capitals", -1.0, _is_amid_capitals, "news +54 of 498"),
)

LIKELIER: tuple[Clue[Candidate], ...] = (
    Clue("size", 1.0, lambda name: log10(name.place.population + 10), "places 92.6, facts -2, news 84"),
    Clue("spelled like this", 3.0, lambda name: name.place.name == name.spelling, "news 41"),
    Clue("a town", 1.0, Candidate.is_town, "places 96.3, news 4"),
    Clue("in a country of the article", 1.0, lambda name: not name.abroad, "news 10"),
    Clue("in a country named often", 0.8, _share, "news 4"),
    Clue("in what is named after it", 8.0, _is_in_what_follows, "places 88.9, news 1"),
)
