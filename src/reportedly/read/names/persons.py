"""Persons: runs of capitals with enough evidence that they are somebody.

Evidence is a title or role before the name, a role in apposition after it, a known given or family name, and the
model's opinion. A people or nation alone is never a person, nor is a single capitalised word without a title.
"""

from reportedly.evidence import points, spoke
from reportedly.read.names import gazetteer
from reportedly.read.names.person_clues import ENOUGH, IS_A_PERSON, Run
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.words import given_names, words

LONGEST = 6
MONTH_NAMES = frozenset({"jan", "may", "april", "june", "august", "mehr", "bahman", "azar"})  # also of persons
LARGE = 50_000  # inhabitants from which a town has posts of its own; not measured


def find(sheet: Sheet) -> None:
    """Claim every run of capitals that is a person."""
    i = 0
    while i < len(sheet):
        end = _run(sheet, i)
        if end == i:
            i += 1
            continue
        start, stop = _trimmed(sheet, i, end)
        if start < stop:
            _weigh(Run(sheet, start, stop))
        i = end


def _weigh(run: Run) -> None:
    """Claim the run where enough speaks for a person."""
    if not _may_be_a_name(run) or points(IS_A_PERSON, run) < ENOUGH:
        return
    if mention := _claim(run.sheet, run.start, run.end):
        run.sheet.note(mention.start, mention.end, "person", spoke(IS_A_PERSON, run))


def _may_be_a_name(run: Run) -> bool:
    """Whether it is neither endless nor a lone word that belongs to an office or title."""
    if len(run.tokens) > LONGEST:
        return False
    lists = words()
    return not run.is_one_word or run.sheet.bare(run.start) not in lists.modifiers | lists.portfolios | lists.kept


def _claim(sheet: Sheet, start: int, end: int) -> Mention | None:
    name = sheet.words(start, end)
    first = start
    while first > 0 and sheet.free(first - 1) and sheet.bare(first - 1) in words().honorifics and sheet.cap[first - 1]:
        first -= 1
    return sheet.claim(Mention(first, end, "person", name))


def _run(sheet: Sheet, i: int) -> int:
    """The end of the run of name tokens that begins at ``i``; ``i`` itself where none does."""
    end = i
    while end < len(sheet) and end - i < LONGEST + 2:
        if not _part(sheet, end, first=end == i) and not (end > i and _link(sheet, end)):
            break
        end += 1
    while end > i and not sheet.cap[end - 1]:
        end -= 1
    return end


def _part(sheet: Sheet, i: int, *, first: bool) -> bool:
    lists = words()
    if (
        not first
        and sheet.free(i)
        and sheet.low[i] in MONTH_NAMES
        and sheet.cap[i]
        and sheet.tag[i + 1 : i + 2] != ["CD"]
    ):
        return True
    if not sheet.namelike(i) or (len(sheet.text[i]) > 1 and sheet.text[i].isupper() and "." not in sheet.text[i]):
        return False
    low = sheet.bare(i)
    if low in lists.kept:
        return True
    hit = sheet.hits.get(i)
    if hit and (first or hit.known.sense != "people") and not (low in given_names() and hit.end - hit.start == 1):
        return False
    return low not in lists.roles | lists.ranks | lists.honorifics | lists.organisation_heads or low in given_names()


def _link(sheet: Sheet, i: int) -> bool:
    """A hyphen, or a small word as in "Mohammad bin Salman", with the name going on after it."""
    if sheet.text[i] in {"-", "–"}:
        return (
            sheet.glued(i)
            and sheet.glued(i + 1)
            and (_part(sheet, i + 1, first=False) or sheet.low[i + 1] in words().person_links)
        )
    return (
        sheet.free(i)
        and sheet.low[i] in words().person_links
        and len(sheet.text[i]) > 1
        and (_part(sheet, i + 1, first=False) or (sheet.text[i + 1 : i + 2] == ["-"] and sheet.glued(i + 1)))
    )


def _trimmed(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """Without what belongs to the words around: a people or field in front, modifiers of a role that follows."""
    lists = words()
    while start < end and sheet.bare(start) not in given_names():
        people = start in sheet.hits and sheet.hits[start].known.sense == "people"
        if not people and not (end - start > 1 and sheet.bare(start) in lists.portfolios | lists.modifiers):
            break
        start += 1
    while end - start > 1 and sheet.bare(start + 1) in given_names() and _town(sheet, start):
        start += 1
    if sheet.bare(end) in lists.roles | lists.organisation_heads:
        while end > start and sheet.bare(end - 1) in lists.modifiers:
            end -= 1
    kinds = lists.region_kinds | lists.site_kinds
    return (start, start) if start < end and {sheet.bare(end - 1), sheet.bare(end)} & kinds else (start, end)


def _town(sheet: Sheet, i: int) -> bool:
    """Whether a post's town stands before the name: "chief commissioner Islamabad Saleem Dorani"."""
    if sheet.bare(i) in given_names():
        return False
    return any(place.kind != "town" or place.population >= LARGE for place in gazetteer.named(sheet.text[i]))
