"""Titles and offices before a name, and offices behind it, with the field and the nation or body that they are of."""

from collections.abc import Iterator
from typing import Final

from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.multilingual.names.tables import Phrase
from reportedly.read.names.sheet import Mention

FURTHEST: Final = 8  # words of an office before a name
_PHRASE: Final = 3  # words of a title or an office in the tables
_COMMAS: Final = frozenset({",", "،", "(", "–", "—", "-"})


def end(roll: Roll, i: int) -> int:
    """The end of the title or office that begins with a word; 0 where none does."""
    return max(_listed(roll, i, roll.tables.titles), _office(roll, i))


def past(roll: Roll, start: int, stop: int) -> int:
    """The first word behind the titles and offices that begin here, where a name is left before ``stop``."""
    begun = (_listed(roll, i, roll.tables.titles) for i in range(max(start - _PHRASE, 0), start))
    start = min(max(start, *begun, start), stop - 1)  # the model may begin within a title: آیت | الله
    while (cut := end(roll, start)) and start < cut < stop:
        start = cut
    return start


def is_comma(roll: Roll, i: int) -> bool:
    """Whether a comma or a bracket stands before a word."""
    return 0 < i < len(roll) and roll.text[roll.words[i - 1].span.end : roll.words[i].span.start].strip() in _COMMAS


def held(roll: Roll, person: Mention) -> Iterator[str]:
    """The words of the offices before the name and behind it."""
    for start in range(max(0, person.start - FURTHEST), person.start):
        cut = _office(roll, start)
        if cut and _leads_to(roll, cut, person.start):
            yield _said(roll, start, cut)
            break
    after = person.end
    if after < len(roll) and (roll.beside(after - 1) or is_comma(roll, after)) and (cut := _office(roll, after)):
        yield _said(roll, after, cut)


def _listed(roll: Roll, i: int, phrases: frozenset[Phrase]) -> int:
    for n in range(_PHRASE, 0, -1):
        if i + n <= len(roll) and all(roll.beside(at) for at in range(i, i + n - 1)):
            rest = tuple(roll.key(at) for at in range(i + 1, i + n))
            if any((form, *rest) in phrases for form in roll.forms(i)):
                return i + n
    return 0


def _office(roll: Roll, i: int) -> int:
    """Past an office, the words of its field and the nation or body that it is of; behind that a name may stand."""
    cut = _listed(roll, i, roll.tables.offices)
    while cut and cut < len(roll) and cut - i < FURTHEST and roll.beside(cut - 1):
        owner = roll.owner[cut]
        if owner is not None and owner.kind != "person":
            cut = owner.end
        elif owner is None and not roll.tables.fields.isdisjoint(roll.forms(cut)) and not roll.given(cut):
            cut += 1
        else:
            break
    return cut


def _said(roll: Roll, start: int, stop: int) -> str:
    """The office without the nation or body at its end."""
    owner = roll.owner[stop - 1]
    said = roll.said(start, owner.start if owner is not None and owner.start > start else stop)
    first = roll.words[start]
    bare = next((form for form in first.keys if any(form == phrase[0] for phrase in roll.tables.offices)), first.key)
    return said[len(first.key) - len(bare) :] if first.key.endswith(bare) else said


def _leads_to(roll: Roll, start: int, name: int) -> bool:
    """Whether nothing but titles stands between an office and the name; a comma may."""
    if start < name and not roll.beside(start - 1):
        return False
    while start < name:
        cut = _listed(roll, start, roll.tables.titles)
        if not cut:
            return False
        start = cut
    return start == name and (roll.beside(name - 1) or is_comma(roll, name))
