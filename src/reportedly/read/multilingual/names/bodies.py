"""Bodies that no table has: what the model takes for one."""

from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.names import known
from reportedly.read.multilingual.names.commonness import share
from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.names.known import Known
from reportedly.read.names.sheet import Mention

FULL = 3  # words of fields from which they are the body's own name: آموزش و پرورش


def find(roll: Roll) -> None:
    """Claim the bodies that the model marks, each with the nation that is named within it as its country."""
    for start, end, _ in roll.rows("organisation"):
        start = _with_kind(roll, start, end)  # noqa: PLW2901  the model leaves out the word for its kind
        end = _with_field(roll, start, end)  # noqa: PLW2901  and what is its field: وزارة | الطاقة
        end = _before_nation(roll, start, end)  # noqa: PLW2901
        ministry = _ministry(roll, start, end)
        telling = ministry or end - start >= FULL or any(_tells(roll, i) for i in range(start, end))
        if not roll.free(start, end) or not telling or _only_says_whose(roll, start, end):
            continue
        if what := _within(roll, start, end):
            roll.claim(known.mention(start, end, what))
        else:
            name = ministry or _bare(roll, start, end)
            own = " ".join(map(key, name.split()))
            roll.claim(
                Mention(start, end, "organisation", name, f"organisation:{own}", country=_country(roll, start, end))
            )


def _with_kind(roll: Roll, start: int, end: int) -> int:
    """Where a name begins, with the word for its kind (وزارة | الدفاع), but for one that is no part of it (شركة)."""
    if roll.is_beside(start) and end - start > 1:
        return start + 1
    before = start - 1
    if start and roll.beside(before) and roll.owner[before] is None and _opens(roll, before):
        return start if roll.is_beside(before) else before
    return start


def _with_field(roll: Roll, start: int, end: int) -> int:
    """The end of a name that would be a word for a kind of body and no more: the field goes with it."""
    if end - start == 1 and _opens(roll, start):
        while end < len(roll) and roll.beside(end - 1) and roll.owner[end] is None and _is_field(roll, end):
            end += 1
    return end


def _is_field(roll: Roll, i: int) -> bool:
    return roll.key(i) in roll.tables.fields and roll.key(i) not in roll.tables.none


def _tells(roll: Roll, i: int) -> bool:
    """Whether a word is more than a letter or what goes on from an office: امور."""
    return len(roll.key(i)) > 1 and (not _is_field(roll, i) or _opens(roll, i))


def _only_says_whose(roll: Roll, start: int, end: int) -> bool:
    """Whether words are an adjective of a nation with common words and no name: Iranian newspapers."""
    found = known.match(roll, start)
    adjective = found is not None and found[1].sense == "adjective" and found[0] < end
    return adjective and all(share(roll.key(i)) for i in range(start + 1, end))


def _before_nation(roll: Roll, start: int, end: int) -> int:
    """The end of fields before a nation that is named by itself: the foreign minister | of Iran."""
    last = roll.owner[end - 1]
    cut = last.start if last is not None else end
    return cut if start < cut < end and all(_is_field(roll, i) for i in range(start, cut)) else end


def _ministry(roll: Roll, start: int, end: int) -> str:
    """The ministry whose field stands behind its minister: the minister of health; empty where it is none."""
    if not roll.tables.ministry or not start or not roll.beside(start - 1):
        return ""
    minister, ministry = roll.tables.ministry
    fields = all(_is_field(roll, i) for i in range(start, end))
    return f"{ministry} {roll.said(start, end)}" if fields and roll.key(start - 1) == key(minister) else ""


def _within(roll: Roll, start: int, end: int) -> Known | None:
    """The known body that the words name beside words for its kind: the agency in “agency Reuters”."""
    for first in range(start, end):
        found = known.match(roll, first)
        if found and found[0] == end and found[1].kind in {"organisation", "group"}:
            return found[1]
        if not _opens(roll, first):
            return None
    return None


def _bare(roll: Roll, start: int, end: int) -> str:
    """The name without what is written on to the word for its kind: للوزارة."""
    said, first = roll.said(start, end), roll.words[start]
    form = next((form for form in first.keys[1:] if form in roll.tables.bodies), first.key)
    return (
        said[len(first.key) - len(form) :] if first.key.endswith(form) and first.key not in roll.tables.bodies else said
    )


def _opens(roll: Roll, i: int) -> bool:
    """Whether a word begins the names of bodies: a ministry, a company."""
    return not roll.tables.bodies.isdisjoint(roll.forms(i))


def _country(roll: Roll, start: int, end: int) -> str | None:
    found = filter(None, (known.match(roll, i) for i in range(start, end)))
    return next((what.country for _, what in found if what.precision == "country"), None)
