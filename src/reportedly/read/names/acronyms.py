"""Acronyms that the article itself explains: "Baloch Students Action Committee (BSAC)", "BSAC (Baloch ...)"."""

from reportedly.read.names import gazetteer, known
from reportedly.read.names.sheet import POSSESSIVES, Hit, Mention, Sheet
from reportedly.read.names.words import words
from reportedly.records import EntityKind

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "e", "i", "ul", "al", "-", "–", "&", ",", "’s", "'s"})
SHORTEST, LONGEST_ACRONYM = 3, 8  # letters; the shortest one that may go without an explanation
FURTHEST = 12  # tokens back from the bracket


def find(sheet: Sheet) -> None:
    """Give the acronym in brackets the entity of the name before it, everywhere in the article."""
    meant: dict[str, Mention] = {}
    for i in range(1, len(sheet) - 2):
        if sheet.text[i] != "(" or sheet.text[i + 2] != ")" or not _acronym(sheet.text[i + 1]):
            continue
        if _common(sheet, i, sheet.text[i + 1]) or (
            sheet.owner[i - 1] is None and sheet.low[i - 1] in words().not_bodies
        ):
            sheet.common.add(sheet.text[i + 1])
        elif full := _full(sheet, i, sheet.text[i + 1]):
            meant.setdefault(sheet.text[i + 1], full)
    for i, text in enumerate(sheet.text):
        full = meant.get(text)
        if not full:
            continue
        owner = sheet.owner[i]
        if owner and owner.end - owner.start == 1 and owner is not full:
            sheet.drop(owner)
        sheet.claim(full.again(i, i + 1))
    _unexplained(sheet)


def _unexplained(sheet: Sheet) -> None:
    """Give an acronym without brackets to the one body spelled out in the article that it fits."""
    fits: dict[tuple[str, ...], dict[str, Mention]] = {}
    for m in sheet.mentions:
        if m.kind in {"organisation", "agreement"} and m.end - m.start >= SHORTEST:
            for letters in _letters(sheet, m.start, m.end):
                fits.setdefault(letters, {})[m.key] = m
    for i, text in enumerate(sheet.text):
        if len(text) < SHORTEST or not text.isupper() or not _acronym(text):
            continue
        owner = sheet.owner[i]
        if owner and (owner.end - owner.start > 1 or owner.trait or not owner.key.endswith(f":{text.lower()}")):
            continue
        meant = fits.get(tuple(text.lower()), {})
        if len(meant) == 1:
            if owner:
                sheet.drop(owner)
            sheet.claim(next(iter(meant.values())).again(i, i + 1))


def _common(sheet: Sheet, bracket: int, acronym: str) -> bool:
    """Whether it shortens common words or an office: "improvised explosive device (IED)", "Chief Justice (CJ)"."""
    for start in range(bracket - 1, max(-1, bracket - FURTHEST), -1):
        if _initials(sheet, start, bracket, acronym) or _initials(sheet, start, bracket, acronym, hyphens=True):
            named = [i for i in range(start, bracket) if sheet.low[i] not in SMALL and sheet.text[i][0].isalpha()]
            office = {sheet.low[named[0]], sheet.low[named[-1]]} & (words().roles | words().ranks)
            return bool(office) or not any(sheet.cap[i] for i in named)
    return sheet.low[bracket - 1] in words().roles


def _acronym(text: str) -> bool:
    capitals = sum(c.isupper() for c in text)
    return (
        1 < len(text) <= LONGEST_ACRONYM
        and capitals > 1
        and text[0].isalpha()
        and text.lower() not in words().not_names
    )


def _full(sheet: Sheet, bracket: int, acronym: str) -> Mention | None:
    """The mention that ends at the bracket, or the capitalised words there whose initials make the acronym."""
    before = sheet.owner[bracket - 1]
    if (
        before
        and before.kind != "person"
        and (before.key.endswith(acronym.lower()) or _initials(sheet, before.start, bracket, acronym))
    ):
        return before
    for start in range(bracket - 2, max(-1, bracket - FURTHEST), -1):
        if not sheet.cap[start] or not _initials(sheet, start, bracket, acronym):
            continue
        named = [i for i in range(start, bracket) if sheet.low[i] not in SMALL]
        if not all(sheet.cap[i] for i in named) or not any(sheet.tag[i] in {"NNP", "NNPS"} for i in named):
            return None
        return _claimed(sheet, start, bracket)
    return before if before and before.kind in {"organisation", "agreement"} and before.end - before.start > 1 else None


def _claimed(sheet: Sheet, start: int, end: int) -> Mention | None:
    while end - 1 > start and sheet.text[end - 1] in POSSESSIVES:
        end -= 1
    inner = {owner for i in range(start, end) if (owner := sheet.owner[i])}
    for owner in inner:
        sheet.drop(owner)
    name = sheet.words(start, end)
    if what := known.exactly(name):
        return sheet.claim(Hit(start, end, what).mention())
    if gazetteer.named(name):
        return None  # a place; that is for those who know places
    kind: EntityKind = "agreement" if any(owner.kind == "agreement" for owner in inner) else "organisation"
    return sheet.claim(Mention(start, end, kind, name))


def _initials(sheet: Sheet, start: int, end: int, acronym: str, *, hyphens: bool = False) -> bool:
    """Whether the initials of the words are the acronym, with or without those of small words."""
    return tuple(c.lower() for c in acronym if c.isalpha()) in _letters(sheet, start, end, hyphens=hyphens)


def _letters(sheet: Sheet, start: int, end: int, *, hyphens: bool = False) -> list[tuple[str, ...]]:
    """The initials of the words, with those of small words and without; ``hyphens`` takes "long-range" as one word."""
    tokens = [i for i in range(start, end) if sheet.text[i][0].isalnum()]
    if hyphens:
        tokens = [i for i in tokens if i == start or sheet.text[i - 1] not in {"-", "–"}]
    if sheet.low[start] in SMALL or not tokens:
        return []
    large = [i for i in tokens if sheet.low[i] not in SMALL]
    return [tuple(sheet.low[i][0] for i in tokens), tuple(sheet.low[i][0] for i in large)]
