"""Which statements vanished, appeared or are put differently in a later revision of an article.

Two statements are one and the same where their words are; then where they share most of their telling words, the more
so if cue and source agree. What is left over has vanished or appeared.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.edits.tokens import words
from reportedly.likeness import stop_words
from reportedly.records import Aspect, Claim, Reading, Statement, StatementChange
from reportedly.text import Span, joined

LIKE = 0.55  # of telling words shared (Dice), cue and source counted in: chosen on edits of the sample world
SAME_CUE, SAME_SOURCE = 0.08, 0.12


class _Put(NamedTuple):
    """A statement with its words ready to be compared."""

    statement: Statement
    claim: Claim
    content: tuple[str, ...]
    telling: frozenset[str]
    source: tuple[str, ...]
    cue: tuple[str, ...]


def statement_changes(before: Reading, after: Reading) -> tuple[StatementChange, ...]:
    """What became of the statements of one reading in another, in the order of the texts, but the unchanged."""
    old, new = _put(before), _put(after)
    pairs = _matched(old, new)
    taken = set(pairs.values())
    changes = [change for i, j in sorted(pairs.items()) if (change := _changed(old[i], new[j]))]
    changes += [StatementChange("vanished", put.claim, None) for i, put in enumerate(old) if i not in pairs]
    changes += [StatementChange("appeared", None, put.claim) for j, put in enumerate(new) if j not in taken]
    return tuple(sorted(changes, key=_place))


def _place(change: StatementChange) -> tuple[int, int]:
    place = change.after or change.before
    return place.span if place else Span(0, 0)


def _put(reading: Reading) -> list[_Put]:
    text = reading.article.text
    names = {entity.id: entity.name for entity in reading.entities}
    ready = []
    for statement in reading.statements:
        content, source, cue = (joined(spans, text) for spans in (statement.content, statement.source, statement.cue))
        spoken = tuple(words(content))
        telling = frozenset(spoken) - stop_words() or frozenset(spoken)
        who = source or names.get(statement.source_entity or "", "")
        claim = Claim(statement.id, statement.envelope, who, content, statement.certainty, statement.polarity)
        ready.append(_Put(statement, claim, spoken, telling, _named(source), tuple(words(cue))))
    return sorted(ready, key=lambda put: put.claim.span)


def _named(source: str) -> tuple[str, ...]:
    return tuple(word for word in words(source) if word not in stop_words())


def _matched(old: Sequence[_Put], new: Sequence[_Put]) -> dict[int, int]:
    """Which of the new (index) each of the old (index) is: word for word first, then the likest first."""
    pairs: dict[int, int] = {}
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, put in reversed(list(enumerate(new))):
        by_words[put.content].append(j)
    for i, put in enumerate(old):
        if by_words[put.content]:
            pairs[i] = by_words[put.content].pop()
    taken = set(pairs.values())
    for _, i, j in sorted(_alike(old, new, pairs, taken)):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _alike(
    old: Sequence[_Put], new: Sequence[_Put], pairs: dict[int, int], taken: set[int]
) -> Iterator[tuple[float, int, int]]:
    """Pairs that may be one statement, as (minus likeness, old, new); those that share no telling word are none."""
    holding: dict[str, list[int]] = defaultdict(list)
    for j, put in enumerate(new):
        for word in put.telling if j not in taken else ():
            holding[word].append(j)
    for i, put in enumerate(old):
        if i in pairs:
            continue
        for j in {j for word in put.telling for j in holding.get(word, ())}:
            likeness = _likeness(put, new[j])
            if likeness >= LIKE:
                yield -likeness, i, j


def _likeness(put: _Put, other: _Put) -> float:
    shared = 2 * len(put.telling & other.telling) / (len(put.telling) + len(other.telling))
    cue = SAME_CUE * bool(put.cue and put.cue == other.cue)
    return shared + cue + SAME_SOURCE * bool(set(put.source) & set(other.source))


def _changed(old: _Put, new: _Put) -> StatementChange | None:
    differences: dict[Aspect, bool] = {
        "certainty": old.statement.certainty != new.statement.certainty,
        "polarity": old.statement.polarity != new.statement.polarity,
        "source": old.source != new.source,
        "wording": old.content != new.content,
    }
    what: tuple[Aspect, ...] = tuple(name for name, differs in differences.items() if differs)
    return StatementChange("changed", old.claim, new.claim, what) if what else None
