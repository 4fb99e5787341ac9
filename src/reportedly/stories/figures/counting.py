"""What a quantity counts, from the words around it: a clause read from left to right without a parse.

After the number comes the noun, perhaps something in between, and then what became of it ("16 others, including three
foreigners, were injured"); before it a verb or a toll may say the same ("killed 16", "bringing the toll to eight").
What stands joined to a figure shares what is said of it ("killed two soldiers and three civilians").
"""

from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from reportedly.likeness import stem, telling
from reportedly.stories.figures import things
from reportedly.stories.figures.noun import Noun, noun_after
from reportedly.stories.figures.quantities import Quantity, Token, bounds, hedged, quantities

_ADDING: Final = frozenset(("another", "additional", "further", "extra"))
_ADDED: Final = frozenset(("more", "additional", "further", "new"))
_BEFORE_IT: Final = frozenset(
    ("the", "a", "an", "his", "her", "their", "its", "all", "those", "lives", "bodies", "total", "of", "number")
)
_JOINING: Final = frozenset(("and", "&", ",", "plus", "along", "with", "well", "as", "while"))
_ASIDE: Final = frozenset(("including", "among", "mostly"))
_RISE: Final = frozenset(
    word
    for line in (
        "rise rises rose risen rising climb climbs climbed climbing jump jumps jumped soar soars soared increase",
        "increases increased bring brings bringing brought take takes taking took reach reaches reached reaching pass",
        "passes passed surpass surpasses surpassed revised top tops topped exceed exceeds exceeded mounts mounted",
        "raising raised raises hit hits crosses crossed",
    )
    for word in line.split()
)
_TO: Final = frozenset(("to", "at", "of", ":", "is", "was", "as", "now", *_RISE))
_FORMER: Final = frozenset(("from", "earlier", "previously", "initially", "initial", "previous"))
_BACK: Final = 12  # tokens before a number among which a toll is looked for
_STUFF: Final = 2  # words after "of" that name what is weighed
_BESIDE: Final = 5  # tokens between two figures of which one is told as a part of the other


class Counted(NamedTuple):
    """A quantity and what it counts. ``whom`` are the class of who is counted, where one is told, then its own words.

    ``part`` is told as a part of another, ``more`` adds to one, ``risen`` is told as the newest of a series,
    ``former`` as one that no longer stands, ``active`` says that the verb stands before it. ``names`` are the
    capitalised words of whom: "six wounded" after "four Selish guards were killed and" are Selish too.
    """

    quantity: Quantity
    thing: str
    unit: str
    whom: tuple[str, ...]
    last: int
    part: bool = False
    more: bool = False
    risen: bool = False
    former: bool = False
    active: bool = False
    names: tuple[str, ...] = ()


def counted(words: Sequence[Token]) -> list[Counted]:
    """The quantities of a sentence that count or measure something, in order."""
    found: list[Counted] = []
    for quantity in quantities(words):
        one = _measured(words, quantity) or _people_or_things(words, quantity, found[-1] if found else None)
        if one:
            found.append(one)
    return found


# -- money and measures ------------------------------------------------------------------------------------------------


def _measured(words: Sequence[Token], quantity: Quantity) -> Counted | None:
    """An amount of money, a weight, a length, a share."""
    return _money_before(words, quantity) or _measure_after(words, quantity)


def _money_before(words: Sequence[Token], quantity: Quantity) -> Counted | None:
    sign = quantity.first - 1
    sign -= sign > 0 and words[sign].word == "."
    if sign < 0 or words[sign].word not in things.MONEY_BEFORE:
        return None
    first, hedge = hedged(words, sign)
    if quantity.number is not None and hedge:
        low, high = bounds(quantity.number, hedge)
        quantity = quantity._replace(low=low, high=high, hedge=hedge)
    currency = things.MONEY_BEFORE[words[sign].word]
    return Counted(quantity._replace(first=first), currency, "money", (), quantity.last)


def _measure_after(words: Sequence[Token], quantity: Quantity) -> Counted | None:
    after = [word.word for word in words[quantity.last + 1 : quantity.last + 3]]
    if after == ["per", "cent"]:
        return Counted(quantity, "per cent", "measure", (), quantity.last + 2)
    skipped = int(after[:1] in (["us"], ["metric"], ["square"], ["cubic"]))
    unit = after[skipped] if len(after) > skipped else ""
    for table, kind in ((things.MEASURES, "measure"), (things.MONEY_AFTER, "money")):
        if unit in table:
            last = quantity.last + 1 + skipped
            stuff = _stuff(words, last + 1) if table[unit] in things.WEIGHED else ()
            return Counted(quantity, table[unit], kind, stuff, last)
    return None


def _stuff(words: Sequence[Token], at: int) -> tuple[str, ...]:
    """The stems of what is weighed: ``55 tons of relief supplies``."""
    if at >= len(words) or words[at].word != "of":
        return ()
    following = words[at + 1 : at + 1 + _STUFF]
    return tuple(dict.fromkeys(chain.from_iterable(telling(word.word) for word in following)))


# -- people and things -------------------------------------------------------------------------------------------------


def _people_or_things(words: Sequence[Token], quantity: Quantity, before: Counted | None) -> Counted | None:
    noun = noun_after(words, quantity)
    whom = _whom(noun.words)
    kind = whom[0] if whom else ""
    toll, risen = _toll(words, quantity)
    verb = _verb_before(words, quantity)
    if _is_base(words, quantity):
        return None
    aside = before is not None and (noun.part or _aside(words, before, quantity))
    if kind in things.COUNTED_THINGS:
        done = things.DONE_TO_THINGS.get(verb) or things.DONE_TO_THINGS.get(noun.fate)
        return Counted(quantity, f"{kind} {done}" if done else kind, "things", whom, noun.last, part=aside)
    active = things.BEFORE.get(verb)
    shared = _shared(words, before, quantity, noun) if before else None
    told = things.AFTER.get(noun.fate, noun.fate) if noun.fate not in things.DONE_TO_THINGS else None
    fate = active or told or (before.thing if aside and before else shared) or toll
    if not (fate or kind in things.CLASSES) or _is_one(words, quantity, noun):
        return None
    if fate is None and before is None and noun.part:
        return None
    return Counted(
        quantity,
        fate or kind,
        "people",
        whom,
        noun.last,
        part=aside or noun.part,
        more=_more(words, quantity) or bool(aside and before and before.more),
        risen=risen,
        former=quantity.first > 0 and words[quantity.first - 1].word in _FORMER,
        active=bool(active or shared),
        names=tuple(map(stem, noun.names)) or _names_before(words, before, quantity, noun),
    )


def _whom(words: Sequence[str]) -> tuple[str, ...]:
    """The class of the counted, where their noun has one, then the stems of their words."""
    people = next((things.PEOPLE[word] for word in words if word in things.PEOPLE), None)
    kind = people or next((things.THINGS[word] for word in reversed(words[:3]) if word in things.THINGS), None)
    stems = tuple(dict.fromkeys(stem(word) for word in words))
    return (kind, *stems) if kind else stems


def _is_base(words: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number is only what another is taken out of: ``18 of the 80 people``."""
    return [word.word for word in words[quantity.first - 2 : quantity.first]] in (["of", "the"], ["of", "its"])


def _is_one(words: Sequence[Token], quantity: Quantity, noun: Noun) -> bool:
    """Whether a ``one`` is no count: ``no one``, ``one of them``, ``the one``."""
    if quantity.number != 1 or words[quantity.last].word != "one":
        return False
    before = words[quantity.last - 1].word if quantity.last else ""
    return before in {"no", "any", "every", "the", "each"} or not noun.words or noun.part


def _verb_before(words: Sequence[Token], quantity: Quantity) -> str:
    """The word right before a quantity, articles and the like skipped: ``claimed the lives of 12``."""
    at = quantity.first - 1
    while at >= 0 and words[at].word in _BEFORE_IT:
        at -= 1
    at -= at > 0 and [word.word for word in words[at - 1 : at + 1]] == ["injuries", "to"]
    down = at > 0 and words[at].word == "down" and words[at - 1].word in {"shot", "shoot", "shoots", "shooting"}
    return "downed" if down else words[at].word if at >= 0 else ""


def _toll(words: Sequence[Token], quantity: Quantity) -> tuple[str | None, bool]:
    """What a toll before the quantity counts, and whether the number is told as the newest: ``toll rises to eight``."""
    back = [word.word for word in words[max(0, quantity.first - _BACK) : quantity.first]]
    risen = bool(back) and back[-1] in {"to", *_RISE} and any(word in _RISE for word in back[-4:])
    if not back or back[-1] not in _TO:
        return None, risen
    for at in range(len(back) - 1, -1, -1):
        if back[at] == "toll":
            injured = at > 0 and back[at - 1] in {"injury", "injured"}
            return ("injured" if injured else "killed"), risen or any(word in _RISE for word in back)
        if back[at] in things.AFTER and back[max(0, at - 2) : at] in (["number", "of"], ["of", "the"], ["of", "those"]):
            return things.AFTER[back[at]], risen
        if back[at][0].isdigit():
            return None, risen
    return None, risen


def _between(words: Sequence[Token], before: Counted, quantity: Quantity) -> list[str]:
    return [word.word for word in words[before.last + 1 : quantity.first]]


def _shared(words: Sequence[Token], before: Counted, quantity: Quantity, noun: Noun) -> str | None:
    """What is said of the figure before and holds for this one too: ``killed two soldiers and three civilians``."""
    between = _between(words, before, quantity)
    joined = 0 < len(between) <= _BESIDE and all(word in _JOINING or word in _BEFORE_IT for word in between)
    return before.thing if joined and before.active and noun.words and before.thing in things.FATES else None


def _names_before(words: Sequence[Token], before: Counted | None, quantity: Quantity, noun: Noun) -> tuple[str, ...]:
    """The names of the figure before, where this one has no noun of its own and goes on its clause."""
    if before is None or noun.words:
        return ()
    between = words[before.last + 1 : quantity.first]
    return before.names if len(between) <= _BESIDE and between[-1:] and between[-1].word in {"and", ","} else ()


def _aside(words: Sequence[Token], before: Counted, quantity: Quantity) -> bool:
    """Whether this is told as a part of the figure before: ``16 people on Friday, including six children``."""
    between = [word.word for word in words[before.quantity.last + 1 : quantity.first]]
    whole = between[-1:] in (["the"], ["those"])  # "25 children were among the 27 dead"
    return before.unit == "people" and not whole and any(word in _ASIDE for word in between[-_BESIDE:])


def _more(words: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number adds to another: ``three more``, ``another 12``."""
    before = words[quantity.first - 1].word if quantity.first else ""
    after = words[quantity.last + 1].word if quantity.last + 1 < len(words) else ""
    return before in _ADDING or after in _ADDED
