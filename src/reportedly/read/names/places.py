"""Places from the gazetteer, told apart by what else the article names, and places only the words around them show.

Many towns are called like people and things, so a name alone is not enough: a preposition, the model, a province after
a comma, size, or a country the article is about must speak for it. Among places of one name the article's countries,
then size, decide. "X Province" is the province and has no coordinates.
"""

from itertools import takewhile

from reportedly.evidence import points, spoke
from reportedly.read.names import gazetteer
from reportedly.read.names.gazetteer import Place, PlaceKind
from reportedly.read.names.place_clues import ENOUGH, IS_A_PLACE, LIKELIER, Candidate
from reportedly.read.names.sheet import Hit, Mention, Sheet
from reportedly.read.names.spelling import spelled
from reportedly.read.names.surroundings import (
    Surroundings,
    areas_after,
    country_after,
    ends,
    next_place,
    survey,
)
from reportedly.read.names.words import words
from reportedly.records import Precision

SHORTEST = 4  # letters of such a name: shorter ones in capitals are agencies
SITE_WORDS = 4  # before the word for a site: "Shaheed Benazir Bhutto International Airport"
UNLISTED = "unlisted"  # trait of a place that no gazetteer has
TOWN = 50_000  # inhabitants from which a nation's name in a town's is not the nation; not measured
SMALL_KINDS = frozenset({"district", "province", "tehsil", "valley"})  # that may go without a capital
PRECISIONS: dict[PlaceKind, Precision] = {
    "town": "city",
    "province": "region",
    "district": "region",
    "site": "point",
    "waters": "region",
}


def find(sheet: Sheet) -> None:
    """Claim places, longest spelling first, twice over: what is found tells which countries the article is about."""
    around = survey(sheet)
    for _ in range(2):
        before = len(sheet.mentions)
        for i in range(len(sheet)):
            if sheet.free(i) and sheet.cap[i]:
                _at(sheet, around, i)
        around.settle(sheet, sheet.mentions[before:])
    _dateline(sheet)
    _follow(sheet)


def _dateline(sheet: Sheet) -> None:
    """Claim a place that no gazetteer has where a dateline names it in capitals, with the day."""
    dateline = sheet.page.article.dateline
    head = sheet.tokens(dateline.span) if dateline and dateline.start else range(0)
    run = list(takewhile(lambda i: sheet.free(i) and sheet.text[i].isupper() and i not in sheet.hits, head))
    if run and len(sheet.words(run[0], run[-1] + 1)) >= SHORTEST and sheet.bare(run[0]) not in words().calendar:
        sheet.claim(_unlisted(sheet, run[0], run[-1] + 1, "none", None))


def _at(sheet: Sheet, around: Surroundings, start: int) -> None:
    """Claim the longest place that begins at this token."""
    for end in ends(sheet, start):
        mention = _place(sheet, around, start, end) or _region(sheet, start, end)
        if mention and sheet.claim(mention):
            return


def is_of_a_town(sheet: Sheet, hit: Hit) -> bool:
    """Whether a nation's name is a part of a town's: Port Sudan, Mexico City."""
    if hit.known.precision != "country" or hit.known.sense != "name":
        return False
    starts = (start for start in (hit.start - 1, hit.start) if sheet.free(start) and sheet.cap[start])
    runs = ((start, end) for start in starts for end in ends(sheet, start) if end >= hit.end)
    longer = (sheet.words(*run) for run in runs if run != (hit.start, hit.end))
    return any(place.population >= TOWN for words in longer for place in gazetteer.named(spelled(words)))


def _place(sheet: Sheet, around: Surroundings, start: int, end: int) -> Mention | None:
    """The place of the gazetteer that the words name, where enough speaks for one."""
    spelling, kind = spelled(sheet.words(start, end)), _kind(sheet, start, end)
    places = _of_kind(gazetteer.named(spelling), kind)
    if not places:
        return None
    said, country = areas_after(sheet, end) or around.said.get(spelling, set()), country_after(sheet, end)
    candidates = [
        Candidate(sheet, around, start, end, spelling, kind, said, country, places, place) for place in places
    ]
    likeliest = max(candidates, key=lambda name: (points(LIKELIER, name), -name.place.geonames))
    if points(IS_A_PLACE, likeliest) < ENOUGH:
        return None
    _note(likeliest, len(candidates))
    if kind and likeliest.place.kind == "town":  # the district of a town: a region, and no pin
        return _unlisted(sheet, start, end, "region", likeliest.place.country)
    return _listed(likeliest.place, start, end, spelling)


def _of_kind(places: tuple[Place, ...], kind: str | None) -> tuple[Place, ...]:
    """The places that a word such as "Province" beside the name leaves."""
    if kind in {"province", "state"} and any(place.kind == "province" for place in places):
        return tuple(place for place in places if place.kind == "province")
    return tuple(place for place in places if not kind or place.kind != "town") or places


def _note(name: Candidate, choices: int) -> None:
    """Why it is a place, and, of several, why this one."""
    name.sheet.note(name.start, name.end, "place", spoke(IS_A_PLACE, name))
    if choices > 1:
        which = f"{name.place.name} ({name.place.country}), of {choices} places of that name"
        name.sheet.note(name.start, name.end, which, spoke(LIKELIER, name))


def _listed(place: Place, start: int, end: int, spelling: str) -> Mention:
    """The mention of a place of the gazetteer, under the name the article uses if that is one of its spellings."""
    number, country, precision = place.geonames or None, place.country or None, PRECISIONS[place.kind]
    key = "" if number else f"place:{place.name.casefold()}"  # one place, however it is spelled
    return Mention(
        start, end, "place", spelling, key, country=country, place=place, geonames=number, precision=precision
    )


def _kind(sheet: Sheet, start: int, end: int) -> str | None:
    """The word for a region beside the name: "X District", "district of X", "District X" (but no "state X")."""
    of, before, after = sheet.bare(start - 1) == "of", sheet.bare(start - 1), sheet.bare(end)
    near = (after, sheet.bare(start - 2) if of else before if before != "state" else "")
    return next((word for word in near if word in words().region_kinds), None)


def _region(sheet: Sheet, start: int, end: int) -> Mention | None:
    """A name no gazetteer has, before a word such as Tehsil or District."""
    kind = sheet.bare(end)
    if kind not in words().region_kinds or not (sheet.cap[end] or kind in SMALL_KINDS) or sheet.namelike(start - 1):
        return None
    like_a_name = all(sheet.namelike(i) or sheet.text[i] == "-" for i in range(start, end))
    if not like_a_name or sheet.low[start] in words().modifiers | words().openers:
        return None
    return _unlisted(sheet, start, end, "region", None)


def again(sheet: Sheet, mention: Mention, start: int, end: int) -> Mention:
    """Another mention of a place already found; "Mardan" after "Mardan District" is the town."""
    kinds, spelling = words().region_kinds, spelled(sheet.words(start, end))
    if mention.precision == "region" and sheet.bare(mention.end) in kinds and sheet.bare(end) not in kinds:
        towns = [p for p in gazetteer.named(spelling) if p.kind == "town" and p.country == mention.country]
        if towns:
            return _listed(max(towns, key=lambda p: (p.name == spelling, p.population)), start, end, spelling)
    return mention.again(start, end)


def _unlisted(sheet: Sheet, start: int, end: int, precision: Precision, country: str | None) -> Mention:
    name = spelled(sheet.words(start, end))
    return Mention(start, end, "place", name, precision=precision, country=country, trait=UNLISTED)


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


def sites(sheet: Sheet) -> None:
    """Claim runs of capitals that end in a word for a site: "Taftan Border Crossing"."""
    for i in range(1, len(sheet)):
        if sheet.low[i] in words().site_kinds and sheet.namelike(i) and not sheet.namelike(i + 1):
            start = i
            while start > 0 and sheet.namelike(start - 1) and i - start < SITE_WORDS:
                start -= 1
            if start < i and sheet.low[start] not in words().modifiers:
                sheet.claim(_unlisted(sheet, start, i + 1, "none", None))
