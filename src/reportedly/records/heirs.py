"""What a page announces in the place of what it announced before it was edited."""

from collections.abc import Sequence
from typing import Final

from reportedly.records.following import Announcement
from reportedly.records.followup import Sighting

ALIKE: Final = 0.5  # of the telling words of the shorter one; a choice: edits of announcements are too few to measure


SHARED: Final = 2  # telling words at least: the verb alone says too little


def heir(named: str, stood: Sighting, page: Sequence[Announcement]) -> str | None:
    """The id of the announcement that a page makes now in the place of one that ``stood`` there under the id ``named``.

    The same sentence, else the one of the same kind of act that is most alike in its telling words; None where its page
    announces nothing of the kind any more.
    """
    if any(one.id == named for one in page):
        return named
    same = [one for one in page if (one.sighting.sentence, one.sighting.lemma) == (stood.sentence, stood.lemma)]
    near = same or [one for one in page if _is_of_kind(stood, one.sighting) and _is_like(stood, one.sighting)]
    best = max(near, key=lambda one: (_alike(stood, one.sighting), -one.n), default=None)
    return best.id if best else None


def _is_of_kind(one: Sighting, other: Sighting) -> bool:
    return one.lemma == other.lemma or not set(one.acts).isdisjoint(other.acts)


def _is_like(one: Sighting, other: Sighting) -> bool:
    return len({*one.words} & {*other.words}) >= SHARED and _alike(one, other) >= ALIKE


def _alike(one: Sighting, other: Sighting) -> float:
    ours, theirs = set(one.words), set(other.words)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
