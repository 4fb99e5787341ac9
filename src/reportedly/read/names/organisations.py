"""Organisations and agreements told by the shape of their name: "Election Commission of Pakistan", "Gwadar Police".

The name is the run of capitals that ends in a word for a body (or treaty), with an "of ..." or "for ..." part after it.
"""

from itertools import takewhile

from reportedly.read.names import known
from reportedly.read.names.known import Known
from reportedly.read.names.sheet import POSSESSIVES, Hit, Mention, Sheet
from reportedly.read.names.words import given_names, words
from reportedly.records import EntityKind

JOINED = frozenset({"ministry", "department", "committee", "commission", "authority", "division", "council", "agency"})
SEATS = frozenset({"house", "office", "secretariat", "palace"})  # of an office-holder: Chief Minister House
FIELDS = frozenset({"ministry", "department", "secretariat"})
JOINTS = frozenset({"-", "–", "/", "&", "."})
LONGEST = 12
ACRONYM = 3  # letters from which capitals behind a word for a body are its name: the rights network RNDDH


def find(sheet: Sheet) -> None:
    """Claim organisations and agreements, and what a noun before it says is a body."""
    lists = words()
    heads = lists.organisation_heads | lists.organisation_starts
    for i in range(len(sheet)):
        if sheet.low[i] in heads and sheet.namelike(i) and not _goes_on(sheet, i, heads):
            _claim(sheet, i, "organisation")
        elif sheet.low[i] in lists.agreement_heads and sheet.namelike(i):
            _claim(sheet, i, "agreement")
    for i in range(len(sheet) - 1):
        short = sheet.low[i] in heads and sheet.text[i + 1].isupper() and len(sheet.text[i + 1]) >= ACRONYM
        if (sheet.low[i] in lists.called or short) and not sheet.cap[i]:
            _called(sheet, i + 1)


def _called(sheet: Sheet, start: int) -> None:
    """Claim the name behind a noun that tells what it is: the newspaper X, the state agency Y."""
    end = start
    while sheet.namelike(end) and end - start < LONGEST and (end not in sheet.hits or _is_a_namesake(sheet.hits[end])):
        end += 1
    low, lists = sheet.low[start], words()
    if end == start or end in sheet.hits or low in given_names() or low in lists.honorifics or low in lists.roles:
        return
    last = sheet.doc[end - 1]
    if not (last.dep_ == "nsubj" and last.head.dep_ == "relcl"):
        sheet.claim(Mention(start, end, "organisation", sheet.words(start, end)))


def _is_a_namesake(hit: Hit) -> bool:
    """Whether a known name is that of what no agency or company is: the news agency PTI is not the party."""
    return hit.known.trait in {"party", "militant", "forces"}


def _goes_on(sheet: Sheet, i: int, heads: frozenset[str]) -> bool:
    """Whether a later word of the run is the head, or makes it something else: "Police Station", "Police Officer"."""
    after = sheet.bare(i + 1)
    if sheet.low[i] == "police" and after in words().roles | words().ranks and sheet.cap[i + 1]:
        return True
    run = takewhile(lambda j: sheet.namelike(j) and sheet.low[j] not in words().roles, range(i + 1, i + LONGEST))
    return any(sheet.low[j] in heads or (j == i + 1 and after in words().site_kinds) for j in run)


def _claim(sheet: Sheet, head: int, kind: EntityKind) -> None:
    start, end = _start(sheet, head), _end(sheet, head)
    while start < head and start in sheet.hits and sheet.hits[start].start < start:  # never cut a known name in two
        start += 1
    if not _stands(sheet, (start, head, end), kind) or _is_cut(sheet, start, end):
        return
    hit = sheet.hits.get(start)
    if hit and (hit.start, hit.end) == (start, end):
        sheet.claim(hit.mention())
    else:
        sheet.claim(_mention(sheet, start, end, kind))


def _is_cut(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a known body reaches beyond these tokens."""
    hits = (sheet.hits[i] for i in range(start, end) if i in sheet.hits)
    bodies = (hit for hit in hits if hit.known.kind in {"organisation", "agreement", "group"})
    return any(body.start < start or end < body.end for body in bodies)


def _mention(sheet: Sheet, start: int, end: int, kind: EntityKind) -> Mention:
    """The body by its usual name: one whose name is one common word is told apart by its country: "Pakistan Army"."""
    name, nation = sheet.words(start, end), _nation(sheet, start)
    if nation is None:
        return Mention(start, end, kind, name)
    first, _, rest = name.partition(" ")
    told = known.exactly(first)
    whole = f"{nation.name} {rest if rest and told and told.country == nation.country else name}"
    listed = known.exactly(whole)
    key = listed.key if listed and listed.kind == kind else f"{kind}:{whole.casefold()}"
    alone = not rest and start not in sheet.hits
    return Mention(start, end, kind, whole if alone else name, key, country=nation.country)


def _start(sheet: Sheet, head: int) -> int:
    """Where the run of capitals before the head begins."""
    i, seat = head, False
    offices = (words().roles | words().honorifics | words().ranks) - {"justice", "general"}  # in names of bodies
    while i > 0 and head - i < LONGEST:
        seat = seat or sheet.low[i] in SEATS
        usual = sheet.low[i - 1] not in offices or sheet.low[i - 1].endswith("s")  # Students Union, Lawyers Forum
        if sheet.namelike(i - 1) and (usual or seat):
            i -= 1
        elif i > 1 and sheet.namelike(i - 2) and _joint(sheet, i - 1, head):
            i -= 2
        else:
            break
    return i


def _joint(sheet: Sheet, i: int, head: int) -> bool:
    """Whether token ``i`` joins two words of one name: a hyphen, or the "and" of "Planning and Works Department"."""
    if sheet.text[i] in JOINTS:
        return sheet.text[i] in {"&", "."} or (sheet.glued(i) and sheet.glued(i + 1))
    return sheet.low[i] == "and" and sheet.low[head] in JOINED and i - 1 not in sheet.hits


def _end(sheet: Sheet, head: int) -> int:
    """Past the head, or past the "of ..." part where that names its field or country and no other body."""
    at = head + 1
    if sheet.bare(at) not in ({"of", "for", "on"} if sheet.low[head] == "committee" else {"of", "for"}):
        return at
    i = at + 1 + (sheet.bare(at + 1) == "the")
    if i in sheet.hits and sheet.hits[i].known.kind == "place" and not _is_of_states(sheet, i):
        return sheet.hits[i].end
    heads = words().organisation_heads - words().portfolios
    end = i
    while end < len(sheet) and end - head < LONGEST and (_field(sheet, end) or _joins(sheet, head, end)):
        if sheet.low[end] in heads:
            return at
        end += 1
    return end if end > i else at


def _is_of_states(sheet: Sheet, i: int) -> bool:
    """Whether an adjective is of what is named behind it: the Organization of American States."""
    return sheet.hits[i].known.sense == "adjective" and sheet.namelike(sheet.hits[i].end)


def _field(sheet: Sheet, i: int) -> bool:
    """A word of what a body is for: no office, no title, nobody's name."""
    offices = words().roles | words().honorifics | words().ranks
    return sheet.namelike(i) and sheet.low[i] not in offices | given_names()


def _joins(sheet: Sheet, head: int, i: int) -> bool:
    """Whether "," or "and" leads on to another field: "Ministry of Planning, Development and Reform"."""
    if sheet.low[i] not in {",", "and", "&", "-"} or not sheet.namelike(i + 1) or i + 1 in sheet.hits:
        return False
    if sheet.text[i] == ",":
        return sheet.low[head] in FIELDS and sheet.low[i + 1] in words().portfolios
    return _field(sheet, i + 1)


def _stands(sheet: Sheet, run: tuple[int, int, int], kind: EntityKind) -> bool:
    """Whether there is enough of a name in (start, head, end): not "the Group" or "Police said"."""
    start, head, end = run
    if end > head + 1 and (start < head or sheet.low[head] in words().organisation_starts or kind == "agreement"):
        return True
    if start < head or kind == "agreement":
        return start < head
    alone = words().alone | (words().organisation_heads - words().never_alone)
    said = not sheet.begins(head) and sheet.bare(start - 1) == "the"
    return sheet.low[head] in alone and (said or _nation(sheet, start) is not None)


def _nation(sheet: Sheet, start: int) -> Known | None:
    """The country in the name's first word, or right before it: "Pakistan's Army", "the Pakistani Army"."""
    before = start - 2 if sheet.bare(start - 1) in POSSESSIVES else start - 1
    for i in (i for i in (start, before) if i in sheet.hits):
        what = sheet.hits[i].known
        if what.country and what.precision == "country" and (i != start - 1 or what.sense == "adjective"):
            return known.nation(what.country)
    return None
