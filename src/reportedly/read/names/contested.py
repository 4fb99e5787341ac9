"""Names that take a side: "X-occupied Y", "Y under X administration". The words used are kept as the name.

They are regions whose borders are the matter in dispute: they get no pin and no country.
"""

from reportedly.read.names.sheet import Mention, Sheet

HOLDS = frozenset({"occupied", "administered", "held", "controlled", "annexed", "ruled"})
DASHES = frozenset({"-", "–"})


def find(sheet: Sheet) -> None:
    """Claim "Iranian-Occupied Balochistan", "Indian-held Kashmir", "occupied Balochistan"."""
    for i in range(1, len(sheet) - 1):
        if sheet.low[i] not in HOLDS:
            continue
        place = sheet.hits.get(i + 1)
        if not place or place.known.kind != "place" or place.start != i + 1 or place.known.sense != "name":
            continue
        holder = sheet.hits.get(i - 2 if sheet.text[i - 1] in DASHES else i - 1)
        if holder and holder.known.precision == "country":
            _claim(sheet, holder.start, place.end)
        elif sheet.text[i - 1] not in DASHES and sheet.low[i] == "occupied" and place.known.precision != "country":
            _claim(sheet, i, place.end)


def _claim(sheet: Sheet, start: int, end: int) -> None:
    sheet.claim(Mention(start, end, "place", sheet.words(start, end), precision="region"))
