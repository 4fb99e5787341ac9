"""Words that name an act, whatever the model says of them: its root, and the kinds of act that an outcome is told by.

``languages/CODE/acts.toml`` lists some 150 words a language; kinds are those of English articles, so that what was
announced in one language and came about in another is of one kind.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly import languages
from reportedly.read.multilingual.sheet import Word
from reportedly.read.multilingual.times.tense import any_of

_SET = frozenset({"PROTEST", "MOBILIZE"})
_LIFTED = ("impose",)
AROUND = 2  # words on either side of a trigger with which it may make one phrase


class Act(NamedTuple):
    """What a word names: a root of PLOVER or OTHER, and kinds of act (visit, meet, sign ...), often none."""

    root: str
    kinds: tuple[str, ...]

    @property
    def can_be_off(self) -> bool:
        """Whether it may be called off or put off; of sanctions such words tell that they end."""
        return (bool(self.kinds) or self.root in _SET) and self.kinds != _LIFTED


def named(words: Sequence[Word], i: int, language: str) -> Act | None:
    """The act that a word names, by itself or with its neighbours; None where no table knows it."""
    listed = _listed(language)
    for act, whole, _ in listed:
        if any(whole.fullmatch(form) for form in words[i].keys):
            return act
    first = max(0, i - AROUND)
    around = [word.key for word in words[first : i + AROUND + 1]]
    start = sum(len(each) + 1 for each in around[: i - first])
    line, end = " ".join(around), start + len(words[i].key)
    for act, _, within in listed:
        if any(found.start() < end and found.end() > start and " " in found[0] for found in within.finditer(line)):
            return act
    return None


@cache
def _listed(language: str) -> tuple[tuple[Act, re.Pattern[str], re.Pattern[str]], ...]:
    """Each entry with its words as one pattern of a whole word, and of a phrase in a line of words."""
    table = languages.table(language, "acts")
    listed = []
    for row in table["acts"]:
        words = f"(?:{any_of(row['words'])}){any_of([table['endings']])}"
        act = Act(row["root"], tuple(row.get("kinds", ())))
        listed.append((act, re.compile(words), re.compile(rf"(?<!\w){words}(?!\w)")))
    return tuple(listed)
