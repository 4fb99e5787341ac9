"""Acronyms that the article itself explains: "Baloch Students Action Committee (BSAC)", "BSAC (Baloch ...)"."""

from collections.abc import Container

from reportedly.read.names import known
from reportedly.read.names.sheet import POSSESSIVES, PROPER, Hit, Mention, Sheet
from reportedly.read.names.words import words
from reportedly.records import EntityKind

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "e", "i", "ul", "al", "-", "–", "&", ",", "’s", "'s"})
BODIES = frozenset({"organisation", "agreement"})
SHORTEST, LONGEST_ACRONYM = 3, 8  # letters; the shortest one that may go without an explanation
FURTHEST = 12  # tokens back from the bracket


def find(sheet: Sheet) -> None:
    """Give the acronym in brackets the entity of the name before it, everywhere in the article."""
    meant: dict[str, Mention] = {}
    for bracket in range(1, len(sheet) - 2):
        acronym = sheet.text[bracket + 1]
        if sheet.text[bracket] != "(" or sheet.text[bracket + 2] != ")" or not _is_acronym(acronym):
            continue
        if _is_common(sheet, bracket, acronym):
            sheet.common.add(acronym)
        elif full := _full(sheet, bracket, acronym):
            meant.setdefault(acronym, full)
    for i, text in enumerate(sheet.text):
        if text in meant:
            _give(sheet, i, meant[text])
    _unexplained(sheet)


def _give(sheet: Sheet, i: int, full: Mention) -> None:
    """Make token ``i`` another mention, in place of any it is alone."""
    owner = sheet.owner[i]
    if owner and owner is not full and owner.end - owner.start == 1:
        sheet.drop(owner)
    sheet.claim(full.again(i, i + 1))


def _unexplained(sheet: Sheet) -> None:
    """Give an acronym without brackets to the one body spelled out in the article that it fits."""
    fits: dict[tuple[str, ...], dict[str, Mention]] = {}
    spelled_out = {m.key for m in sheet.mentions if m.end - m.start > 1}
    for m in sheet.mentions:
        if m.kind in BODIES and m.end - m.start >= SHORTEST:
            for letters in _letters(sheet, m.start, m.end):
                fits.setdefault(letters, {})[m.key] = m
    for i, text in enumerate(sheet.text):
        if not text.isupper() or len(text) < SHORTEST:
            continue
        owner, full = sheet.owner[i], fits.get(tuple(text.lower()), {})
        if len(full) == 1 and not _is_known_otherwise(owner, text, spelled_out) and _is_acronym(text):
            _give(sheet, i, *full.values())


def _is_known_otherwise(owner: Mention | None, acronym: str, spelled_out: Container[str]) -> bool:
    """Whether it is that of another body, which the article spells out too."""
    return owner is not None and not owner.key.endswith(f":{acronym.lower()}") and owner.key in spelled_out


def _is_common(sheet: Sheet, bracket: int, acronym: str) -> bool:
    """Whether it shortens common words or an office: "improvised explosive device (IED)", "Chief Justice (CJ)"."""
    lists, last = words(), sheet.low[bracket - 1]
    if sheet.owner[bracket - 1] is None and last in lists.not_bodies:
        return True
    for start in range(bracket - 1, max(-1, bracket - FURTHEST), -1):
        if _fits(sheet, start, bracket, acronym):
            named = [i for i in range(start, bracket) if sheet.low[i] not in SMALL and sheet.text[i][0].isalpha()]
            office = {sheet.low[named[0]], sheet.low[named[-1]]} & (lists.roles | lists.ranks)
            return bool(office) or not any(sheet.cap[i] for i in named)
    return last in lists.roles


def _is_acronym(text: str) -> bool:
    capitals = sum(c.isupper() for c in text) if len(text) <= LONGEST_ACRONYM else 0
    return capitals > 1 and text[0].isalpha() and text.lower() not in words().not_names


def _full(sheet: Sheet, bracket: int, acronym: str) -> Mention | None:
    """The mention that ends at the bracket, or the capitalised words there whose initials make the acronym."""
    before = sheet.owner[bracket - 1]
    before = None if before and before.kind == "person" else before
    if before and (before.key.endswith(acronym.lower()) or _fits(sheet, before.start, bracket, acronym)):
        return before
    for start in range(bracket - 2, max(-1, bracket - FURTHEST), -1):
        if sheet.cap[start] and _fits(sheet, start, bracket, acronym):
            named = [i for i in range(start, bracket) if sheet.low[i] not in SMALL]
            proper = all(sheet.cap[i] for i in named) and any(sheet.tag[i] in PROPER for i in named)
            return _claimed(sheet, start, bracket) if proper else None
    return before if before and before.kind in BODIES and before.end - before.start > 1 else None


def _claimed(sheet: Sheet, start: int, end: int) -> Mention | None:
    while end - 1 > start and sheet.text[end - 1] in POSSESSIVES:
        end -= 1
    inner = {owner for i in range(start, end) if (owner := sheet.owner[i])}
    for owner in inner:
        sheet.drop(owner)
    name = sheet.words(start, end)
    if what := known.exactly(name):
        return sheet.claim(Hit(start, end, what).mention())
    kind: EntityKind = "agreement" if any(owner.kind == "agreement" for owner in inner) else "organisation"
    return sheet.claim(Mention(start, end, kind, name))


def _fits(sheet: Sheet, start: int, end: int, acronym: str) -> bool:
    """Whether the initials of the words are the acronym, with or without those of small words."""
    return tuple(c.lower() for c in acronym if c.isalpha()) in _letters(sheet, start, end)


def _letters(sheet: Sheet, start: int, end: int) -> list[tuple[str, ...]]:
    """The initials of the words, with those of small words and without."""
    tokens = [i for i in range(start, end) if sheet.text[i][0].isalnum()]
    if sheet.low[start] in SMALL or not tokens:
        return []
    large = [i for i in tokens if sheet.low[i] not in SMALL]
    return [tuple(sheet.low[i][0] for i in tokens), tuple(sheet.low[i][0] for i in large)]
