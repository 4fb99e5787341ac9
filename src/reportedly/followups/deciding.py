"""What a sighting near an expectation tells of it: the model's answer and the likeness of words weighed together."""

import math

from reportedly.records import Comparison, State

# The log-odds that the sentence tells of it, these times spare likeness, and the rest are nought or more where it does.
# Fitted for precision on labelled pairs that the answering model had not seen.
SPARE, MORE = 2.0, -0.25
LIKELY = 0.5  # how likely it is where nothing was asked
_LEAST = 0.002  # a probability counts as this at least, and as its opposite at most


def decided(state: State | None, spare: float, answer: Comparison) -> tuple[State, float] | None:
    """What became of the expectation, and how likely it is that the sentence tells of it; None where that is not clear.

    That a sentence tells a change, and which, the reader says (``state``); that it is this event's, the model: to it
    what was put off may well be still ahead. ``spare`` is how near it is beyond what words alone would need.
    """
    changed = state in {"moved", "cancelled", "denied"}
    likely = answer.happened + answer.changed + (answer.again if changed else 0.0)
    if not _is_clear(likely, spare):
        return None
    if changed and state:
        return state, likely
    return ("happened", likely) if answer.happened >= answer.changed else None


def by_words(state: State | None, spare: float) -> tuple[State, float] | None:
    """The same in a language that the model does not read: what the reader says, where likeness alone is enough."""
    return (state, LIKELY) if state and spare >= 0 else None


def _is_clear(likely: float, spare: float) -> bool:
    p = min(max(likely, _LEAST), 1 - _LEAST)
    return math.log(p / (1 - p)) + SPARE * spare + MORE >= 0
