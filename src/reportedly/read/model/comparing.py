"""The comparer at work: pairs in, a probability for each of ``LABELS`` out.

Each pair is read by itself. In a batch the scale of one pair's numbers would sway the others', and it saves no time.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from onnxruntime import InferenceSession

from reportedly.read.model.graphs import load, session
from reportedly.read.model.outcome import Side, asked, padded

Pair = tuple[Side, Side, tuple[date, date] | None]


def probabilities(pairs: Sequence[Pair]) -> Iterator[list[float]]:
    """For each pair of an announcement and a later sentence, with the event's window, those of the labels."""
    for pair in pairs:
        ready = asked(load().tokenizer, *pair)
        _, marks, days, at = padded([ready])
        words, mask = load().words([ready.pieces])
        given = {"words": words, "mask": mask, "marks": marks, "days": days, "at": at}
        yield _comparer().run(None, given)[0][0].tolist()


@cache
def _comparer() -> InferenceSession:
    """Loaded only where two sentences are compared, once a process."""
    return session("comparer")
