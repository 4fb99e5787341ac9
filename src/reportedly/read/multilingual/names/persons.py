"""Persons: what the model takes for one, and what stands behind a title or an office.

What begins with a given name is one where the model sees a name in it, if it was shown it.
"""

from typing import Final

from reportedly.likeness.full_names import is_given
from reportedly.read.multilingual.marked import NameMark
from reportedly.read.multilingual.names import cases, offices
from reportedly.read.multilingual.names.commonness import share
from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.multilingual.names.tables import phrase
from reportedly.read.names import gazetteer
from reportedly.read.names.sheet import Mention

LONGEST: Final = 4  # words of a name that no model has marked
FULL: Final = 2  # words
METROPOLIS: Final = 2_000_000  # inhabitants of a town that is no part of a name
FIRST: Final = 0.002  # share of headlines from which a word that is no known name does not begin one; not measured
FURTHER: Final = 0.006  # the same of what goes on in a name


def find(roll: Roll) -> None:
    """Claim persons, each with the offices told before the name or after it."""
    for start, end, mark in roll.rows("person"):
        _claim(roll, *_whole(roll, offices.past(roll, start, end), end, seen=True), mark)
    for i in range(len(roll)):
        name = offices.end(roll, i) if roll.owner[i] is None else 0
        if name and (roll.beside(name - 1) or (offices.is_comma(roll, name) and roll.given(name))):
            end = _end(roll, name)
            if end > name and (roll.given(name) or roll.marked(name, end)):
                _claim(roll, *_whole(roll, name, end, seen=False), None)
    for i in range(len(roll)):
        begins = (
            roll.owner[i] is None
            and roll.given(i)
            and not offices.end(roll, i)
            and roll.tables.words_too.isdisjoint(roll.forms(i))
        )
        if begins and _end(roll, i) - i >= FULL and _may_be_seen(roll, i, _end(roll, i)):
            _claim(roll, i, _end(roll, i), None)
    for mention in roll.mentions:
        if mention.kind == "person":
            mention.roles.extend(dict.fromkeys(offices.held(roll, mention)))


def _may_be_seen(roll: Roll, start: int, end: int) -> bool:
    """Whether the model sees a name in the words, or an office behind says it.

    A headline it is not shown, and in some languages it was not taught names.
    """
    shown = roll.tables.taught and roll.is_read(start)
    return not shown or roll.marked(start, end) is not None or offices.end(roll, end) > end


def _claim(roll: Roll, start: int, end: int, mark: NameMark | None) -> None:
    if _is_one(roll, start, end):
        name = cases.first(roll, start, end, _name(roll, start, end, mark))
        first = start - (roll.key(start - 1) in roll.tables.honours and roll.beside(start - 1))
        roll.claim(Mention(first, end, "person", name, f"person:{' '.join(phrase(name))}"))


def _is_one(roll: Roll, start: int, end: int) -> bool:
    """Whether words may be a name: not one alone that is also a word, nor titles and links and no more."""
    if end - start == 1 and not roll.tables.words_too.isdisjoint(roll.forms(start)):
        return False
    return any(_tells(roll, i) for i in range(start, end))


def _tells(roll: Roll, i: int) -> bool:
    """Whether a word is more than a letter, a title or a link."""
    return len(roll.key(i)) > 1 and roll.key(i) not in roll.tables.links and not offices.end(roll, i)


def _whole(roll: Roll, start: int, end: int, *, seen: bool) -> tuple[int, int]:
    """The name with what it is linked to on both sides, and, where it is a given name alone, with what goes on.

    Not so where the model has ``seen`` it, which sees where a name ends.
    """
    links = roll.tables.links
    if end - start == 1 and roll.given(start) and not (seen and roll.tables.taught):
        end = max(end, _end(roll, start))
    while start > 0 and roll.beside(start - 1) and roll.owner[start - 1] is None:
        linked = (
            roll.key(start - 1) in links and start > 1 and roll.beside(start - 2) and _is_part(roll, start - 2, FIRST)
        )
        if not linked and not (roll.key(start) in links and _is_part(roll, start - 1, FIRST)):
            break
        start -= 2 if linked else 1
    while end < len(roll) and roll.beside(end - 1) and roll.owner[end] is None:
        linked = roll.key(end) in links and roll.beside(end) and _is_part(roll, end + 1, FURTHER)
        if not linked and not (roll.key(end - 1) in links and _is_part(roll, end, FURTHER)):
            break
        end += 2 if linked else 1
    return start, end


def _name(roll: Roll, start: int, end: int, mark: NameMark | None) -> str:
    """The words of a name, less what is written on to the first where that is no part: وعباس is عباس."""
    words, first = roll.said(start, end), roll.words[start]
    if mark and first.span.start < mark.span.start < first.span.end and len(first.keys) > 1:
        return words[mark.span.start - first.span.start :]
    bare = next((form for form in first.keys[1:] if is_given(form)), None)
    if bare and not is_given(first.key) and len(first.key) - len(bare) == 1:
        return words[1:]
    return words


def _end(roll: Roll, start: int) -> int:
    """The end of the name that begins here: rare words and known given names, up to the first that is no name."""
    end = start
    while end < len(roll) and end - start < LONGEST and (end == start or roll.beside(end - 1)):
        if roll.owner[end] is not None or not _is_part(roll, end, FURTHER if end > start else FIRST):
            break
        end += 1
    while end > start and roll.key(end - 1) in roll.tables.links:
        end -= 1
    told = [i for i in range(start, end) if roll.key(i) not in roll.tables.links]
    return end if len(told) >= FULL or (told and roll.given(told[0])) else start


def _is_part(roll: Roll, i: int, common: float) -> bool:
    word, tables = roll.key(i), roll.tables
    if (
        not 0 <= i < len(roll)
        or roll.owner[i] is not None
        or not roll.is_capital(i)
        or word in tables.none
        or word.isdecimal()
    ):
        return False
    if roll.given(i) or word in tables.links:
        return True
    if any(place.population >= METROPOLIS for form in roll.forms(i) for place in gazetteer.named(form)):
        return False
    if len(word) == 1 or word in tables.fields or word in tables.bodies or offices.end(roll, i):
        return False
    return share(word) < common
