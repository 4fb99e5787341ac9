"""The noun after a number and what became of it: ``16 others, including three foreigners, were injured``."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from reportedly.stories.figures import things
from reportedly.stories.figures.quantities import Quantity, Token, number


def _each(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_AUXILIARIES: Final = _each(
    "were was are is have has had been being be got get also reported reportedly feared confirmed believed presumed",
    "allegedly later may might could went go gone left remain remained remains who whose",
)
_STOPS: Final = frozenset('.;:“”"!?—[]/')
_OPENS: Final = frozenset(",(–-")
_CLOSES: Final = frozenset(",)–-")
_ENDS: Final = _each(
    "after when while because which that as since before but until against despite following amid during if where",
    "by for to than per via including said says",
)
_PLACED: Final = _each("in on at from aboard inside near across of with outside around")
_ASIDES: Final = _each("including among mostly many most all some comprising mainly both")
_SKIPPED: Final = _each("the a an these those more additional further other others new innocent")
_FAR: Final = 14  # tokens after a number among which what became of the counted is looked for
_ASIDE: Final = 12  # tokens of an aside at most
_PHRASE: Final = 4  # tokens between the two words of a phrase
_LONGEST: Final = 4  # words of a noun


class Noun(NamedTuple):
    """The words of the noun, the word or kind of what became of it, and the place of its last token.

    ``part`` is told as some of them: ``six of them``, ``were among the dead``. ``names`` are the capitalised words.
    """

    words: tuple[str, ...]
    fate: str
    last: int
    part: bool = False
    names: tuple[str, ...] = ()


def noun_after(words: Sequence[Token], quantity: Quantity) -> Noun:
    """The noun after a quantity; without words where none follows."""
    at, part = _of(words, quantity.last + 1)
    scan = _Scan(words, at, part=part)
    end = min(len(words), at + _FAR)
    while scan.at < end and not scan.fate and scan.step():
        end = min(len(words), max(end, scan.at))
    return Noun(tuple(scan.noun), scan.fate, max(quantity.last, scan.last), scan.part, tuple(scan.names))


def _of(words: Sequence[Token], at: int) -> tuple[int, bool]:
    """Where the noun begins: behind ``of the``, ``of the 80``, ``of them``; and whether a part is told."""
    if at + 1 >= len(words) or words[at].word != "of":
        return at, False
    if words[at + 1].word in {"them", "whom", "these", "those"}:
        return at + 2, True
    given = number(words, at + 2) if words[at + 1].word in {"the", "its", "their"} else number(words, at + 1)
    return (given[1] + 1 if given else at + 1), False


class _Scan:
    """Reading on from a number, token by token."""

    def __init__(self, words: Sequence[Token], at: int, *, part: bool) -> None:
        self.words, self.at, self.part = words, at, part
        self.noun: list[str] = []
        self.names: list[str] = []
        self.fate, self.last = "", at - 1
        self.open, self.told, self.placed = True, False, False

    def step(self) -> bool:
        """Read one token; whether to go on."""
        word = self.words[self.at].word
        if not self.noun and word == "one":
            return False
        fate = self._fate(word)
        if fate and (self.told or not self.placed or fate != word):
            self.fate = fate
            return False
        if word in _OPENS:
            return self._aside()
        if word in _STOPS or word in _ENDS:
            return False
        if word == "and":
            return self._and()
        self._take(word)
        self.at += 1
        return True

    def _take(self, word: str) -> None:
        if word == "among" and self.told:
            self.part = True
        if word in _AUXILIARIES:
            self.open, self.told = False, True
        elif word in _PLACED:
            self.open, self.placed = self.open and not self.noun and word == "of", word != "of" or self.placed
        elif self.open and word not in _SKIPPED and word[0].isalpha() and len(self.noun) < _LONGEST:
            self.noun.append(word)
            if self.words[self.at].named and word not in things.PEOPLE and word not in things.THINGS:
                self.names.append(word)
            self.last = self.at

    def _fate(self, word: str) -> str:
        """The word that says what became of the counted, or what a phrase of two words says."""
        ahead = {token.word for token in self.words[self.at + 1 : self.at + 1 + _PHRASE]}
        told = next((fate for first, then, fate in things.PHRASES if word in first and then & ahead), "")
        return told or (word if word in things.AFTER or word in things.DONE_TO_THINGS else "")

    def _aside(self) -> bool:
        """Go past an aside, where one opens."""
        following = self.words[self.at + 1].word if self.at + 1 < len(self.words) else ""
        given = number(self.words, self.at + 1)
        some = given is not None and _of(self.words, given[1] + 1)[1]  # "16 people, six of them children, were killed"
        if following not in _ASIDES and not some:
            return given is not None and self.words[self.at].word == "," and bool(self.noun) and self._and()
        self.open = False
        for at in range(self.at + 2, min(len(self.words), self.at + _ASIDE)):
            if self.words[at].word in _CLOSES:
                self.at = at + 1
                return True
        return False

    def _and(self) -> bool:
        """Go past a second noun: ``three men and two women were killed``, ``soldiers and police were killed``."""
        given = number(self.words, self.at + 1)
        if not given and not (self.at + 1 < len(self.words) and self.words[self.at + 1].word in things.PEOPLE):
            return False
        after = given[1] + 1 if given else self.at + 1
        if given and after < len(self.words) and self._said_of(self.words[after].word):
            return False
        self.open, self.at = False, after
        return True

    @staticmethod
    def _said_of(word: str) -> bool:
        """Whether a word after a second number says something of that number alone: ``20 held and five injured``."""
        return word in things.AFTER or word in things.DONE_TO_THINGS or word in _AUXILIARIES
