"""Organisations and agreements told by the shape of their name: "Election Commission of Pakistan", "Gwadar Police".

The name is the run of capitals that ends in a word for a body (or treaty), with an "of ..." or "for ..." part after it.
"""

from reportedly.read.names import known
from reportedly.read.names.listed import Hits, key, mention
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.words import given_names, words
from reportedly.records import EntityKind

JOINED = frozenset({"ministry", "department", "committee", "commission", "authority", "division", "council", "agency"})
SEATS = frozenset({"house", "office", "secretariat", "palace"})  # of an office-holder: Chief Minister House
FIELDS = frozenset({"ministry", "department", "secretariat"})
JOINTS = frozenset({"-", "–", "/", "&", "."})
COUNTING = frozenset(
    {"all", "both", "many", "several", "some", "other", "new", "any", "every", "each", "most", "two", "three"}
)
LONGEST = 12


def find(sheet: Sheet, hits: Hits) -> None:
    """Claim organisations, then agreements."""
    lists = words()
    heads = lists.organisation_heads | lists.organisation_starts
    for i in range(len(sheet)):
        if sheet.low[i] in heads and sheet.namelike(i) and not _goes_on(sheet, i, heads):
            _claim(sheet, hits, i, "organisation")
        elif sheet.low[i] in lists.agreement_heads and sheet.namelike(i):
            _claim(sheet, hits, i, "agreement")


def _goes_on(sheet: Sheet, i: int, heads: frozenset[str]) -> bool:
    """Whether a later word of the run is the head, or makes it something else: "Police Station", "Police Officer"."""
    j = i + 1
    if sheet.low[i] == "police" and j < len(sheet) and sheet.low[j] in words().roles | words().ranks and sheet.cap[j]:
        return True
    while j < len(sheet) and j < i + LONGEST and sheet.namelike(j) and sheet.low[j] not in words().roles:
        if sheet.low[j] in heads or (j == i + 1 and sheet.low[j] in words().site_kinds):
            return True
        j += 1
    return False


def _claim(sheet: Sheet, hits: Hits, head: int, kind: EntityKind) -> None:
    start = _start(sheet, hits, head)
    end = _end(sheet, hits, head)
    while start < head and start in hits and hits[start].start < start:  # never cut a known name in two
        start += 1
    if not _stands(sheet, hits, (start, head, end), kind):
        return
    if any(_body(hits, i) and not (start <= hits[i].start and hits[i].end <= end) for i in range(start, end)):
        return  # a known body reaches beyond
    hit = hits.get(start)
    if hit and (hit.start, hit.end) == (start, end):
        sheet.claim(mention(hit))
        return
    name = sheet.words(start, end)
    country = _owner(sheet, hits, start)
    sheet.claim(
        Mention(
            start, end, kind, named(name, country, hits.get(start) is None), _key(kind, name, country), country=country
        )
    )


def _body(hits: Hits, i: int) -> bool:
    hit = hits.get(i)
    return bool(hit and hit.known.kind in {"organisation", "agreement", "group"})


def _start(sheet: Sheet, hits: Hits, head: int) -> int:
    """Where the run of capitals before the head begins."""
    i, seat = head, False
    offices = words().roles | words().honorifics | words().ranks
    while i > 0 and head - i < LONGEST:
        seat = seat or sheet.low[i] in SEATS
        if sheet.namelike(i - 1) and (sheet.low[i - 1] not in offices or seat or _fixed(sheet, i - 1)):
            i -= 1
        elif i > 1 and sheet.namelike(i - 2) and _joint(sheet, hits, i - 1, head):
            i -= 2
        else:
            break
    return i


def _joint(sheet: Sheet, hits: Hits, i: int, head: int) -> bool:
    """Whether token ``i`` joins two words of one name: a hyphen, or the "and" of "Planning and Works Department"."""
    if sheet.text[i] in JOINTS:
        return sheet.text[i] in {"&", "."} or (sheet.glued(i) and sheet.glued(i + 1))
    return sheet.low[i] == "and" and sheet.low[head] in JOINED and i - 1 not in hits


def _fixed(sheet: Sheet, i: int) -> bool:
    """Words that are roles elsewhere but usual in names of bodies: "Students", "Lawyers", "Justice Department"."""
    return sheet.text[i].endswith("s") or sheet.low[i] in {"justice", "general"}


def _end(sheet: Sheet, hits: Hits, head: int) -> int:
    """Past the head, or past the "of ..." part where that names its field or country and no other body."""
    at = head + 1
    linked = sheet.low[at : at + 1]
    if linked not in (["of"], ["for"]) and not (linked == ["on"] and sheet.low[head] == "committee"):
        return at
    i = at + 1 + (sheet.low[at + 1 : at + 2] == ["the"])
    if i in hits and hits[i].known.kind == "place":
        return hits[i].end
    heads = words().organisation_heads - words().portfolios
    end = i
    while end < len(sheet) and end - head < LONGEST and (_field(sheet, end) or _joins(sheet, hits, head, end)):
        if sheet.low[end] in heads:
            return at
        end += 1
    return end if end > i else at


def _field(sheet: Sheet, i: int) -> bool:
    """A word of what a body is for: no office, no title, nobody's name."""
    offices = words().roles | words().honorifics | words().ranks
    looks = sheet.namelike(i) or (sheet.free(i) and sheet.cap[i] and sheet.low[i] in words().portfolios)
    return looks and sheet.low[i] not in offices and sheet.low[i] not in given_names()


def _joins(sheet: Sheet, hits: Hits, head: int, i: int) -> bool:
    """Whether "," or "and" leads on to another field: "Ministry of Planning, Development and Reform"."""
    if sheet.low[i] not in {",", "and", "&", "-"} or not sheet.namelike(i + 1) or i + 1 in hits:
        return False
    if sheet.text[i] == "-":
        return sheet.glued(i) and sheet.glued(i + 1)
    if sheet.text[i] == ",":
        return sheet.low[head] in FIELDS and sheet.low[i + 1] in words().portfolios
    return _field(sheet, i + 1)


def _stands(sheet: Sheet, hits: Hits, run: tuple[int, int, int], kind: EntityKind) -> bool:
    """Whether there is enough of a name in (start, head, end): not "the Group" or "Police said"."""
    start, head, end = run
    if end > head + 1 and (start < head or sheet.low[head] in words().organisation_starts or kind == "agreement"):
        return True
    if start < head and all(sheet.low[i] in COUNTING for i in range(start, head)):
        return False
    if start < head:
        return sheet.low[head] not in words().organisation_starts - words().organisation_heads
    if kind == "agreement":
        return False
    owned = _owner(sheet, hits, start) is not None
    alone = words().alone | (words().organisation_heads - words().never_alone)
    said = not sheet.begins(head) and start > 0 and sheet.low[start - 1] == "the"
    return sheet.low[head] in alone and (owned or said)


def _owner(sheet: Sheet, hits: Hits, start: int) -> str | None:
    """The country in the name's first word, or before it with a possessive: "Pakistan's Army"."""
    for i in (start, start - 2 if start > 1 and sheet.low[start - 1] in {"'s", "’s", "'", "’"} else -1, start - 1):
        hit = hits.get(i)
        if (
            hit
            and hit.known.precision == "country"
            and (i == start or hit.known.sense == "adjective" or i == start - 2)
        ):
            return hit.known.country
    return None


def named(name: str, country: str | None, bare: bool) -> str:  # noqa: FBT001
    """The usual name: a body whose name is one common word is told apart by its country: "Pakistan Army"."""
    what = known.nation(country) if country else None
    return f"{what.name} {name}" if what and bare and " " not in name else name


def _key(kind: EntityKind, name: str, country: str | None) -> str:
    """One key for "Iranian Foreign Ministry" and "Iran's Foreign Ministry"."""
    what = known.nation(country) if country else None
    first, _, rest = name.partition(" ")
    told = known.exactly(first)
    if what and told and told.country == country and rest:
        return f"{kind}:{what.name} {rest}".casefold()
    whole = known.exactly(f"{what.name} {name}") if what else known.exactly(name)
    if whole and whole.kind == kind:
        return key(whole)
    return f"{kind}:{what.name} {name}".casefold() if what else f"{kind}:{name}".casefold()
