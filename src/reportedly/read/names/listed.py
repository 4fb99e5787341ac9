"""Where the names known beforehand stand in an article, and claiming them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from reportedly.read.names import gazetteer, known
from reportedly.read.names.known import Known
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.words import given_names


class Hit(NamedTuple):
    """A known name over tokens ``[start, end)``."""

    start: int
    end: int
    known: Known


Hits = Mapping[int, Hit]  # every token of every hit


def hits(sheet: Sheet) -> Hits:
    """All known names of the article, without overlaps, earlier and longer ones first."""
    by_token: dict[int, Hit] = {}
    i = 0
    while i < len(sheet):
        hit = _hit(sheet, i)
        if hit:
            by_token.update(dict.fromkeys(range(hit.start, hit.end), hit))
        i = hit.end if hit else i + 1
    return by_token


def _hit(sheet: Sheet, i: int) -> Hit | None:
    if sheet.shut[i] or not sheet.text[i][:1].isalpha():
        return None
    match = known.match(sheet.whole, sheet.first[i])
    end = sheet.end_at(match.end) if match else None
    return Hit(i, end, match.known) if match and end else None


def claim(sheet: Sheet, known_names: Hits, wanted: Callable[[Known], bool]) -> None:
    """Claim the free known names that ``wanted`` lets through."""
    for i, hit in known_names.items():
        if i == hit.start and wanted(hit.known) and not _surname(sheet, hit) and not _town(sheet, hit):
            sheet.claim(mention(hit))


def _town(sheet: Sheet, hit: Hit) -> bool:
    """Whether a people's name begins a town's: Muslim Bagh."""
    after = hit.end
    if hit.known.sense != "people" or after >= len(sheet) or not sheet.cap[after]:
        return False
    return bool(gazetteer.named(sheet.words(hit.start, after + 1)))


def _surname(sheet: Sheet, hit: Hit) -> bool:
    """Whether a nation's name is somebody's: Michael Jordan."""
    i = hit.start - 1
    return (
        hit.known.precision == "country"
        and hit.end == hit.start + 1
        and sheet.free(i)
        and sheet.cap[i]
        and sheet.low[i] in given_names()
        and known.exactly(sheet.text[i]) is None
    )


def mention(hit: Hit) -> Mention:
    """The mention of a known name."""
    what = hit.known
    return Mention(
        hit.start,
        hit.end,
        what.kind,
        what.name,
        key(what),
        country=what.country,
        geonames=what.geonames,
        precision=what.precision,
        adjective=what.sense == "adjective",
        trait=what.trait,
    )


def key(what: Known) -> str:
    """What makes two mentions one: GeoNames knows places by number, the rest go by their usual name."""
    return f"{what.kind}:{what.geonames or what.name.casefold()}"
