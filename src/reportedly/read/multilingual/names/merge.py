"""One entity for all the ways an article names a person, names that stand again without a mark, and whole places.

A single name that ends a longer one is short for it, as are words that stand in the longer one in their order. Endings
and what is written on to a word are looked through; the shortest form of a name is the one it goes by.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from reportedly.read.multilingual.names.commonness import share
from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.names.sheet import Mention

COMMON: Final = 0.006  # share of headlines from which a lone word is no person's name said again; not measured
LONGEST: Final = 5  # words of a place
_ARTICLE: Final = "ال"
_SHORTEST: Final = 3  # letters of a lone name that is looked for again

Name = tuple[frozenset[str], ...]
"""The words of a name, each in all its forms."""


def persons(roll: Roll) -> None:
    """Give the mentions of a person the key and name of the fullest, then claim family names that stand alone."""
    named = [mention for mention in roll.mentions if mention.kind == "person"]
    fullest = _joined(roll, sorted(named, key=lambda m: (-(m.end - m.start), m.start)))
    _repeated(roll, fullest)


def places(roll: Roll) -> None:
    """Let a place cover all that the model takes for its name: the east of Europe, the prison of Guantanamo."""
    for start, end, _ in roll.rows("place"):
        owners = {id(owner): owner for owner in roll.owner[start:end] if owner is not None}
        if len(owners) == 1 and end - start <= LONGEST:
            _widen(roll, next(iter(owners.values())), start, end)


def _widen(roll: Roll, place: Mention, start: int, end: int) -> None:
    if place.kind == "place" and not place.adjective and start <= place.start and place.end <= end:
        place.start, place.end = start, end
        roll.owner[start:end] = [place] * (end - start)


def _joined(roll: Roll, named: Sequence[Mention]) -> list[Mention]:
    """The fullest mention of each person; of several that could be meant the one named last before."""
    fullest: list[Mention] = []
    for mention in named:
        own = _name(roll, mention)
        same = [other for other in fullest if _is_short_for(own, _name(roll, other))]
        if not same:
            fullest.append(mention)
            continue
        before = [other for other in same if other.start < mention.start]
        whole = max(before or same, key=lambda other: other.start)
        if mention.end - mention.start == whole.end - whole.start and len(mention.name) < len(whole.name):
            _rename(roll, whole, mention)
        mention.key, mention.name = whole.key, whole.name
    return fullest


def _rename(roll: Roll, whole: Mention, shorter: Mention) -> None:
    """The person goes by the shorter form: Путин, not Путиным."""
    key, name = shorter.key, shorter.name
    for mention in roll.mentions:
        if mention.key == whole.key and mention is not whole:
            mention.key, mention.name = key, name
    whole.key, whole.name = key, name


def _name(roll: Roll, mention: Mention) -> Name:
    return tuple(
        _forms(roll.forms(i)) for i in range(mention.start, mention.end) if roll.key(i) not in roll.tables.links
    )


def _forms(forms: Iterable[str]) -> frozenset[str]:
    each = frozenset(forms)
    return each | {form.removeprefix(_ARTICLE) for form in each if len(form) - len(_ARTICLE) >= _SHORTEST}


def _is_short_for(short: Name, long: Name) -> bool:
    """Whether the words of one stand in the other in their order; a lone one must end it."""
    if not short or len(short) > len(long):
        return False
    if len(short) == 1:
        return not short[0].isdisjoint(long[-1])
    at = 0
    for word in short:
        at = next((i + 1 for i in range(at, len(long)) if not word.isdisjoint(long[i])), 0)
        if not at:
            return False
    return True


def _repeated(roll: Roll, fullest: Sequence[Mention]) -> None:
    """Claim family names of those named in full before, and full names, where they stand again."""
    last: dict[str, Mention] = {}
    for mention in fullest:
        if mention.end - mention.start > 1:
            word = roll.key(mention.end - 1)
            if len(word) >= _SHORTEST and share(word) < COMMON:
                last.update(dict.fromkeys(_forms(roll.forms(mention.end - 1)), mention))
    for i in range(len(roll)):
        if roll.owner[i] is not None or not roll.is_capital(i):
            continue
        whole = next((last[form] for form in roll.forms(i) if form in last), None)
        if whole is not None and whole.start < i:
            roll.claim(whole.again(i, i + 1))
