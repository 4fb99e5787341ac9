"""What a sighting near an expectation tells of it: the model's answer weighed with likeness, of words and articles."""

import math

from reportedly.records import Comparison, State

# The log-odds that the sentence tells of it, these times spare likeness, and the rest are nought or more where it does.
# Fitted for precision on labelled pairs that the answering model had not seen.
SPARE, MORE = 2.0, -0.25
# Where a day was announced and the two articles are of one matter, no word of the announcement need come again: "nine
# years in prison" tells the verdict. Then the log-odds, these times how like the articles are, and the rest.
ALIKE, OF_ONE = 2.0, -2.6
CHANGED = -1.0  # more than that where the reader sees no change: a word that it does not know tells one
LIKELY = 0.5  # how likely it is where nothing was asked
_LEAST = 0.002  # a probability counts as this at least, and as its opposite at most


def decided(
    state: State | None, spare: float | None, answer: Comparison, context: float | None = None
) -> tuple[State, float] | None:
    """What became of the expectation, and how likely it is that the sentence tells that; None where it is not clear.

    That a sentence tells a change, and which, the reader says (``state``); that it is this event's, the model: to it
    what was put off may well be still ahead. ``spare`` is how near it is beyond what words alone would need
    (None where words do not make it near), ``context`` how like the articles are where they may be of one matter: there
    the model is taken at its word, if it is clear.
    """
    by_words = SPARE * spare + MORE if spare is not None else -math.inf
    of_one = ALIKE * context + OF_ONE if context is not None else -math.inf
    if state in {"moved", "cancelled", "denied"}:
        told = answer.changed + answer.again
        clear = _odds(answer.happened + told) + by_words >= 0 or _odds(answer.changed) + of_one + CHANGED >= 0
        return (state, told) if clear else None
    if answer.happened >= answer.changed:
        clear = _odds(answer.happened + answer.changed) + max(by_words, of_one) >= 0
        return ("happened", answer.happened) if clear else None
    return (_change(answer), answer.changed) if _odds(answer.changed) + of_one + CHANGED >= 0 else None


def _change(answer: Comparison) -> State:
    """The likeliest change."""
    kinds: dict[State, float] = {"moved": answer.moved, "cancelled": answer.cancelled, "denied": answer.denied}
    return max(kinds, key=lambda kind: kinds[kind])


def by_words(state: State | None, spare: float) -> tuple[State, float] | None:
    """The same in a language that the model does not read: what the reader says, where likeness alone is enough."""
    return (state, LIKELY) if state and spare >= 0 else None


def _odds(likely: float) -> float:
    p = min(max(likely, _LEAST), 1 - _LEAST)
    return math.log(p / (1 - p))
