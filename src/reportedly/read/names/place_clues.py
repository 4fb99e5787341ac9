"""What speaks for a name being a place of the gazetteer, and for one place among all of that name.

What a row was measured on says what changes without it. ``places`` is then the share that is right of the sentences of
``python -m quality.places`` (98.1 with all rows and where none is told), ``news`` how many mentions of 390 articles
more (+) or fewer (-) would be places, of 6,678, ``towns`` how many towns of three corpora would have their pin within
161 km, of 1,696. Weights of the second table were set on the first halves of those corpora, see ``training/gazetteer``,
and so that no capital of the region moves in the 390 articles; there ``news`` is how many mentions would be another
place.
"""

from dataclasses import dataclass
from math import log10

from reportedly.evidence import Clue
from reportedly.read.names.gazetteer import Area, Place
from reportedly.read.names.sheet import Sheet
from reportedly.read.names.surroundings import AT, PLACE_LABELS, TOWARDS, Surroundings, shortened_after
from reportedly.read.names.words import is_given, words

JOINING = frozenset({"and", ","})
MILLION, LARGE, SMALL = 1_000_000, 100_000, 20_000  # inhabitants


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the gazetteer that tokens ``[start, end)`` may name.

    ``around`` is what the article speaks of; ``kind`` is a word such as District beside the name, ``said`` are the
    provinces named right after it, or after it elsewhere in the article, ``country`` is named right after it,
    ``namesakes`` are all that the words may name.
    """

    sheet: Sheet
    around: Surroundings
    start: int
    end: int
    spelling: str
    kind: str | None
    said: set[Area]
    country: str | None
    namesakes: tuple[Place, ...]
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
        return self.place.country not in self.around.countries

    def is_own(self) -> bool:
        """Whether the words are its own name, or where no town has it, the name of its region.

        So Esfahan, as a province is spelled, is first the town Isfahan in it.
        """
        if self.place.name == self.spelling:
            return True
        own = [place for place in self.namesakes if place.name == self.spelling]
        seat = self.is_town() and all(place.kind != "town" for place in own)
        return seat and any(place.area == self.place.area for place in own)

    def is_known_everywhere(self) -> bool:
        """Whether it is a city of a million, of which a paper of any country may speak."""
        return self.place.kind == "town" and self.place.population >= MILLION

    def is_at_home(self) -> bool:
        """Whether it lies in the outlet's own country."""
        return self.place.country == self.sheet.country

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
    return name.place.country in {name.country, *beside} or name.place.area in name.said


def _names_nothing(name: Candidate) -> bool:
    lists = words()
    return name.low in lists.calendar | lists.not_names or name.sheet.low[name.end - 1] in lists.modifiers


def _is_a_kind(name: Candidate) -> bool:
    lists = words()
    return name.end - name.start == 1 and name.low in lists.region_kinds | lists.site_kinds | lists.directions


def _is_amid_capitals(name: Candidate) -> bool:
    """Whether it seems to be a part of a longer name."""
    lists, sheet = words(), name.sheet
    if sheet.namelike(name.end) and name.after not in lists.site_kinds | lists.roles | lists.organisation_heads:
        return True
    return sheet.namelike(name.start - 1) and not sheet.opens[name.start] and name.before not in lists.roles


def _is_large(name: Candidate) -> bool:
    return name.place.population >= LARGE or name.place.kind == "province"


def _is_in_what_follows(name: Candidate) -> bool:
    return name.place.country == name.country or name.place.area in name.said


def _is_said_elsewhere(name: Candidate) -> bool:
    """Whether the shortened province after it is another one: "Ashton, Md." is none of the Ashtons that are listed."""
    area = shortened_after(name.sheet, name.end)
    return area is not None and name.place.area != area


def _share(name: Candidate) -> float:
    """How often its country is named, as a share of the one named most."""
    countries = name.around.countries
    return countries[name.place.country] / max(countries.values(), default=1)


def _support(name: Candidate) -> float:
    return name.around.support(name.spelling, name.place.area)


def _support_of_country(name: Candidate) -> float:
    return name.around.support(name.spelling, name.place.country)


ENOUGH = 2.0  # points by which a name is a place
IS_A_PLACE: tuple[Clue[Candidate], ...] = (
    Clue("in the dateline", 20.0, _is_dateline, "news -85"),
    Clue("between an office and its holder", 20.0, _is_post, "news -1"),
    Clue("a place to the model", 2.0, lambda name: bool(name.labels & PLACE_LABELS), "news -49"),
    Clue("a person to the model", -2.0, lambda name: "PERSON" in name.labels, "news +21"),
    Clue("a body to the model", -1.0, lambda name: "ORG" in name.labels, "news +26"),
    Clue("after a word such as in", 2.0, lambda name: name.before in AT, "places 94.4, news -37"),
    Clue("after a word such as from", 1.0, lambda name: name.before in TOWARDS, "places 96.3, news -22"),
    Clue("a large town or a province", 1.0, _is_large, "places 94.4, news -38"),
    Clue("a listed site", 3.0, lambda name: name.place.kind in {"site", "waters"}, "news -17"),
    Clue("in a province of other names", 2.0, _support, "towns -14"),
    Clue("several words", 1.0, lambda name: name.end - name.start > 1, "news -7"),
    Clue("in a country of the article", 1.0, lambda name: not name.abroad, "places 92.6, news -65"),
    Clue("a town abroad, not large", -1.5, lambda name: name.abroad and name.is_town(LARGE), "news +5"),
    Clue("a small town", -0.5, lambda name: name.is_town(SMALL), "news +28"),
    Clue("with its country or a place of it", 3.0, _has_company, "places 90.7, news -27"),
    Clue("in another province than is said", -20.0, _is_said_elsewhere, "a wrong pin in 84 articles of another set"),
    Clue("a given name", -2.0, lambda name: is_given(name.low), "news +1"),
    Clue("a day, a month, an adjective", -2.0, _names_nothing, "news +14"),
    Clue("a kind of region or site, a direction", -4.0, _is_a_kind, "news +9"),
    Clue("amid capitals", -1.0, _is_amid_capitals, "news +33"),
)

LIKELIER: tuple[Clue[Candidate], ...] = (
    Clue("size", 1.3, lambda name: log10(name.place.population + 10), "places 94.4, news 61, towns -30"),
    Clue("spelled like this", 4.0, Candidate.is_own, "news 208, towns -1"),
    Clue("a city of a million", 1.0, Candidate.is_known_everywhere, "towns +26; but then Paris is in Texas"),
    Clue("a town", 2.5, Candidate.is_town, "places 83.3, news 279, towns -58"),
    Clue("in a country of the article", 1.0, lambda name: not name.abroad, "places 96.3, news 6, towns -13"),
    Clue("in the country of the outlet", 1.5, Candidate.is_at_home, "not measured: no set tells of outlets"),
    Clue("in a country named often", 1.0, _share, "places 96.3, news 6, towns -13"),
    Clue("in a country of other names", 1.0, _support_of_country, "towns -5"),
    Clue("in a province of other names", 11.0, _support, "towns"),
    Clue("in what is named after it", 8.0, _is_in_what_follows, "towns"),
)
