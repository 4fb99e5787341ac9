"""Offices and callings of persons, before the name and after it, and whose they are.

"Interior Minister Daran Velk", "Federal Minister for Water and Power Omar Tazrin", "Leila Sarvand, Dovrania's
parliament speaker,", "the leader and president of the X Movement, Y Z,".
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
            held = [*_before(sheet, mention), *_appositive_before(sheet, mention), *_after(sheet, mention)]
            mention.roles.extend(tie.role for tie in held if tie.role not in mention.roles)
            ties.extend(held)
    return ties


def _before(sheet: Sheet, person: Mention) -> list[Tie]:
    end = person.start
    if end > 2 and sheet.text[end - 1] == ")" and sheet.bare(end - 2) in RETIRED:  # noqa: PLR2004
        end -= 3
    if _is_role(sheet, end - 1):
        start = _role_start(sheet, end - 1)
        if start > 1 and sheet.low[start - 1] == "of" and sheet.cap[start - 2] and _is_role(sheet, start - 2):
            start = _role_start(sheet, start - 2)  # "Chief of Army Staff General"
        return [_tie(sheet, person, start, end, None)]
    return _with_place(sheet, person, end) or _with_field(sheet, person, end)


def _with_place(sheet: Sheet, person: Mention, end: int) -> list[Tie]:
    """An office with its place before the name: "Deputy Commissioner Swat Saleem Jan"."""
    at = end - 2 if end > 1 and sheet.text[end - 1] == "," else end - 1
    body = sheet.owner[at] if at >= 0 else None
    if not body or body.kind not in {"place", "organisation"} or body.end != at + 1 or not sheet.cap[body.start - 1]:
        return []
    if not _is_role(sheet, body.start - 1):
        return []
    return [_tie(sheet, person, _role_start(sheet, body.start - 1), body.start, body.start)]


def _is_role(sheet: Sheet, i: int) -> bool:
    low = sheet.bare(i)
    if i < 0 or i >= len(sheet) or sheet.shut[i] or low in words().private:
        return False
    return low in words().roles or (low in words().ranks and sheet.cap[i])


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
        if i < 2 or not (dashed or both):  # noqa: PLR2004 nothing before it
            break
        i -= 2
    return i


def _with_field(sheet: Sheet, person: Mention, end: int) -> list[Tie]:
    """An office with its field or body before the name: "Minister for X and Y", "president of the X Movement"."""
    body = None
    i = end - 1
    if i < 0 or sheet.low[i] in {",", "and", "&"}:
        return []
    while i >= max(0, end - FURTHEST):
        low = sheet.bare(i)
        owner = sheet.owner[i]
        if low in {"of", "for", "to", "on", "at"} and i + 1 < end and _is_role(sheet, i - 1):
            start = _role_start(sheet, i - 1)
            return [_tie(sheet, person, start, i if body is not None else end, body)]
        if owner and owner.kind in {"organisation", "place"}:
            body = i if body is None else body
        elif not _inside(sheet, i, low) or (body is not None and low in {"and", "&"}):
            return []
        i -= 1
    return []


def _inside(sheet: Sheet, i: int, low: str) -> bool:
    """Whether token ``i`` can stand between an office and the name: a capital or a small word, no sentence start."""
    small = low in {"and", "&", ",", "the", "of", "for", "-"}
    return (sheet.cap[i] or small) and not sheet.opens[i] and not sheet.shut[i]


def _appositive_before(sheet: Sheet, person: Mention) -> list[Tie]:
    """The offices of a phrase that starts a clause and ends at a comma: "the leader and president of X, Name"."""
    comma = person.start - 1
    if comma < 2 or sheet.text[comma] != ",":  # noqa: PLR2004
        return []
    i = comma - 1
    while i > 0 and comma - i < FURTHEST and not sheet.opens[i] and not _breaks(sheet, i - 1):
        i -= 1
    heads = [
        j
        for j in range(i, comma)
        if _is_role(sheet, j) and (j + 1 == comma or sheet.low[j + 1] in {"of", "and", "for", "at"})
    ]
    if not heads or sheet.low[i] not in {"the", "a", "an", "its", "their"} or (i > 0 and sheet.tag[i - 1] == "IN"):
        return []
    out = []
    for head in heads:
        body = (
            next((j for j in range(head + 1, comma) if sheet.owner[j]), None)
            if sheet.low[head + 1] in {"of", "for", "at"}
            else None
        )
        out.append(_tie(sheet, person, _role_start(sheet, head), head + 1, body))
    return out


def _breaks(sheet: Sheet, i: int) -> bool:
    """Whether a phrase cannot reach back over token ``i``: a stop, a verb, a preposition that follows no role."""
    if sheet.text[i] in {",", ";", ":", "."} or sheet.tag[i][:2] in {"VB", "MD"}:
        return True
    return sheet.tag[i] == "IN" and not _is_role(sheet, i - 1)


def _after(sheet: Sheet, person: Mention) -> list[Tie]:
    """The office told after the name: ", Iran's parliament speaker,", ", president of X," or "(chairman)"."""
    i = person.end
    if i + 1 >= len(sheet) or sheet.text[i] not in {",", "(", "–", "—"}:
        return []
    i += 1
    body = None
    for j in range(i, min(i + FURTHEST, len(sheet))):
        if sheet.text[j] in STOPS or (sheet.tag[j][:2] in CLAUSES and not _is_role(sheet, j)):
            return []
        owner = sheet.owner[j]
        if owner and owner.kind == "person":
            return []
        body = j if owner else body
        if _is_role(sheet, j) and not (
            j + 1 < len(sheet) and (_is_role(sheet, j + 1) or sheet.bare(j + 1) in POSSESSIVES)
        ):
            return _ended(sheet, person, j, body)
    return []


def _ended(sheet: Sheet, person: Mention, head: int, body: int | None) -> list[Tie]:
    """A role after the name that ends with token ``head``, unless what follows shows that it is somebody else's."""
    end = head + 1
    after = sheet.owner[end] if end < len(sheet) else None
    listed = end < len(sheet) and (sheet.namelike(end) or sheet.tag[end] == "CD")
    if after or listed or (sheet.cap[head] and _somebody_follows(sheet, end)):
        return []
    if sheet.low[end : end + 1] and sheet.low[end] in {"of", "for", "at"}:
        body = next((j for j in range(end + 1, min(end + 4, len(sheet))) if sheet.owner[j]), None)
        if body is None:
            end = _field_end(sheet, end)
    return [_tie(sheet, person, _role_start(sheet, head), end, body)]


def _somebody_follows(sheet: Sheet, i: int) -> bool:
    """Whether the office is the next one's in a list: "..., Chief of Army Staff General Asim M., ..."."""
    for j in range(i, min(i + FURTHEST, len(sheet))):
        if sheet.text[j] in STOPS or sheet.tag[j][:2] in {"VB", "MD"}:
            return False
        owner = sheet.owner[j]
        if owner and owner.kind == "person":
            return True
    return False


def _field_end(sheet: Sheet, i: int) -> int:
    """Past "of foreign affairs" or "for Information and Broadcasting"."""
    j = i + 1
    while j < len(sheet) and (
        sheet.bare(j) in words().portfolios
        or (sheet.low[j] in {"and", "&"} and sheet.bare(j + 1) in words().portfolios)
    ):
        j += 1
    return j if j > i + 1 else i


def _tie(sheet: Sheet, person: Mention, start: int, end: int, body: int | None) -> Tie:
    role = sheet.words(start, end)
    said = {sheet.bare(i) for i in range(start, end)}
    if body is None and start > 0:
        at = start - 2 if sheet.low[start - 1] in POSSESSIVES else start - 1
        body = at if at >= 0 and sheet.owner[at] and sheet.owner[at].kind != "person" else None  # type: ignore[union-attr]
    owner = sheet.owner[body] if body is not None else None
    if owner and owner.end <= start:  # "former Chilean president"
        said.add(sheet.bare(owner.start - 1))
    head = next((word for i in range(end - 1, start - 1, -1) if (word := sheet.bare(i)) in words().leading), None)
    leads = bool(owner and head and not said & (NOT_NOW | NOT_HEAD)) and _of_whole(owner, head, said)
    return Tie(person, start, end, role, body if not said & NOT_NOW else None, leads)


def _of_whole(owner: Mention | None, head: str | None, said: set[str]) -> bool:
    """Whether the head of this name leads the whole: a minister leads no country, but a prime minister does."""
    if owner is None or owner.kind not in {"organisation", "place", "group"}:
        return False
    if owner.kind == "place":
        return head in STATE_HEADS or (head == "minister" and bool(said & {"prime", "chief"}))
    return head != "minister"
