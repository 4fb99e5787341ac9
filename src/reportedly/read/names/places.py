"""Places from the gazetteer, told apart by what else the article names, and places only the words around them show.

Many towns are called like people and things, so a name alone is not enough: a preposition, the model, a province after
a comma, size, or a country the article is about must speak for it. Among places of one name the article's countries,
then size, decide. "X Province" is the province and has no coordinates.
"""

import unicodedata
from collections import Counter

from reportedly.evidence import points, spoke
from reportedly.read.names import gazetteer
from reportedly.read.names.gazetteer import Place
from reportedly.read.names.place_clues import ENOUGH, IS_A_PLACE, LIKELIER, Candidate
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.words import words
from reportedly.records import Precision

UNLISTED = "unlisted"  # trait of a place that no gazetteer has
MOST_WORDS = 4
OWN = 3  # times that an outlet's own country counts as named; not measured
PRECISIONS: dict[str, Precision] = {"town": "city", "province": "region", "district": "region"}


def find(sheet: Sheet) -> None:
    """Claim places, longest spelling first, twice over: what is found tells which countries the article is about."""
    countries = _countries(sheet)
    for _ in range(2):
        before = len(sheet.mentions)
        i = 0
        while i < len(sheet):
            i = _at(sheet, countries, i) or i + 1
        countries.update(m.country for m in sheet.mentions[before:] if m.country and m.place)
    _follow(sheet)


def _countries(sheet: Sheet) -> Counter[str]:
    """How often each country is named, by the names known beforehand; the outlet's own counts a few times."""
    starts = {hit.start: hit.known for hit in sheet.hits.values()}.values()
    across = {known.name for known in starts if known.precision == "region" and not known.country}
    countries = Counter(known.country for known in starts if known.country)
    countries.update(place.country for name in across for place in gazetteer.named(name) if place.kind == "province")
    if sheet.country:
        countries[sheet.country] += OWN
    return countries


def _at(sheet: Sheet, countries: Counter[str], i: int) -> int | None:
    """Claim a place that begins at token ``i``; the token after it, or None."""
    if not sheet.free(i) or not sheet.cap[i] or not sheet.text[i][0].isalpha():
        return None
    for end in range(min(i + MOST_WORDS, len(sheet)), i, -1):
        if not all(sheet.free(j) and "\n" not in sheet.text[j] for j in range(i, end)) or not sheet.cap[end - 1]:
            continue
        mention = _place(sheet, countries, i, end) or _region(sheet, i, end)
        if mention and sheet.claim(mention):
            return mention.end
    return None


def _place(sheet: Sheet, countries: Counter[str], start: int, end: int) -> Mention | None:
    spelling = spelled(sheet.words(start, end))
    places = gazetteer.named(spelling)
    if not places:
        return None
    kind = _kind_after(sheet, end) or _kind_before(sheet, start)
    provinces, country = _provinces_after(sheet, end), _country_after(sheet, end)
    candidates = [
        Candidate(sheet, countries, start, end, spelling, kind, provinces, country, place)
        for place in _of_kind(places, kind)
    ]
    likeliest = max(candidates, key=lambda name: (points(LIKELIER, name), -name.place.geonames))
    if points(IS_A_PLACE, likeliest) < ENOUGH:
        return None
    _note(likeliest, len(candidates))
    if kind and likeliest.place.kind == "town":  # the district of a town: a region, and no pin
        return _unlisted(sheet, start, end, "region", likeliest.place.country)
    return of_place(likeliest.place, start, end, spelling)


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


def _provinces_after(sheet: Sheet, end: int) -> tuple[Place, ...]:
    """The provinces named right after a place, claimed or not yet: "Paris, Texas"."""
    if end + 1 >= len(sheet) or sheet.text[end] != ",":
        return ()
    for last in range(min(end + 3, len(sheet) - 1), end, -1):
        if sheet.cap[end + 1] and (places := gazetteer.named(spelled(sheet.words(end + 1, last + 1)))):
            return tuple(place for place in places if place.kind == "province")
    return ()


def _country_after(sheet: Sheet, end: int) -> str | None:
    """The country that the next words put a place in: "Valencia in Spain", "Lima, Peru"."""
    owner = next_place(sheet, end) if end < len(sheet) and sheet.low[end] in {",", "in"} else None
    return owner.country if owner and owner.precision == "country" else None


def of_place(place: Place, start: int, end: int, spelling: str) -> Mention:
    """The mention of a place of the gazetteer, under the name the article uses if that is one of its spellings."""
    return Mention(
        start,
        end,
        "place",
        spelling,
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
    other = mention.again(start, end)
    if mention.precision == "region" and _kind_after(sheet, mention.end) and not _kind_after(sheet, end):
        spelling = spelled(sheet.words(start, end))
        towns = [p for p in gazetteer.named(spelling) if p.kind == "town" and p.country == mention.country]
        if towns:
            return of_place(max(towns, key=lambda p: (p.name == spelling, p.population)), start, end, spelling)
    return other


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


def sites(sheet: Sheet) -> None:
    """Claim runs of capitals that end in a word for a site: "Taftan Border Crossing"."""
    for i in range(1, len(sheet)):
        if sheet.low[i] in words().site_kinds and sheet.namelike(i) and not sheet.namelike(i + 1):
            start = i
            while start > 0 and sheet.namelike(start - 1) and i - start < MOST_WORDS:
                start -= 1
            if start < i and sheet.low[start] not in words().modifiers:
                sheet.claim(_unlisted(sheet, start, i + 1, "none", None))
