"""A language's ``statements.toml`` as this room reads it: phrases by their folded letters, and lists of words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from reportedly import languages
from reportedly.read.multilingual.keys import key
from reportedly.records import Certainty, Polarity

MOST: Final = 7
"""Words of the longest phrase."""

_FORMS: Final = re.compile(r"\{(\w+)\}")
_EITHER: Final = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class Cue:
    """What a phrase says of the statement it opens, and how it stands to its source and content (``shape``).

    What is said may stand before an ``object`` cue; with a ``joined`` one it must be joined or marked; what stands
    behind a preposition before a ``within`` cue is its source. ``sure`` is how likely a rule is right alone, 0 to 1.
    """

    kind: str
    shape: str
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"
    object: bool = False
    joined: bool = False
    within: bool = False
    sure: float = 0.8


class Tables(NamedTuple):
    """``cues`` by the folded letters of all their words together, so blanks and joiners within them do not count."""

    cues: Mapping[str, Cue]
    begins: frozenset[str]
    words: Mapping[str, frozenset[str]]
    stands: frozenset[str]
    marks: tuple[str, ...]
    heads_last: bool
    drops_subject: bool
    may: tuple[str, ...]

    def has(self, name: str, keys: Iterable[str]) -> bool:
        """Whether one of the forms of a word is on a list."""
        return not self.words[name].isdisjoint(keys)

    def may_be(self, word: str, behind: str) -> bool:
        """Whether a word makes of the verb behind it what may be: one that does so only of some of its forms."""
        return self.has("may", (word,)) and behind.startswith(self.may)


@cache
def of(language: str) -> Tables:
    """The tables of a language, made once."""
    table = languages.table(language, "statements")
    forms: dict[str, list[str]] = table.get("forms", {})
    cues: dict[str, Cue] = {}
    for group in table["cues"]:
        cue = Cue(**{name: value for name, value in group.items() if name != "phrases"})
        for phrase in group["phrases"]:
            for spelled in _spelled(phrase, forms):
                cues.setdefault("".join(map(key, spelled.split())), cue)
    begins = frozenset(phrase[:2] for phrase in cues)
    words = {name: frozenset(map(key, entries)) for name, entries in table["words"].items()}
    return Tables(
        cues,
        begins,
        words,
        frozenset(table["source"]["stands"]),
        tuple(map(key, table["source"]["marks"])),
        table["source"]["heads_last"],
        table["source"]["drops_subject"],
        tuple(map(key, table.get("may", {}).get("begins", ()))),
    )


def _spelled(phrase: str, forms: Mapping[str, list[str]]) -> Iterator[str]:
    """A phrase in all its forms: ``{say}`` stands for each of a list of forms, ``(a|b)`` for either."""
    parts = re.split(r"(\{\w+\}|\([^()]*\))", phrase)
    yield from ("".join(chosen) for chosen in product(*(_choices(part, forms) for part in parts)))


def _choices(part: str, forms: Mapping[str, list[str]]) -> list[str]:
    if match := _FORMS.fullmatch(part):
        return forms[match[1]]
    if match := _EITHER.fullmatch(part):
        return match[1].split("|")
    return [part]
