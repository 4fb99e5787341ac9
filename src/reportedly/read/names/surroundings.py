"""Where an article plays: the countries and provinces that it speaks of, before any one name is decided.

Every name votes for the provinces it may lie in, one vote a name, shared among them: "Glasgow" says little, "Glasgow",
"Bowling Green" and "Barren County" together say Kentucky.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from reportedly.read.names import gazetteer
from reportedly.read.names.gazetteer import Area
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.spelling import spelled
from reportedly.read.names.words import rows, words

AT = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
TOWARDS = frozenset({"from", "to", "of", "via", "between", "towards", "toward", "through", "into", "and", "for"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
MOST_WORDS = 6  # tokens of a name: Ain al-Asad Air Base
NOWHERE = 2  # votes for no place; with 1 or 3 as many towns of three corpora were right
OWN = 3  # times that the country of the outlet or dateline counts as named; not measured


@dataclass(slots=True)
class Surroundings:
    """``countries`` counts how often each is named; the outlet's and the dateline's count ``OWN`` times.

    ``said`` has the provinces and countries told right after a name at any of its mentions: "Paris, Texas".
    """

    countries: Counter[str]
    votes: dict[str, Counter[Area | str]] = field(default_factory=dict)
    total: Counter[Area | str] = field(default_factory=Counter)
    said: dict[str, set[Area]] = field(default_factory=lambda: defaultdict(set))

    def support(self, spelling: str, where: Area | str) -> float:
        """The share of the votes of all other names for a province or, given its code alone, for a country.

        ``NOWHERE`` more votes than there are count for nowhere, so that one name alone does not decide.
        """
        own = self.votes.get(spelling)
        gained = self.total[where] - (own[where] if own else 0.0)
        return gained / (len(self.votes) - bool(own) + NOWHERE)

    def settle(self, sheet: Sheet, mentions: list[Mention]) -> None:
        """Count the countries of places that were decided, that of the dateline's more than once."""
        dateline = sheet.page.article.dateline
        head = sheet.tokens(dateline.span) if dateline else range(0)
        for mention in mentions:
            if mention.place and mention.country:
                self.countries[mention.country] += OWN if mention.start in head else 1

    def vote(self, spelling: str, areas: set[Area]) -> None:
        """Count a name, once, for all the provinces it may lie in, and for their countries."""
        if spelling in self.votes or not areas:
            return
        votes: Counter[Area | str] = Counter()
        for area in areas:
            for where in (area, area[0]):
                votes[where] += 1 / len(areas)  # type: ignore[assignment]  # counters count in parts as well
        self.votes[spelling] = votes
        self.total.update(votes)


def survey(sheet: Sheet) -> Surroundings:
    """What the article speaks of, by its names that may be places."""
    around = Surroundings(_countries(sheet))
    for start, end in _names(sheet):
        spelling = spelled(sheet.words(start, end))
        after = areas_after(sheet, end)
        around.said[spelling] |= after
        for area in after:
            around.vote("/".join(area), {area})
        if after or _is_perhaps_a_place(sheet, start, end):
            around.vote(spelling, {place.area for place in gazetteer.named(spelling)})
    return around


def _countries(sheet: Sheet) -> Counter[str]:
    """How often each country is named, by the names known beforehand; the outlet's own counts a few times."""
    starts = {hit.start: hit.known for hit in sheet.hits.values()}.values()
    across = {known.name for known in starts if known.precision == "region" and not known.country}
    countries = Counter(known.country for known in starts if known.country)
    countries.update(place.country for name in across for place in gazetteer.named(name) if place.kind == "province")
    if sheet.country:
        countries[sheet.country] += OWN
    return countries


def _names(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """The names of the gazetteer among the free words, earlier and longer ones first, without overlaps."""
    after = 0
    for start in range(len(sheet)):
        if start >= after and sheet.cap[start] and sheet.free(start):
            for end in ends(sheet, start):
                if gazetteer.named(spelled(sheet.words(start, end))):
                    after = end
                    yield start, end
                    break


def ends(sheet: Sheet, start: int) -> Iterator[int]:
    """Where a name that begins at ``start`` may end, the longest first."""
    last = start
    while last < min(start + MOST_WORDS, len(sheet)) and sheet.free(last) and "\n" not in sheet.text[last]:
        last += 1
    for end in range(last, start, -1):
        if sheet.cap[end - 1] or (end - start > 1 and sheet.low[end - 1] in words().site_kinds | words().site_ends):
            yield end


def _is_perhaps_a_place(sheet: Sheet, start: int, end: int) -> bool:
    labels, before = frozenset(sheet.label[start:end]), sheet.bare(start - 1)
    return bool(labels & PLACE_LABELS) or before in AT or (before in TOWARDS and "PERSON" not in labels)


def areas_after(sheet: Sheet, end: int) -> set[Area]:
    """The provinces named right after a place, claimed or not yet: "Paris, Texas", "Paris, Tex."."""
    start = end + 1
    if start >= len(sheet) or sheet.text[end] != "," or not sheet.cap[start]:
        return set()
    if short := shortened_after(sheet, end):
        return {short}
    for after in range(min(start + 3, len(sheet)), start, -1):
        if places := gazetteer.named(spelled(sheet.words(start, after))):
            return {place.area for place in places if place.kind in {"province", "district"}}
    return set()


def shortened_after(sheet: Sheet, end: int) -> Area | None:
    """The province that is named in short right after a place: "Paris, Ky."."""
    start = end + 1
    if start >= len(sheet) or sheet.text[end] != ",":
        return None
    word = sheet.text[start]
    return _shortened().get(word) or (_shortened().get(f"{word}.") if sheet.bare(start + 1) == "" else None)


@cache
def _shortened() -> dict[str, Area]:
    """The provinces that papers shorten after a town: Ky., Ont., NSW."""
    return {form: (country, code) for country, code, forms in rows("provinces.tsv") for form in forms.split("|")}


def country_after(sheet: Sheet, end: int) -> str | None:
    """The country that the next words put a place in: "Valencia in Spain", "Lima, Peru"."""
    owner = next_place(sheet, end) if sheet.bare(end) in {",", "in"} else None
    return owner.country if owner and owner.precision == "country" else None


def next_place(sheet: Sheet, at: int) -> Mention | None:
    """The place named right after: ", Y", "in Y", "District in Y", "district of Y"."""
    at += sheet.bare(at) in words().region_kinds | words().site_kinds
    if sheet.bare(at) not in {",", "in", "of"}:
        return None
    start = at + 1 + (sheet.bare(at + 1) == "the")
    owner = sheet.named(start)
    return owner if owner and owner.kind == "place" and owner.start == start else None
