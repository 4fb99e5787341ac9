"""Places from the gazetteer, told apart by what else the article names, and places only the words around them show.

Many towns are called like people and things, so a name alone is not enough: a preposition, the model, a province after
a comma, size, or a country the article is about must speak for it. Among places of one name the article's countries,
then size, decide. "X Province" is the province and has no coordinates.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from math import log10

from reportedly.read.names import gazetteer
from reportedly.read.names.gazetteer import Place
from reportedly.read.names.listed import Hits
from reportedly.read.names.sheet import PROPER, Mention, Sheet, copy
from reportedly.read.names.words import given_names, words
from reportedly.records import Precision

UNLISTED = "unlisted"  # trait of a place that no gazetteer has
MOST_WORDS = 4
ENOUGH = 2
AT = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
TOWARDS = frozenset({"from", "to", "of", "via", "between", "towards", "toward", "through", "into", "and", "for"})
PRECISIONS: dict[str, Precision] = {"town": "city", "province": "region", "district": "region"}
TOWN_THINGS = frozenset(
    {"police", "city", "airport", "port", "district", "division", "jail", "court", "residents", "metropolitan"}
)
_IN_PARENT = 8.0  # more than any size makes up for: the town of the province that is named with it
LARGE, SMALL = 100_000, 20_000
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


class Context:
    """Which countries and provinces the article is about: counts, from names already claimed."""

    def __init__(self, sheet: Sheet, hits: Hits) -> None:
        starts = {hit.start: hit.known for hit in hits.values()}.values()
        self.countries = Counter(known.country for known in starts if known.country)
        across = {known.name for known in starts if known.precision == "region" and not known.country}
        self.countries.update(p.country for name in across for p in gazetteer.named(name) if p.kind == "province")
        self.regions = {known.geonames for known in starts if known.geonames and known.precision == "region"}
        if sheet.country:
            self.countries[sheet.country] += 3
        self.most = max(self.countries.values(), default=1)

    def fits(self, place: Place, spelling: str) -> float:
        """How well a place fits; higher is likelier."""
        seen = self.countries.get(place.country, 0)
        score = log10(place.population + 10) + 3 * (place.name == spelling) + (place.kind == "town")
        score += (1 + 0.8 * seen / self.most) if seen else 0.0
        home = gazetteer.province(place.country, place.province)
        return score + 1.5 * bool(home and home.geonames in self.regions)


def find(sheet: Sheet, hits: Hits) -> None:
    """Claim places, longest spelling first, twice over: what is found tells which countries the article is about."""
    context = Context(sheet, hits)
    for _ in range(2):
        before = len(sheet.mentions)
        i = 0
        while i < len(sheet):
            i = _at(sheet, context, i) or i + 1
        context.countries.update(m.country for m in sheet.mentions[before:] if m.country and m.place)
    _follow(sheet)


def _at(sheet: Sheet, context: Context, i: int) -> int | None:
    """Claim a place that begins at token ``i``; the token after it, or None."""
    if not sheet.free(i) or not sheet.cap[i] or not sheet.text[i][0].isalpha():
        return None
    for end in range(min(i + MOST_WORDS, len(sheet)), i, -1):
        if not all(sheet.free(j) and "\n" not in sheet.text[j] for j in range(i, end)) or not sheet.cap[end - 1]:
            continue
        mention = _place(sheet, context, i, end) or _region(sheet, i, end)
        if mention and sheet.claim(mention):
            return mention.end
    return None


def _place(sheet: Sheet, context: Context, start: int, end: int) -> Mention | None:
    spelling = spelled(sheet.words(start, end))
    found = gazetteer.named(spelling)
    if not found:
        return None
    kind = _kind_after(sheet, end) or _kind_before(sheet, start)
    if kind in {"province", "state"} and any(p.kind == "province" for p in found):
        found = tuple(p for p in found if p.kind == "province")
    elif kind:
        found = tuple(p for p in found if p.kind != "town") or found
    parents, home = _parents_named(sheet, end), _country_after(sheet, end)
    place = max(
        found,
        key=lambda p: (
            context.fits(p, spelling) + _IN_PARENT * (_is_in(p, parents) or p.country == home),
            -p.geonames,
        ),
    )
    if _evidence(sheet, context, start, end, place) + 2 * bool(kind) < ENOUGH:
        return None
    if kind and place.kind == "town":  # the district of a town: a region, and no pin
        return _unlisted(sheet, start, end, "region", place.country)
    return of_place(place, start, end, spelling)


def _parents_named(sheet: Sheet, end: int) -> tuple[Place, ...]:
    """The provinces named right after a place, claimed or not yet: "Paris, Texas"."""
    if end + 1 >= len(sheet) or sheet.text[end] != ",":
        return ()
    for last in range(min(end + 3, len(sheet) - 1), end, -1):
        if sheet.cap[end + 1] and (found := gazetteer.named(spelled(sheet.words(end + 1, last + 1)))):
            return tuple(place for place in found if place.kind == "province")
    return ()


def _country_after(sheet: Sheet, end: int) -> str | None:
    """The country that the next words put a place in: "Valencia in Spain", "Lima, Peru"."""
    owner = next_place(sheet, end) if end < len(sheet) and sheet.low[end] in {",", "in"} else None
    return owner.country if owner and owner.precision == "country" else None


def _beside(sheet: Sheet, start: int, end: int, place: Place) -> bool:
    """Whether a place of the same country is named in the same breath: "Aleppo and Homs"."""
    before = sheet.owner[start - 2] if start > 1 and sheet.low[start - 1] in {"and", ","} else None
    after = sheet.owner[end + 1] if end + 1 < len(sheet) and sheet.low[end] in {"and", ","} else None
    return any(one and one.kind == "place" and one.country == place.country for one in (before, after))


def _is_in(place: Place, parents: Sequence[Place]) -> bool:
    return any(place.country == home.country and place.province == home.province for home in parents)


def of_place(place: Place, start: int, end: int, spelling: str) -> Mention:
    """The mention of a place of the gazetteer, under the name the article uses if that is one of its spellings."""
    return Mention(
        start,
        end,
        "place",
        spelling,
        f"place:{place.geonames}",
        country=place.country,
        place=place,
        geonames=place.geonames,
        precision=PRECISIONS[place.kind],
    )


def spelled(name: str) -> str:
    """A name as the gazetteer spells it: without marks, not in capitals throughout."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("’", "'")
    return folded.title() if folded.isupper() and len(folded) > 3 else folded  # noqa: PLR2004 KP, UAE are no shouted words


def _kind_after(sheet: Sheet, end: int) -> str | None:
    return sheet.low[end] if end < len(sheet) and sheet.low[end] in words().region_kinds else None


def _kind_before(sheet: Sheet, start: int) -> str | None:
    if start > 1 and sheet.low[start - 1] == "of" and sheet.low[start - 2] in words().region_kinds:
        return sheet.low[start - 2]
    return sheet.low[start - 1] if start > 0 and sheet.low[start - 1] in words().region_kinds - {"state"} else None


def _evidence(sheet: Sheet, context: Context, start: int, end: int, place: Place) -> float:
    """Points for a name being this place; a dateline or a post settles it."""
    if _dateline(sheet, start) or _post(sheet, start, end):
        return 2.0 * ENOUGH
    labels = [sheet.label[i] for i in range(start, end)]
    before = sheet.low[start - 1] if start else ""
    score = 2.0 * any(label in PLACE_LABELS for label in labels) - 2.0 * ("PERSON" in labels) - ("ORG" in labels)
    score += 2 if before in AT else before in TOWARDS
    score += (place.population >= LARGE or place.kind == "province") + (end - start > 1)
    score += 1 if place.country in context.countries else -1.5 * (place.kind == "town" and place.population < LARGE)
    score -= 0.5 * (place.population < SMALL and place.kind == "town")
    score += 2 * (_country_after(sheet, end) == place.country or _beside(sheet, start, end, place))
    score += 2 * _parent_after(sheet, end, place) + (sheet.low[end : end + 1] != [] and sheet.low[end] in TOWN_THINGS)
    return score - _doubt(sheet, start, end, abroad=place.country not in context.countries)


def _post(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a name stands between an office and its holder: "Deputy Commissioner Swat Saleem Jan"."""
    if start == 0 or end >= len(sheet) or not sheet.cap[start - 1]:
        return False
    holder = sheet.owner[end]
    return bool(holder and holder.kind == "person" and sheet.low[start - 1] in words().roles)


def _doubt(sheet: Sheet, start: int, end: int, *, abroad: bool) -> float:
    """Points against: a given name, a common word, a heading, capitals on both sides."""
    lists, low = words(), sheet.low[start]
    doubt = 2.0 * (low in given_names() and end - start == 1) + 3 * sheet.shouted[start]
    doubt += 3 * (sheet.begins(start) and (low in lists.openers or sheet.tag[start] not in PROPER))
    doubt += 2 * (low in lists.calendar or low in lists.not_names or sheet.low[end - 1] in lists.modifiers)
    doubt += 2 * (sheet.begins(start) and abroad)
    after = sheet.namelike(end) and sheet.low[end] not in lists.site_kinds | lists.roles | lists.organisation_heads
    return doubt + (
        after
        or (
            start > 0
            and sheet.namelike(start - 1)
            and not sheet.opens[start]
            and sheet.low[start - 1] not in lists.roles
        )
    )


def _dateline(sheet: Sheet, start: int) -> bool:
    dateline = sheet.page.article.dateline
    if sheet.low[start] in words().calendar:
        return False
    return bool(dateline and dateline.span.start <= sheet.span(start, start + 1).start < dateline.span.end)


def _parent_after(sheet: Sheet, end: int, place: Place) -> bool:
    """Whether "Turbat, Balochistan" or "Turbat, Pakistan" names the place's own country next."""
    if end + 1 >= len(sheet) or sheet.text[end] != ",":
        return False
    owner = sheet.owner[end + 1]
    if not owner or owner.kind != "place":
        return False
    home = gazetteer.province(place.country, place.province)
    return owner.country == place.country or bool(home and home.name == owner.name)


def _region(sheet: Sheet, start: int, end: int) -> Mention | None:
    """A name no gazetteer has, before a word such as Tehsil or District, or in "District X"."""
    if not all(sheet.namelike(i) or sheet.text[i] == "-" for i in range(start, end)) or sheet.namelike(start - 1):
        return None
    kind = _kind_after(sheet, end)
    if not kind or (not sheet.cap[end] and kind not in {"district", "province", "tehsil", "valley"}):
        return None
    if sheet.low[start] in words().modifiers | words().openers:
        return None
    return _unlisted(sheet, start, end, "region", None)


def again(sheet: Sheet, mention: Mention, start: int, end: int) -> Mention:
    """Another mention of a place already found; "Mardan" after "Mardan District" is the town."""
    other = copy(mention, start, end)
    if mention.precision == "region" and _kind_after(sheet, mention.end) and not _kind_after(sheet, end):
        spelling = spelled(sheet.words(start, end))
        towns = [p for p in gazetteer.named(spelling) if p.kind == "town" and p.country == mention.country]
        if towns:
            return of_place(max(towns, key=lambda p: (p.name == spelling, p.population)), start, end, spelling)
    return other


def _unlisted(sheet: Sheet, start: int, end: int, precision: Precision, country: str | None) -> Mention:
    name = spelled(sheet.words(start, end))
    return Mention(
        start, end, "place", name, f"place:{name.casefold()}", precision=precision, country=country, trait=UNLISTED
    )


def _follow(sheet: Sheet) -> None:
    """Give a place without a country that of the place right after "in" or a comma: "Katlang Tehsil in Mardan".

    So "the province of Punjab in India" is India's, though a name that two countries share has none of its own.
    """
    for mention in sheet.mentions:
        if mention.country or not (mention.trait == UNLISTED or mention.precision == "region"):
            continue
        parent = next_place(sheet, mention.end)
        if parent and (mention.trait == UNLISTED or _is_province_of(parent.country, mention.name)):
            mention.country = parent.country


def _is_province_of(country: str | None, name: str) -> bool:
    return any(place.kind == "province" and place.country == country for place in gazetteer.named(name))


def next_place(sheet: Sheet, at: int) -> Mention | None:
    """The place named right after: ", Y", "in Y", "District in Y", "district of Y"."""
    if at < len(sheet) and sheet.low[at] in words().region_kinds | words().site_kinds:
        at += 1
    if at + 1 >= len(sheet) or sheet.low[at] not in {",", "in", "of"}:
        return None
    at += 1
    at += sheet.low[at] == "the"
    owner = sheet.owner[at] if at < len(sheet) else None
    return owner if owner and owner.kind == "place" and owner.start == at else None


def sites(sheet: Sheet, found: Sequence[str]) -> None:
    """Claim runs of capitals that end in a word for a site, "Taftan Border Crossing"; ``found`` lists those words."""
    for i in range(1, len(sheet)):
        if sheet.low[i] in found and sheet.namelike(i) and not sheet.namelike(i + 1):
            start = i
            while start > 0 and sheet.namelike(start - 1) and i - start < MOST_WORDS:
                start -= 1
            if start < i and sheet.low[start] not in words().modifiers:
                sheet.claim(_unlisted(sheet, start, i + 1, "none", None))
