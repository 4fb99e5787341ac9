"""Offices and callings of persons, before the name and after it, and whose they are.

"Interior Minister Daran Velk", "Federal Minister for Water and Power Omar Tazrin", "Leila Sarvand, Dovrania's
parliament speaker,", "the president of the X Movement, Y Z,".
"""

from typing import NamedTuple

from reportedly.read.names.person_clues import RETIRED
from reportedly.read.names.sheet import POSSESSIVES, Mention, Sheet
from reportedly.read.names.words import words

FURTHEST = 14  # tokens between a name and the start of its role
STATE_HEADS = frozenset(
    {"president", "premier", "king", "queen", "emir", "sultan", "chancellor", "leader", "pm", "cm", "ruler"}
    | {"governor", "mayor"}
)
NOT_NOW = frozenset({"former", "ex", "ex-", "late", "then", "outgoing", "ousted", "deposed"})
NOT_HEAD = frozenset({"deputy", "vice", "assistant", "joint", "additional", "under", "minister-designate"})
SMALL = (
    NOT_NOW
    | NOT_HEAD
    | frozenset({"and", "acting", "interim", "caretaker", "incoming", "newly", "elected", "current", "senior", "top"})
)
STOPS = frozenset(",.;):")
CLAUSES = frozenset({"VB", "MD", "WP", "IN", "PR"})
OF = frozenset({"of", "for", "at"})
ON = OF | {"to", "on"}
SOMEBODYS = POSSESSIVES | {"the", "and", "its", "their"}
JOINING = frozenset({"and", "&", ",", "the", "-"}) | OF


class Tie(NamedTuple):
    """A person's office: the role's words at tokens ``[start, end)``, and the token inside the body it belongs to."""

    person: Mention
    start: int
    end: int
    role: str
    body: int | None
    leads: bool


def find(sheet: Sheet) -> list[Tie]:
    """All roles of claimed persons; each is also entered in its mention."""
    ties: list[Tie] = []
    for mention in sheet.mentions:
        if mention.kind == "person":
            held = [tie for tie in (_before(sheet, mention), _after(sheet, mention)) if tie]
            mention.roles.extend(tie.role for tie in held if tie.role not in mention.roles)
            ties.extend(held)
    return ties


def _is_role(sheet: Sheet, i: int) -> bool:
    low = sheet.bare(i)
    if not low or sheet.shut[i] or low in words().private:
        return False
    return low in words().roles or (low in words().ranks and sheet.cap[i])


def _before(sheet: Sheet, person: Mention) -> Tie | None:
    """The office before the name; before a comma only where it is somebody's: "the president of the X Movement, Y"."""
    end = person.start
    if end > 2 and sheet.text[end - 1] == ")" and sheet.bare(end - 2) in RETIRED:  # noqa: PLR2004 the brackets too
        end -= 3
    comma = sheet.bare(end - 1) == ","
    end -= comma
    at_once = _is_role(sheet, end - 1)
    tie = _tie(sheet, person, _whole(sheet, end - 1), end) if at_once else _with_field(sheet, person, end)
    if tie and comma and not (sheet.named(tie.start - 1) or sheet.bare(tie.start - 1) in SOMEBODYS):
        return None
    return tie


def _whole(sheet: Sheet, i: int) -> int:
    """Where the office begins that ends with token ``i``, past an "of": "Chief of Army Staff General"."""
    start = _role_start(sheet, i)
    wider = sheet.bare(start - 1) == "of" and sheet.cap[start - 2] and _is_role(sheet, start - 2)
    return _role_start(sheet, start - 2) if wider else start


def _with_field(sheet: Sheet, person: Mention, end: int) -> Tie | None:
    """Such as "Minister for X and Y Name", "president of the X Movement Name", "Deputy Commissioner Swat Name"."""
    body = None
    for i in range(end - 1, max(0, end - FURTHEST) - 1, -1):
        owner = sheet.owner[i]
        if sheet.low[i] in ON and i + 1 < end and _is_role(sheet, i - 1):
            return _tie(sheet, person, _role_start(sheet, i - 1), end if body is None else i, body)
        if owner and owner.kind in {"organisation", "place"}:
            body = i if body is None else body
            if (owner.start, owner.end) == (i, end) and sheet.cap[i - 1] and _is_role(sheet, i - 1):
                return _tie(sheet, person, _role_start(sheet, i - 1), i, body)
        elif not _is_inside(sheet, i) or (sheet.low[i] in {"and", "&"} and (body is not None or i + 1 == end)):
            return None
    return None


def _is_inside(sheet: Sheet, i: int) -> bool:
    """Whether token ``i`` can stand between an office and the name: a capital or a small word, no sentence start."""
    return (sheet.cap[i] or sheet.low[i] in JOINING) and not sheet.opens[i] and not sheet.shut[i]


def _role_start(sheet: Sheet, i: int) -> int:
    """The first token of the role phrase that ends with token ``i``."""
    lists = words()
    fields = lists.modifiers | lists.portfolios | lists.roles
    while i > 0:
        low, before = sheet.bare(i - 1), sheet.bare(i - 2)
        if sheet.cap[i] and not sheet.cap[i - 1] and low not in SMALL and low.isalpha():
            break
        if low in fields | lists.ranks and not sheet.shut[i - 1] and sheet.owner[i - 1] is None:
            i -= 1
            continue
        dashed = low in {"-", "–", "&"} and before in fields
        both = low == "and" and before in lists.portfolios and sheet.cap[i - 2] and sheet.cap[i]
        if not (dashed or both):
            break
        i -= 2
    return i


def _after(sheet: Sheet, person: Mention) -> Tie | None:
    """The office told after the name: ", Iran's parliament speaker,", ", president of X," or "(chairman)"."""
    start = person.end + 1
    if start >= len(sheet) or sheet.text[start - 1] not in {",", "(", "–", "—"}:
        return None
    body = None
    for i in range(start, min(start + FURTHEST, len(sheet))):
        owner, is_role = sheet.owner[i], _is_role(sheet, i)
        breaks = sheet.text[i] in STOPS or (sheet.tag[i][:2] in CLAUSES and not is_role)
        if breaks or (owner and owner.kind == "person"):
            return None
        body = i if owner else body
        if is_role and not _is_role(sheet, i + 1) and sheet.bare(i + 1) not in POSSESSIVES:
            return _ended(sheet, person, i, body)
    return None


def _ended(sheet: Sheet, person: Mention, head: int, body: int | None) -> Tie | None:
    """A role after the name that ends with token ``head``, unless what follows shows that it is somebody else's."""
    end = head + 1
    listed = sheet.named(end) or sheet.namelike(end) or sheet.tag[end : end + 1] == ["CD"]
    if listed or (sheet.cap[head] and _is_the_next_ones(sheet, end)):
        return None
    if sheet.bare(end) in OF:
        body = next((i for i in range(end + 1, end + 4) if sheet.named(i)), None)
        end = end if body is not None else _field_end(sheet, end)
    return _tie(sheet, person, _role_start(sheet, head), end, body)


def _is_the_next_ones(sheet: Sheet, start: int) -> bool:
    """Whether the office is the next one's in a list: "..., Chief of Army Staff General Asim M., ..."."""
    for i in range(start, min(start + FURTHEST, len(sheet))):
        if sheet.text[i] in STOPS or sheet.tag[i][:2] in {"VB", "MD"}:
            return False
        owner = sheet.owner[i]
        if owner and owner.kind == "person":
            return True
    return False


def _field_end(sheet: Sheet, of: int) -> int:
    """Past "of foreign affairs" or "for Information and Broadcasting"."""
    fields, end = words().portfolios, of + 1
    while sheet.bare(end) in fields or (sheet.bare(end) in {"and", "&"} and sheet.bare(end + 1) in fields):
        end += 1
    return end if end > of + 1 else of


def _tie(sheet: Sheet, person: Mention, start: int, end: int, body: int | None = None) -> Tie:
    """The office at tokens ``[start, end)``; where no body is given, that of the body named right before it."""
    said = {sheet.bare(i) for i in range(start, end)}
    if body is None:
        before = start - 2 if sheet.bare(start - 1) in POSSESSIVES else start - 1
        owner = sheet.named(before)
        body = before if owner and owner.kind != "person" else None
    owner = sheet.owner[body] if body is not None else None
    if owner and owner.end <= start:  # "former Chilean president"
        said.add(sheet.bare(owner.start - 1))
    head = next((word for i in range(end - 1, start - 1, -1) if (word := sheet.bare(i)) in words().leading), None)
    leads = bool(owner and head and not said & (NOT_NOW | NOT_HEAD) and _leads(owner, head, said))
    return Tie(person, start, end, sheet.words(start, end), None if said & NOT_NOW else body, leads)


def _leads(owner: Mention, head: str, said: set[str]) -> bool:
    """Whether the head of this name leads the whole: a minister leads no country, but a prime minister does."""
    if owner.kind == "place":
        return head in STATE_HEADS or (head == "minister" and bool(said & {"prime", "chief"}))
    return owner.kind in {"organisation", "group"} and head != "minister"
