"""Numbers in a sentence with the bounds that their words set: digits, words, mixed, and words that are vague.

A bound is inclusive and stands where the words leave no way beyond it: "at least 20" has no ``high``, "up to 20" no
``low``. "About 400" is a tenth to both sides, "dozens" is what a reader takes them for.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reportedly.english import BELOW_TWENTY, NUMBERS, TENS

SCALES: Final[dict[str, float]] = {
    **dict.fromkeys(("hundred",), 100),
    **dict.fromkeys(("thousand",), 1_000),
    **dict.fromkeys(("lakh", "lakhs", "lac"), 100_000),
    **dict.fromkeys(("million", "mn"), 1_000_000),
    **dict.fromkeys(("crore", "crores"), 10_000_000),
    **dict.fromkeys(("billion", "bn"), 1_000_000_000),
    **dict.fromkeys(("trillion", "tn", "tr"), 1_000_000_000_000),
    "dozen": 12,
}
_UNITS: Final = frozenset(BELOW_TWENTY[:10])
_AGED: Final = frozenset(("aged", "age", "ages", "number", "no", "day", "phase", "article", "section"))
_MARKS: Final = frozenset("-–:/.")
_GLUED: Final = {"m": 1_000_000.0, "k": 1_000.0, "b": 1_000_000_000.0}  # only where they stand at the very digits
VAGUE: Final[dict[str, tuple[float, float]]] = {
    "dozens": (20, 150),
    "scores": (20, 150),
    "hundreds": (150, 1_500),
    "thousands": (1_500, 15_000),
    "millions": (1_500_000, 15_000_000),
    "several dozen": (24, 100),
    "several hundred": (200, 1_000),
    "several thousand": (2_000, 10_000),
    "tens of thousands": (15_000, 150_000),
    "hundreds of thousands": (150_000, 1_500_000),
}
_VAGUE_FROM: Final = frozenset(phrase.split()[0] for phrase in VAGUE)
TOKEN: Final = re.compile(r"\d{1,3}(?:,\d{2,5})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]|_")
# What stands before a number and bounds it.
_LEAST: Final = ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "minimum of")
_ABOVE: Final = ("more than", "upwards of", "in excess of", "over", "above", "well over")
_MOST: Final = (
    *("no more than", "not more than", "up to", "as many as", "as much as", "at most", "fewer than", "less than"),
    *("a maximum of", "maximum of", "under", "below"),
)
_ABOUT: Final = ("approximately", "an estimated", "estimated", "around", "roughly", "about", "some", "circa")
_ALMOST: Final = ("almost", "close to", "nearly")
HEDGES: Final = frozenset((*_LEAST, *_ABOVE, *_MOST, *_ABOUT, *_ALMOST))
NEAR: Final = 0.1  # what "about" leaves open to each side
_LONGEST_HEDGE: Final = 3  # words
_DIGITS: Final = 20  # a number of more is no quantity but a code
_FAR: Final = 20  # times the lower number: an upper one beyond that belongs to something else


class Token(NamedTuple):
    """A word, number or mark of a sentence, casefolded, with its place; ``named`` begins with a capital."""

    word: str
    start: int
    end: int
    named: bool


class Quantity(NamedTuple):
    """A number with its bounds; ``first`` and ``last`` are the places of its first and last token, hedge included.

    ``number`` is the one that is named; None in a range and for vague words.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    number: float | None
    hedge: str


def tokens(text: str) -> list[Token]:
    """The words, numbers and marks of a sentence."""
    return [Token(match[0].casefold(), *match.span(), match[0][0].isupper()) for match in TOKEN.finditer(text)]


def quantities(words: Sequence[Token]) -> Iterator[Quantity]:
    """The quantities of a sentence, in order."""
    at = 0
    while at < len(words):
        found = _quantity(words, at)
        if found:
            yield found
        at = found.last + 1 if found else at + 1


def _quantity(words: Sequence[Token], at: int) -> Quantity | None:
    vague = _vague(words, at)
    if vague:
        last, (low, high) = vague
        first, _ = hedged(words, at)
        return Quantity(first, last, low, high, None, " ".join(word.word for word in words[at : last + 1]))
    given = number(words, at)
    if given is None or _is_age(words, at):
        return None
    value, last = given
    first, hedge = hedged(words, at)
    reach = _range(words, at, last)
    if reach:
        return Quantity(first, reach[1], *reach[0], None, "")
    if [word.word for word in words[last + 1 : last + 3]] == ["or", "more"]:
        return Quantity(first, last + 2, value, None, value, "at least")
    return Quantity(first, last, *bounds(value, hedge), value, hedge)


def _is_age(words: Sequence[Token], at: int) -> bool:
    """Whether a number is an age or the number of something: ``aged seven to 12``, ``day 12``."""
    before = [word.word for word in words[max(0, at - 3) : at]]
    return before[-1:] != [] and (
        before[-1] in _AGED or (before[0] in {"aged", "ages"} and before[-1] in {"to", "and"})
    )


def bounds(value: float, hedge: str) -> tuple[float | None, float | None]:
    """What may be, where ``hedge`` stands before a number."""
    if hedge in _LEAST or hedge in _ABOVE:
        return value, None
    if hedge in _MOST:
        return None, value
    if hedge in _ALMOST:
        return value * (1 - NEAR), value
    if hedge in _ABOUT:
        return value * (1 - NEAR), value * (1 + NEAR)
    return value, value


def hedged(words: Sequence[Token], at: int) -> tuple[int, str]:
    """The place where a quantity with its hedge begins, and the hedge; none is the empty string."""
    for length in range(min(_LONGEST_HEDGE, at), 0, -1):
        hedge = " ".join(word.word for word in words[at - length : at])
        if hedge in HEDGES:
            return at - length, hedge
    return at, ""


def _vague(words: Sequence[Token], at: int) -> tuple[int, tuple[float, float]] | None:
    if words[at].word not in _VAGUE_FROM:
        return None
    for length in (3, 2, 1):
        phrase = " ".join(word.word for word in words[at : at + length])
        if phrase in VAGUE:
            return at + length - 1, VAGUE[phrase]
    return None


def _range(words: Sequence[Token], at: int, last: int) -> tuple[tuple[float, float], int] | None:
    """The bounds of ``15 to 20``, ``15-20``, ``four or five thousand``, ``between 15 and 20``, and where it ends."""
    lower, upper = number(words, at), number(words, last + 2)
    if lower is None or upper is None:
        return None
    joint, between = words[last + 1], at > 0 and words[at - 1].word == "between"
    glued = joint.word in {"-", "–"} and joint.end == words[last + 2].start
    if not (glued or joint.word in {"to", "or"} or (between and joint.word == "and")):
        return None
    scale = SCALES.get(words[upper[1]].word, 1.0)
    low = lower[0] * scale if lower[0] < upper[0] / scale else lower[0]
    return ((low, upper[0]), upper[1]) if low < upper[0] <= low * _FAR else None


def number(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    """The number that begins at a token, and the place of its last token; None where none does."""
    if at >= len(words) or _bound_to_letters(words, at):
        return None
    word = words[at].word
    if word[0].isdigit():
        return _in_digits(words, at)
    if word in {"a", "half"}:
        return _of_a_scale(words, at)
    return _in_words(words, at)


def _bound_to_letters(words: Sequence[Token], at: int) -> bool:
    """Whether a number is part of a name, a time, an ordinal: ``F-15``, ``9:30``, ``24th``, ``12-year-old``."""
    here = words[at]
    if not here.word[0].isdigit():
        return False
    before = words[at - 1] if at else None
    if before and before.end == here.start and before.word in _MARKS and at > 1:
        joined = words[at - 2]
        return joined.end == before.start and (before.word not in {"-", "–"} or not joined.word[0].isdigit())
    after, beyond = (words[at + n] if at + n < len(words) else None for n in (1, 2))
    if not after or after.start != here.end:
        return False
    if after.word.isalpha():
        return after.word not in _GLUED and after.word not in {*SCALES, "pc", "kg", "km", "mw", "pm"}
    return after.word in {"-", ":", "/"} and bool(beyond and beyond.start == after.end and _part(after, beyond))


def _part(after: Token, beyond: Token) -> bool:
    return after.word != "-" or not beyond.word[0].isdigit()


def _in_digits(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    if len(words[at].word) > _DIGITS:
        return None
    value = float(words[at].word.replace(",", ""))
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.word in _GLUED and following.start == words[at].end:
        return value * _GLUED[following.word], at + 1
    return _scaled(words, value, at)


def _scaled(words: Sequence[Token], value: float, at: int) -> tuple[float, int]:
    while at + 1 < len(words) and words[at + 1].word in SCALES:
        at += 1
        value *= SCALES[words[at].word]
    return value, at


def _of_a_scale(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    """``a dozen``, ``half a million``, ``a hundred``."""
    half = words[at].word == "half"
    at += half and at + 1 < len(words) and words[at + 1].word == "a"
    value, last = _scaled(words, 0.5 if half else 1.0, at)
    return (value, last) if last > at else None


def _in_words(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    """``twenty-five``, ``two hundred and six``, ``three dozen``."""
    total, current, last = 0.0, _below_hundred(words[at].word), at
    if current is None:
        return None
    while last + 1 < len(words):
        word = words[last + 1].word
        if word in SCALES and SCALES[word] < SCALES["thousand"]:  # a hundred and a dozen gather below it
            current *= SCALES[word]
        elif word in SCALES:
            total, current = total + current * SCALES[word], 0.0
        else:
            joined = word == "and" and last > at and last + 2 < len(words)
            below = _below_hundred(words[last + 2].word if joined else word) if joined or current % 100 == 0 else None
            if below is None or last == at:
                break
            current, last = current + below, last + joined
        last += 1
    return total + current, last


def _below_hundred(word: str) -> float | None:
    if word in NUMBERS and word != "zero":
        return float(NUMBERS[word])
    tens, _, units = word.partition("-")
    return float(NUMBERS[tens] + NUMBERS[units]) if tens in TENS and units in _UNITS else None
