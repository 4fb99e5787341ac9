"""Words that tell what became of an event: called off, moved, denied; each by ``languages/CODE/events.toml``.

A word counts where its clause tells it as a fact: what may be put off, must not be, or was not, has not changed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from reportedly.read.multilingual.clauses import clause, line
from reportedly.read.multilingual.events.standing import standing
from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.times.tense import any_of
from reportedly.records import DevelopmentState
from reportedly.text import Span

STATES: Final[tuple[DevelopmentState, ...]] = ("cancelled", "moved", "denied")


class Change(NamedTuple):
    """The words that tell a change, and which."""

    span: Span
    state: DevelopmentState


def find(sheet: Sheet, sentence: Span) -> Sequence[Change]:
    """The changes that a sentence tells as facts, in order; of neighbours that tell the same one."""
    found = [one for one in _told(sheet, sentence) if not _is_doubted(sheet, sentence, one)]
    again = {two for one, two in pairwise(found) if one.state == two.state}
    return [one for one in found if one not in again]


def _told(sheet: Sheet, sentence: Span) -> Iterator[Change]:
    low, words = line(sheet, sentence)
    for match in _pattern(sheet.language).finditer(low):
        within = [word.span for start, word in words if match.start() <= start < match.end()]
        if within:
            state = next(state for state in STATES if match[state] is not None)
            yield Change(Span(within[0].start, within[-1].end), state)


def _is_doubted(sheet: Sheet, sentence: Span, change: Change) -> bool:
    """Whether its clause asks for it, expects it, makes it hang on something, or says that it is not so."""
    own = clause(sheet, sentence, change.span.start)
    low, _ = line(sheet, own)
    told = standing(sheet.language)
    return any(words.search(low) for words in (told.called_for, told.expected, told.conditional, told.not_so))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """The words of a language for all changes, as one pattern."""
    groups = "|".join(f"(?P<{state}>{any_of(list(standing(language).changes[state]))})" for state in STATES)
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)")
