"""Persons: runs of capitals with enough evidence that they are somebody.

Evidence is a title or role before the name, a role in apposition after it, a known given or family name, and the
model's opinion. A people or nation alone is never a person, nor is a single capitalised word without a title.
"""

from reportedly.evidence import points, spoke
from reportedly.read.names import gazetteer
from reportedly.read.names.person_clues import ENOUGH, IS_A_PERSON, Run, is_titled
from reportedly.read.names.sheet import QUOTES, Mention, Sheet
from reportedly.read.names.words import is_given, words

LONGEST = 8  # words
NICKNAME = 3
CLOSING = frozenset("\"'”’»")
DASHES = frozenset({"-", "–"})
MONTH_NAMES = frozenset({"jan", "may", "april", "june", "august", "mehr", "bahman", "azar"})  # also of persons
LARGE = 50_000  # inhabitants from which a town has posts of its own; not measured


def find(sheet: Sheet) -> None:
    """Claim every run of capitals of which enough speaks for a person."""
    i = 0
    while i < len(sheet):
        end = _end(sheet, i) if sheet.cap[i] else i
        if end > i:
            _weigh(Run(sheet, *_trimmed(sheet, i, end)))
        i = max(end, i + 1)


def _weigh(run: Run) -> None:
    """Claim a run of which enough speaks for a person."""
    if 0 < len(run.tokens) <= LONGEST and points(IS_A_PERSON, run) >= ENOUGH:
        _claim(run)


def _claim(run: Run) -> None:
    """Claim the run with the titles before it, and note what spoke for it."""
    sheet, first = run.sheet, run.start
    while sheet.free(first - 1) and sheet.bare(first - 1) in words().honorifics and sheet.cap[first - 1]:
        first -= 1
    if sheet.claim(Mention(first, run.end, "person", sheet.words(run.start, run.end))):
        sheet.note(first, run.end, "person", spoke(IS_A_PERSON, run))


def _end(sheet: Sheet, start: int) -> int:
    """The end of the run of name tokens that begins at ``start``; ``start`` itself where none does."""
    end = start
    while end < len(sheet) and (_is_part(sheet, end, first=end == start) or (end > start and _links(sheet, end))):
        end += 1
        end = _past_nickname(sheet, end)
    while end > start and not sheet.cap[end - 1]:
        end -= 1
    return end


def _past_nickname(sheet: Sheet, i: int) -> int:
    """Past words in marks between given and family name: Jimmy “Barbecue” Cherizier; ``i`` where none stand there."""
    if i >= len(sheet) or sheet.text[i] not in QUOTES:
        return i
    closing = next((j for j in range(i + 2, min(i + 2 + NICKNAME, len(sheet))) if sheet.text[j] in CLOSING), len(sheet))
    goes_on = closing + 1 < len(sheet) and sheet.cap[i + 1] and _is_part(sheet, closing + 1)
    return closing + 1 if goes_on and is_given(sheet.low[i - 1]) else i


def _is_part(sheet: Sheet, i: int, *, first: bool = False) -> bool:
    """Whether token ``i`` can be a word of a name: no office, nation or acronym, unless it is a known given name."""
    lists = words()
    if _is_month_name(sheet, i) and (not first or is_titled(sheet, i)):
        return True
    if not sheet.namelike(i) or (len(sheet.text[i]) > 1 and sheet.text[i].isupper() and "." not in sheet.text[i]):
        return False
    low, hit = sheet.bare(i), sheet.hits.get(i)
    if low in lists.kept:
        return True
    given = is_given(low)
    if hit and (first or hit.known.sense != "people") and not (given and hit.end - hit.start == 1):
        return False
    return given or low not in lists.roles | lists.ranks | lists.honorifics | lists.organisation_heads


def _is_month_name(sheet: Sheet, i: int) -> bool:
    return sheet.free(i) and sheet.cap[i] and sheet.low[i] in MONTH_NAMES and sheet.tag[i + 1 : i + 2] != ["CD"]


def _links(sheet: Sheet, i: int) -> bool:
    """A hyphen, or a small word as in "Mohammad bin Salman", with the name going on after it."""
    links = words().person_links
    if sheet.text[i] in DASHES:
        return sheet.glued(i) and sheet.glued(i + 1) and (_is_part(sheet, i + 1) or sheet.low[i + 1] in links)
    if not sheet.free(i) or sheet.low[i] not in links or len(sheet.text[i]) == 1:
        return False
    return _is_part(sheet, i + 1) or (sheet.text[i + 1 : i + 2] == ["-"] and sheet.glued(i + 1))


def _trimmed(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """Without what belongs to the words around: a people, field or town in front; nothing where it is a place."""
    lists = words()
    while start < end and not is_given(sheet.bare(start)):
        people = start in sheet.hits and sheet.hits[start].known.sense == "people"
        if not people and not (end - start > 1 and sheet.bare(start) in lists.portfolios | lists.modifiers):
            break
        start += 1
    while end - start > 1 and is_given(sheet.bare(start + 1)) and _is_town(sheet, start):
        start += 1
    kinds = lists.region_kinds | lists.site_kinds
    return (start, start) if start < end and {sheet.bare(end - 1), sheet.bare(end)} & kinds else (start, end)


def _is_town(sheet: Sheet, i: int) -> bool:
    """Whether a post's town stands before the name: "chief commissioner Islamabad Saleem Dorani"."""
    if is_given(sheet.bare(i)):
        return False
    return any(place.kind != "town" or place.population >= LARGE for place in gazetteer.named(sheet.text[i]))
