"""Persons: runs of capitals with enough evidence that they are somebody.

Evidence is a title or role before the name, a role in apposition after it, a known given or family name, and the
model's opinion. A people or nation alone is never a person, nor is a single capitalised word without a title.
"""

from reportedly.read.names import gazetteer
from reportedly.read.names.listed import Hits
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.words import given_names, words

ENOUGH = 3  # points; set by reading a few hundred South Asian and Iranian news articles
LONGEST = 6
MONTH_NAMES = frozenset({"jan", "may", "april", "june", "august", "mehr", "bahman", "azar"})  # also of persons
LARGE = 50_000  # inhabitants
IN = frozenset({"in", "at", "near", "from", "outside", "around"})
SAYS = frozenset(
    {"said", "says", "told", "added", "stated", "noted", "claimed", "asserted", "stressed", "remarked", "observed"}
)
RETIRED = frozenset({"retd", "retired", "r", "rtd", "retd."})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def find(sheet: Sheet, hits: Hits) -> None:
    """Claim every run of capitals that is a person."""
    i = 0
    while i < len(sheet):
        end = _run(sheet, hits, i)
        if end == i:
            i += 1
            continue
        start, stop = _trimmed(sheet, hits, i, end)
        if start < stop and _score(sheet, start, stop) >= ENOUGH:
            _claim(sheet, start, stop)
        i = end


def _claim(sheet: Sheet, start: int, end: int) -> None:
    name = sheet.words(start, end)
    first = start
    while first > 0 and sheet.free(first - 1) and base(sheet, first - 1) in words().honorifics and sheet.cap[first - 1]:
        first -= 1
    sheet.claim(Mention(first, end, "person", name, f"person:{name.casefold()}"))


def base(sheet: Sheet, i: int) -> str:
    """Token ``i`` in lower case without the full stop of "Mr."."""
    return sheet.low[i].rstrip(".") if 0 <= i < len(sheet) else ""


def _run(sheet: Sheet, hits: Hits, i: int) -> int:
    """The end of the run of name tokens that begins at ``i``; ``i`` itself where none does."""
    end = i
    while end < len(sheet) and end - i < LONGEST + 2:
        if not _part(sheet, hits, end, first=end == i) and not (end > i and _link(sheet, hits, end)):
            break
        end += 1
    while end > i and not sheet.cap[end - 1]:
        end -= 1
    return end


def _part(sheet: Sheet, hits: Hits, i: int, *, first: bool) -> bool:
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
    low = base(sheet, i)
    if low in lists.kept:
        return True
    hit = hits.get(i)
    if hit and (first or hit.known.sense != "people") and not (low in given_names() and hit.end - hit.start == 1):
        return False
    return low not in lists.roles | lists.ranks | lists.honorifics | lists.organisation_heads or low in given_names()


def _link(sheet: Sheet, hits: Hits, i: int) -> bool:
    """A hyphen, or a small word as in "Mohammad bin Salman", with the name going on after it."""
    if sheet.text[i] in {"-", "–"}:
        return (
            sheet.glued(i)
            and sheet.glued(i + 1)
            and (_part(sheet, hits, i + 1, first=False) or sheet.low[i + 1] in words().person_links)
        )
    return (
        sheet.free(i)
        and sheet.low[i] in words().person_links
        and len(sheet.text[i]) > 1
        and (_part(sheet, hits, i + 1, first=False) or (sheet.text[i + 1 : i + 2] == ["-"] and sheet.glued(i + 1)))
    )


def _trimmed(sheet: Sheet, hits: Hits, start: int, end: int) -> tuple[int, int]:
    """Without what belongs to the words around: a people or field in front, modifiers of a role that follows."""
    lists = words()
    while start < end and base(sheet, start) not in given_names():
        people = start in hits and hits[start].known.sense == "people"
        if not people and not (end - start > 1 and base(sheet, start) in lists.portfolios | lists.modifiers):
            break
        start += 1
    while end - start > 1 and base(sheet, start + 1) in given_names() and _town(sheet, start):
        start += 1
    if base(sheet, end) in lists.roles | lists.organisation_heads:
        while end > start and base(sheet, end - 1) in lists.modifiers:
            end -= 1
    kinds = lists.region_kinds | lists.site_kinds
    return (start, start) if start < end and {base(sheet, end - 1), base(sheet, end)} & kinds else (start, end)


def _town(sheet: Sheet, i: int) -> bool:
    """Whether a post's town stands before the name: "chief commissioner Islamabad Saleem Dorani"."""
    if base(sheet, i) in given_names():
        return False
    return any(place.kind != "town" or place.population >= LARGE for place in gazetteer.named(sheet.text[i]))


def titled(sheet: Sheet, start: int) -> bool:
    """Whether a title, rank or role stands right before token ``start``."""
    i = start - 1
    if i > 1 and sheet.text[i] == ")" and base(sheet, i - 1) in RETIRED:
        i -= 3
    low = base(sheet, i)
    if low in words().honorifics | words().ranks:
        return sheet.cap[i]
    return low in words().roles - words().private and not sheet.shut[i] and (sheet.cap[i] or not sheet.begins(start))


def _score(sheet: Sheet, start: int, end: int) -> int:
    tokens = [i for i in range(start, end) if sheet.text[i][:1].isalnum()]
    if len(tokens) > LONGEST:
        return 0
    given = [sheet.low[i] in given_names() for i in tokens]
    labels = [sheet.label[i] for i in tokens]
    score = 3 * titled(sheet, start) + (2 * given[0] or given[-1]) + _of_label(labels, given[0])
    score += 1 if len(tokens) > 1 else -1
    if len(tokens) == 1 and (base(sheet, start) in words().modifiers | words().portfolios | words().kept):
        return 0
    score += _apposition(sheet, end) + (len(tokens) > 1 and sheet.low[end : end + 1] != [] and sheet.low[end] in SAYS)
    if not any(given) and base(sheet, start - 1) in IN:
        score -= 2
    if not given[0] and gazetteer.named(sheet.words(start, end)):
        score -= 2
    return score


def _of_label(labels: list[str], given: bool) -> int:  # noqa: FBT001
    half = len(labels) / 2
    if sum(label == "PERSON" for label in labels) >= half:
        return 2
    return -1 if not given and sum(bool(label) for label in labels) >= half else 0


def _apposition(sheet: Sheet, end: int) -> int:
    """Points for ", the president of ..." or ", Iran's parliament speaker," after the name, and for ", who"."""
    if end + 1 >= len(sheet) or sheet.text[end] != ",":
        return 0
    if sheet.low[end + 1] in {"who", "whose"}:
        return 2
    for i in range(end + 1, min(end + 7, len(sheet))):
        if sheet.text[i] in {",", ".", ";"} or sheet.tag[i].startswith("V"):
            return 0
        if base(sheet, i) in words().roles:
            return 2
    return 0
